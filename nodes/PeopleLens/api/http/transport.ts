import type { IDataObject, IHttpRequestOptions } from 'n8n-workflow';

import type { ApiCall, N8nContext } from '../call';
import { CREDENTIAL } from './connection';
import type { Connection } from './connection';
import { endBy } from './endBy';
import { silenceOf } from './outcome';
import type { Outcome } from './outcome';
import { readAnswer } from './readAnswer';

export interface AttemptLimits {
	timeoutMs: number;
	/** In ms since the epoch. */
	deadline?: number;
	signal?: AbortSignal;
}

type Request = Pick<ApiCall<unknown>, 'method' | 'path' | 'query' | 'body'>;

/** What n8n answers to a request with `returnFullResponse`. */
interface FullResponse {
	statusCode: number;
	headers?: IDataObject;
	body: unknown;
}

/**
 * Sends one request, once, and reads its answer, for no longer than its limits allow. Whatever
 * happens comes back as an outcome; nothing is thrown.
 */
export async function attempt(
	context: N8nContext,
	connection: Connection,
	request: Request,
	{ timeoutMs, deadline = Infinity, signal }: AttemptLimits,
): Promise<Outcome> {
	if (signal?.aborted) return { kind: 'silence', why: 'stopped' };
	const timeout = Math.min(timeoutMs, deadline - Date.now());
	if (timeout <= 0) return { kind: 'silence', why: 'outOfTime' };

	const outcome = await endBy(timeout, signal, async (ending) => {
		try {
			const { statusCode, headers = {}, body } = await send(context, connection, request, ending);
			return await readAnswer({ status: statusCode, headers, body }, connection.redactor, ending);
		} catch (thrown) {
			return silenceOf(thrown);
		}
	});
	return typeof outcome === 'string' ? { kind: 'silence', why: outcome } : outcome;
}

async function send(
	context: N8nContext,
	{ baseUrl, credential }: Connection,
	{ method, path, query, body }: Request,
	signal: AbortSignal,
): Promise<FullResponse> {
	const options: IHttpRequestOptions = {
		method,
		url: `${baseUrl}${path}`,
		qs: query,
		body,
		json: true,
		// n8n reads a body without any limit; as a stream, it is left to us.
		encoding: 'stream',
		// n8n would turn a refusal into words of its own, and wrapping those again loses ours.
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		// Followed, a redirect may carry the key away, and turns a POST or DELETE into a GET.
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
	};
	return (await context.helpers.httpRequestWithAuthentication.call(
		withSignal(context, signal),
		CREDENTIAL,
		options,
		// Or n8n reads it anew for each request.
		{ credentialsDecrypted: { id: '', name: '', type: CREDENTIAL, data: { ...credential } } },
	)) as FullResponse;
}

/** n8n asks the context what ends a request, and takes no other signal from an execution. */
function withSignal(context: N8nContext, signal: AbortSignal): N8nContext {
	const own = Object.create(context) as N8nContext;
	return Object.assign(own, { getExecutionCancelSignal: () => signal });
}
