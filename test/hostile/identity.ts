/** Who is the same person, written apart from the package's own rule, and more generous than it. */
import { domainToASCII } from '../support/node';

/** The same for two spellings that any mail system would take for one mailbox. */
export function mailbox(email: string): string {
	const text = email.normalize('NFKC').replace(/[\p{C}\p{Default_Ignorable_Code_Point}\s']/gu, '');
	const at = text.lastIndexOf('@');
	if (at < 0) return text.toLowerCase();
	const domain = text.slice(at + 1).toLowerCase();
	return `${text.slice(0, at).toLowerCase()}@${domainToASCII(domain) || domain}`;
}

/** Also the same for spellings that a person could not tell apart. */
export function lookalike(email: string): string {
	return mailbox(email.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('\u0430', 'a')).replace(
		/[^a-z0-9@.]/g,
		'',
	);
}
