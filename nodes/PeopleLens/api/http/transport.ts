import type { IDataObject, IHttpRequestOptions, IN8nHttpFullResponse } from 'n8n-workflow';

import type { ApiCall, N8nContext } from '../call';
import { CREDENTIAL } from './connection';
import { silenceOf } from './outcome';
import type { Outcome } from './outcome';

export interface AttemptLimits {
	timeoutMs: number;
	/** In ms since the epoch. */
	deadline?: number;
	signal?: AbortSignal;
}

/** Sends one request, once. Whatever happens comes back as an outcome; nothing is thrown. */
export async function attempt(
	context: N8nContext,
	baseUrl: string,
	{ method, path, query, body }: Pick<ApiCall<unknown>, 'method' | 'path' | 'query' | 'body'>,
	{ timeoutMs, deadline = Infinity, signal }: AttemptLimits,
): Promise<Outcome> {
	if (signal?.aborted) return { kind: 'silence', why: 'stopped' };
	const timeout = Math.min(timeoutMs, deadline - Date.now());
	if (timeout <= 0) return { kind: 'silence', why: 'outOfTime' };

	const options: IHttpRequestOptions = {
		method,
		url: `${baseUrl}${path}`,
		qs: query,
		body,
		json: true,
		timeout,
		// n8n would turn a refusal into words of its own, and wrapping those again loses ours.
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		// Followed, a redirect may carry the key away, and turns a POST or DELETE into a GET.
		disableFollowRedirect: true,
		sendCredentialsOnCrossOriginRedirect: false,
		...(signal && { abortSignal: signal }),
	};
	try {
		const answer = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			CREDENTIAL,
			options,
		)) as IN8nHttpFullResponse;
		const headers: IDataObject = answer.headers ?? {};
		return { kind: 'answer', status: answer.statusCode, headers, body: answer.body };
	} catch (thrown) {
		return silenceOf(thrown);
	}
}
