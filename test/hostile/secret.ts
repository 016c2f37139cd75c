/**
 * The API key in every form in which a server could send it back, written apart from the package's
 * own redaction so that neither hides the other's gaps.
 */

/** From so many characters on, a piece of the key counts as a leak. */
const LEAK = 8;

const bytes = (text: string) => Buffer.from(text, 'utf8');

const everyCharacter = (text: string, spell: (code: string) => string) =>
	[...text].map((character) => spell(character.charCodeAt(0).toString(16))).join('');

/** Each form, by name. `echo` is how a server would write it. */
export const SPELLINGS: Record<string, (key: string) => string> = {
	plain: (key) => key,
	bearer: (key) => `Bearer ${key}`,
	'upper case': (key) => key.toUpperCase(),
	'lower case': (key) => key.toLowerCase(),
	base64: (key) => bytes(key).toString('base64'),
	'base64 of the header': (key) => bytes(`Bearer ${key}`).toString('base64'),
	'base64 shifted by one': (key) => bytes(`x${key}`).toString('base64'),
	'base64 shifted by two': (key) => bytes(`xy${key}`).toString('base64'),
	base64url: (key) => bytes(key).toString('base64url'),
	'percent-encoded': (key) => encodeURIComponent(key),
	'percent-encoded throughout': (key) => everyCharacter(key, (code) => `%${code}`),
	'JSON-escaped': (key) => JSON.stringify(key).slice(1, -1),
	'JSON-escaped throughout': (key) => everyCharacter(key, (code) => `\\u${code.padStart(4, '0')}`),
	'HTML-escaped': (key) =>
		key
			.replaceAll('&', '&amp;')
			.replaceAll('"', '&quot;')
			.replaceAll('<', '&lt;')
			.replaceAll('+', '&#43;')
			.replaceAll('/', '&#x2F;')
			.replaceAll('=', '&#61;'),
	'HTML-escaped throughout': (key) => everyCharacter(key, (code) => `&#x${code};`),
	'first half': (key) => key.slice(0, Math.ceil(key.length / 2)),
	'second half': (key) => key.slice(Math.floor(key.length / 2)),
};

/** Forms whose every window of the text gives the key away, with how many characters make a leak. */
function forms(key: string): Array<[name: string, text: string, window: number]> {
	const encoded = [
		'base64',
		'base64 of the header',
		'base64 shifted by one',
		'base64 shifted by two',
		'base64url',
	];
	return Object.entries(SPELLINGS).map(([name, spell]) => {
		const text = spell(key);
		// "Bearer" alone says nothing: of such a form only what holds the key counts.
		if (name === 'bearer') return [name, key, LEAK];
		if (name.endsWith('throughout')) return [name, text, (LEAK * text.length) / key.length];
		if (!encoded.includes(name)) return [name, text, LEAK];
		// The first and last groups may hold bytes that are not the key's.
		const start = name === 'base64 of the header' ? 12 : name.includes('shifted') ? 4 : 0;
		return [name, text.slice(start, text.length - 4), 12];
	});
}

/**
 * The forms of which a text holds a piece that is long enough to be of use.
 * @returns their names; empty where the key is safe
 */
export function leaksOf(key: string, text: string): string[] {
	const lower = text.toLowerCase();
	return forms(key)
		.filter(([, form, window]) => {
			const needle = form.toLowerCase();
			for (let start = 0; start + window <= needle.length; start++) {
				if (lower.includes(needle.slice(start, start + window))) return true;
			}
			return false;
		})
		.map(([name]) => name);
}
