import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { openTenant } from '../tenant';
import type { OpenTenant } from '../tenant';
import type { RecordedRequest } from '../../../sandbox';

const sync = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'user',
	operation: 'sync',
	mode: 'apply',
	email: '={{ $json.email }}',
	firstName: '={{ $json.first }}',
	lastName: '={{ $json.last }}',
	role: '={{ $json.role }}',
	...more,
});
const preview = (more: INodeParameters = {}) => sync({ mode: 'preview', ...more });

const ADA = { email: 'ada@acme.com', first: 'Ada', last: 'Lovelace', role: 'Recruiter' };
const ALAN = { email: 'alan@acme.com', first: 'Alan', last: 'Turing', role: 'Hiring Manager' };
const KAY = { email: 'kay@acme.com', first: 'Kay', last: 'McNulty', role: 'Interviewer' };

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

const changes = () => [...tenant.requests('POST'), ...tenant.requests('DELETE')];
const stateOf = (id: string) => tenant.sandbox.tenant.people.get(id)?.state;
const outcomes = async (parameters: INodeParameters, input: IDataObject[]) =>
	(await tenant.json(parameters, input)).map(
		({ email, action, status }) => `${String(email)} ${String(action)} ${String(status)}`,
	);
const invitationOf = (email: string) => (request: RecordedRequest) =>
	request.method === 'POST' && request.body.includes(email);

describe('a sync in preview', () => {
	it('is the default', async () => {
		const parameters = sync();
		delete parameters.mode;
		expect(await outcomes(parameters, [KAY])).toEqual(['kay@acme.com create planned']);
		expect(changes()).toEqual([]);
	});

	it('reads like a report, and changes nothing', async () => {
		const { items, hints } = await tenant.run(preview({ deactivateExtra: true }), {
			input: [KAY, { ...ADA, role: 'Interviewer' }],
		});
		expect(items.map(({ json }) => json)).toEqual([
			{
				email: 'kay@acme.com',
				first_name: 'Kay',
				last_name: 'McNulty',
				role: 'Interviewer',
				action: 'create',
				status: 'planned',
			},
			{
				email: 'ada@acme.com',
				first_name: 'Ada',
				last_name: 'Lovelace',
				role: 'Recruiter',
				action: 'review',
				status: 'skipped',
				reason:
					"Has the role Recruiter, and the list says Interviewer. A sync changes no roles: use the operation 'Update', or PeopleLens.",
				id: 'usr-ada',
			},
			{
				email: 'grace@acme.com',
				first_name: 'Grace',
				last_name: 'Hopper',
				role: 'Administrator',
				action: 'deactivate',
				status: 'skipped',
				reason: 'The role Administrator is protected',
				id: 'usr-grace',
			},
			{
				email: 'alan@acme.com',
				first_name: 'Alan',
				last_name: 'Turing',
				role: 'HiringManager',
				action: 'deactivate',
				status: 'planned',
				id: 'usr-alan',
			},
		]);
		expect(hints).toEqual([
			'1 to invite, 1 to deactivate, 0 with nothing to do, 1 to review, 1 skipped. Nothing was changed: this is a preview.',
		]);
		expect(changes()).toEqual([]);
	});

	it('shows who it is that Apply would refuse to deactivate', async () => {
		const options = { maxDeactivations: 0 };
		const { items, hints } = await tenant.run(preview({ deactivateExtra: true, options }), {
			input: [ADA, KAY],
		});
		const reason = expect.stringContaining('would deactivate one person');
		expect(items.map(({ json }) => json)).toMatchObject([
			{ action: 'none', status: 'planned' },
			{ action: 'create', status: 'skipped', reason },
			{ action: 'deactivate', status: 'skipped', reason: 'The role Administrator is protected' },
			{ action: 'deactivate', status: 'skipped', email: 'alan@acme.com', reason },
		]);
		expect(hints).toContainEqual(expect.stringContaining('Apply would change nothing'));
	});

	it('counts whom PeopleLens could not be asked for', async () => {
		const isLookUp = ({ query }: RecordedRequest) => query.email === KAY.email;
		tenant.sandbox.inject({ type: 'status', status: 500 }, { times: 9, match: isLookUp });
		const { items, hints } = await tenant.run(preview(), { input: [KAY, ADA] });
		expect(items[0].json).toMatchObject({ email: KAY.email, status: 'failed' });
		expect(hints).toEqual([
			'0 to invite, 0 to deactivate, 1 with nothing to do, 0 to review, 1 that could not be looked up. Nothing was changed: this is a preview.',
		]);
	});

	it('needs a key that may only read', async () => {
		tenant.sandbox.keys.grant(tenant.sandbox.apiKey, ['users:read']);
		expect(await outcomes(preview(), [KAY])).toEqual(['kay@acme.com create planned']);
	});
});

describe('a sync that is applied', () => {
	it('gives access to exactly the people on the list', async () => {
		const all = sync({ deactivateExtra: true });
		expect(await outcomes(all, [KAY, ALAN])).toEqual([
			'kay@acme.com create done',
			'alan@acme.com none done',
			'ada@acme.com deactivate done',
			'grace@acme.com deactivate skipped',
		]);
		expect(stateOf('usr-ada')).toBe('deactivated');
		expect(stateOf('usr-grace')).toBe('active');
		expect(JSON.parse(tenant.requests('POST')[0].body)).toEqual({
			email: 'kay@acme.com',
			first_name: 'Kay',
			last_name: 'McNulty',
			role: 'Interviewer',
		});
	});

	it('changes nothing the second time', async () => {
		const all = sync({ deactivateExtra: true });
		await outcomes(all, [KAY, ALAN]);
		const before = changes().length;
		expect(await outcomes(all, [KAY, ALAN])).toEqual([
			'kay@acme.com none done',
			'alan@acme.com none done',
			'grace@acme.com deactivate skipped',
		]);
		expect(changes()).toHaveLength(before);
	});

	it('changes nothing the second time when PeopleLens lists nobody who has not accepted', async () => {
		tenant.sandbox.behaviour.invitedListed = false;
		await outcomes(sync(), [KAY]);
		const [again] = await tenant.json(sync(), [KAY]);
		expect(again).toMatchObject({
			action: 'create',
			status: 'skipped',
			reason: expect.stringContaining('PeopleLens knows this email'),
		});
		expect(tenant.sandbox.tenant.users).toHaveLength(4);
	});

	it('returns the user who was invited', async () => {
		expect(await tenant.json(sync(), [{ ...KAY, role: '' }])).toEqual([
			{
				email: 'kay@acme.com',
				first_name: 'Kay',
				last_name: 'McNulty',
				role: 'Interviewer',
				action: 'create',
				status: 'done',
				id: expect.any(String),
			},
		]);
	});

	it('says in numbers what was done', async () => {
		const { hints } = await tenant.run(sync({ deactivateExtra: true }), { input: [KAY, ALAN] });
		expect(hints).toEqual([
			'1 invited, 1 deactivated, 1 with nothing to do, 0 to review, 1 skipped, 0 failed.',
		]);
	});

	it('invites nobody when Create Missing is off, and deactivates nobody by default', async () => {
		expect(await outcomes(sync({ createMissing: false }), [KAY])).toEqual([
			'kay@acme.com create skipped',
		]);
		expect(changes()).toEqual([]);
	});

	it('goes on with the others when one person can not be invited or deactivated', async () => {
		tenant.sandbox.inject({ type: 'status', status: 500 }, { match: invitationOf('kay@') });
		const isDeactivation = ({ method, path }: RecordedRequest) =>
			method === 'DELETE' && path.endsWith('usr-ada');
		const openInterviews = { type: 'status', status: 409, message: 'Has open interviews' } as const;
		tenant.sandbox.inject(openInterviews, { match: isDeactivation });
		tenant.sandbox.tenant.addUser({ email: 'jean@acme.com', role: 'Administrator' });

		const list = [KAY, { ...KAY, email: 'marlyn@acme.com' }];
		expect(await tenant.json(sync({ deactivateExtra: true }), list)).toMatchObject([
			{ email: 'kay@acme.com', status: 'failed', error: expect.stringContaining('HTTP 500') },
			{ email: 'marlyn@acme.com', status: 'done' },
			{
				email: 'ada@acme.com',
				status: 'failed',
				error: expect.stringContaining('PeopleLens says: Has open interviews'),
			},
			{ email: 'grace@acme.com', status: 'skipped' },
			{ email: 'alan@acme.com', status: 'done' },
			{ email: 'jean@acme.com', status: 'skipped' },
		]);
	});
});

describe('nothing at all is changed', () => {
	it.each([
		[
			'more would be deactivated than allowed',
			{ maxDeactivations: 1 },
			"'Maximum Deactivations'",
			"raise 'Maximum Deactivations'.",
		],
		[
			'more than half would be',
			{ maxDeactivations: 99 },
			'more than half of the tenant',
			'No option allows more than half',
		],
	])('when %s', async (_, options, words, fix) => {
		const parameters = sync({
			deactivateExtra: true,
			options: { ...options, protectedRoles: [] },
		});
		await expect(tenant.json(parameters, [KAY])).rejects.toMatchObject({
			message: expect.stringMatching(new RegExp(`${words}.*Nothing was changed`)),
			description: expect.stringContaining(fix),
		});
		expect(changes()).toEqual([]);
	});

	it('and one item says so, paired with all, when the node is set to continue', async () => {
		const options = { maxDeactivations: 1, protectedRoles: [] };
		const { items } = await tenant.run(sync({ deactivateExtra: true, options }), {
			input: [KAY, { ...KAY, email: 'jean@acme.com' }],
			onError: 'continueRegularOutput',
		});
		expect(items).toMatchObject([
			{
				json: { error: expect.stringContaining('Nothing was changed') },
				pairedItem: [{ item: 0 }, { item: 1 }],
			},
		]);
		expect(changes()).toEqual([]);
	});

	it.each([
		[{ maxDeactivations: -1 }, "'Maximum Deactivations' is not a whole number of at least 0"],
		[{ protectedEmails: 'ceo' }, "'ceo' in 'Protected Emails' is not an email address"],
	])('with the option %j, which can not be used', async (options, message) => {
		await expect(tenant.json(sync({ options }), [KAY])).rejects.toMatchObject({ message });
		expect(tenant.sandbox.requests).toEqual([]);
	});
});

describe('a list that is not understood', () => {
	const everybody = sync({ deactivateExtra: true, options: { protectedRoles: [] } });

	it.each([{}, { email: '' }, { email: 'ada' }, { email: null }])(
		"takes away nobody's access: %j",
		async (broken) => {
			const items = await tenant.json(everybody, [broken, KAY]);
			expect(items).toMatchObject([
				{
					email: '',
					action: 'review',
					status: 'skipped',
					reason: expect.stringContaining("'Email'"),
				},
				{ email: 'kay@acme.com', action: 'create', status: 'done' },
				...Array(3).fill({
					action: 'deactivate',
					status: 'skipped',
					reason: 'One item has no usable email, so the person may well be on the list',
				}),
			]);
			expect(tenant.requests('DELETE')).toEqual([]);
		},
	);

	describe('because every email is mapped from a wrong field', () => {
		const wrongField = { ...everybody, email: '={{ $json.mail }}' };

		it('is refused', async () => {
			await expect(tenant.json(wrongField, [ADA, ALAN])).rejects.toMatchObject({
				message: 'Nobody on the list has a usable email. Nothing was changed.',
				description: "Check where 'Email' comes from or, with Input Items, the items' field email.",
			});
			expect(changes()).toEqual([]);
		});

		it('is refused also without Deactivate Extra, and when PeopleLens may have cut its list', async () => {
			for (let count = 3; count < 120; count++) {
				tenant.sandbox.tenant.addUser({ email: `user${count}@acme.com` });
			}
			tenant.sandbox.behaviour.usersCap = 100;
			for (const deactivateExtra of [false, true]) {
				await expect(tenant.json({ ...wrongField, deactivateExtra }, [ADA, ALAN])).rejects.toThrow(
					'Nobody on the list has a usable email',
				);
			}
			expect(changes()).toEqual([]);
		});

		it('says why in a preview', async () => {
			const { items, hints } = await tenant.run(
				{ ...wrongField, mode: 'preview' },
				{ input: [ADA, ALAN] },
			);
			const reason = 'Nobody on the list has a usable email';
			expect(items.map(({ json }) => json)).toMatchObject([
				...Array(2).fill({ action: 'review', reason: "'Email' is empty" }),
				...Array(3).fill({ action: 'deactivate', status: 'skipped', reason }),
			]);
			expect(hints).toContain(`${reason}, so Apply would change nothing.`);
		});
	});

	it('because it is what n8n hands over in place of no items, is refused', async () => {
		await expect(tenant.json(everybody, [{}])).rejects.toThrow(
			'Nobody on the list has a usable email',
		);
		expect(changes()).toEqual([]);
	});

	it('because an expression does not resolve for one item, is done for the others', async () => {
		const email = '={{ $json.email.toLowerCase() }}';
		expect(await outcomes(sync({ email }), [{ first: 'X' }, KAY])).toEqual([
			' review skipped',
			'kay@acme.com create done',
		]);
	});

	it.each([
		[{ first: '' }, "'First Name' is empty"],
		[{ last: null }, "'Last Name' is empty"],
		[{ role: 'Boss' }, "'Boss' in 'Role' is not a PeopleLens role"],
	])('in %j, is for review, and done for the others', async (fields, reason) => {
		const jean = { ...KAY, email: 'jean@acme.com' };
		expect(await tenant.json(sync(), [{ ...KAY, ...fields }, jean])).toMatchObject([
			{ action: 'review', status: 'skipped', reason },
			{ action: 'create', status: 'done' },
		]);
	});
});

it('a sync protects people by email', async () => {
	const options = { protectedRoles: [], protectedEmails: 'Grace@acme.com, alan@acme.com' };
	expect(await outcomes(sync({ deactivateExtra: true, options }), [KAY])).toEqual([
		'kay@acme.com create done',
		'ada@acme.com deactivate done',
		'grace@acme.com deactivate skipped',
		'alan@acme.com deactivate skipped',
	]);
});

it('a sync pairs every person with the input items that name them, and the others with none', async () => {
	const { items } = await tenant.run(preview({ deactivateExtra: true }), {
		input: [KAY, ADA, { ...KAY, email: 'KAY@acme.com' }],
	});
	expect(items.map(({ json, pairedItem }) => [json.email, pairedItem])).toEqual([
		['kay@acme.com', [{ item: 0 }, { item: 2 }]],
		['ada@acme.com', { item: 1 }],
		['grace@acme.com', []],
		['alan@acme.com', []],
	]);
});

describe('a list of users that the API cuts', () => {
	beforeEach(() => {
		for (let count = 3; count < 120; count++) {
			tenant.sandbox.tenant.addUser({ email: `user${count}@acme.com`, role: 'Interviewer' });
		}
		tenant.sandbox.behaviour.usersCap = 100;
	});

	it('invites nobody who is merely not on it', async () => {
		const unlisted = { ...KAY, email: 'user119@acme.com' };
		const { items, hints } = await tenant.run(sync(), { input: [unlisted, KAY] });
		expect(items.map(({ json }) => json)).toMatchObject([
			{ action: 'none', status: 'done', listMayBeIncomplete: true },
			{ action: 'create', status: 'done', listMayBeIncomplete: true },
		]);
		expect(hints).toContainEqual(expect.stringContaining('may have cut its list of users short'));
		expect(tenant.requests('POST')).toHaveLength(1);
	});

	it('is noticed by somebody who was left out, whatever its length', async () => {
		tenant.sandbox.behaviour.usersCap = 99;
		const unlisted = { ...KAY, email: 'user119@acme.com', role: 'Recruiter' };
		expect(await tenant.json(preview(), [unlisted])).toMatchObject([
			{ action: 'review', status: 'skipped', listMayBeIncomplete: true },
		]);
	});
});

it('a sync takes it for no failure when somebody else has invited the person in between', async () => {
	tenant.sandbox.onRequest = ({ method }) => {
		if (method === 'POST') tenant.sandbox.tenant.addUser({ id: 'usr-race', email: KAY.email });
	};
	expect(await outcomes(sync(), [KAY])).toEqual(['kay@acme.com create skipped']);
});

it('a sync needs no more requests than there are things to do', async () => {
	const staff = Array.from({ length: 300 }, (_, n) => ({ ...KAY, email: `user${n}@acme.com` }));
	for (const { email, role } of staff.slice(20)) tenant.sandbox.tenant.addUser({ email, role });
	const statuses = await tenant.json(sync({ deactivateExtra: true }), staff);
	expect(statuses.filter(({ status }) => status === 'done')).toHaveLength(302);
	// The list; each missing person looked up and invited; two extra people read and deactivated.
	expect(tenant.sandbox.requests).toHaveLength(1 + 20 + 20 + 2 + 2);
});

it('a sync throws when the users can not be read', async () => {
	tenant.sandbox.keys.grant(tenant.sandbox.apiKey, ['users:write']);
	await expect(tenant.json(sync(), [KAY])).rejects.toMatchObject({ httpCode: '403' });
	expect(changes()).toEqual([]);
});
