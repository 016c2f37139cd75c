import type {
	ICredentialsDecrypted,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	ILoadOptionsFunctions,
	IPollFunctions,
} from 'n8n-workflow';

import { classifyTransportError } from './outcome';
import type { Outcome } from './outcome';
import { readResponse } from './readResponse';
import type { Redactor } from './redact';
import { withTimeout } from './timing';

/** What of n8n's contexts can send requests with a node's credential. */
export type N8nContext = IExecuteFunctions | ILoadOptionsFunctions | IPollFunctions;

/** Where requests go, and what with. */
export interface Connection {
	/** An origin, such as `https://acme.peoplelensai.com`. */
	baseUrl: string;
	/** Keeps the API key out of what users see. */
	redactor: Redactor;
	/** As it was read: a key that is replaced meanwhile would be unknown to the redactor. */
	credential: ICredentialsDecrypted;
}

export interface HttpRequest {
	method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
	/** From the root, with its parts encoded. */
	path: string;
	/** Values that are undefined are not sent. */
	query?: IDataObject;
	body?: IDataObject;
	/** Opens a file to send in place of `body`: anew for each attempt, because a stream flows once. */
	file?: () => Promise<FileBody>;
	/** In ms, where this request may take longer than others. */
	timeoutMs?: number;
}

/** A form with a file in it. */
export interface FileBody {
	headers: IDataObject;
	stream: NonNullable<IHttpRequestOptions['body']>;
	/** Lets go of the file. Where it comes from memory, there is nothing to let go of. */
	close?: () => void;
}

export interface AttemptLimits {
	timeoutMs: number;
	/** In ms since the epoch. */
	deadline?: number;
	signal?: AbortSignal;
}

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
export async function sendOnce(
	context: N8nContext,
	connection: Connection,
	request: HttpRequest,
	{ timeoutMs, deadline = Infinity, signal }: AttemptLimits,
): Promise<Outcome> {
	if (signal?.aborted) return { kind: 'failure', reason: 'canceled' };
	const patience = Math.max(timeoutMs, request.timeoutMs ?? 0);
	const timeout = Math.min(patience, deadline - Date.now());
	if (timeout <= 0) return { kind: 'failure', reason: 'budgetExceeded' };

	const outcome = await withTimeout(timeout, signal, async (ending) => {
		let form: FileBody | undefined;
		try {
			form = await request.file?.();
			const response = await send(context, connection, { ...request, form }, ending);
			const { statusCode: status, headers = {}, body } = response;
			return await readResponse({ status, headers, body }, connection.redactor, ending);
		} catch (thrown) {
			return classifyTransportError(thrown);
		} finally {
			// Not before the answer is read: it may come while the file is still on its way.
			form?.close?.();
		}
	});
	return typeof outcome === 'string' ? { kind: 'failure', reason: outcome } : outcome;
}

async function send(
	context: N8nContext,
	{ baseUrl, credential }: Connection,
	{ method, path, query, body, form }: HttpRequest & { form?: FileBody },
	signal: AbortSignal,
): Promise<FullResponse> {
	const options: IHttpRequestOptions = {
		method,
		url: `${baseUrl}${path}`,
		qs: query,
		body: form?.stream ?? body,
		headers: form?.headers,
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
		credential.type,
		options,
		// Or n8n reads it anew for each request.
		{ credentialsDecrypted: { ...credential, data: { ...credential.data } } },
	)) as FullResponse;
}

/** n8n asks the context what ends a request, and takes no other signal from an execution. */
function withSignal(context: N8nContext, signal: AbortSignal): N8nContext {
	const own = Object.create(context) as N8nContext;
	return Object.assign(own, { getExecutionCancelSignal: () => signal });
}
