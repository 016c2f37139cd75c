import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IWebhookFunctions,
	IWebhookResponseData,
} from 'n8n-workflow';

import { checkAge } from './age';
import { matchesFilters } from './filters';
import { parseHiringEvent } from './hiringEvent';
import { deliveryKey, RecentDeliveries } from './recentDeliveries';
import { refuse } from './refusal';
import type { RefusalReason } from './refusal';
import { readSecrets } from './secrets';
import { readSettings } from './settings';
import { decodeSignature, isSignedWithAny } from './signature';
import { WarningLimiter } from './warnings';

const SIGNATURE_HEADER = 'x-peoplelens-signature';

/** Node's response, as far as it is watched here. */
interface WatchedResponse {
	statusCode: number;
	writableFinished: boolean;
	once(event: 'close', listener: () => void): void;
}

/**
 * Makes a node's `webhook` function, with a memory of its own for repeated deliveries and for what
 * was written to the log. Nothing of a delivery is parsed or believed before its signature is right.
 *
 * The function throws NodeOperationError for a parameter that can't be used: only a delivery with a
 * valid signature gets that far, and n8n shows the message in a failed execution.
 */
export function createWebhook() {
	const recent = new RecentDeliveries();
	const warnings = new WarningLimiter();

	return async function webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
		const receivedAt = new Date();
		const verified = await verify(this);
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

/** The raw body of a delivery whose signature is right; otherwise why it is refused. */
async function verify(context: IWebhookFunctions): Promise<Buffer | RefusalReason> {
	const body: unknown = context.getRequestObject().rawBody;
	if (!Buffer.isBuffer(body)) return 'bodyMissing';
	const signature = decodeSignature(context.getHeaderData()[SIGNATURE_HEADER]);
	if (typeof signature === 'string') return signature;
	let credential: ICredentialDataDecryptedObject;
	try {
		credential = await context.getCredentials('peopleLensWebhookApi');
	} catch {
		return 'credentialUnreadable';
	}
	const { current, previous } = readSecrets(credential);
	if (current === '') return 'secretMissing';
	return isSignedWithAny(body, signature, [current, previous]) ? body : 'signatureWrong';
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
	response.once('close', () => {
		const { statusCode, writableFinished } = response;
		recent.settle(key, writableFinished && statusCode >= 200 && statusCode < 300);
	});
}
