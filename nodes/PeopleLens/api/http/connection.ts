import type { IDataObject } from 'n8n-workflow';

import { normalizeBaseUrl } from '../baseUrl';
import type { N8nContext } from '../call';
import { inputError } from '../errors';

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
	const data = await context.getCredentials(CREDENTIAL);
	try {
		return readConnection(data);
	} catch (unusable) {
		throw inputError(context.getNode(), (unusable as Error).message, {
			description: 'Open the credential of this node and correct it there.',
			itemIndex,
		});
	}
}

/**
 * What a credential holds, ready to use.
 * @throws Error with words for the user
 */
export function readConnection(data: IDataObject): Connection & { apiKey: string } {
	const apiKey = bareKey(data.apiKey);
	if (apiKey === '') {
		throw new Error("'API Key' is empty. Enter the key of your PeopleLens tenant.");
	}
	// Some versions of n8n send such a key without those characters, others not at all.
	if (!/^[\x21-\x7e]+$/.test(apiKey)) {
		throw new Error(
			"'API Key' holds characters that no key has, such as a line break or a space. Copy the key again from PeopleLens.",
		);
	}
	const baseUrl = normalizeBaseUrl(typeof data.baseUrl === 'string' ? data.baseUrl : '');
	return { baseUrl, apiKey, scrub: scrubber(apiKey) };
}

/** Copied keys bring spaces, line breaks and at times the word "Bearer" along. */
export function bareKey(apiKey: unknown): string {
	return typeof apiKey === 'string' ? apiKey.trim().replace(/^Bearer\s+/i, '') : '';
}

/** A service may repeat in its answer the very key that it turns down. */
function scrubber(apiKey: string): (text: string) => string {
	return (text) => text.replaceAll(apiKey, '***').replace(/\bBearer\s+[^\s"',;]+/gi, 'Bearer ***');
}
