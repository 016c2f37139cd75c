import type { N8nContext } from './client';
import { normalizeBaseUrl } from './baseUrl';
import { inputError } from './errors';

export const CREDENTIAL = 'peopleLensApi';

export interface Connection {
	/** An origin, such as `https://acme.peoplelensai.com`. */
	baseUrl: string;
	/** Takes the API key out of a text. */
	scrub: (text: string) => string;
}

/**
 * Reads the node's credential.
 * @throws NodeOperationError when there is none, or its Base URL or API Key can't be used
 */
export async function connect(context: N8nContext, itemIndex?: number): Promise<Connection> {
	// Without an item index, as n8n's own request function reads it when it adds the key.
	const { baseUrl, apiKey } = await context.getCredentials(CREDENTIAL);
	const key = bareKey(apiKey);
	const refusal = {
		description: 'Open the credential of this node and correct it there.',
		itemIndex,
	};
	if (key === '') {
		throw inputError(context.getNode(), "'API Key' in the credential is empty", refusal);
	}
	try {
		return {
			baseUrl: normalizeBaseUrl(typeof baseUrl === 'string' ? baseUrl : ''),
			scrub: scrubber(key),
		};
	} catch (unusable) {
		const words = scrubber(key)((unusable as Error).message);
		throw inputError(context.getNode(), words, refusal);
	}
}

/** Copied keys bring spaces, line breaks and at times the word "Bearer" along. */
export function bareKey(apiKey: unknown): string {
	return typeof apiKey === 'string' ? apiKey.trim().replace(/^Bearer\s+/i, '') : '';
}

/** A service may repeat in its answer the very key that it turns down. */
export function scrubber(apiKey: string): (text: string) => string {
	return (text) => text.replaceAll(apiKey, '***').replace(/\bBearer\s+[^\s"',;]+/gi, 'Bearer ***');
}
