import { NodeOperationError } from 'n8n-workflow';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { AgeFault } from './age';
import type { DeliveryLog } from './deliveryLog';
import { TOO_SHORT } from './secrets';
import type { SignatureFault } from './signature';

export type RefusalReason =
	| SignatureFault
	| AgeFault
	| 'bodyMissing'
	| 'credentialUnreadable'
	| 'secretMissing'
	| 'secretTooShort'
	| 'signatureWrong'
	| 'stillWaiting'
	| 'notAnEvent'
	| 'parameterUnusable';

interface Refusal {
	/** What the caller gets: 401 for whatever is in doubt, and no hint at what it was. */
	status: 400 | 401 | 500 | 503;
	/** What the log says after "because". */
	because: string;
}

const REFUSALS: Record<RefusalReason, Refusal> = {
	bodyMissing: { status: 401, because: 'n8n kept no raw body of it (multipart forms have none)' },
	signatureMissing: { status: 401, because: 'it has no X-PeopleLens-Signature' },
	signatureMalformed: {
		status: 401,
		because: 'its X-PeopleLens-Signature is no SHA-256 in hexadecimal or base64',
	},
	credentialUnreadable: {
		status: 503,
		because: 'n8n could not read the credential. Open the node and choose its credential again',
	},
	secretMissing: {
		status: 401,
		because: "'Webhook Secret' in the credential is empty. Copy it from PeopleLens",
	},
	secretTooShort: {
		status: 401,
		because: `'Webhook Secret' in the credential ${TOO_SHORT}. Copy it from PeopleLens`,
	},
	signatureWrong: {
		status: 401,
		because:
			'it is not signed with the secret in the credential. If PeopleLens sent it, copy the secret from PeopleLens again',
	},
	stillWaiting: {
		status: 503,
		because:
			'n8n has yet to answer the same delivery, which was sent before and not waited for. That happens where n8n limits how many executions run at a time',
	},
	notAnEvent: { status: 400, because: 'it is signed, but holds no event' },
	parameterUnusable: {
		status: 500,
		because: "'On Error' would let every delivery through, and a parameter can't be used",
	},
	timestampUnreadable: {
		status: 401,
		because: "it has no timestamp to compare with 'Maximum Age (Minutes)'",
	},
	tooOld: { status: 401, because: "it is older than 'Maximum Age (Minutes)'" },
	tooFarAhead: {
		status: 401,
		because:
			"its timestamp is ahead of n8n's clock by more than 'Maximum Age (Minutes)'. Check the clock of n8n",
	},
};

const BODIES = {
	400: 'Bad Request',
	401: 'Unauthorized',
	500: 'Internal Server Error',
	503: 'Service Unavailable',
};

/** Node's response, as far as it is used here. */
interface HttpResponse {
	writeHead(status: number, headers: Record<string, string | number>): void;
	end(body: string): void;
}

/**
 * Answers a delivery that starts no execution, and says why in n8n's log: never with anything that
 * the delivery holds. To throw instead would make a failed execution, so that anybody could fill the
 * list of executions. In the editor's test, which is for one delivery and two minutes, it is thrown:
 * otherwise n8n would go on waiting, and the person before it as well.
 * @param detail what the person who set the node up did wrong, and how to mend it
 */
export function refuse(
	context: IWebhookFunctions,
	log: DeliveryLog,
	reason: RefusalReason,
	detail = '',
): IWebhookResponseData {
	const { status, because } = REFUSALS[reason];
	if (context.getMode() === 'manual' && endsWithError(context)) {
		throw new NodeOperationError(
			context.getNode(),
			`A delivery was refused, because ${because}${detail}`,
		);
	}
	log.refused(context, reason, `(${status}), because ${because}${detail}.`);
	const body = BODIES[status];
	const response: HttpResponse = context.getResponseObject();
	response.writeHead(status, { 'content-type': 'text/plain', 'content-length': body.length });
	response.end(body);
	return { noWebhookResponse: true };
}

/** False where n8n would take an error of the trigger for an empty item, and run what follows with it. */
export function endsWithError(context: IWebhookFunctions): boolean {
	const { continueOnFail, onError = 'stopWorkflow' } = context.getNode();
	return continueOnFail !== true && onError === 'stopWorkflow';
}
