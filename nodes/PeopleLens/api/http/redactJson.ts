import { setOwn } from './record';
import { MASK } from './redact';
import type { Redactor } from './redact';
import { TimeSlice } from './timing';

/** In characters. A longer text that has the key is masked as a whole. */
const LONGEST = 100_000;

/**
 * Masks the API key in every text of a parsed JSON document that has the key in it, in place.
 * Works at any depth and for any length; other work goes on meanwhile.
 */
export async function redactJson(body: unknown, redactor: Redactor): Promise<unknown> {
	const root = { body };
	const open: object[] = [root];
	const slice = new TimeSlice();
	for (let container = open.pop(); container; container = open.pop()) {
		for (const name of Object.keys(container)) {
			if (slice.isOver) await slice.yieldToEventLoop();
			const value: unknown = Reflect.get(container, name);
			const shownName = Array.isArray(container) ? name : await mask(name, redactor);
			const shown = typeof value === 'string' ? await mask(value, redactor) : value;
			if (shownName !== name) Reflect.deleteProperty(container, name);
			if (shownName !== name || shown !== value) setOwn(container, shownName, shown);
			if (typeof shown === 'object' && shown !== null) open.push(shown);
		}
	}
	return root.body;
}

async function mask(text: string, { redact, holdsKey }: Redactor): Promise<string> {
	if (text.length <= LONGEST) return redact(text);
	return (await holdsKey(text)) ? MASK : text;
}
