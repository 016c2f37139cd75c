import { withoutInvisible } from './identity';

/** In characters: longer than any name, email, role or ID that a person would recognise. */
export const LONGEST_NAME = 120;

/**
 * A text from outside as a person can read it: in one line, with all that it has to be seen, not too long.
 * n8n's editor shows descriptions and hints as HTML, where `<` would begin a link or a picture.
 */
export function excerpt(text: string, longest = LONGEST_NAME): string {
	const line = withoutInvisible(text.replace(/\s+/g, ' ')).trim().replaceAll('<', '‹');
	return line.length > longest ? `${line.slice(0, longest).replace(/\p{Cs}$/u, '')}…` : line;
}

/** So many names of fields, and so much of each, tell what was there. */
const MOST_FIELDS = 6;
const LONGEST_FIELD = 40;

/** The name of an item's field, as a message quotes it. */
export const quoteField = (name: string): string => `'${excerpt(name, LONGEST_FIELD)}'`;

/** `'cv', 'photo'`, and of many the first ones: `… and 3 more`. */
export function quoteFields(names: string[]): string {
	const shown = names.slice(0, MOST_FIELDS).map(quoteField).join(', ');
	const more = names.length - MOST_FIELDS;
	return more > 0 ? `${shown} and ${more} more` : shown;
}
