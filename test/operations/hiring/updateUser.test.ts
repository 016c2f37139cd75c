import { TOOL_RUNS } from '../../support/tool';
import { byEmail, byId } from '../tenant';
import { asTool, openHiringTenant, type HiringTenant } from './tenant';

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

describe('changing a user', () => {
	const update = (userId: object, updateFields: object) => ({
		...{ resource: 'user', operation: 'update', userId: userId as ReturnType<typeof byId> },
		updateFields: updateFields as Record<string, string>,
	});
	const ada = () => tenant.sandbox.tenant.people.get('usr-ada');

	it('lets somebody in again, found by email although disabled', async () => {
		const user = ada();
		if (user) user.state = 'deactivated';
		const [updated] = await tenant.json(update(byEmail('ADA@acme.com'), { isEnabled: true }));
		expect(updated).toMatchObject({ id: 'usr-ada', is_enabled: true });
		expect(ada()?.state).toBe('active');
	});

	it('follows the order of the items, also where the look-up for the first one takes longer', async () => {
		tenant.sandbox.inject({ type: 'status', status: 503, retryAfterSeconds: 1 });
		const input = ['Recruiter', 'Interviewer'].map((role) => ({ role }));
		await tenant.json(update(byEmail('ada@acme.com'), { role: '={{ $json.role }}' }), input);
		expect(ada()?.role).toBe('Interviewer');
	});

	it('changes nobody whose email only looks like it', async () => {
		tenant.sandbox.behaviour.usersSearch = 'ignored';
		await expect(
			tenant.json(update(byEmail('ada@acme.co'), { isEnabled: false })),
		).rejects.toMatchObject({ message: "No user has the email 'ada@acme.co'", httpCode: '404' });
		expect(tenant.requests('PATCH')).toEqual([]);
	});

	it('says so where somebody still has access after all', async () => {
		tenant.sandbox.inject(
			{ type: 'wrongShape', body: { success: true } },
			{ match: ({ method }) => method === 'PATCH' },
		);
		await expect(tenant.json(update(byId('usr-ada'), { isEnabled: false }))).rejects.toThrow(
			'still shows that the user has access',
		);
	});

	it.each([
		[{ lastName: 'King' }, 'the last name Lovelace'],
		[{ firstName: 'Augusta', role: 'Recruiter' }, 'the first name Ada'],
	])('says so where a name is as it was: %j', async (fields, shown) => {
		tenant.sandbox.inject(
			{ type: 'wrongShape', body: { success: true } },
			{ match: ({ method }) => method === 'PATCH' },
		);
		await expect(tenant.json(update(byId('usr-ada'), fields))).rejects.toMatchObject({
			message: `PeopleLens took the changes to the user 'usr-ada', but still shows ${shown}`,
			description:
				'Open the user in PeopleLens to see what is in the way. Running this again is safe.',
			context: { outcomeUnknown: true },
		});
	});

	it.each([
		{ id: 'usr-ada', first_name: 'Ada', last_name: 'KING ' },
		{ id: 'usr-ada', first_name: 'Ada' },
		{ id: 'usr-ada' },
	])('believes a name in another form, or that is not shown: %j', async (body) => {
		tenant.sandbox.inject(
			{ type: 'wrongShape', body },
			{ match: ({ method }) => method === 'GET' },
		);
		expect(await tenant.json(update(byId('usr-ada'), { lastName: 'King' }))).toEqual([body]);
	});

	it.each([
		[[{ role: 'HiringManager' }, { role: 'Interviewer' }], true],
		[[{ role: 'HiringManager' }, { role: 'Recruiter' }], false],
	])('a role that is among several counts as given: %j', async (user_preferences, isGiven) => {
		tenant.sandbox.inject(
			{ type: 'wrongShape', body: { id: 'usr-ada', user_preferences } },
			{ match: ({ method }) => method === 'GET' },
		);
		const changing = tenant.json(update(byId('usr-ada'), { role: 'Interviewer' }));
		await (isGiven
			? expect(changing).resolves.toMatchObject([{ user_preferences }])
			: expect(changing).rejects.toThrow('still shows the roles HiringManager, Recruiter'));
	});

	it('an AI model changes somebody who is no administrator, whatever their job is called', async () => {
		const { credentials } = tenant;
		const parameters = update(byId('usr-ada'), { isEnabled: false });
		await TOOL_RUNS['by the agent'](asTool(), { credentials, parameters, args: {} });
		expect(ada()?.state).toBe('deactivated');
	});

	it.each(['Owner', '', '={{ $json.role }}'])('sends no role that is none: "%s"', async (role) => {
		await expect(tenant.json(update(byId('usr-ada'), { role }))).rejects.toThrow("'Role'");
		expect(tenant.requests('PATCH')).toEqual([]);
	});

	it.each([
		['makes nobody an administrator', 'usr-ada', { role: 'Administrator' }],
		['disables no administrator', 'usr-grace', { isEnabled: false }],
	])('an AI model %s', async (_, id, fields) => {
		const { credentials } = tenant;
		const parameters = update(byId(id), fields);
		const before = { ...tenant.sandbox.tenant.people.get(id) };
		const run = TOOL_RUNS['by the agent'](asTool(), { credentials, parameters, args: {} });
		await run.catch(() => undefined);
		expect(tenant.sandbox.tenant.people.get(id)).toEqual(before);
	});

	it.each([
		[{ role: 'Recruiter', user_preferences: [{ role: 'Administrator' }] }],
		[{ user_preferences: [{ role: 'Recruiter' }, { role: 'Administrator' }] }],
		[{ user_preferences: [{ role: 'Recruiter' }], company_role: 'Administrator' }],
		[{ user_preferences: [{ role: 'Recruiter' }], company_role: { name: 'Administrator' } }],
		[{ user_preferences: [], company_role: 'Talent' }],
	])('an AI model changes nobody who is an administrator among others: %j', async (roles) => {
		tenant.sandbox.inject(
			{ type: 'wrongShape', body: { id: 'usr-ada', email: 'ada@acme.com', ...roles } },
			{ match: ({ method }) => method === 'GET' },
		);
		const { credentials } = tenant;
		const parameters = update(byId('usr-ada'), { isEnabled: false });
		const run = TOOL_RUNS['by the agent'](asTool(), { credentials, parameters, args: {} });
		await run.catch(() => undefined);
		expect(tenant.requests('PATCH')).toEqual([]);
	});
});
