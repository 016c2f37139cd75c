import { openTenant } from '../tenant';
import type { OpenTenant } from '../tenant';

const getAll = (filters = {}, bounds: { returnAll?: boolean; limit?: number } = {}) => ({
	resource: 'user',
	operation: 'getAll',
	returnAll: true,
	...bounds,
	filters,
});

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

const ids = async (...args: Parameters<typeof getAll>) =>
	(await tenant.json(getAll(...args))).map(({ id }) => id);

it('Get Many returns all active users', async () => {
	tenant.sandbox.tenant.deactivate(tenant.sandbox.tenant.users[1]);
	expect(await ids()).toEqual(['usr-ada', 'usr-alan']);
});

it.each([
	[{ email: ' ALAN@acme.com' }, ['usr-alan']],
	[{ email: 'nobody@acme.com' }, []],
	[{ role: 'Administrator' }, ['usr-grace']],
	[{ role: 'hiring manager' }, ['usr-alan']],
	[{ search: 'ada love' }, ['usr-ada']],
	[{ search: 'ACME.COM' }, ['usr-ada', 'usr-grace', 'usr-alan']],
	[{ email: 'ada@acme.com', role: 'Administrator' }, []],
])('Get Many filters by %j', async (filters, expected) => {
	expect(await ids(filters)).toEqual(expected);
});

it.each([
	['email', { email: '={{ ["ada@acme.com"] }}' }, "'Email' is not a text"],
	['email', { email: '={{ 42 }}' }, "'42' in 'Email' is not an email address"],
	['role', { role: '={{ ["Recruiter"] }}' }, "'Role' is not a text"],
	['search', { search: '={{ {} }}' }, "'Search Name or Email' is not a text"],
])('Get Many says which filter an expression left unusable (%s)', async (_, filters, message) => {
	await expect(tenant.json(getAll(filters))).rejects.toThrow(message);
});

it('Get Many takes a number for a text, and a field that was left empty for no filter', async () => {
	expect(await ids({ search: '={{ 4711 }}' })).toEqual([]);
	const empty = { email: '', role: '', search: ' ' };
	expect(await ids(empty)).toEqual(['usr-ada', 'usr-grace', 'usr-alan']);
});

it.each(['email', 'role', 'search'])(
	'Get Many returns nobody when the expression in the filter "%s" finds nothing: it would be everybody',
	async (name) => {
		for (const nothing of ['={{ $json.missing }}', '={{ null }}']) {
			await expect(ids({ [name]: nothing })).rejects.toThrow('is empty');
		}
		expect(tenant.sandbox.requests).toEqual([]);
	},
);

it('Get Many finds a name with accents by the letters on the keyboard', async () => {
	tenant.sandbox.tenant.addUser({ id: 'usr-jose', first_name: 'José', last_name: 'Núñez' });
	expect(await ids({ search: 'jose nun' })).toEqual(['usr-jose']);
});

it('Get Many asks the API for no more than the limit when nothing is filtered here', async () => {
	expect(await ids({}, { returnAll: false, limit: 2 })).toEqual(['usr-ada', 'usr-grace']);
	expect(tenant.sandbox.requests.map(({ query }) => query.limit)).toEqual(['2']);
});

it('Get Many counts the limit after the filters', async () => {
	expect(await ids({ role: 'HiringManager' }, { returnAll: false, limit: 1 })).toEqual([
		'usr-alan',
	]);
});

it('Get Many returns more users than a cautious API allows to ask for at once', async () => {
	for (let number = 0; number < 130; number++) tenant.sandbox.tenant.addUser({});
	tenant.sandbox.behaviour.usersMaxLimit = 1000;
	expect(await ids()).toHaveLength(133);
});

it('hints that the API may have cut the list', async () => {
	for (let number = 0; number < 130; number++) tenant.sandbox.tenant.addUser({});
	tenant.sandbox.behaviour.usersCap = 100;
	const { items, hints } = await tenant.run(getAll());
	expect(items).toHaveLength(100);
	expect(hints).toEqual([
		'PeopleLens may have cut its list of users short, and offers no way to read further: look people up by email where the list must be complete.',
	]);
});

it('hints nothing when the list is complete, or as long as was asked for', async () => {
	expect((await tenant.run(getAll())).hints).toEqual([]);
	for (let number = 0; number < 47; number++) tenant.sandbox.tenant.addUser({});
	expect((await tenant.run(getAll({}, { returnAll: false, limit: 50 }))).hints).toEqual([]);
});

it.each([0, -1, 1.5, 'many'])('Get Many refuses the limit %j', async (limit) => {
	const parameters = { ...getAll({}, { returnAll: false }), limit };
	await expect(tenant.json(parameters)).rejects.toMatchObject({
		message: "'Limit' is not a whole number of at least 1",
	});
});

it.each([25, 30, 50])('hints that a server may have cut the list at %s', async (usersCap) => {
	for (let number = 0; number < 247; number++) tenant.sandbox.tenant.addUser({});
	tenant.sandbox.behaviour.usersCap = usersCap;
	for (const bounds of [{}, { returnAll: false, limit: 100 }]) {
		const { hints } = await tenant.run(getAll({}, bounds));
		expect(hints).toEqual([expect.stringContaining('may have cut its list of users short')]);
	}
});

it.each([
	['a role that PeopleLens does not know', { role: 'Boss' }, "'Boss' in 'Role'"],
	['an email with an invisible character', { email: 'ada\u200b@acme.com' }, "in 'Email'"],
])('Get Many refuses %s before any request', async (_, filters, message) => {
	await expect(tenant.json(getAll(filters))).rejects.toThrow(message);
	expect(tenant.sandbox.requests).toEqual([]);
});
