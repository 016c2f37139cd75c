import { emailKey, lookalikes } from '../domain/identity';
import { roleProtection } from '../domain/roles';
import type { SyncRules, TenantUser, WantedPerson } from './types';

/**
 * Who of those that are not on the list must keep their access, and why. A list that is not
 * understood whole may name anybody, so then it is everyone.
 */
export function protectionReason(wanted: WantedPerson[], rules: SyncRules) {
	const doubt = doubtAbout(wanted);
	const protectedKeys = new Set(rules.protectedEmails.map(emailKey));
	const protectedLooks = new Set(rules.protectedEmails.flatMap(lookalikes));

	return ({ email, role }: TenantUser): string | undefined => {
		if (doubt) return doubt;
		const key = emailKey(email);
		if (email === '') return 'PeopleLens shows no email for this user, who may well be on the list';
		if (key === undefined) {
			return "PeopleLens shows an email for this user that can't be read, so the person may well be on the list";
		}
		if (protectedKeys.has(key)) return 'This email is protected';
		if (lookalikes(email).some((look) => protectedLooks.has(look))) {
			return 'This email looks like one that is protected';
		}
		return roleProtection(role, rules.protectedRoles);
	};
}

export const NO_USABLE_EMAIL = 'Nobody on the list has a usable email';

function doubtAbout(wanted: WantedPerson[]): string | undefined {
	const unreadable = wanted.filter(({ email }) => email === undefined).length;
	if (unreadable === wanted.length) return NO_USABLE_EMAIL;
	if (unreadable === 0) return undefined;
	const items = unreadable === 1 ? 'One item has' : `${unreadable} items have`;
	return `${items} no usable email, so the person may well be on the list`;
}
