import deburr from 'lodash/deburr';

import { foldConfusables } from './confusables';

/**
 * What nobody sees and nobody types on purpose: control and format characters, such as the zero
 * width space that web pages and spreadsheets leave behind, and letters that are drawn as nothing.
 */
const INVISIBLE = /[\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** Spaces of every width, and what separates one address from the next. */
const IMPOSSIBLE = /[\p{Z}\s<>()[\],;:"\\]/u;

/** A domain: labels of letters, digits and inner hyphens, with a dot between them. */
const DOMAIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;

/** Longest address that SMTP can carry (RFC 5321). */
const LONGEST = 254;

/** Whether a text holds characters that nobody can see. */
export function hasInvisible(text: string): boolean {
	return INVISIBLE.test(text);
}

/** A text as people see it. */
export function withoutInvisible(text: string): string {
	return text.replace(new RegExp(INVISIBLE, 'gu'), '');
}

/**
 * What a user gives as an email, without outer spaces and in its composed form (NFC); its case is
 * kept. Deliberately loose about what a mail server might deliver to, and strict about what would
 * make one person look like two: invisible characters, and the apostrophe by which Excel marks a
 * text.
 * @returns undefined when it plainly isn't the address of one person
 */
export function normalizeEmail(input: unknown): string | undefined {
	if (typeof input !== 'string' || input.length > 2 * LONGEST) return undefined;
	const email = input.trim().normalize('NFC');
	return isUsable(email) && !email.startsWith("'") ? email : undefined;
}

/**
 * Who an email belongs to: addresses with the same key are the same person. Case, outer spaces,
 * the form of accented letters, and how an international domain is written (`bücher.de` or
 * `xn--bcher-kva.de`) make no second person.
 * @returns undefined when the address can't be read, so that it could be anybody's
 */
export function emailKey(email: string): string | undefined {
	const text = email.trim().normalize('NFC');
	if (!isUsable(text)) return undefined;
	const [local, domain] = text.toLowerCase().split('@');
	return `${local.normalize('NFC')}@${asciiDomain(domain)}`;
}

/** Whether two emails are the same person's. One that can't be read is nobody's but its own. */
export function samePerson(a: string, b: string): boolean {
	const key = emailKey(a);
	return key === undefined ? a === b : key === emailKey(b);
}

/**
 * What an email looks like to somebody who doesn't look closely: without accents, punctuation and
 * whatever else isn't a letter or a digit. Addresses that share one of these may be one person,
 * written wrongly.
 */
export function lookalikes(email: string): string[] {
	const text = foldConfusables(email.normalize('NFKD').toLowerCase());
	const plain = text.replace(/[^a-z0-9@.]/g, '');
	// Of an address in another script, nothing would be left to compare.
	const bare = deburr(text).replace(/[^\p{L}\p{N}@.]/gu, '');
	return plain.startsWith('@') ? [bare] : [plain, bare];
}

function isUsable(email: string): boolean {
	if (email.length > LONGEST || hasInvisible(email) || IMPOSSIBLE.test(email)) return false;
	const [local, domain, ...more] = email.split('@');
	if (!local || !domain || more.length > 0) return false;
	const labels = domain.split('.');
	return labels.length > 1 && labels.every((label) => DOMAIN.test(label));
}

/** As DNS knows it; as it is written where it is no international domain that DNS could know. */
function asciiDomain(domain: string): string {
	const address = `http://${domain}`;
	return URL.canParse(address) ? new URL(address).hostname : domain;
}
