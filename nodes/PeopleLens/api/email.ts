/**
 * What a mail server could deliver to: one `@`, something before it, a domain with a dot, no
 * spaces or separators. Deliberately loose: whether the mailbox exists is for PeopleLens to say.
 */
const PLAUSIBLE = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\.]+(\.[^\s@<>()[\],;:"\\.]+)+$/;

/** Longest address that SMTP can carry (RFC 5321). */
const LONGEST = 254;

/** Trims an e-mail and keeps its case; undefined when it is plainly not one. */
export function normalizeEmail(input: unknown): string | undefined {
	if (typeof input !== 'string') return undefined;
	const email = input.trim();
	return email.length <= LONGEST && PLAUSIBLE.test(email) ? email : undefined;
}

/** Whether two e-mails mean the same person: case and outer spaces don't count. */
export function sameEmail(a: string, b: string): boolean {
	return a.trim().toLowerCase() === b.trim().toLowerCase();
}
