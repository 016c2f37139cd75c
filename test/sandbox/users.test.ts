import { connect } from './client';
import { startSandbox, type Behaviour, type Sandbox } from './index';

let sandbox: Sandbox;
let api: ReturnType<typeof connect>;

async function start(behaviour: Partial<Behaviour> = {}, users = 30) {
	sandbox = await startSandbox({ behaviour, users, auditLogs: 0 });
	api = connect(sandbox);
}
afterEach(async () => await sandbox.stop());

const GRACE = { email: 'grace@northwind.example', first_name: 'Grace', last_name: 'Hopper' };
const one = (id: string) => `/api/v1/users/${encodeURIComponent(id)}`;
const invite = async (body: unknown) => await api.send('POST', '/api/v1/users', body);

it('lists active users only, in the shape of the reference', async () => {
	await start();
	expect(sandbox.tenant.users.some(({ state }) => state === 'deactivated')).toBe(true);
	const { json } = await api.send('GET', '/api/v1/users?limit=1000');
	const active = sandbox.tenant.users.filter(({ state }) => state === 'active');
	expect(active).toHaveLength(30);
	expect(json).toEqual({
		data: active.map(({ id, email, first_name, last_name, role }) => ({
			id,
			email,
			first_name,
			last_name,
			role,
		})),
	});
});

it.each(['limit=0', 'limit=x', 'limit=', 'email=', 'offset=0', 'role=Recruiter'])(
	'answers 400 to a list of users with ?%s',
	async (query) => {
		await start();
		expect((await api.send('GET', `/api/v1/users?${query}`)).status).toBe(400);
	},
);

it('cuts the list where the tenant is told to', async () => {
	await start({ usersCap: 10, defaultLimit: 4, usersMaxLimit: 200 });
	expect(await api.users()).toHaveLength(4);
	expect(await api.users({ limit: 200 })).toHaveLength(10);
	expect((await api.send('GET', '/api/v1/users?limit=201')).status).toBe(400);
});

it.each([
	['exact', 'zoe@northwind.example', 1],
	['exact', 'ZOE@northwind.example', 0],
	['ignoreCase', 'ZOE@northwind.example', 1],
	['contains', 'zoe@northwind.example', 2],
	['ignored', 'zoe@northwind.example', 7],
] as const)('looks up an e-mail address: %s %s', async (emailFilter, email, found) => {
	await start({ emailFilter }, 5);
	sandbox.tenant.addUser({ email: 'zoe@northwind.example' });
	sandbox.tenant.addUser({ email: 'anna-zoe@northwind.example' });
	expect(await api.users({ email, limit: 100 })).toHaveLength(found);
});

it.each(['bare', 'data', 'user'] as const)('wraps a single user: %s', async (wrapping) => {
	await start({ userAnswer: wrapping, createAnswer: wrapping });
	const { id, email } = sandbox.tenant.users[3];
	const wrapped = (user: unknown) => (wrapping === 'bare' ? user : { [wrapping]: user });
	const got = await api.send('GET', one(id));
	expect(got.json).toEqual(wrapped(expect.objectContaining({ id, email })));
	const invited = await invite(GRACE);
	expect(invited.json).toEqual(wrapped(expect.objectContaining(GRACE)));
});

it('finds ids that need encoding, and no others', async () => {
	await start();
	sandbox.tenant.addUser({ id: 'usr-7/ä b' });
	expect((await api.send('GET', one('usr-7/ä b'))).status).toBe(200);
	expect((await api.send('GET', one('usr-8'))).status).toBe(404);
	expect((await api.send('DELETE', one('usr-8'))).status).toBe(404);
});

it('invites a person once, with an audit event', async () => {
	await start();
	const { status, json } = await invite({ ...GRACE, role: 'Recruiter' });
	expect(status).toBe(201);
	const [user] = await api.users({ email: GRACE.email });
	expect(json).toEqual(user);
	expect(user).toMatchObject({ ...GRACE, role: 'Recruiter' });
	const { data } = await api.auditLogs();
	expect(data).toEqual([
		expect.objectContaining({ action: 'USER_INVITED', entity_type: 'user', entity_id: user.id }),
	]);
	expect((await invite({ ...GRACE, email: 'GRACE@northwind.example' })).status).toBe(409);
	expect((await api.auditLogs()).data).toHaveLength(1);
});

it('gives the tenant default to somebody invited without a role', async () => {
	await start({ createStatus: 200 });
	const { status, json } = await invite(GRACE);
	expect([status, json]).toEqual([200, expect.objectContaining({ role: 'Interviewer' })]);
});

it.each([
	[{ ...GRACE, email: undefined }, /email is required/],
	[{ ...GRACE, first_name: ' ' }, /first_name is required/],
	[{ ...GRACE, last_name: 5 }, /last_name is required/],
	[{ ...GRACE, email: 'grace' }, /email/],
	[{ ...GRACE, email: ' grace@northwind.example' }, /email/],
	[{ ...GRACE, role: 'Owner' }, /role must be one of/],
	[{ ...GRACE, role: '' }, /role must be one of/],
	[{ ...GRACE, firstName: 'Grace' }, /firstName/],
])('refuses the invitation %j', async (body, words) => {
	await start();
	const refused = await invite(body);
	expect([refused.status, refused.text]).toEqual([422, expect.stringMatching(words)]);
	sandbox.behaviour.invalidStatus = 400;
	expect((await invite(body)).status).toBe(400);
	expect(sandbox.tenant.auditLogs).toEqual([]);
});

it.each(['', '{', '[]', '"grace"', 'email=grace'])('refuses the body %j', async (body) => {
	await start();
	expect((await invite(body)).status).toBe(400);
});

it.each([409, 400, 422] as const)('refuses a second invitation with %d', async (conflictStatus) => {
	await start({ conflictStatus });
	const { email } = sandbox.tenant.users[2];
	const { status, text } = await invite({ ...GRACE, email });
	expect([status, text]).toEqual([conflictStatus, expect.stringContaining(email)]);
});

it('may answer a second invitation with the user that exists', async () => {
	await start({ conflictStatus: 200 });
	const { id, email, first_name } = sandbox.tenant.users[2];
	const { status, json } = await invite({ ...GRACE, email });
	expect([status, json]).toEqual([200, expect.objectContaining({ id, email, first_name })]);
	expect(sandbox.tenant.auditLogs).toEqual([]);
});

it('may list an invited person only after the invitation was accepted', async () => {
	await start({ invitedListed: false });
	await invite(GRACE);
	expect(await api.users({ email: GRACE.email })).toEqual([]);
	const user = sandbox.tenant.people.withEmail(GRACE.email);
	if (user) sandbox.tenant.accept(user);
	expect(await api.users({ email: GRACE.email })).toHaveLength(1);
});

it.each([
	[204, 204, ''],
	[200, 200, ''],
	['200-body', 200, '{"success":true}'],
] as const)('deactivates softly and answers %s', async (deleteAnswer, status, text) => {
	await start({ deleteAnswer });
	const { id, email } = sandbox.tenant.users[4];
	const reply = await api.send('DELETE', one(id));
	expect([reply.status, reply.text]).toEqual([status, text]);
	expect(await api.users({ email })).toEqual([]);
	expect(sandbox.tenant.people.get(id)?.state).toBe('deactivated');
	expect((await api.auditLogs({ action: 'USER_DEACTIVATED' })).data).toEqual([
		expect.objectContaining({ entity_type: 'user', entity_id: id }),
	]);
});

it.each([
	[{}, 200, 204],
	[{ deactivatedUserGet: 404 }, 404, 204],
	[{ deactivatedUserDelete: 404 }, 200, 404],
] as const)('treats a deactivated user by %j', async (behaviour, getStatus, deleteStatus) => {
	await start(behaviour);
	const { id } = sandbox.tenant.users[4];
	await api.send('DELETE', one(id));
	expect((await api.send('GET', one(id))).status).toBe(getStatus);
	expect((await api.send('DELETE', one(id))).status).toBe(deleteStatus);
	expect(sandbox.tenant.auditLogs).toHaveLength(1);
});

it.each([
	['conflict', 409, 'deactivated'],
	['reactivate', 201, 'invited'],
] as const)(
	'meets an invitation of a deactivated user: %s',
	async (inviteDeactivated, status, state) => {
		await start({ inviteDeactivated });
		const { id, email } = sandbox.tenant.users[4];
		await api.send('DELETE', one(id));
		expect((await invite({ ...GRACE, email })).status).toBe(status);
		expect(sandbox.tenant.people.get(id)).toMatchObject({ email, state });
	},
);
