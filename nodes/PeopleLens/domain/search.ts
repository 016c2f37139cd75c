import deburr from 'lodash/deburr';

const plain = (text: string) => deburr(text).toLowerCase();

/** Whether a text contains what someone typed to find it: `jose` finds `José`. */
export function matchesSearch(text: string, typed: string): boolean {
	return plain(text).includes(plain(typed.trim()));
}
