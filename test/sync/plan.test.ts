import { makePlan } from '../../nodes/PeopleLens/sync/plan';
import type {
	SyncPlan,
	SyncRules,
	TenantUser,
	WantedPerson,
} from '../../nodes/PeopleLens/sync/types';
import { others, rules, user, wanted } from './people';

/** `action email` of each step, and the reason where it is not carried out. */
const inShort = ({ steps }: SyncPlan) =>
	steps.map(({ action, wanted: person, user: known, reason }) =>
		[action, known?.email ?? person?.email ?? '(no email)', reason && `(${reason})`]
			.filter(Boolean)
			.join(' '),
	);
const plan = (list: WantedPerson[], users: TenantUser[], changed: Partial<SyncRules> = {}) =>
	makePlan(list, users, rules(changed));

describe('people on the list', () => {
	it('are invited when they have no access', () => {
		expect(inShort(plan([wanted()], []))).toEqual(['create ada@acme.com']);
	});

	it('are left as they are when they have it', () => {
		expect(inShort(plan([wanted()], [user()]))).toEqual(['none ada@acme.com']);
	});

	it('are not invited when Create Missing is off', () => {
		expect(inShort(plan([wanted()], [], { createMissing: false }))).toEqual([
			"create ada@acme.com (Has no access, and 'Create Missing' is off)",
		]);
	});

	it.each(['ADA@acme.com', ' ada@Acme.com '])('are the same person as "%s"', (email) => {
		expect(inShort(plan([wanted({ email })], [user()]))).toEqual(['none ada@acme.com']);
		expect(inShort(plan([wanted()], [user({ email })]))).toEqual([`none ${email}`]);
	});

	it('keep their access under whatever name', () => {
		const renamed = wanted({ firstName: 'Augusta', lastName: 'King' });
		expect(inShort(plan([renamed], [user()]))).toEqual(['none ada@acme.com']);
	});

	it.each([
		['Interviewer', 'Recruiter', 'Has the role Recruiter, and the list says Interviewer.'],
		['Boss', 'Recruiter', 'Has the role Recruiter, and the list says Boss.'],
		['Recruiter', undefined, 'Has a role that PeopleLens does not show, and the list says'],
	])('are for review when the list says %s and PeopleLens %s', (role, has, reason) => {
		const { steps } = plan([wanted({ role })], [user({ role: has })]);
		expect(steps).toMatchObject([{ action: 'review', reason: expect.stringContaining(reason) }]);
	});

	it.each(['recruiter', 'RECRUITER', undefined])('may have the role written as "%s"', (role) => {
		expect(inShort(plan([wanted({ role })], [user()]))).toEqual(['none ada@acme.com']);
	});

	it('are for review when they can not be invited as they are', () => {
		const problem = "'First Name' is empty";
		expect(inShort(plan([wanted({ problem })], []))).toEqual([`review ada@acme.com (${problem})`]);
		expect(inShort(plan([wanted({ problem })], [user()]))).toEqual(['none ada@acme.com']);
	});

	it('are for review, each for itself, without a usable email', () => {
		const problem = "'Email' is empty";
		const list = [0, 1].map((item) => wanted({ item, email: undefined, problem }));
		const { steps } = plan(list, []);
		expect(steps).toMatchObject([
			{ action: 'review', items: [0], reason: problem },
			{ action: 'review', items: [1], reason: problem },
		]);
	});
});

describe('somebody who is on the list twice', () => {
	const again = (fields = {}) => [wanted(), wanted({ item: 3, email: 'ADA@acme.com', ...fields })];

	it('is one person when the data is the same', () => {
		expect(plan(again(), []).steps).toMatchObject([{ action: 'create', items: [0, 3] }]);
		expect(plan(again({ role: 'recruiter' }), []).steps).toHaveLength(1);
		expect(plan(again(), [user()]).steps).toMatchObject([{ action: 'none', items: [0, 3] }]);
	});

	it.each([{ role: 'Interviewer' }, { role: undefined }, { firstName: 'Eda' }, { lastName: 'L' }])(
		'is for review when the data differs (%j)',
		(fields) => {
			for (const users of [[], [user()]]) {
				expect(plan(again(fields), users).steps).toMatchObject([
					{
						action: 'review',
						items: [0, 3],
						reason: expect.stringContaining('on the list 2 times'),
					},
				]);
			}
		},
	);

	it('is not taken for somebody who is not on it', () => {
		const { steps } = plan(again({ role: 'Interviewer' }), [user(), ...others(3)]);
		expect(steps.filter(({ action }) => action === 'deactivate')).toHaveLength(3);
	});
});

describe('people who are not on the list', () => {
	const tenant = (fields: Partial<TenantUser> = {}) => [
		user(),
		user({ id: 'usr-alan', email: 'alan@acme.com', ...fields }),
	];

	it('keep their access unless told otherwise', () => {
		const { steps } = plan([wanted()], tenant(), { deactivateExtra: false });
		expect(steps.map(({ action }) => action)).toEqual(['none']);
	});

	it('lose it when told so', () => {
		const { steps } = plan([wanted()], tenant());
		expect(steps[1]).toEqual({ action: 'deactivate', items: [], user: tenant()[1] });
	});

	it.each([
		[{ role: 'Administrator' }, {}, 'The role Administrator is protected'],
		[{ role: 'administrator' }, {}, 'The role administrator is protected'],
		[{ role: undefined }, {}, 'The role is not known, so it may be a protected one'],
		[{}, { protectedRoles: ['recruiter'] }, 'The role Recruiter is protected'],
		[{}, { protectedEmails: ['ALAN@acme.com'] }, 'This email is protected'],
		[{ email: '' }, {}, 'PeopleLens shows no email for this user, who may well be on the list'],
	])('keep it when protected: %j with %j', (fields, changed, reason) => {
		expect(plan([wanted()], tenant(fields), changed).steps[1]).toMatchObject({
			action: 'deactivate',
			reason,
		});
	});

	it('lose it with an unknown role when no role is protected', () => {
		const { steps } = plan([wanted()], tenant({ role: undefined }), { protectedRoles: [] });
		expect(steps[1].reason).toBeUndefined();
	});
});

describe('a list that is not understood', () => {
	const problem = "'Email' is empty";

	it("of nobody takes nobody's access away", () => {
		const { steps, refusal } = plan([], others(3));
		expect(steps.map(({ reason }) => reason)).toEqual(
			Array(3).fill('Nobody on the list has a usable email'),
		);
		expect(refusal).toEqual({
			reason: 'The list of people who should have access is empty',
			fix: 'Check where the input items come from.',
		});
	});

	it("with a wrong mapping takes nobody's access away", () => {
		const list = [0, 1, 2].map((item) => wanted({ item, email: undefined, problem }));
		const { steps, refusal } = plan(list, others(100));
		expect(steps).toHaveLength(103);
		expect(steps.every(({ reason }) => reason)).toBe(true);
		expect(refusal).toEqual({
			reason: 'Nobody on the list has a usable email',
			fix: "Check where 'Email' comes from or, with Input Items, the items' field email.",
		});
	});

	it("in one item takes nobody's access away, and still invites the others", () => {
		const list = [wanted({ item: 0, email: undefined, problem }), wanted({ item: 1 })];
		expect(inShort(plan(list, others(4).slice(3)))).toEqual([
			`review (no email) (${problem})`,
			'create ada@acme.com',
			'deactivate user3@acme.com (One item has no usable email, so the person may well be on the list)',
		]);
	});
});

describe('nothing at all is changed', () => {
	const staff = others(40);
	const listOf = (users: TenantUser[]) =>
		users.map(({ email }, item) => wanted({ item, email, role: undefined }));
	const refusalOf = (leaving: number, changed: Partial<SyncRules> = {}, users = staff) =>
		plan(listOf(users.slice(leaving)), users, changed).refusal;
	const LOOK =
		'Check that the input items are the whole list, and that each has the right email: a preview shows who would be affected.';

	it('when more people would lose access than allowed', () => {
		expect(refusalOf(10)).toBeUndefined();
		expect(refusalOf(11)).toEqual({
			reason: "This sync would deactivate 11 people, and 'Maximum Deactivations' allows 10",
			fix: `${LOOK} If that is what you want, raise 'Maximum Deactivations'.`,
		});
		expect(refusalOf(1, { maxDeactivations: 0 })?.reason).toBe(
			"This sync would deactivate one person, and 'Maximum Deactivations' allows 0",
		);
	});

	it('when more than half of the tenant would, whatever is allowed', () => {
		const changed = { maxDeactivations: 1000 };
		expect(refusalOf(20, changed)).toBeUndefined();
		expect(refusalOf(21, changed)).toEqual({
			reason: 'This sync would deactivate 21 people of 40, which is more than half of the tenant',
			fix: `${LOOK} No option allows more than half: if that is what you want, deactivate some of them by hand first.`,
		});
		expect(refusalOf(2, {}, staff.slice(0, 3))?.reason).toContain('2 people of 3');
	});

	it('when more people would be invited than allowed', () => {
		const list = [0, 1, 2].map((item) => wanted({ item, email: `new${item}@acme.com` }));
		expect(
			plan(list, staff, { deactivateExtra: false, maxInvitations: 3 }).refusal,
		).toBeUndefined();
		expect(plan(list, staff, { deactivateExtra: false, maxInvitations: 2 }).refusal).toEqual({
			reason: "This sync would invite 3 people, and 'Maximum Invitations' allows 2",
			fix: `${LOOK} If that is what you want, raise 'Maximum Invitations'.`,
		});
	});

	it('when PeopleLens lists nobody', () => {
		expect(plan([wanted()], []).refusal).toEqual({
			reason: "PeopleLens listed no users at all, so its list can't be right",
			fix: 'Ask a PeopleLens administrator whether this API key may see all users.',
		});
	});

	it('but protected people do not count', () => {
		const admins = others(40, { role: 'Administrator' });
		expect(refusalOf(30, {}, admins)).toBeUndefined();
	});

	it('and nobody counts who stays', () => {
		expect(refusalOf(30, { deactivateExtra: false })).toBeUndefined();
	});
});
