import { guardOf, refusalOf } from './guards';
import { peopleOf, personKey } from './people';
import type { SyncPlan, SyncRules, SyncStep, TenantUser, WantedPerson } from './types';

/**
 * What would give access to exactly the people on the list. Decides everything and changes
 * nothing; carried out, and made again, it holds nothing more to do.
 */
export function makePlan(wanted: WantedPerson[], users: TenantUser[], rules: SyncRules): SyncPlan {
	const people = peopleOf(wanted);
	const named = new Set(people.flatMap(([{ email }]) => (email ? personKey(email) : [])));
	const known = new Map<string, TenantUser>();
	for (const user of users) {
		const key = personKey(user.email);
		if (!known.has(key)) known.set(key, user);
	}

	const steps = people.map((person) =>
		stepFor(person, known.get(personKey(person[0].email ?? '')), rules),
	);
	if (rules.deactivateExtra) {
		const guard = guardOf(wanted, rules);
		const extra = users.filter(({ email }) => !named.has(personKey(email)));
		steps.push(...extra.map((user) => stepForExtra(user, guard(user))));
	}
	return { steps, refusal: refusalOf(steps, users.length, rules) };
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

	const doubt = contradiction(person, rules);
	if (doubt) return { ...step, user, action: 'review', reason: doubt };
	if (user) return { ...step, user, ...compared(wanted, user, rules) };

	if (wanted.problem) return { ...step, action: 'review', reason: wanted.problem };
	if (rules.createMissing) return { ...step, action: 'create' };
	return { ...step, action: 'create', reason: "Has no access, and 'Create Missing' is off" };
}

function compared(wanted: WantedPerson, user: TenantUser, { sameRole }: SyncRules) {
	if (wanted.role === undefined || sameRole(wanted.role, user.role)) {
		return { action: 'none' as const };
	}
	const has = user.role ? `Has the role ${user.role}` : 'Has a role that PeopleLens does not tell';
	const reason = `${has}, and the list says ${wanted.role}. Change it in PeopleLens: it can't be changed from here.`;
	return { action: 'review' as const, reason };
}

/** The list may name somebody twice, but not as two different people. */
function contradiction(person: WantedPerson[], { sameRole }: SyncRules): string | undefined {
	const [first, ...others] = person;
	const differs = others.some(
		({ firstName, lastName, role }) =>
			firstName !== first.firstName || lastName !== first.lastName || !sameRole(role, first.role),
	);
	return differs
		? `Is on the list ${person.length} times with different names or roles. Correct the list.`
		: undefined;
}

function stepForExtra(user: TenantUser, reason: string | undefined): SyncStep {
	return { action: 'deactivate', items: [], user, ...(reason && { reason }) };
}
