import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { checkAge } from './age';
import { DeliveryLog } from './deliveryLog';
import { matchesFilters } from './filters';
import { parseHiringEvent } from './hiringEvent';
import { deliveryKey, RecentDeliveries } from './recentDeliveries';
import { endsWithError, refuse } from './refusal';
import { readSettings } from './settings';
import type { WebhookSecrets } from './secrets';
import { ShortLivedCache } from './shortLivedCache';
import { verify } from './verify';

/** Node's response, as far as it is watched here. */
interface WatchedResponse {
	statusCode: number;
	/** Whether it is closed, for whatever reason. */
	destroyed: boolean;
	/** Whether n8n has answered. */
	writableEnded: boolean;
	/** Whether the answer has left. */
	writableFinished: boolean;
	once(event: 'close', listener: () => void): void;
}

/**
 * Makes a node's `webhook` function, with a memory of its own for secrets, repeated deliveries and
 * what was written to the log. Nothing of a delivery is parsed or believed before its signature is right.
 *
 * Where On Error stops the workflow, the function throws NodeOperationError for a parameter that can't be
 * used: only a delivery with a valid signature gets that far, and n8n shows the message in a failed
 * execution. In the editor's test it then throws whatever is wrong with the delivery. With another On Error,
 * n8n would go on with an empty item instead, so each of these is refused.
 */
export function createWebhook() {
	const secrets = new ShortLivedCache<WebhookSecrets>();
	const recent = new RecentDeliveries();
	const log = new DeliveryLog();

	return async function webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const receivedAt = new Date();
		const verified = await verify(this, secrets);
		if (typeof verified === 'string') return refuse(this, log, verified);

		const event = parseHiringEvent(verified);
		if (event === undefined) return refuse(this, log, 'notAnEvent');

		const settings = readSettings(this);
		if (settings instanceof NodeOperationError) {
			if (endsWithError(this)) throw settings;
			return refuse(this, log, 'parameterUnusable', `: ${inWords(settings)}`);
		}
		const { filters, ignoreRepeated, maxAge } = settings;
		if (!matchesFilters(event, filters)) {
			log.skipped(this, 'notChosen', "'Events' or 'Filters' did not choose it");
			return skip('This workflow did not choose this event');
		}

		const ageFault = maxAge > 0 ? checkAge(event.timestamp, maxAge, Number(receivedAt)) : undefined;
		if (ageFault !== undefined) return refuse(this, log, ageFault);

		// In the editor, the same sample may be sent over and over again.
		if (ignoreRepeated && this.getMode() !== 'manual') {
			const key = deliveryKey(`${this.getWorkflow().id} ${this.getNode().id}`, verified);
			const claim = await recent.claim(key);
			if (claim === 'repeated') {
				log.skipped(this, 'repeated', 'the same was received before');
				return skip('This delivery was received before');
			}
			if (claim === 'undecided') return refuse(this, log, 'stillWaiting');
			settleWhenAnswered(recent, key, this.getResponseObject());
		}
		const json: IDataObject = { ...event, receivedAt: receivedAt.toISOString() };
		return { webhookResponse: { message: 'Accepted' }, workflowData: [[{ json }]] };
	};
}

/** What is wrong, and what to do about it; the line in the log ends with a full stop of its own. */
function inWords({ message, description }: NodeOperationError): string {
	const sentences = [message, description ?? ''].map((text) => text.trim().replace(/\.$/, ''));
	return sentences.filter(Boolean).join('. ').replace(/\s+/g, ' ');
}

/** 200, and no execution. */
function skip(message: string): IWebhookResponseData {
	return { webhookResponse: { message } };
}

/**
 * A delivery counts as accepted when n8n has answered it with a 2xx. If n8n could not store the
 * execution, the same delivery must be able to come again. When the sender has hung up, that is told
 * by what n8n has tried to answer since then.
 */
function settleWhenAnswered(
	recent: RecentDeliveries,
	key: string,
	response: WatchedResponse,
): void {
	// Less than 200 is no answer yet, and this is asked when there was one.
	const isSuccess = () => response.statusCode < 300;
	const settle = () => {
		if (response.writableFinished) recent.settle(key, isSuccess());
		else recent.abandon(key, () => (response.writableEnded ? isSuccess() : undefined));
	};
	// A response that is closed by now emits no second event.
	if (response.destroyed) settle();
	else response.once('close', settle);
}
