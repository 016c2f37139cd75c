import { normalizeEmail } from './identity';

/**
 * How a list of the panel names people and jobs, and how such a name is read again: n8n keeps only the ID
 * and the name of what was chosen, and in another tenant the ID is somebody else's.
 */

interface PersonShown {
	name: string;
	email?: string;
	/** Shown of whoever has neither name nor email. */
	id?: string;
}

/**
 * `Ada Lovelace, hired (ada@mail.com)`, with whatever of it is known. The email comes last, because n8n
 * cuts what is too long for the panel, and of an email the end says least.
 */
export function personLabel({ name, email, id }: PersonShown, detail?: string): string {
	const who = [name || email || id, detail].filter(Boolean).join(', ');
	return name && email ? `${who} (${email})` : who;
}

/** The email that a label shows: in brackets behind the name or, of somebody without a name, in its place. */
export function emailIn(label: string): string | undefined {
	const [, inBrackets] = /\(([^()]+)\)$/.exec(label) ?? [];
	return normalizeEmail(inBrackets) ?? normalizeEmail(label.split(',')[0]);
}

/** `Nurse, Care, open` */
export const titleLabel = (title: string, details: string[] = []): string =>
	[title, ...details].filter(Boolean).join(', ');

/** Titles are not told apart by what comes behind them, which may have changed. */
export const isTitleIn = (label: string, title: string): boolean =>
	label === title || label.startsWith(`${title}, `);
