import { isRecord } from '../guards';

/** Long enough for a list of field messages, short enough to be read. */
const LONGEST = 400;

/**
 * What PeopleLens itself said about a request that it did not fulfil. The API reference does not
 * describe that body, so all usual places are looked at: `message`, `error` (text or object),
 * `detail`, `title`, and the list in `errors`. A web page is cut down to its title.
 * @returns undefined when nothing was said
 */
export function apiWords(body: unknown): string | undefined {
	const text = typeof body === 'string' ? plainWords(body) : wordsIn(body);
	const words = text?.replace(/\s+/g, ' ').trim();
	if (!words) return undefined;
	return words.length > LONGEST ? `${words.slice(0, LONGEST)}…` : words;
}

/** Whether an answer is a web page: a proxy, a login page, or another site altogether. */
export function isWebPage(body: unknown): boolean {
	return typeof body === 'string' && /^\s*<(!doctype|html|head|body|\?xml|!--)/i.test(body);
}

/** The words in a text, but never half a JSON document, which holds data and no words. */
function plainWords(text: string): string | undefined {
	if (/^\s*[[{]/.test(text)) return undefined;
	if (!isWebPage(text)) return text;
	return /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1];
}

function wordsIn(value: unknown, depth = 0): string | undefined {
	if (typeof value === 'string') return value;
	if (Array.isArray(value)) return joined(value.map((entry) => wordsIn(entry, depth)));
	if (!isRecord(value) || depth > 3) return undefined;

	const main = ['message', 'error', 'detail', 'title', 'msg']
		.map((key) => wordsIn(value[key], depth + 1))
		.find(Boolean);
	const field = [value.field, value.path, value.param].find((name) => typeof name === 'string');
	const list = fieldWords(value.errors, depth + 1);
	const words = joined([main, list === main ? undefined : list]);
	return words && field ? `${String(field)}: ${words}` : words;
}

/** `errors` is a list, or an object of lists by field. */
function fieldWords(errors: unknown, depth: number): string | undefined {
	if (!isRecord(errors)) return wordsIn(errors, depth);
	const entries = Object.entries(errors).map(([field, value]) => {
		const words = wordsIn(value, depth);
		return words && `${field}: ${words}`;
	});
	return joined(entries);
}

function joined(parts: Array<string | undefined>): string | undefined {
	return parts.filter(Boolean).join('; ') || undefined;
}
