import { withoutInvisible } from '../../domain/identity';

/** In characters. Most file systems take 255 bytes. */
const LONGEST_NAME = 200;

const LONGEST_ENDING = 20;

/**
 * The name of a file from outside as a name and nothing more: nodes that write files would take a path
 * for one, and an invisible character may hide what kind of file it is.
 */
export function plainFileName(name: unknown): string | undefined {
	if (typeof name !== 'string') return undefined;
	const last = name.split(/[\\/]/).at(-1) ?? '';
	const plain = withoutInvisible(last.replace(/\s+/g, ' ')).trim();
	if (/^\.{0,2}$/.test(plain)) return undefined;
	const ending = /\.[^.]+$/.exec(plain)?.[0].slice(0, LONGEST_ENDING) ?? '';
	return plain.length > LONGEST_NAME
		? plain.slice(0, LONGEST_NAME - ending.length) + ending
		: plain;
}

/** A kind of file that is a header's value and nothing more. */
export const isMimeType = (text: string): boolean =>
	text.length <= LONGEST_NAME && /^[\w.+-]+\/[\w.+-]+(; ?[\w-]+=[\w.-]+)?$/.test(text);
