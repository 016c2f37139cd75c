import type { ICredentialTestFunctions, IDataObject } from 'n8n-workflow';

import { classifyTransportError } from './outcome';
import type { Outcome } from './outcome';
import { readResponse } from './readResponse';
import { isRecord } from './record';
import type { Connection, HttpRequest } from './transport';
import { withTimeout } from './timing';

/**
 * `sendOnce` for the test of a credential, with the only means that n8n offers there: it does not
 * add the key by itself. Redirects are not followed. Nothing is thrown.
 */
export async function sendCredentialTest(
	{ request }: ICredentialTestFunctions['helpers'],
	{ baseUrl, redactor, apiKey }: Connection & { apiKey: string },
	{ method, path, query }: HttpRequest,
	timeoutMs: number,
): Promise<Outcome> {
	const outcome = await withTimeout(timeoutMs, undefined, async (signal) => {
		try {
			const answer: unknown = await request({
				method,
				uri: `${baseUrl}${path}`,
				qs: query,
				headers: { Authorization: `Bearer ${apiKey}` },
				json: true,
				useStream: true,
				// There is no place for a signal, but what an agent is made with reaches its sockets.
				agentOptions: agentOptions(signal),
				followRedirect: false,
				sendCredentialsOnCrossOriginRedirect: false,
				simple: false,
				resolveWithFullResponse: true,
			});
			if (!isRecord(answer)) return classifyTransportError(answer);
			const { statusCode, headers, body } = answer;
			const raw = { status: Number(statusCode), headers: headers as IDataObject, body };
			return await readResponse(raw, redactor, signal);
		} catch (thrown) {
			return classifyTransportError(thrown);
		}
	});
	return typeof outcome === 'string' ? { kind: 'failure', reason: outcome } : outcome;
}

function agentOptions(signal: AbortSignal): object {
	return { signal };
}
