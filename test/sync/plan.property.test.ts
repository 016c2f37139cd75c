import fc from 'fast-check';

import { makePlan } from '../../nodes/PeopleLens/sync/plan';
import { emailKey } from '../../nodes/PeopleLens/domain/identity';
import { sameRole } from '../../nodes/PeopleLens/domain/roles';
import type { SyncPlan, TenantUser, WantedPerson } from '../../nodes/PeopleLens/sync/types';
import { IS_FULL } from '../support/node';
import { rules } from './people';

const SEED = { seed: 20260301, numRuns: IS_FULL ? 1000 : 200 };

const ROLES = ['Administrator', 'HiringManager', 'Interviewer', 'Recruiter'];
const role = fc.option(fc.constantFrom(...ROLES, 'hiring manager'), { nil: undefined });
/** Ways to write the address of the same person. */
const SPELLINGS = [
	(n: number) => `pers\u00f6n${n}@b\u00fccher.com`,
	(n: number) => `perso\u0308n${n}@B\u00fccher.com`,
	(n: number) => `Pers\u00f6n${n}@xn--bcher-kva.com`,
];
/** Few addresses, in any spelling, so that people meet. */
const email = fc
	.tuple(fc.integer({ min: 0, max: 25 }), fc.constantFrom(...SPELLINGS))
	.map(([n, spell]) => spell(n));
const name = fc.constantFrom('Ada', 'Alan');
const problem = fc.option(fc.constant("'First Name' is empty"), { nil: undefined, freq: 8 });

const list = (usableEmails: boolean): fc.Arbitrary<WantedPerson[]> =>
	fc
		.array(
			fc.record({
				email: usableEmails ? email : fc.option(email, { nil: undefined, freq: 6 }),
				firstName: name,
				lastName: name,
				role,
				problem,
			}),
			{ maxLength: 30 },
		)
		.map((people) => people.map((person, item) => ({ ...person, item })));

const tenant: fc.Arbitrary<TenantUser[]> = fc
	.uniqueArray(fc.record({ email, role }), { maxLength: 25, selector: (u) => emailKey(u.email) })
	.map((users) => users.map((user, n) => ({ ...user, id: `usr-${n}` })));

const changes = fc
	.record({
		createMissing: fc.boolean(),
		deactivateExtra: fc.boolean(),
		maxDeactivations: fc.integer({ min: 0, max: 15 }),
		maxInvitations: fc.integer({ min: 0, max: 25 }),
		protectedRoles: fc.subarray(ROLES),
		protectedEmails: fc.array(email, { maxLength: 3 }),
	})
	.map(rules);

/** What the steps do that are to be carried out. */
const doing = ({ steps }: SyncPlan, action: string) =>
	steps.filter((step) => step.action === action && !step.reason);

/** The tenant afterwards. */
function apply(plan: SyncPlan, users: TenantUser[]): TenantUser[] {
	if (plan.refusal) return users;
	const gone = new Set(doing(plan, 'deactivate').map(({ user }) => user?.id));
	const come = doing(plan, 'create').map(({ wanted }) => ({
		id: `new-${wanted?.item}`,
		email: wanted?.email ?? '',
		role: wanted?.role ?? 'Interviewer',
	}));
	return [...users.filter(({ id }) => !gone.has(id)), ...come];
}

const check = (
	usableEmails: boolean,
	law: (
		plan: SyncPlan,
		all: { people: WantedPerson[]; users: TenantUser[]; set: ReturnType<typeof rules> },
	) => void,
) =>
	fc.assert(
		fc.property(list(usableEmails), tenant, changes, (people, users, set) =>
			law(makePlan(people, users, set), { people, users, set }),
		),
		SEED,
	);

it('every input item and every person is in the plan exactly once', () => {
	check(false, ({ steps }, { people, users, set }) => {
		const items = steps.flatMap((step) => step.items).sort((a, b) => a - b);
		expect(items).toEqual(people.map(({ item }) => item));
		const ids = steps.flatMap(({ user }) => user?.id ?? []);
		expect(new Set(ids).size).toBe(ids.length);
		if (set.deactivateExtra) expect(ids.length).toBe(users.length);
	});
});

it('applied twice, the second time changes nothing', () => {
	check(false, (plan, { people, users, set }) => {
		const after = apply(plan, users);
		const again = makePlan(people, after, set);
		if (plan.refusal) return;
		expect(doing(again, 'create')).toEqual([]);
		// A larger tenant may only loosen the guards; whoever had to stay still has to.
		expect(doing(again, 'deactivate')).toEqual([]);
	});
});

it('applied, exactly the people on the list have access, but for those that a reason is given for', () => {
	check(true, (plan, { people, users, set }) => {
		if (plan.refusal) return;
		const after = new Set(apply(plan, users).map((user) => emailKey(user.email)));
		const excused = new Set(
			plan.steps
				.filter(({ reason }) => reason)
				.map(({ user, wanted }) => emailKey(user?.email ?? wanted?.email ?? '')),
		);
		const named = new Set(people.map((person) => emailKey(person.email ?? '')));
		for (const key of named) expect(after.has(key) || excused.has(key)).toBe(true);
		if (!set.deactivateExtra) return;
		for (const key of after) expect(named.has(key) || excused.has(key)).toBe(true);
	});
});

it('nobody on the list is ever deactivated, however the email is written', () => {
	check(false, (plan, { people }) => {
		const named = new Set(people.flatMap((person) => (person.email ? emailKey(person.email) : [])));
		for (const { user } of doing(plan, 'deactivate')) {
			expect(named.has(emailKey(user?.email ?? ''))).toBe(false);
		}
	});
});

it('nobody who is protected is ever deactivated', () => {
	check(false, (plan, { set }) => {
		for (const { user } of doing(plan, 'deactivate')) {
			expect(set.protectedRoles.some((name) => sameRole(name, user?.role))).toBe(false);
			expect(set.protectedEmails.map(emailKey)).not.toContain(emailKey(user?.email ?? ''));
		}
	});
});

it('never more are deactivated than allowed, nor than half, nor any on a doubtful list', () => {
	check(false, (plan, { people, users, set }) => {
		const leaving = plan.refusal ? 0 : doing(plan, 'deactivate').length;
		expect(leaving).toBeLessThanOrEqual(set.maxDeactivations);
		expect(leaving).toBeLessThanOrEqual(users.length / 2);
		const isDoubtful = people.length === 0 || people.some((person) => person.email === undefined);
		if (isDoubtful || !set.deactivateExtra) expect(leaving).toBe(0);
	});
});

it('never more are invited than allowed', () => {
	check(false, (plan, { set }) => {
		const coming = plan.refusal ? 0 : doing(plan, 'create').length;
		expect(coming).toBeLessThanOrEqual(set.maxInvitations);
	});
});

it('nobody is invited who has access, whom the list contradicts, or who can not be', () => {
	check(false, (plan, { users, set }) => {
		const known = new Set(users.map((user) => emailKey(user.email)));
		for (const { wanted } of doing(plan, 'create')) {
			expect(known.has(emailKey(wanted?.email ?? ''))).toBe(false);
			expect(wanted?.problem).toBeUndefined();
			expect(set.createMissing).toBe(true);
		}
	});
});
