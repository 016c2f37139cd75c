import { excerpt } from '../domain/excerpt';
import { emailKey } from '../domain/identity';
import { matchPerson } from '../domain/personMatch';
import { sameRole } from '../domain/roles';
import { exceededLimit } from './limits';
import { reviewLookalikes } from './lookalikes';
import { keyOf, peopleOf } from './groupByPerson';
import { NO_USABLE_EMAIL, protectionReason } from './protection';
import type { Refusal, SyncPlan, SyncRules, SyncStep, TenantUser, WantedPerson } from './types';

/**
 * What would give access to exactly the people on the list. Decides everything and changes
 * nothing; carried out, and made again, it holds nothing more to do.
 * @param users everyone who has access, each of them once
 */
export function makePlan(wanted: WantedPerson[], users: TenantUser[], rules: SyncRules): SyncPlan {
	const people = peopleOf(wanted);
	const usersByKey = new Map<string | undefined, TenantUser[]>();
	for (const user of users) {
		const key = emailKey(user.email);
		usersByKey.set(key, [...(usersByKey.get(key) ?? []), user]);
	}

	const steps = people.map((person) =>
		stepForListed(person, usersByKey.get(keyOf(person[0]) ?? NOBODY) ?? [], rules),
	);
	if (rules.deactivateExtra) steps.push(...stepsForExtra(wanted, users, steps, rules));
	const reviewed = reviewLookalikes(steps);
	return { steps: reviewed, refusal: refusalOf(wanted, users, reviewed, rules) };
}

/** No email has this key. */
const NOBODY = '';

/** @returns why nothing at all may be changed */
export function refusalOf(
	wanted: WantedPerson[],
	users: TenantUser[],
	steps: readonly SyncStep[],
	rules: SyncRules,
): Refusal | undefined {
	if (wanted.length === 0) {
		return {
			reason: 'The list of people who should have access is empty',
			fix: 'Check where the input items come from.',
		};
	}
	// Nothing could be done anyway; but nobody would hear that the list is a wrong one.
	if (wanted.every(({ email }) => email === undefined)) {
		return {
			reason: NO_USABLE_EMAIL,
			fix: "Check where 'Email' comes from or, with Input Items, the items' field email.",
		};
	}
	// Whoever made the API key has access.
	if (users.length === 0) {
		return {
			reason: "PeopleLens listed no users at all, so its list can't be right",
			fix: 'Ask a PeopleLens administrator whether this API key may see all users.',
		};
	}
	return exceededLimit(steps, users.length, rules);
}

function stepForListed(person: WantedPerson[], users: TenantUser[], rules: SyncRules): SyncStep {
	const match = matchPerson(users, person[0].email ?? '');
	const step = stepFor(person, match.kind === 'found' ? match.user : undefined, rules);
	return match.kind === 'doubt' ? { ...step, action: 'review', reason: match.reason } : step;
}

/**
 * What is to become of somebody on the list.
 * @param person all that the list says about this person
 * @param user the same person in PeopleLens, if found there
 */
export function stepFor(
	person: WantedPerson[],
	user: TenantUser | undefined,
	rules: SyncRules,
): SyncStep {
	const [wanted] = person;
	const step = { items: person.map(({ item }) => item), wanted };
	if (wanted.email === undefined) return { ...step, action: 'review', reason: wanted.problem };

	const doubt = contradiction(person);
	if (doubt) return { ...step, user, action: 'review', reason: doubt };
	if (user) return { ...step, user, ...compared(wanted, user) };

	if (wanted.problem) return { ...step, action: 'review', reason: wanted.problem };
	if (rules.createMissing) return { ...step, action: 'create' };
	return { ...step, action: 'create', reason: "Has no access, and 'Create Missing' is off" };
}

function compared(wanted: WantedPerson, user: TenantUser) {
	if (wanted.role === undefined || sameRole(wanted.role, user.role)) {
		return { action: 'none' as const };
	}
	const has = user.role
		? `Has the role ${excerpt(user.role)}`
		: 'Has a role that PeopleLens does not show';
	const reason = `${has}, and the list says ${wanted.role}. A sync changes no roles: use the operation 'Update', or PeopleLens.`;
	return { action: 'review' as const, reason };
}

/** The list may name somebody twice, but not as two different people. */
function contradiction(person: WantedPerson[]): string | undefined {
	const [first, ...others] = person;
	const differs = others.some(
		({ firstName, lastName, role }) =>
			firstName !== first.firstName || lastName !== first.lastName || !sameRole(role, first.role),
	);
	return differs
		? `Is on the list ${person.length} times with different names or roles. Correct the list.`
		: undefined;
}

function stepsForExtra(
	wanted: WantedPerson[],
	users: TenantUser[],
	listed: SyncStep[],
	rules: SyncRules,
): SyncStep[] {
	const named = new Set(wanted.flatMap((person) => keyOf(person) ?? []));
	const found = new Set(listed.map(({ user }) => user?.id));
	const protection = protectionReason(wanted, rules);

	return users
		.filter(({ id }) => !found.has(id))
		.map((user) => {
			const isNamed = named.has(emailKey(user.email) ?? NOBODY);
			if (isNamed) return { action: 'review', items: [], user, reason: SAME_EMAIL };
			const reason = protection(user);
			return { action: 'deactivate', items: [], user, ...(reason && { reason }) };
		});
}

const SAME_EMAIL =
	'Has the email of somebody on the list, spelled differently. Check in PeopleLens which user is the right one.';
