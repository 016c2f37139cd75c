/**
 * The API key in every form in which a server could send it back, written apart from the package's own
 * redaction so that neither hides the other's gaps.
 */

/** From so many characters on, a piece of the key counts as a leak. */
const LEAK = 8;

/** Every form that an API key may take in a server's answer, by what it is called. */
export function formsOf(key: string): Record<string, string> {
	const each = (encode: (character: string, index: number) => string) =>
		Array.from(key, encode).join('');
	const json = JSON.stringify(key);
	return {
		'as it is': key,
		'in capitals': key.toUpperCase(),
		'in small letters': key.toLowerCase(),
		'in base64': base64(key),
		'in base64 with "Bearer" before it': base64(`Bearer ${key}`),
		'in base64 behind one character': base64(`x${key}`),
		'in base64 behind two characters': base64(`xy${key}`),
		'in base64 as user and password': base64(`user:${key}`),
		'in base64 between other text': base64(`the key ${key} is wrong`),
		'in URL-safe base64': Buffer.from(`ab:${key}`).toString('base64url'),
		'in hexadecimal': Buffer.from(key).toString('hex'),
		'in hexadecimal capitals': Buffer.from(key).toString('hex').toUpperCase(),
		'percent-encoded': encodeURIComponent(key),
		'percent-encoded, every character': each((c) => `%${hex(c)}`),
		'percent-encoded, every third character': each((c, i) => (i % 3 ? c : `%${hex(c)}`)),
		'percent-encoded twice': encodeURIComponent(encodeURIComponent(key)),
		'percent-encoded by JavaScript of old': each((c) => `%u00${hex(c)}`),
		'as JSON': json,
		'as JSON in JSON': JSON.stringify(json),
		'as JSON of PHP': json.replaceAll('/', '\\/'),
		'with \\u escapes': each((c) => `\\u00${hex(c)}`),
		'with some \\u escapes, escaped again': each((c, i) => (i % 4 ? c : `\\\\u00${hex(c)}`)),
		'with \\x escapes': each((c) => `\\x${hex(c)}`),
		'with \\u{} escapes': each((c) => `\\u{${hex(c)}}`),
		'with decimal HTML entities': each((c) => `&#${c.charCodeAt(0)};`),
		'with decimal HTML entities without a semicolon': each((c) => `&#0${c.charCodeAt(0)}`),
		'with hexadecimal HTML entities': each((c, i) => (i % 2 ? c : `&#x${hex(c)};`)),
		'with named HTML entities': html(key),
		'with named HTML entities, escaped again': html(html(key)),
		'in lines': each((c, i) => (i % 5 ? c : `${c}\n`)),
		'with invisible characters between': each((c) => `${c}\u200b`),
		'with white space and escapes': each((c, i) => (i % 2 ? ` ${c}` : `%${hex(c)}`)),
		'in base64, percent-encoded': encodeURIComponent(base64(key)),
		'in base64, in lines': base64(key).replace(/.{6}/g, '$&\r\n'),
	};
}

const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(2, '0');

const base64 = (text: string) => Buffer.from(text).toString('base64');

const html = (text: string) =>
	text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('=', '&equals;');

/** Whether so many characters in a row of `secret` are in `text`, whatever their case. */
export function leaks(text: string, secret: string, length = LEAK): boolean {
	const [shown, hidden] = [text.toLowerCase(), secret.toLowerCase()];
	for (let index = 0; index + length <= hidden.length; index++) {
		if (shown.includes(hidden.slice(index, index + length))) return true;
	}
	return false;
}

/**
 * The ways in which a text gives a piece of the key away that is long enough to be of use.
 * @returns empty where the key is safe
 */
export function leaksOf(key: string, text: string): string[] {
	const dense = text.replace(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/');
	// Behind none, one or two characters, without the groups that hold bytes of others.
	const inBase64 = ['', 'x', 'xy'].map((before) =>
		base64(`${before}${key}`).slice(before === '' ? 0 : 4, -4),
	);
	const hexadecimal = Buffer.from(key).toString('hex');
	const ways: Record<string, boolean> = {
		'as it is': leaks(text, key),
		'written differently': leaks(decoded(text), key),
		'in base64': inBase64.some((form) => leaks(dense, form, (LEAK * 3) / 2)),
		'in hexadecimal': leaks(dense, hexadecimal, LEAK * 2),
	};
	return Object.keys(ways).filter((way) => ways[way]);
}

/** What a reader could make of a text that is only written differently. */
export function decoded(text: string): string {
	const fromHex = (_: string, digits: string) => String.fromCharCode(parseInt(digits, 16));
	return text
		.replace(/[\s\u200b]/g, '')
		.replace(/%(?:25)*(?:u00)?([0-9a-f]{2})/gi, fromHex)
		.replace(/\\+(?:u\{|u00|x)([0-9a-f]{2})\}?/gi, fromHex)
		.replace(/&(?:amp;)*#x([0-9a-f]{2});?/gi, fromHex)
		.replace(/&(?:amp;)*#0*(\d{2,3});?/gi, (_, digits) => String.fromCharCode(Number(digits)))
		.replace(/&(?:amp;)*quot;/g, '"')
		.replace(/&(?:amp;)*equals;/g, '=')
		.replace(/(&amp;)+/g, '&')
		.replace(/\\+(["/])/g, '$1');
}
