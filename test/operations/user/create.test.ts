import { openTenant } from '../tenant';
import type { OpenTenant } from '../tenant';

const KAY = { email: 'kay@acme.com', firstName: 'Kay', lastName: 'McNulty' };
const create = (fields = {}) => ({
	resource: 'user',
	operation: 'create',
	...KAY,
	role: 'Recruiter',
	...fields,
});

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

it('Create invites the person with the role and returns the user', async () => {
	const [user] = await tenant.json(create());
	expect(user).toEqual({
		id: expect.any(String),
		email: 'kay@acme.com',
		first_name: 'Kay',
		last_name: 'McNulty',
		role: 'Recruiter',
	});
	expect(JSON.parse(tenant.requests('POST')[0].body)).toEqual({
		email: 'kay@acme.com',
		first_name: 'Kay',
		last_name: 'McNulty',
		role: 'Recruiter',
	});
});

it.each(['bare', 'data', 'user'] as const)(
	'Create returns the user from a "%s" answer',
	async (form) => {
		tenant.sandbox.behaviour.createAnswer = form;
		expect(await tenant.json(create())).toMatchObject([
			{ email: 'kay@acme.com', first_name: 'Kay' },
		]);
	},
);

it('Create sends no role for Tenant Default', async () => {
	await tenant.json(create({ role: '' }));
	expect(JSON.parse(tenant.requests('POST')[0].body)).not.toHaveProperty('role');
});

it.each(['Hiring Manager', 'hiring-manager', ' HIRINGMANAGER ', 'hiring_manager'])(
	'understands the role "%s" of an HR system',
	async (role) => {
		await tenant.json(create({ role }));
		expect(JSON.parse(tenant.requests('POST')[0].body).role).toBe('HiringManager');
	},
);

it('Create trims the email and the names', async () => {
	await tenant.json(create({ email: ' kay@acme.com ', firstName: ' Kay', lastName: 'McNulty ' }));
	expect(JSON.parse(tenant.requests('POST')[0].body)).toMatchObject({
		email: 'kay@acme.com',
		first_name: 'Kay',
		last_name: 'McNulty',
	});
});

it.each([
	[{ email: 'kay' }, "'kay' in 'Email' is not an email address"],
	[{ email: '' }, "'Email' is empty"],
	[{ firstName: '  ' }, "'First Name' is empty"],
	[{ lastName: '={{ $json.missing }}' }, "'Last Name' is empty"],
	[{ role: 'Boss' }, "'Boss' in 'Role' is not a PeopleLens role"],
])(
	'Create asks PeopleLens nothing when %j can not be used, and says why',
	async (fields, message) => {
		await expect(tenant.json(create(fields))).rejects.toMatchObject({
			message,
			description: expect.stringMatching(/^(Use|Enter)/),
			context: { itemIndex: 0 },
		});
		expect(tenant.sandbox.requests).toHaveLength(0);
	},
);

it.each([409, 400, 422] as const)(
	'Create names the email when it exists (%s)',
	async (conflictStatus) => {
		tenant.sandbox.behaviour.conflictStatus = conflictStatus;
		await expect(tenant.json(create({ email: 'ada@acme.com' }))).rejects.toMatchObject({
			message: expect.stringContaining("'ada@acme.com'"),
			httpCode: String(conflictStatus),
		});
	},
);

it.each(['#N/A', '#REF!', ' #name? ', '#DIV/0!', '#N/A\u200b', '\u00a0#REF!'])(
	'Create invites nobody with what a spreadsheet writes for a failed formula: %s',
	async (cell) => {
		const parameters = create({ lastName: '={{ $json.cell }}' });
		await expect(tenant.json(parameters, [{ cell }])).rejects.toMatchObject({
			message: `'${cell.replace('\u200b', '').trim()}' in 'Last Name' is an error of a spreadsheet`,
			description: 'Correct the formula of that cell, or leave the cell empty.',
		});
		expect(tenant.requests('POST')).toEqual([]);
	},
);

it('Create takes a name that only begins like one', async () => {
	await tenant.json(create({ lastName: '#N/A & Sons' }));
	expect(tenant.requests('POST')).toHaveLength(1);
});
