import { byEmail, byId, fromList, openTenant } from '../tenant';
import type { OpenTenant } from '../tenant';

const deactivate = (userId: unknown, options = {}) => ({
	resource: 'user',
	operation: 'deactivate',
	userId: userId as string,
	options,
});

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

const stateOf = (id: string) => tenant.sandbox.tenant.people.get(id)?.state;

it.each([204, 200, '200-body'] as const)(
	'Deactivate takes a user by ID (%s)',
	async (deleteAnswer) => {
		tenant.sandbox.behaviour.deleteAnswer = deleteAnswer;
		expect(await tenant.json(deactivate(byId('usr-ada')))).toEqual([
			{ id: 'usr-ada', deactivated: true },
		]);
		expect(stateOf('usr-ada')).toBe('deactivated');
	},
);

it('Deactivate takes a user by email', async () => {
	expect(await tenant.json(deactivate(byEmail('Ada@acme.com')))).toEqual([
		{ id: 'usr-ada', email: 'ada@acme.com', deactivated: true },
	]);
});

it('Deactivate says who was not found', async () => {
	await expect(tenant.json(deactivate(byId('usr-nobody')))).rejects.toMatchObject({
		message: expect.stringContaining("'usr-nobody'"),
		httpCode: '404',
	});
});

it.each([
	[byId('usr-nobody'), { id: 'usr-nobody' }],
	[byEmail('nobody@acme.com'), { email: 'nobody@acme.com' }],
])('continues when there is nobody, if told to', async (userId, asked) => {
	expect(await tenant.json(deactivate(userId, { ifNotFound: 'continue' }))).toEqual([
		{
			...asked,
			deactivated: false,
			reason: `PeopleLens has no active user '${userId.value}'`,
		},
	]);
});

describe('a user who was chosen from the list', () => {
	const shownAs = (shown: string, value = 'usr-ada') => deactivate(fromList(value, shown));

	it.each(['Bob Kahn, Recruiter (bob@acme.com)', 'bob@acme.com, Recruiter', 'bob@acme.com'])(
		'is left alone where the ID is that of somebody else, as in another tenant: %s',
		async (shown) => {
			await expect(tenant.json(shownAs(shown))).rejects.toMatchObject({
				message: `'User' was chosen as '${shown}', but in PeopleLens this ID is that of 'ada@acme.com'`,
				description: expect.stringMatching(
					/^For this item, nothing was changed\. Choose again in 'User'/,
				),
			});
			expect(stateOf('usr-ada')).toBe('active');
			expect(tenant.sandbox.requests.map(({ method }) => method)).toEqual(['GET']);
		},
	);

	it.each([
		['the list showed the same email', 'Ada Lovelace, Recruiter (Ada@acme.com)', undefined],
		['the list showed that email alone', 'ada@acme.com, Recruiter', undefined],
		['the list showed no email', 'Bob Kahn, Recruiter', undefined],
		['an expression has taken its place', 'Bob (bob@acme.com)', "={{ 'usr-ada' }}"],
	])('is deactivated where %s', async (_, shown, value) => {
		await tenant.json(shownAs(shown, value));
		expect(stateOf('usr-ada')).toBe('deactivated');
	});
});

describe('protected roles', () => {
	const options = { protectedRoles: ['Administrator'] };

	it.each([byId('usr-grace'), byEmail('grace@acme.com')])('are left alone (%j)', async (userId) => {
		expect(await tenant.json(deactivate(userId, options))).toEqual([
			{
				id: 'usr-grace',
				email: 'grace@acme.com',
				deactivated: false,
				reason: 'The role Administrator is protected',
			},
		]);
		expect(stateOf('usr-grace')).toBe('active');
	});

	it('do not protect the others', async () => {
		expect(await tenant.json(deactivate(byId('usr-ada'), options))).toMatchObject([
			{ deactivated: true },
		]);
	});

	it('include a role that PeopleLens does not tell', async () => {
		tenant.sandbox.inject({ type: 'wrongShape', body: { id: 'usr-ada', email: 'ada@acme.com' } });
		expect(await tenant.json(deactivate(byId('usr-ada'), options))).toMatchObject([
			{ deactivated: false, reason: expect.stringContaining('not known') },
		]);
		expect(stateOf('usr-ada')).toBe('active');
	});
});
