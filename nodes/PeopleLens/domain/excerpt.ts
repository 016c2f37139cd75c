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
