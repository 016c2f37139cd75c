import { DateTime } from 'luxon';
import type { IDataObject } from 'n8n-workflow';

import { isRecord } from './record';

/** Why there is no response, or none that was read. */
export type FailureReason =
	| 'refused'
	| 'dns'
	| 'timeout'
	| 'dropped'
	| 'unreachable'
	| 'notHttp'
	| 'certificate'
	| 'canceled'
	| 'budgetExceeded'
	| 'tooLarge'
	| 'notSent';

export interface TransportFailure {
	kind: 'failure';
	reason: FailureReason;
	/** n8n's own words, where the reason is not known. */
	message?: string;
}

export interface HttpResponse {
	kind: 'response';
	status: number;
	headers: IDataObject;
	/** Parsed where it is JSON, otherwise the text. */
	body: unknown;
	/** Of the body as text, in characters. */
	length?: number;
}

/** Longer bodies of refusals are not read to their end: nobody reads a megabyte of words. */
export const MAX_REFUSAL_BYTES = 1_000_000;

/** What one attempt to send a request came to. */
export type Outcome = HttpResponse | TransportFailure;

/** Codes of Node, its TLS and axios, as n8n's request function passes them on. */
const CODES: Array<[RegExp, FailureReason]> = [
	[/^ECONNREFUSED$/, 'refused'],
	[/^(ENOTFOUND|EAI_\w+)$/, 'dns'],
	[/^(ETIMEDOUT|ESOCKETTIMEDOUT|ECONNABORTED)$/, 'timeout'],
	// axios says ERR_BAD_RESPONSE when a connection ends in the middle of the body.
	[/^(ECONNRESET|EPIPE|ERR_BAD_RESPONSE|ERR_STREAM_PREMATURE_CLOSE|Z_\w+)$/, 'dropped'],
	[/^(EHOSTUNREACH|EHOSTDOWN|ENETUNREACH|ENETDOWN|ENETRESET|EADDRNOTAVAIL)$/, 'unreachable'],
	[/^(HPE_\w+|EPROTO|ERR_SSL_\w+)$/, 'notHttp'],
	[/^(CERT_\w+|ERR_TLS_\w+|DEPTH_ZERO\w+|SELF_SIGNED\w+|UNABLE_TO_\w+)$/, 'certificate'],
	[/^(ERR_TOO_MANY_ENTRIES|ERR_STRING_TOO_LONG)$/, 'tooLarge'],
	[/^ERR_CANCELED$/, 'canceled'],
];

/** Reads what n8n's request function threw: the code sits in it or in one of its causes. */
export function classifyTransportError(thrown: unknown): TransportFailure {
	for (let level = thrown, depth = 0; isRecord(level) && depth < 5; level = level.cause, depth++) {
		const { code } = level;
		if (typeof code !== 'string') continue;
		const known = CODES.find(([pattern]) => pattern.test(code));
		if (known) return { kind: 'failure', reason: known[1] };
	}
	const message = thrown instanceof Error ? thrown.message : undefined;
	return { kind: 'failure', reason: 'notSent', message };
}

/** Whether the server may have acted on a request although its answer didn't arrive. */
export function mayHaveBeenProcessed(outcome: Outcome): boolean {
	if (outcome.kind === 'response') return outcome.status >= 500;
	return ['timeout', 'dropped', 'canceled', 'tooLarge'].includes(outcome.reason);
}

/** Whether an answer says that all is well and is whole: 206 brings a part only. */
export function isSuccess(status: number): boolean {
	return status >= 200 && status < 300 && status !== 206;
}

/** The server did not even look at the request, because of all the others. */
export function isRateLimited(outcome: Outcome): boolean {
	return outcome.kind === 'response' && outcome.status === 429;
}

/** The first value of a header, whose name may have any case. */
export function header(headers: IDataObject, name: string): string | undefined {
	const key = Object.keys(headers).find((candidate) => candidate.toLowerCase() === name);
	const value = key === undefined ? undefined : headers[key];
	const first: unknown = Array.isArray(value) ? value[0] : value;
	return typeof first === 'string' ? first : undefined;
}

/** The server's clock when it answered (its `Date` header), in ms since the epoch. */
export function serverTime(headers: IDataObject): number | undefined {
	return httpDate(header(headers, 'date'));
}

/**
 * Reads a date as HTTP writes it, such as `Sun, 06 Nov 1994 08:49:37 GMT`, and nothing else:
 * JavaScript would also find one in `foo 5`.
 * @returns ms since the epoch
 */
export function httpDate(text = ''): number | undefined {
	const date = text.length < 50 ? DateTime.fromHTTP(text.trim()) : undefined;
	return date?.isValid ? date.toMillis() : undefined;
}
