export type JsonValue = string | number | boolean | object | null;

/** What PeopleLens sends. Only `event` is certain to be there and to be a text. */
export interface HiringEvent {
	event: string;
	/** As sent: ISO 8601 by the reference. Null where it is missing. */
	timestamp: JsonValue;
	/** As sent. Null where it is missing. */
	data: JsonValue;
}

/**
 * Reads a verified body. An unknown kind of event, or one with other data than the reference shows,
 * is still an event: it must not be lost.
 *
 * @returns undefined for a body that is no JSON object with an `event`, or no UTF-8
 */
export function parseHiringEvent(body: Buffer): HiringEvent | undefined {
	const parsed = parseJson(body);
	if (!isRecord(parsed)) return undefined;
	const { event, timestamp = null, data = null } = parsed;
	if (typeof event !== 'string' || event.trim() === '') return undefined;
	return { event, timestamp, data };
}

/** Whether a value that came out of JSON is an object. */
export function isRecord(value: unknown): value is Record<string, JsonValue> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseJson(body: Buffer): unknown {
	const text = body.toString('utf8');
	// Bytes that are no UTF-8 would silently become other characters.
	if (!Buffer.from(text, 'utf8').equals(body)) return undefined;
	try {
		const json = text.replace(/^\ufeff/, '');
		const value: unknown = JSON.parse(json);
		return LONG_DIGITS.test(json) ? JSON.parse(quoteLargeIntegers(json)) : value;
	} catch {
		return undefined;
	}
}

/** Whole numbers of up to 15 digits are exact in JavaScript. */
const LONG_DIGITS = /\d{16}/;

/** In valid JSON, every quotation mark and every digit belongs to a text or a number. */
const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/**
 * JavaScript would turn a whole number beyond 2^53 into a neighbouring one: the ID of another
 * record. Such a number becomes a text with the same digits.
 *
 * @param json valid JSON
 */
function quoteLargeIntegers(json: string): string {
	return json.replace(TEXT_OR_NUMBER, (part) =>
		/^-?\d+$/.test(part) && !Number.isSafeInteger(Number(part)) ? `"${part}"` : part,
	);
}
