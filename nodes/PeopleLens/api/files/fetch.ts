import type {
	IBinaryData,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
} from 'n8n-workflow';

import { classifyTransportError } from '../http/outcome';
import type { Outcome } from '../http/outcome';
import { DEFAULT_POLICY, retryDelay } from '../http/retry';
import { delay } from '../http/timing';
import { boundedBytes, FileTooLarge, MAX_FILE_BYTES, toStream } from './stream';
import type { FileStream } from './stream';

/** What PeopleLens says of a file. */
export interface FileToFetch {
	name: string;
	mimeType?: string;
	/** In bytes, and more than 0. */
	size?: number;
}

/** The file as n8n keeps it, and how many bytes have come. */
export interface Arrived {
	kind: 'file';
	binary: IBinaryData;
	bytes: number;
}

/** A file, or what came in its place. */
export type Fetched = Arrived | Outcome | { kind: 'page' } | { kind: 'tooLarge' };

interface FullResponse {
	statusCode: number;
	headers: IDataObject;
	body: unknown;
}

/** How hosts of files call a kind that they don't know. */
const ANY_BYTES = /^(application|binary)\/octet-stream\b/i;

/**
 * Fetches a file into n8n's binary data. As with requests to the API, a fault of the moment is waited for.
 * @param signal ends it
 */
export async function fetchFile(
	context: IExecuteFunctions,
	url: string,
	file: FileToFetch,
	signal: AbortSignal,
): Promise<Fetched> {
	let waitedMs = 0;
	for (let count = 1; ; count++) {
		const fetched = await fetchInto(context, url, file, signal).catch((thrown: unknown) =>
			thrown instanceof FileTooLarge
				? { kind: 'tooLarge' as const }
				: classifyTransportError(thrown),
		);
		if (fetched.kind !== 'response' && fetched.kind !== 'failure') return fetched;
		const attempts = { method: 'GET' as const, count, waitedMs };
		const pause = retryDelay(fetched, attempts, DEFAULT_POLICY, Date.now());
		if (pause === undefined) return fetched;
		waitedMs += pause;
		await delay(pause, signal);
	}
}

async function fetchInto(
	context: IExecuteFunctions,
	url: string,
	file: FileToFetch,
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
		if (/^text\/html/i.test(type) && !mayBePage(file)) return { kind: 'page' };
		if (Number(headers['content-length'] ?? 0) > MAX_FILE_BYTES) throw new FileTooLarge();
		const arrived = { bytes: 0 };
		const bytes = await toStream(stream, boundedBytes(stream, { arrived }));
		const kind = kindOf(file.name, [file.mimeType, type || undefined]);
		const binary = await context.helpers.prepareBinaryData(bytes, file.name, kind);
		// Where PeopleLens does not say how large it is, the file itself may be empty.
		const cameEmpty = arrived.bytes === 0 && file.size !== undefined;
		if (cameEmpty) return { kind: 'failure', reason: 'dropped' };
		return { kind: 'file', binary, ...arrived };
	} finally {
		signal.removeEventListener('abort', close);
		stream.destroy();
	}
}

/** Somebody's résumé may be a web page. */
const mayBePage = ({ name, mimeType = '' }: FileToFetch) =>
	/html/i.test(mimeType) || /\.x?html?$/i.test(name);

/**
 * The first kind that says something. Without one, n8n finds it out by the ending of the name; a name
 * without an ending it would take for that of a text.
 */
function kindOf(name: string, told: Array<string | undefined>): string | undefined {
	const kinds = told.filter((kind) => kind !== undefined);
	const known = kinds.find((kind) => !ANY_BYTES.test(kind));
	return known ?? (/\.[a-z]\w{1,4}$/i.test(name) ? undefined : kinds[0]);
}
