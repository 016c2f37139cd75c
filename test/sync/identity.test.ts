import { makePlan } from '../../nodes/PeopleLens/sync/plan';
import { others, rules, user, wanted } from './people';

const looksLike = (email: string, where: string) =>
	`Looks like ${email} ${where}. If it is the same person, correct the email there.`;

describe('somebody whose email looks like one on the list', () => {
	const misspelled = wanted({ email: 'ada@acmé.com', item: 4 });

	it('keeps their access, and nobody is invited in their place, until a person has looked at both', () => {
		expect(makePlan([misspelled], [user(), ...others(1)], rules()).steps).toEqual([
			{
				action: 'review',
				items: [4],
				wanted: misspelled,
				reason: looksLike('ada@acme.com', 'in PeopleLens'),
			},
			{
				action: 'review',
				items: [],
				user: user(),
				reason: looksLike('ada@acmé.com', 'on the list'),
			},
			{ action: 'deactivate', items: [], user: others(1)[0] },
		]);
	});

	it('does not stop the invitation of somebody else', () => {
		const grace = wanted({ email: 'grace@acme.com', item: 5 });
		const { steps } = makePlan([misspelled, grace], [user()], rules());
		expect(steps.map(({ action }) => action)).toEqual(['review', 'create', 'review']);
		expect(steps[1]).toEqual({ action: 'create', items: [5], wanted: grace });
	});

	it('does not touch the one on the list who has access', () => {
		const listed = user({ id: 'usr-2', email: 'ada@acmé.com' });
		const { steps } = makePlan([misspelled], [user(), listed], rules());
		expect(steps).toMatchObject([
			{ action: 'none', user: listed },
			{ action: 'review', user: user(), reason: looksLike('ada@acmé.com', 'on the list') },
		]);
	});

	it('stays as they are where they are protected anyway', () => {
		const admin = user({ role: 'Administrator' });
		const { steps } = makePlan([misspelled], [admin], rules());
		expect(steps[1]).toMatchObject({
			action: 'deactivate',
			reason: 'The role Administrator is protected',
		});
		expect(steps[0].action).toBe('create');
	});

	it('is told from an item without an email, which could be anybody', () => {
		const nobody = wanted({ email: undefined, problem: "'Email' is empty" });
		const { steps } = makePlan([nobody], [user()], rules());
		expect(steps[0]).toMatchObject({ action: 'review', reason: "'Email' is empty" });
		expect(steps[1].reason).toBe('Nobody on the list has a usable email');
	});
});

describe('two users with the same email, spelled differently', () => {
	const twins = [
		user({ id: 'usr-1', email: 'Ada@acme.com' }),
		user({ id: 'usr-2', email: 'ADA@acme.com' }),
	];

	it('are both left alone, and so is whoever the list means', () => {
		const { steps } = makePlan([wanted()], [...twins, ...others(1)], rules());
		const reason =
			'Has the email of somebody on the list, spelled differently. Check in PeopleLens which user is the right one.';
		expect(steps).toEqual([
			{
				action: 'review',
				items: [0],
				wanted: wanted(),
				reason: "PeopleLens has 2 users with the email 'ada@acme.com', however it is written",
			},
			{ action: 'review', items: [], user: twins[0], reason },
			{ action: 'review', items: [], user: twins[1], reason },
			{ action: 'deactivate', items: [], user: others(1)[0] },
		]);
	});

	it('are one for the list where one of them is written exactly so', () => {
		const exact = wanted({ email: 'ADA@acme.com' });
		const { steps } = makePlan([exact], twins, rules());
		expect(steps).toMatchObject([
			{ action: 'none', user: twins[1] },
			{ action: 'review', items: [], user: twins[0] },
		]);
	});
});

describe('somebody who is not on the list keeps their access', () => {
	const reasonFor = (email: string, protectedEmails: string[] = []) =>
		makePlan([wanted()], [user(), user({ id: 'usr-2', email })], rules({ protectedEmails }))
			.steps[1].reason;

	it('when PeopleLens shows an email that cannot be read', () => {
		const reason =
			"PeopleLens shows an email for this user that can't be read, so the person may well be on the list";
		expect(reasonFor('alan')).toBe(reason);
		expect(reasonFor('alan\u200b@acme.com')).toBe(reason);
		expect(reasonFor('alan', ['nonsense'])).toBe(reason);
	});

	it('when the email is protected, or looks like one that is', () => {
		expect(reasonFor('alan@acme.com', ['ALAN@acme.com'])).toBe('This email is protected');
		expect(reasonFor('al-an@acme.com', ['grace@acme.com', 'alan@acme.com'])).toBe(
			'This email looks like one that is protected',
		);
		expect(reasonFor('alan@acmø.com', ['alan@acmo.com'])).toBe(
			'This email looks like one that is protected',
		);
		expect(reasonFor('alan@acme.com', ['grace@acme.com'])).toBeUndefined();
	});
});

it('several items without an email are counted in the reason why nobody loses their access', () => {
	const list = [
		wanted({ item: 0 }),
		...[1, 2].map((item) => wanted({ item, email: undefined, problem: "'Email' is empty" })),
	];
	const { steps } = makePlan(list, [user(), ...others(1)], rules());
	expect(steps.at(-1)).toMatchObject({
		action: 'deactivate',
		reason: '2 items have no usable email, so the person may well be on the list',
	});
});

describe('somebody of the same name as a newcomer on the list', () => {
	const married = wanted({ email: 'ada.lovelace@acme.com', item: 4 });
	const namedLike = (email: string, where: string) =>
		`Has the same name as ${email} ${where}. If it is the same person, correct the email there; if not, change this one by hand.`;

	it.each([{}, { first_name: ' ÁDA', last_name: 'Love-lace' }])(
		'keeps their access, and nobody is invited, until a person has looked at both: %j',
		(name) => {
			const known = user(name);
			expect(makePlan([married], [known, ...others(1)], rules()).steps).toEqual([
				{
					action: 'review',
					items: [4],
					wanted: married,
					reason: namedLike('ada@acme.com', 'in PeopleLens'),
				},
				{
					action: 'review',
					items: [],
					user: known,
					reason: namedLike('ada.lovelace@acme.com', 'on the list'),
				},
				{ action: 'deactivate', items: [], user: others(1)[0] },
			]);
		},
	);

	it.each([
		['have another name', { last_name: 'Byron' }],
		['have no last name in PeopleLens', { last_name: '' }],
	])('loses it where they %s', (_, name) => {
		const { steps } = makePlan([married], [user(name), ...others(1)], rules());
		expect(steps.map(({ action }) => action)).toEqual(['create', 'deactivate', 'deactivate']);
	});

	it('loses it where the one on the list has access already', () => {
		const namesake = user({ id: 'usr-2', email: 'ada.lovelace@acme.com' });
		const { steps } = makePlan([married], [user(), namesake], rules());
		expect(steps.map(({ action }) => action)).toEqual(['none', 'deactivate']);
	});
});
