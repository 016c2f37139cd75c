import { connect } from '../../sandbox/client';
import { startSandbox, type Behaviour, type Sandbox } from '../../sandbox';

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

it('the sandbox lists active users only, in the shape of the reference', async () => {
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

it.each(['status', 'active', 'is_active', 'is_enabled'] as const)(
	'the sandbox lists deactivated people, too, and says who they are by %s, where the tenant is told to',
	async (deactivatedListed) => {
		await start({ deactivatedListed });
		const users = (await api.users({ limit: 1000 })) as Array<Record<string, unknown>>;
		expect(users).toHaveLength(sandbox.tenant.users.length);
		const said = new Map(users.map((user) => [user.id, user[deactivatedListed]]));
		for (const { id, state } of sandbox.tenant.users) {
			const expected = deactivatedListed === 'status' ? state : state !== 'deactivated';
			expect(said.get(id)).toBe(expected);
		}
	},
);

it.each(['limit=0', 'limit=x', 'limit=', 'email=', 'offset=0', 'role=Recruiter'])(
	'the sandbox answers 400 to a list of users with ?%s',
	async (query) => {
		await start();
		expect((await api.send('GET', `/api/v1/users?${query}`)).status).toBe(400);
	},
);

it('the sandbox cuts the list where the tenant is told to', async () => {
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

it.each(['bare', 'data', 'user'] as const)(
	'the sandbox wraps a single user: %s',
	async (wrapping) => {
		await start({ userAnswer: wrapping, createAnswer: wrapping });
		const { id, email } = sandbox.tenant.users[3];
		const wrapped = (user: unknown) => (wrapping === 'bare' ? user : { [wrapping]: user });
		const got = await api.send('GET', one(id));
		expect(got.json).toEqual(wrapped(expect.objectContaining({ id, email })));
		const invited = await invite(GRACE);
		expect(invited.json).toEqual(wrapped(expect.objectContaining(GRACE)));
	},
);

it('the sandbox finds ids that need encoding, and no others', async () => {
	await start();
	sandbox.tenant.addUser({ id: 'usr-7/ä b' });
	expect((await api.send('GET', one('usr-7/ä b'))).status).toBe(200);
	expect((await api.send('GET', one('usr-8'))).status).toBe(404);
	expect((await api.send('DELETE', one('usr-8'))).status).toBe(404);
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
