import { brotliDecompressSync, gunzipSync, inflateSync } from '../node';

/** The longest answer that is looked at, in bytes, compressed or not. */
export const MAX_BYTES = 20_000_000;

export type BodyKind = 'json' | 'brokenJson' | 'webPage' | 'text' | 'empty';

/** What came back, reduced to what the check looks at. */
export interface Response {
	kind: 'response';
	status: number;
	/** Names in lower case. */
	headers: Record<string, string>;
	body: BodyKind;
	/** Undefined unless `body` is `json`. */
	json: unknown;
	/** When the request was sent, in ms since the epoch by this machine. */
	sentAt: number;
	/** From sending to the last byte, in ms. */
	tookMs: number;
	/** The server's `Date` header, in ms since the epoch. */
	date?: number;
}

export type SilenceReason = 'dns' | 'refused' | 'timeout' | 'certificate' | 'dropped' | 'tooLarge';

/** No answer, or one that could not be read to its end. */
export interface Silence {
	kind: 'silence';
	why: SilenceReason;
}

export type Reply = Response | Silence;

/** Undoes the compression. @throws {Error} when the bytes are not what the header says, or too many */
export function decode(bytes: Buffer, encoding: string | undefined): string {
	const limit = { maxOutputLength: MAX_BYTES };
	switch (encoding?.trim().toLowerCase()) {
		case 'gzip':
		case 'x-gzip':
			return gunzipSync(bytes, limit).toString('utf8');
		case 'deflate':
			return inflateSync(bytes, limit).toString('utf8');
		case 'br':
			return brotliDecompressSync(bytes, limit).toString('utf8');
		default:
			return bytes.toString('utf8');
	}
}

/** What kind of text a body is, and its value where it is JSON. */
export function readBody(text: string): { body: BodyKind; json: unknown } {
	const start = text
		.slice(0, 200)
		.replace(/^\uFEFF/, '')
		.trimStart();
	if (start === '' && text.trim() === '') return { body: 'empty', json: undefined };
	try {
		return { body: 'json', json: JSON.parse(text.replace(/^\uFEFF/, '')) };
	} catch {
		if (/^[[{]/.test(start)) return { body: 'brokenJson', json: undefined };
		return { body: start.startsWith('<') ? 'webPage' : 'text', json: undefined };
	}
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the request itself was turned down, as something not acceptable. */
export function isRejected(reply: Reply): boolean {
	return reply.kind === 'response' && reply.status >= 400 && reply.status < 500;
}

export function isServerError(reply: Reply): boolean {
	return reply.kind === 'response' && reply.status >= 500;
}
