import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { normalizeBaseUrl } from '../baseUrl';
import type { N8nContext } from '../call';
import { inputError } from '../errors';
import { createRedactor } from './redact';
import type { Redactor } from './redact';

export const CREDENTIAL = 'peopleLensApi';

/** Of an API key, in characters. Longer ones fit into no request. */
const MAX_KEY_LENGTH = 4096;

export interface Connection {
	/** An origin, such as `https://acme.peoplelensai.com`. */
	baseUrl: string;
	/** Keeps the API key out of what users see. */
	redactor: Redactor;
	/** The credential as it was read: a key that is replaced meanwhile would be unknown to the redactor. */
	credential: ICredentialDataDecryptedObject;
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
export function readConnection(
	data: ICredentialDataDecryptedObject,
): Connection & { apiKey: string } {
	const { apiKey, baseUrl } = readCredential(data);
	return { baseUrl, apiKey, redactor: createRedactor(apiKey, baseUrl), credential: data };
}

/**
 * The address and the key of a credential, checked.
 * @throws Error with words for the user
 */
export function readCredential(data: IDataObject): { baseUrl: string; apiKey: string } {
	const apiKey = normalizeApiKey(data.apiKey);
	if (apiKey === '') {
		throw new Error("'API Key' is empty. Enter the key of your PeopleLens tenant.");
	}
	if (apiKey.length > MAX_KEY_LENGTH) {
		throw new Error("'API Key' is longer than any key. Copy the key again from PeopleLens.");
	}
	// Some versions of n8n send such a key without those characters, others not at all.
	if (!/^[\x21-\x7e]+$/.test(apiKey)) {
		throw new Error(
			"'API Key' holds characters that no key has, such as a line break or a space. Copy the key again from PeopleLens.",
		);
	}
	const baseUrl = normalizeBaseUrl(typeof data.baseUrl === 'string' ? data.baseUrl : '');
	return { baseUrl, apiKey };
}

/** Copied keys bring spaces, line breaks and at times the word "Bearer" along. */
function normalizeApiKey(apiKey: unknown): string {
	return typeof apiKey === 'string' ? apiKey.trim().replace(/^Bearer\s+/i, '') : '';
}
