import { withoutInvisible } from '../../domain/identity';

/** In bytes of UTF-8. Most file systems take 255, and some add a number to a name that is taken. */
const LONGEST_NAME = 240;

/** In characters: longer than any that is registered, with its parameters. */
const LONGEST_MIME_TYPE = 240;

/** "Mary Jackson Jr. CV" has no ending, nor has "CV v1.2". */
const ENDING = /\.(?=\d*[a-z])[a-z\d]{1,8}$/i;

/**
 * The name of a file from outside as a name and nothing more: nodes that write files would take a path
 * for one, and an invisible character may hide what kind of file it is.
 */
export function plainFileName(name: unknown): string | undefined {
	if (typeof name !== 'string') return undefined;
	const last = name.split(/[\\/]/).at(-1) ?? '';
	const plain = withoutInvisible(last.replace(/\s+/g, ' ')).trim();
	if (/^\.{0,2}$/.test(plain)) return undefined;
	const ending = ENDING.exec(plain)?.[0] ?? '';
	const stem = plain.slice(0, plain.length - ending.length);
	return beginning(stem, LONGEST_NAME - ending.length) + ending;
}

/** As much of a text as so many bytes hold, in whole characters. */
function beginning(text: string, bytes: number): string {
	const { read } = new TextEncoder().encodeInto(text, new Uint8Array(bytes));
	return text.slice(0, read);
}

/** A name as it is, or with the ending that n8n knows of where the name has none. */
export const withEnding = (name: string, ending = ''): string =>
	ENDING.test(name) || !ENDING.test(`.${ending}`) ? name : `${name}.${ending}`;

/** A kind of file that is a header's value and nothing more. */
export const isMimeType = (text: string): boolean =>
	text.length <= LONGEST_MIME_TYPE && /^[\w.+-]+\/[\w.+-]+(; ?[\w-]+=[\w.-]+)?$/.test(text);
