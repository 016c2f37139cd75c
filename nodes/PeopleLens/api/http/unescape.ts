import { NAMED_CHARACTERS } from './namedCharacters';

/**
 * `%41`, `%2541`, `%u0041`; `\u0041`, `\u{41}`, `\x41`, `\/`, also escaped again; `&#65;`, `&#x41;`, `&amp;`.
 * A run of backslashes is only entered at its beginning, or the search would be quadratic.
 */
const ESCAPES = [
	'%(?:25)*(?:u00)?[0-9a-f]{2}',
	'(?<!\\\\)\\\\+(?:u\\{0{0,8}[0-9a-f]{2}\\}?|u00[0-9a-f]{2}|x[0-9a-f]{2}|["\'`/])',
	'&(?:amp;)*(?:#x0{0,8}[0-9a-f]{2}|#0{0,8}\\d{2,3}|[a-z]{2,8});?',
].join('|');

/** White space and characters that nobody sees: enough to hide a key from a plain search. */
const INVISIBLE = '[\\s\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]+';

const ESCAPE = new RegExp(ESCAPES, 'giu');
const ESCAPE_OR_INVISIBLE = new RegExp(`${ESCAPES}|${INVISIBLE}`, 'giu');

/** A text without escapes, and where each of its characters stood in the original. */
export interface Unescaped {
	text: string;
	/** Where the character at an index begins in the original. */
	starts: number[];
	/** Where it ends there. */
	ends: number[];
}

/** Takes the escapes out of a text. Linear in its length. */
export function unescape(text: string): string {
	return /[%&]|\\[ux/\\]/i.test(text)
		? text.replace(ESCAPE, (escape) => meaningOf(escape) ?? escape)
		: text;
}

/** Takes escapes, white space and invisible characters out of a text. Linear in its length. */
export function unescapeWithPositions(text: string): Unescaped {
	const result: Unescaped = { text: '', starts: [], ends: [] };
	const keep = (from: number, to: number) => {
		result.text += text.slice(from, to);
		for (let index = from; index < to; index++) {
			result.starts.push(index);
			result.ends.push(index + 1);
		}
	};
	let position = 0;
	for (const { 0: found, index } of text.matchAll(ESCAPE_OR_INVISIBLE)) {
		const end = index + found.length;
		keep(position, index);
		position = end;
		const isEscape = '%&\\'.includes(found[0]);
		const character = isEscape ? meaningOf(found) : '';
		if (character === undefined) {
			keep(index, end);
		} else if (character !== '') {
			result.text += character;
			result.starts.push(index);
			result.ends.push(end);
		}
	}
	keep(position, text.length);
	return result;
}

/** @returns undefined for what only looks like an escape */
function meaningOf(escape: string): string | undefined {
	if (escape[0] === '&') return meaningOfEntity(escape);
	const end = escape.at(-1) === '}' ? -1 : undefined;
	const isQuoted = escape[0] === '\\' && '"\'`/'.includes(escape.slice(-1));
	return isQuoted ? escape.slice(-1) : character(parseInt(escape.slice(-2 + (end ?? 0), end), 16));
}

function meaningOfEntity(entity: string): string | undefined {
	const end = entity.endsWith(';') ? -1 : undefined;
	// `&amp;amp;#65;` is `&#65;`, escaped twice.
	const body = entity.slice(1, end).split(';').at(-1) ?? '';
	const number = body.slice(body.indexOf('#') + 1);
	if (!body.includes('#')) return NAMED_CHARACTERS[body.toLowerCase()];
	return character(/^x/i.test(number) ? parseInt(number.slice(1), 16) : Number(number));
}

function character(code: number): string | undefined {
	return code < 0x80 ? String.fromCharCode(code) : undefined;
}
