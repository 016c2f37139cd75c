import type { IDataObject } from 'n8n-workflow';

import { header, isSuccess, MAX_REFUSAL_BYTES } from './outcome';
import type { Outcome } from './outcome';
import { parseJson } from './parseJson';
import { isBodyStream, readBody } from './readBody';
import { redactAnswer } from './redactAnswer';
import type { Redactor } from './redact';

/** Decompressed. A hundred audit logs are some 50 kB. */
export const MAX_BYTES = 50_000_000;

/** What n8n hands over, before the body is read. */
export interface RawAnswer {
	status: number;
	headers: IDataObject;
	/** A stream; some hosts read it themselves, whatever was asked for. */
	body: unknown;
}

/**
 * Reads an answer whole, or no further than a limit. The API key is masked in data that has it.
 * @param signal ends the reading
 * @throws whatever the connection ends with, and TooManyEntries
 */
export async function readAnswer(
	{ status, headers, body }: RawAnswer,
	redactor: Redactor,
	signal: AbortSignal,
): Promise<Outcome> {
	if (!isBodyStream(body)) return { kind: 'answer', status, headers, body };

	const maxBytes = status < 300 ? MAX_BYTES : MAX_REFUSAL_BYTES;
	const contentType = header(headers, 'content-type') ?? '';
	const { text, isWhole } = await readBody(body, { contentType, maxBytes, signal });
	if (!isWhole && status < 300) return { kind: 'silence', why: 'tooLarge' };
	const parsed = isWhole ? await parseJson(text) : undefined;
	const found = parsed === undefined ? text : parsed;
	const mustMask = isSuccess(status) && (await redactor.holdsKey(text));
	const shown = mustMask ? await redactAnswer(found, redactor) : found;
	return { kind: 'answer', status, headers, body: shown, length: text.length };
}
