import type { IWebhookFunctions } from 'n8n-workflow';

import type { RefusalReason } from './refusal';
import { isGuessable, readSecrets } from './secrets';
import type { WebhookSecrets } from './secrets';
import type { ShortLivedCache } from './shortLivedCache';
import { decodeSignature, isSignedWithAny } from './signature';

const CREDENTIAL = 'peopleLensWebhookApi';

const SIGNATURE_HEADER = 'x-peoplelens-signature';

/**
 * Checks the signature of a delivery. The credential is read only for a signature that is well-formed.
 * @returns the raw body of a delivery whose signature is right; otherwise why it is refused
 */
export async function verify(
	context: IWebhookFunctions,
	cache: ShortLivedCache<WebhookSecrets>,
): Promise<Buffer | RefusalReason> {
	const body: unknown = context.getRequestObject().rawBody;
	if (!Buffer.isBuffer(body)) return 'bodyMissing';
	const signature = decodeSignature(context.getHeaderData()[SIGNATURE_HEADER]);
	if (typeof signature === 'string') return signature;
	let secrets: WebhookSecrets;
	try {
		secrets = await loadSecrets(context, cache);
	} catch {
		return 'credentialUnreadable';
	}
	const { current, previous } = secrets;
	if (current === '') return 'secretMissing';
	if (isGuessable(current)) return 'secretTooShort';
	const usable = isGuessable(previous) ? [current] : [current, previous];
	return isSignedWithAny(body, signature, usable) ? body : 'signatureWrong';
}

async function loadSecrets(
	context: IWebhookFunctions,
	cache: ShortLivedCache<WebhookSecrets>,
): Promise<WebhookSecrets> {
	const load = async () => readSecrets(await context.getCredentials(CREDENTIAL));
	// Who sets the node up must see a change at once.
	if (context.getMode() === 'manual') return await load();
	const { id, credentials } = context.getNode();
	const key = JSON.stringify([context.getWorkflow().id, id, credentials?.[CREDENTIAL]]);
	return await cache.get(key, load, Date.now());
}
