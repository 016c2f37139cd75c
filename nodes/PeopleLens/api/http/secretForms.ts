import { unescapeWithPositions } from './unescape';

/** A shorter encoded text would also be found where there is no key. */
const SHORTEST_ENCODED = 8;

/**
 * The API key as it may appear in a text: as it is, in base64 (alone or behind other text, such as
 * `Bearer ` or `user:`), in URL-safe base64 and in hexadecimal. Escapes are undone elsewhere.
 */
export function secretForms(apiKey: string): string[] {
	const whole = Buffer.from(`Bearer ${apiKey}`).toString('base64');
	const base64 = [whole, ...[0, 1, 2].map((before) => base64Behind(before, apiKey))];
	const urlSafe = base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_'));
	const encoded = [...base64, ...urlSafe, Buffer.from(apiKey).toString('hex')];
	const plain = [apiKey, unescapeWithPositions(apiKey).text];
	return [...plain, ...encoded.filter(({ length }) => length >= SHORTEST_ENCODED)];
}

/** What three bytes become depends on all of them: what depends on the text before is left out. */
function base64Behind(before: number, apiKey: string): string {
	const form = Buffer.from('\0'.repeat(before) + apiKey).toString('base64');
	return form.slice(Math.ceil((before * 8) / 6));
}
