import type {
	IBinaryData,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
} from 'n8n-workflow';

import type { Api } from '../client';
import { classifyTransportError } from '../http/outcome';
import type { Outcome } from '../http/outcome';
import { DEFAULT_POLICY, retryDelay } from '../http/retry';
import { delay, withTimeout } from '../http/timing';
import type { Interruption } from '../http/timing';
import { boundedBytes, FileTooLarge, MAX_FILE_BYTES, toStream } from './stream';
import type { FileStream } from './stream';

/** A document, as far as it matters for its file. */
export interface FileToFetch {
	/** As PeopleLens gives it; may be relative to the API's address. */
	url: unknown;
	name: string;
	mimeType?: string;
	/** Asks for the address again: one that was got together with others may have run out meanwhile. */
	renewUrl: () => Promise<unknown>;
}

/** How hosts of files answer for an address that has run out. */
const EXPIRED_STATUSES = [400, 401, 403, 404, 410];

interface FullResponse {
	statusCode: number;
	headers: IDataObject;
	body: unknown;
}

/** For a large file over a slow line, in ms. */
const DOWNLOAD_MS = 10 * 60_000;

/** How hosts of files call a kind that they don't know. */
const ANY_BYTES = /^(application|binary)\/octet-stream\b/i;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Fetches a file from the address that PeopleLens has signed for it, into n8n's binary data. The API
 * key is not sent: the address alone opens the file, on whichever host it lies.
 * @throws NodeOperationError
 */
export async function downloadFile(
	context: IExecuteFunctions,
	api: Api,
	file: FileToFetch,
): Promise<IBinaryData> {
	const fail = (what: string, how: string) =>
		api.operationError(`The file '${api.quote(file.name)}' ${what}`, how);
	const fetchFrom = async (address: unknown) => {
		const url = fileUrl(address, await api.baseUrl());
		if (url === undefined) throw fail('has no address that it could be fetched from', AGAIN);
		return await withTimeout(
			DOWNLOAD_MS,
			context.getExecutionCancelSignal?.(),
			async (signal) => await fetchWithRetry(context, url, file, signal),
		);
	};
	let fetched = await fetchFrom(file.url);
	if (isExpired(fetched)) fetched = await fetchFrom(await file.renewUrl());
	if (fetched === 'canceled') throw api.operationError('The execution was canceled.');
	if (fetched === 'timeout') throw fail('took longer than ten minutes', AGAIN);
	if (fetched === 'tooLarge') throw fail(`is larger than ${MAX_IN_WORDS}`, TOO_LARGE);
	if (fetched === 'page') throw fail('could not be fetched: a web page came in its place', EXPIRED);
	if (!isOutcome(fetched)) return fetched;
	if (fetched.kind === 'failure') throw fail('did not arrive whole', AGAIN);
	throw fail(`could not be fetched (HTTP ${fetched.status})`, EXPIRED);
}

const MAX_IN_WORDS = `${MAX_FILE_BYTES / 1_000_000} MB`;
const TOO_LARGE = 'Nodes of n8n are not made for files of that size: open it in PeopleLens.';
const AGAIN = 'Run this again. If it goes on, open the document in PeopleLens.';
const EXPIRED =
	'PeopleLens gives an address that is good for a short while. Run this again, which asks for a new one; if it goes on, open the document in PeopleLens.';

/** As with requests to the API, a fault of the moment is waited for. */
async function fetchWithRetry(
	context: IExecuteFunctions,
	url: string,
	file: FileToFetch,
	signal: AbortSignal,
): Promise<Fetched> {
	let waitedMs = 0;
	for (let count = 1; ; count++) {
		const fetched = await fetchInto(context, url, file, signal).catch((thrown: unknown) =>
			thrown instanceof FileTooLarge ? ('tooLarge' as const) : classifyTransportError(thrown),
		);
		if (typeof fetched === 'string' || !isOutcome(fetched)) return fetched;
		const attempts = { method: 'GET' as const, count, waitedMs };
		const pause = retryDelay(fetched, attempts, DEFAULT_POLICY, Date.now());
		if (pause === undefined) return fetched;
		waitedMs += pause;
		await delay(pause, signal);
	}
}

/** The file as n8n keeps it, or what came in its place. */
type Fetched = IBinaryData | Outcome | 'page' | 'tooLarge';

const isOutcome = (fetched: IBinaryData | Outcome): fetched is Outcome => 'kind' in fetched;

const isExpired = (fetched: Fetched | Interruption) =>
	typeof fetched === 'object' &&
	isOutcome(fetched) &&
	fetched.kind === 'response' &&
	EXPIRED_STATUSES.includes(fetched.status);

async function fetchInto(
	context: IExecuteFunctions,
	url: string,
	{ name, mimeType }: FileToFetch,
	signal: AbortSignal,
): Promise<Fetched> {
	const options: IHttpRequestOptions = {
		method: 'GET',
		url,
		encoding: 'stream',
		ignoreHttpStatusErrors: true,
		returnFullResponse: true,
		// A signed address opens its file, or nothing.
		disableFollowRedirect: true,
		abortSignal: signal,
	};
	const { statusCode, headers, body } = (await context.helpers.httpRequest(
		options,
	)) as FullResponse;
	const stream = body as FileStream;
	const close = () => stream.destroy();
	signal.addEventListener('abort', close, { once: true });
	try {
		const type = String(headers['content-type'] ?? '');
		if (statusCode !== 200) return { kind: 'response', status: statusCode, headers, body: '' };
		if (/^text\/html/i.test(type) && !/html/i.test(mimeType ?? '')) return 'page';
		if (Number(headers['content-length'] ?? 0) > MAX_FILE_BYTES) throw new FileTooLarge();
		const bytes = await toStream(stream, boundedBytes(stream));
		const kind = kindOf(name, [mimeType, type || undefined]);
		return await context.helpers.prepareBinaryData(bytes, name, kind);
	} finally {
		signal.removeEventListener('abort', close);
		stream.destroy();
	}
}

/**
 * The first kind that says something. Without one, n8n finds it out by the ending of the name; a name
 * without an ending it would take for that of a text.
 */
function kindOf(name: string, told: Array<string | undefined>): string | undefined {
	const kinds = told.filter((kind) => kind !== undefined);
	const known = kinds.find((kind) => !ANY_BYTES.test(kind));
	return known ?? (/\.[a-z]\w{1,4}$/i.test(name) ? undefined : kinds[0]);
}

/** https, or plain http where the API itself is on this very machine. */
function fileUrl(url: unknown, baseUrl: string): string | undefined {
	if (typeof url !== 'string' || url === '' || !URL.canParse(url, baseUrl)) return undefined;
	const target = new URL(url, baseUrl);
	const isLocal = LOOPBACK.test(target.hostname) && LOOPBACK.test(new URL(baseUrl).hostname);
	if (target.protocol === 'https:' || (target.protocol === 'http:' && isLocal)) return target.href;
	return undefined;
}
