import { personKey } from './people';
import type { SyncRules, SyncStep, TenantUser, WantedPerson } from './types';

/**
 * Who of those that are not on the list must keep their access, and why. A list that is not
 * understood whole may name anybody, so then it is everyone.
 */
export function guardOf(wanted: WantedPerson[], rules: SyncRules) {
	const doubt = doubtAbout(wanted);
	const protectedEmails = new Set(rules.protectedEmails.map(personKey));

	return ({ email, role }: TenantUser): string | undefined => {
		if (doubt) return doubt;
		if (email === '') return 'PeopleLens tells no email, so the person may well be on the list';
		if (protectedEmails.has(personKey(email))) return 'This email is protected';
		if (rules.protectedRoles.length === 0) return undefined;
		if (!role) return 'The role is not known, so it may be a protected one';
		const isProtected = rules.protectedRoles.some((name) => rules.sameRole(name, role));
		return isProtected ? `The role ${role} is protected` : undefined;
	};
}

function doubtAbout(wanted: WantedPerson[]): string | undefined {
	const unreadable = wanted.filter(({ email }) => email === undefined).length;
	if (unreadable === wanted.length) return 'Nobody on the list has a usable email';
	if (unreadable === 0) return undefined;
	const items = unreadable === 1 ? 'One item has' : `${unreadable} items have`;
	return `${items} no usable email, so the person may well be on the list`;
}

/**
 * A list that would empty the tenant is rather a wrong list than a wish.
 * @param tenantSize how many people have access, as far as PeopleLens tells
 * @returns why nothing at all may be changed
 */
export function refusalOf(
	steps: SyncStep[],
	tenantSize: number,
	{ maxDeactivations }: SyncRules,
): string | undefined {
	const leaving = steps.filter(({ action, reason }) => action === 'deactivate' && !reason).length;
	const people = leaving === 1 ? 'one person' : `${leaving} people`;
	if (leaving > maxDeactivations) {
		return `This sync would deactivate ${people}, and 'Maximum Deactivations' allows ${maxDeactivations}`;
	}
	if (leaving * 2 > tenantSize) {
		return `This sync would deactivate ${people} of ${tenantSize}, which is more than half of the tenant`;
	}
	return undefined;
}
