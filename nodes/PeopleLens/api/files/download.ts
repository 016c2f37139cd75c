import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import type { Api } from '../client';
import type { HttpResponse } from '../http/outcome';
import { withTimeout } from '../http/timing';
import * as words from './failures';
import { fetchFile } from './fetch';
import type { Arrived, FileToFetch } from './fetch';

/** A document, as far as it matters for its file. */
export interface DocumentToFetch extends FileToFetch {
	/** As PeopleLens gives it; may be relative to the API's address. */
	url: unknown;
	/** Asks for the address again: one that was got together with others may have run out meanwhile. */
	renewUrl: () => Promise<unknown>;
}

/** How hosts of files answer for an address that has run out. */
const EXPIRED_STATUSES = [400, 401, 403, 404, 410];

/** For a large file over a slow line, in ms. */
const DOWNLOAD_MS = 10 * 60_000;

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/**
 * Fetches a file from the address that PeopleLens has signed for it, into n8n's binary data. The API
 * key is not sent: the address alone opens the file, on whichever host it lies.
 * @throws NodeOperationError
 */
export async function downloadFile(
	context: IExecuteFunctions,
	api: Api,
	file: DocumentToFetch,
): Promise<IBinaryData> {
	const name = api.quote(file.name);
	const fail = ([what, how]: [string, string]) =>
		api.operationError(`The file '${name}' ${what}`, how);
	const fetchFrom = async (address: unknown): Promise<Arrived | HttpResponse> => {
		const url = fileUrl(address, await api.baseUrl());
		if (url === undefined) throw fail(words.NO_ADDRESS);
		const fetched = await withTimeout(
			DOWNLOAD_MS,
			context.getExecutionCancelSignal?.(),
			async (signal) => await fetchFile(context, url, file, signal),
		);
		if (fetched === 'canceled') throw api.operationError('The execution was canceled.');
		if (fetched === 'timeout') throw fail(words.TOO_SLOW);
		switch (fetched.kind) {
			case 'tooLarge':
				throw fail(words.TOO_LARGE);
			case 'page':
				throw fail(words.PAGE);
			case 'failure':
				throw fail(words.failureInWords(fetched, new URL(url).origin, api.quote));
			default:
				return fetched;
		}
	};
	let fetched = await fetchFrom(file.url);
	if (isExpired(fetched)) fetched = await fetchFrom(await file.renewUrl());
	if (fetched.kind === 'response') throw fail(words.refused(fetched.status));
	const { binary, bytes } = fetched;
	if (file.size !== undefined && file.size !== bytes) {
		// No reason to fail: it may be rounded.
		context.addExecutionHints?.({
			message: `'${name}' has ${inWords(bytes)} bytes; PeopleLens says ${inWords(file.size)}. Open the file to see whether it is whole.`,
			type: 'warning',
			location: 'outputPane',
		});
	}
	return binary;
}

const inWords = (bytes: number) => bytes.toLocaleString('en');

const isExpired = (fetched: Arrived | HttpResponse) =>
	fetched.kind === 'response' && EXPIRED_STATUSES.includes(fetched.status);

/** https, or plain http where the API itself is on this very machine. */
function fileUrl(url: unknown, baseUrl: string): string | undefined {
	if (typeof url !== 'string' || url === '' || !URL.canParse(url, baseUrl)) return undefined;
	const target = new URL(url, baseUrl);
	const isLocal = LOOPBACK.test(target.hostname) && LOOPBACK.test(new URL(baseUrl).hostname);
	if (target.protocol === 'https:' || (target.protocol === 'http:' && isLocal)) return target.href;
	return undefined;
}
