import type { IDataObject } from 'n8n-workflow';

import { header, isSuccess, MAX_REFUSAL_BYTES } from './outcome';
import type { Outcome } from './outcome';
import { parseJson } from './parseJson';
import { redactJson } from './redactJson';
import type { Redactor } from './redact';

/** Decompressed. A hundred audit logs are some 50 kB. */
export const MAX_BYTES = 50_000_000;

/** What n8n hands over, before the body is read. */
export interface RawResponse {
	status: number;
	headers: IDataObject;
	/** A stream; some hosts read it themselves, whatever was asked for. */
	body: unknown;
}

/**
 * Reads a response whole, or no further than a limit. The API key is masked in data that has it.
 * @param signal ends the reading
 * @throws whatever the connection ends with, and TooManyEntries
 */
export async function readResponse(
	{ status, headers, body }: RawResponse,
	redactor: Redactor,
	signal: AbortSignal,
): Promise<Outcome> {
	if (!isBodyStream(body)) return { kind: 'response', status, headers, body };

	const maxBytes = status < 300 ? MAX_BYTES : MAX_REFUSAL_BYTES;
	const contentType = header(headers, 'content-type') ?? '';
	const { text, isWhole } = await readBody(body, { contentType, maxBytes, signal });
	if (!isWhole && status < 300) return { kind: 'failure', reason: 'tooLarge' };
	const parsed = isWhole ? await parseJson(text) : undefined;
	const found = parsed === undefined ? text : parsed;
	const mustMask = isSuccess(status) && (await redactor.holdsKey(text));
	const shown = mustMask ? await redactJson(found, redactor) : found;
	return { kind: 'response', status, headers, body: shown, length: text.length };
}

/** What n8n hands over of a response whose body it does not read itself. */
interface BodyStream extends AsyncIterable<Uint8Array> {
	destroy?: () => void;
}

function isBodyStream(body: unknown): body is BodyStream {
	return typeof body === 'object' && body !== null && Symbol.asyncIterator in body;
}

/**
 * Reads the text of a body as it arrives, decompressed, and no more of it than a limit allows.
 * @param maxBytes the connection is closed when there is more
 * @param signal closes the connection, too
 * @returns the text, and whether that is all of it
 * @throws whatever the connection ends with
 */
async function readBody(
	body: BodyStream,
	{ contentType, maxBytes, signal }: { contentType: string; maxBytes: number; signal: AbortSignal },
): Promise<{ text: string; isWhole: boolean }> {
	const close = () => body.destroy?.();
	signal.addEventListener('abort', close, { once: true });
	try {
		const decoder = decoderFor(contentType);
		const parts: string[] = [];
		let bytes = 0;
		for await (const chunk of body) {
			bytes += chunk.length;
			if (bytes > maxBytes) break;
			parts.push(decoder.decode(chunk, { stream: true }));
		}
		return { text: parts.join('') + decoder.decode(), isWhole: bytes <= maxBytes };
	} finally {
		signal.removeEventListener('abort', close);
	}
}

/** The charset of a `Content-Type` such as `text/html; charset=ISO-8859-1`. Default: UTF-8. */
function decoderFor(contentType: string) {
	const charset = /;\s?charset="?([\w:.-]+)/i.exec(contentType.slice(0, 200))?.[1];
	try {
		return new TextDecoder(charset);
	} catch {
		return new TextDecoder();
	}
}
