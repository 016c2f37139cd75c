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

it('the sandbox invites a person once, with an audit event', async () => {
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

it('the sandbox gives the tenant default to somebody invited without a role', async () => {
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
])('the sandbox refuses the invitation %j', async (body, words) => {
	await start();
	const refused = await invite(body);
	expect([refused.status, refused.text]).toEqual([422, expect.stringMatching(words)]);
	sandbox.behaviour.invalidStatus = 400;
	expect((await invite(body)).status).toBe(400);
	expect(sandbox.tenant.auditLogs).toEqual([]);
});

it.each(['', '{', '[]', '"grace"', 'email=grace'])(
	'the sandbox refuses the body %j',
	async (body) => {
		await start();
		expect((await invite(body)).status).toBe(400);
	},
);

it.each([409, 400, 422] as const)(
	'the sandbox refuses a second invitation with %d',
	async (conflictStatus) => {
		await start({ conflictStatus });
		const { email } = sandbox.tenant.users[2];
		const { status, text } = await invite({ ...GRACE, email });
		expect([status, text]).toEqual([conflictStatus, expect.stringContaining(email)]);
	},
);

it('the sandbox may answer a second invitation with the user that exists', async () => {
	await start({ conflictStatus: 200 });
	const { id, email, first_name } = sandbox.tenant.users[2];
	const { status, json } = await invite({ ...GRACE, email });
	expect([status, json]).toEqual([200, expect.objectContaining({ id, email, first_name })]);
	expect(sandbox.tenant.auditLogs).toEqual([]);
});

it('the sandbox may list an invited person only after the invitation was accepted', async () => {
	await start({ invitedListed: false });
	await invite(GRACE);
	expect(await api.users({ email: GRACE.email })).toEqual([]);
	const user = sandbox.tenant.people.withEmail(GRACE.email);
	if (user) sandbox.tenant.accept(user);
	expect(await api.users({ email: GRACE.email })).toHaveLength(1);
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
