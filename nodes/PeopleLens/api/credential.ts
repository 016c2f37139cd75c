import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';

import { normalizeBaseUrl } from './baseUrl';
import { operationError } from './errors/nodeErrors';
import { createRedactor } from './http/redact';
import type { Connection, N8nContext } from './http/transport';

const CREDENTIAL = 'peopleLensApi';

/** Of an API key, in characters. Longer ones fit into no request. */
const MAX_KEY_LENGTH = 4096;

/** The credential of a node, read when it is first needed and only once. */
export class NodeCredential {
	private reading?: Promise<ICredentialDataDecryptedObject>;

	private connection?: Connection;

	constructor(private readonly context: N8nContext) {}

	/**
	 * What requests are sent with.
	 * @param itemIndex the input item that needs it: n8n shows it with a message
	 * @throws NodeOperationError when there is no credential, or its Base URL or API Key can't be used
	 */
	async connect(itemIndex?: number): Promise<Connection> {
		const data = await this.read();
		try {
			return (this.connection ??= readConnection(data));
		} catch (unusable) {
			throw operationError(this.context.getNode(), (unusable as Error).message, {
				description: 'Open the credential of this node and correct it there.',
				itemIndex,
			});
		}
	}

	/** Masks the key; before it is read, nobody can have answered with it. */
	readonly redact = (text: string): string => this.connection?.redactor.redact(text) ?? text;

	private async read(): Promise<ICredentialDataDecryptedObject> {
		if (this.reading) {
			const data = await this.reading.catch(() => undefined);
			if (data) return data;
			// What another item's reading failed with is that item's; this one makes its own.
		}
		// Without an item index, as n8n's own request function reads it when it adds the key: an
		// expression in the credential sees the first item, whichever item is worked on.
		this.reading = this.context.getCredentials(CREDENTIAL);
		return await this.reading;
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
	const credential = { id: '', name: '', type: CREDENTIAL, data };
	return { baseUrl, apiKey, redactor: createRedactor(apiKey, baseUrl), credential };
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
			"'API Key' contains characters that no key has, such as a line break or a space. Copy the key again from PeopleLens.",
		);
	}
	const baseUrl = normalizeBaseUrl(typeof data.baseUrl === 'string' ? data.baseUrl : '');
	return { baseUrl, apiKey };
}

/** Copied keys bring spaces, line breaks and at times the word "Bearer" along. */
function normalizeApiKey(apiKey: unknown): string {
	return typeof apiKey === 'string' ? apiKey.trim().replace(/^Bearer\s+/i, '') : '';
}
