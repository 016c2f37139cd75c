import { excerpt, LONGEST_NAME } from '../../domain/excerpt';
import { isRecord } from '../http/record';

/** In characters: enough of a page or a text to find its title or its first words. */
const MAX_EXAMINED = 10_000;

/** So many values of a JSON document are looked at: enough for a list of field messages. */
const MAX_VALUES = 200;

const MAX_DEPTH = 5;

/** In characters: long enough for a list of field messages, short enough to be read. */
const MAX_LENGTH = 400;

/**
 * What PeopleLens itself said about a request that it did not fulfil. The API reference does not
 * describe that body, so all usual places are looked at: `message`, `error` (text or object),
 * `detail`, `title`, and the list in `errors`. A web page is cut down to its title. Whatever the
 * body is, only so much of it is looked at that nothing waits for it.
 * @returns as `shorten` does; undefined when nothing was said
 */
export function serverMessage(body: unknown, redact: (text: string) => string): string | undefined {
	const text = typeof body === 'string' ? messageInText(body) : new MessageSearch().messageIn(body);
	return (text && shorten(text, redact)) || undefined;
}

/**
 * Text from outside as it may be shown: without the API key, and as `excerpt` makes it.
 * @param redact comes first: what is cut off a key can't be recognised any more
 */
export const shorten = (words: string, redact: (text: string) => string): string =>
	excerpt(redact(words.slice(0, MAX_EXAMINED)), MAX_LENGTH);

/** The same of a name, an ID or an email. */
export const quote = (words: string, redact: (text: string) => string): string =>
	excerpt(redact(words.slice(0, MAX_EXAMINED)), LONGEST_NAME);

/** Whether an answer is a web page: a proxy, a login page, or another site altogether. */
export function isWebPage(body: unknown): boolean {
	return (
		typeof body === 'string' &&
		/^\s*<(!doctype|html|head|body|\?xml|!--)/i.test(body.slice(0, MAX_EXAMINED))
	);
}

/** The words in a text, but never half a JSON document, which holds data and no words. */
function messageInText(body: string): string | undefined {
	const text = body.slice(0, MAX_EXAMINED);
	if (/^\s*[[{]/.test(text)) return undefined;
	if (!isWebPage(text)) return text;
	return /<title[^<>]*>([^<]*)<\/title>/i.exec(text)?.[1];
}

/** One look through a JSON document, which ends after so many values. */
class MessageSearch {
	private values = 0;

	messageIn(value: unknown, depth = 0): string | undefined {
		if (++this.values > MAX_VALUES || depth > MAX_DEPTH) return undefined;
		if (typeof value === 'string') return value.slice(0, MAX_EXAMINED);
		if (Array.isArray(value)) return this.listMessage(value, depth + 1);
		if (!isRecord(value)) return undefined;

		const main = ['message', 'error', 'detail', 'title', 'msg']
			.map((key) => this.messageIn(value[key], depth + 1))
			.find(Boolean);
		const field = [value.field, value.path, value.param].find((name) => typeof name === 'string');
		const list = this.fieldMessages(value.errors, depth + 1);
		const words = joined([main, list === main ? undefined : list]);
		return words && field ? `${String(field).slice(0, MAX_EXAMINED)}: ${words}` : words;
	}

	private listMessage(list: unknown[], depth: number): string | undefined {
		return joined(list.slice(0, MAX_VALUES).map((entry) => this.messageIn(entry, depth)));
	}

	/** `errors` is a list, or an object of lists by field. */
	private fieldMessages(errors: unknown, depth: number): string | undefined {
		if (!isRecord(errors)) return this.messageIn(errors, depth);
		const entries = Object.keys(errors)
			.slice(0, MAX_VALUES)
			.map((field) => {
				const words = this.messageIn(errors[field], depth);
				return words && `${field.slice(0, MAX_EXAMINED)}: ${words}`;
			});
		return joined(entries);
	}
}

function joined(parts: Array<string | undefined>): string | undefined {
	return parts.filter(Boolean).join('; ') || undefined;
}
