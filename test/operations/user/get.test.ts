import { byEmail, byId, openTenant } from '../tenant';
import type { OpenTenant } from '../tenant';

const get = (userId: unknown, options = {}) => ({
	resource: 'user',
	operation: 'get',
	userId: userId as string,
	options,
});

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

it.each([
	['the list', { __rl: true, mode: 'list', value: 'usr-ada' }],
	['an ID', byId('usr-ada')],
	['an email', byEmail(' ADA@acme.com ')],
	['an expression', byEmail('={{ $json.mail }}')],
	['a plain ID', 'usr-ada'],
	['an email where an ID belongs', byId('ada@acme.com')],
])('gets the user by %s', async (_, userId) => {
	expect(await tenant.json(get(userId), [{ mail: 'ada@acme.com' }])).toEqual([
		{
			id: 'usr-ada',
			email: 'ada@acme.com',
			first_name: 'Ada',
			last_name: 'Lovelace',
			role: 'Recruiter',
		},
	]);
});

it('Get asks for an ID with special characters, and for nothing else', async () => {
	tenant.sandbox.tenant.addUser({ id: 'a/b?c=ü', email: 'odd@acme.com' });
	expect(await tenant.json(get(byId('a/b?c=ü')))).toMatchObject([{ email: 'odd@acme.com' }]);
});

it.each([
	[byId('usr-nobody'), "No user with the ID 'usr-nobody' in this PeopleLens tenant"],
	[byEmail('nobody@acme.com'), "No active user has the email 'nobody@acme.com'"],
])('Get says who was not found', async (userId, message) => {
	await expect(tenant.json(get(userId))).rejects.toMatchObject({
		message: expect.stringContaining(message),
		httpCode: '404',
	});
});

it.each([
	[byId('usr-nobody'), { found: false, id: 'usr-nobody' }],
	[byEmail('nobody@acme.com'), { found: false, email: 'nobody@acme.com' }],
])('continues with what was asked for, if told to', async (userId, item) => {
	expect(await tenant.json(get(userId, { ifNotFound: 'continue' }))).toEqual([item]);
});

it('Get does not take a wrong address for a user who is not there', async () => {
	tenant.sandbox.inject({ type: 'status', status: 404, body: 'html' });
	const asked = tenant.json(get(byId('usr-ada'), { ifNotFound: 'continue' }));
	await expect(asked).rejects.toMatchObject({ message: expect.stringContaining("'Base URL'") });
});

it.each([
	[byId(''), "'User' is empty"],
	[{ __rl: true, mode: 'list', value: '' }, "'User' is empty"],
	[byId('ada@acme'), "'ada@acme' in 'User' is not an email address"],
	[byEmail('ada'), "'ada' in 'User' is not an email address"],
])('Get refuses %j before any request', async (userId, message) => {
	await expect(tenant.json(get(userId))).rejects.toMatchObject({ message });
	expect(tenant.sandbox.requests).toHaveLength(0);
});

it.each([
	['a space before it', ' usr-ada', 'starts or ends with a space'],
	['a line break after it', 'usr-ada\n', 'starts or ends with a space'],
	['an invisible character', 'usr-ada\u200b', 'invisible'],
	['half a character', '\ud800', 'invisible'],
	['10,000 characters', 'x'.repeat(10_000), 'characters'],
])('Get refuses an ID with %s: without it, it would be another one', async (_, id, description) => {
	for (const options of [{}, { ifNotFound: 'continue' }]) {
		const refused = await tenant.json(get(byId(id), options)).catch((error: Error) => error);
		expect(JSON.stringify(refused)).toContain(description);
	}
	expect(tenant.sandbox.requests).toHaveLength(0);
});

it('Get asks for the ID of the list exactly as PeopleLens writes it', async () => {
	tenant.sandbox.tenant.addUser({ id: ' usr-ada', email: 'odd@acme.com' });
	const chosen = { __rl: true, mode: 'list', value: ' usr-ada' };
	expect(await tenant.json(get(chosen))).toMatchObject([{ email: 'odd@acme.com' }]);
});
