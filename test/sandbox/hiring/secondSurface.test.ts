import { openHiring, stop, type OpenHiring } from './open';

let tenant: OpenHiring;
const open = async (...args: Parameters<typeof openHiring>) => {
	tenant = await openHiring(...args);
	tenant.sandbox.tenant.addUser({
		...{ id: 'usr-1', first_name: 'Grace', last_name: 'Hopper' },
		...{ email: 'grace@acme.example', role: 'Recruiter' },
	});
};
afterEach(async () => await stop(tenant.sandbox));

const user = () => tenant.sandbox.tenant.people.get('usr-1');

it('the sandbox answers one user in the shape of the reference', async () => {
	await open();
	expect((await tenant.send('GET /api/users/usr-1')).json).toEqual({
		user: {
			...{ id: 'usr-1', first_name: 'Grace', last_name: 'Hopper', email: 'grace@acme.example' },
			company_role: 'Talent',
			is_enabled: true,
			user_preferences: [{ role: 'Recruiter' }],
		},
	});
});

it.each(['search=grace@acme', 'search=hopper', 'role=Recruiter&search=grace'])(
	'the sandbox searches users by %s',
	async (query) => {
		await open();
		const { json } = await tenant.send(`GET /api/users?${query}`);
		expect((json as { data: unknown[] }).data).toMatchObject([{ id: 'usr-1' }]);
	},
);

it('the sandbox disables a user and lets them in again, without deleting anything', async () => {
	await open();
	const set = async (is_enabled: boolean) =>
		(await tenant.send('PATCH /api/users/usr-1', { is_enabled })).json;
	expect(await set(false)).toEqual({ success: true });
	expect(user()?.state).toBe('deactivated');
	expect(await set(true)).toEqual({ success: true });
	expect(user()?.state).toBe('active');
});

it.each([
	[{ role: 'Owner' }, 422],
	[{ is_enabled: 'no' }, 422],
	[{ email: 'x@acme.example' }, 422],
])('the sandbox refuses to change a user by %j', async (body, status) => {
	await open();
	expect((await tenant.send('PATCH /api/users/usr-1', body)).status).toBe(status);
	expect(user()).toMatchObject({ role: 'Recruiter', state: 'active' });
});

it.each([
	['failure', 200, { success: false }, 'Recruiter'],
	['record', 200, { user: { id: 'usr-1' } }, 'Interviewer'],
	[204, 204, undefined, 'Interviewer'],
] as const)('answers a change by: %s', async (userUpdateAnswer, status, json, role) => {
	await open({ userUpdateAnswer });
	const reply = await tenant.send('PATCH /api/users/usr-1', { role: 'Interviewer' });
	expect(reply.status).toBe(status);
	if (json) expect(reply.json).toMatchObject(json);
	expect(user()?.role).toBe(role);
});
