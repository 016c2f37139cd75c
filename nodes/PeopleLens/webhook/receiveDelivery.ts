import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { checkAge } from './age';
import { matchesFilters } from './filters';
import { parseHiringEvent } from './hiringEvent';
import { deliveryKey, RecentDeliveries } from './recentDeliveries';
import { refuse } from './refusal';
import { readSettings } from './settings';
import type { WebhookSecrets } from './secrets';
import { ShortLivedCache } from './shortLivedCache';
import { verify } from './verify';
import { WarningLimiter } from './warnings';

/** Node's response, as far as it is watched here. */
interface WatchedResponse {
	statusCode: number;
	destroyed: boolean;
	writableFinished: boolean;
	once(event: 'close', listener: () => void): void;
}

/**
 * Makes a node's `webhook` function, with a memory of its own for secrets, repeated deliveries and
 * what was written to the log. Nothing of a delivery is parsed or believed before its signature is right.
 *
 * The function throws NodeOperationError for a parameter that can't be used: only a delivery with a
 * valid signature gets that far, and n8n shows the message in a failed execution.
 */
export function createWebhook() {
	const secrets = new ShortLivedCache<WebhookSecrets>();
	const recent = new RecentDeliveries();
	const warnings = new WarningLimiter();

	return async function webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const receivedAt = new Date();
		const verified = await verify(this, secrets);
		if (typeof verified === 'string') return refuse(this, warnings, verified);

		const event = parseHiringEvent(verified);
		if (event === undefined) return refuse(this, warnings, 'notAnEvent');

		const { filters, ignoreRepeated, maxAge } = readSettings(this);
		if (!matchesFilters(event, filters)) return skip('This workflow did not choose this event');

		const ageFault = maxAge > 0 ? checkAge(event.timestamp, maxAge, Number(receivedAt)) : undefined;
		if (ageFault !== undefined) return refuse(this, warnings, ageFault);

		// In the editor, the same sample may be sent over and over again.
		if (ignoreRepeated && this.getMode() !== 'manual') {
			const key = deliveryKey(`${this.getWorkflow().id} ${this.getNode().id}`, verified);
			if (!(await recent.claim(key))) return skip('This delivery was received before');
			settleWhenAnswered(recent, key, this.getResponseObject());
		}
		const json: IDataObject = { ...event, receivedAt: receivedAt.toISOString() };
		return { webhookResponse: { message: 'Accepted' }, workflowData: [[{ json }]] };
	};
}

/** 200, and no execution. */
function skip(message: string): IWebhookResponseData {
	return { webhookResponse: { message } };
}

/**
 * A delivery counts as accepted when its sender has got a 2xx: if n8n could not store the execution,
 * or the sender has hung up, the same delivery must be able to come again.
 */
function settleWhenAnswered(
	recent: RecentDeliveries,
	key: string,
	response: WatchedResponse,
): void {
	const settle = () => {
		const { statusCode, writableFinished } = response;
		recent.settle(key, writableFinished && statusCode >= 200 && statusCode < 300);
	};
	// A sender that hung up before this point closes no second time.
	if (response.destroyed) settle();
	else response.once('close', settle);
}
