import { invitation, lie } from '../lies';
import { openTenant } from '../tenant';
import type { OpenTenant } from '../tenant';

const KAY = { email: 'kay@acme.com', firstName: 'Kay', lastName: 'McNulty', role: 'Recruiter' };
const invite = (operation: string, more = {}) => ({
	resource: 'user',
	operation,
	...KAY,
	...more,
});

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

describe('PeopleLens answers 200 with somebody who is there already', () => {
	const there = {
		id: 'usr-kay',
		email: 'kay@acme.com',
		first_name: 'Kay',
		last_name: 'McNulty',
		role: 'Administrator',
	};
	beforeEach(() => lie(tenant.sandbox, invitation, () => there, 200));

	it('and Create says so', async () => {
		await expect(tenant.json(invite('create'))).rejects.toMatchObject({
			message: expect.stringContaining("already has a user with the email 'kay@acme.com'"),
			httpCode: '409',
		});
	});

	it('and Find or Create has found them, so that If Role Differs counts', async () => {
		const flag = invite('findOrCreate', { options: { onRoleDifference: 'flag' } });
		expect(await tenant.json(flag)).toMatchObject([{ created: false, roleDiffers: true }]);
	});

	it('and Find or Create stops where If Role Differs says so', async () => {
		const fail = invite('findOrCreate', { options: { onRoleDifference: 'fail' } });
		await expect(tenant.json(fail)).rejects.toThrow('already exists with the role Administrator');
	});

	it('and Sync has invited nobody', async () => {
		const sync = invite('sync', { mode: 'apply' });
		expect(await tenant.json(sync)).toMatchObject([{ action: 'create', status: 'skipped' }]);
	});
});

const EVE = { id: 'usr-eve', email: 'eve@acme.com', role: 'Recruiter' };

it.each([
	['another email', 'create', EVE],
	['another email', 'findOrCreate', EVE],
	['no email', 'create', { id: 'usr-new', role: 'Recruiter' }],
	['no email', 'findOrCreate', { id: 'usr-new', role: 'Recruiter' }],
])('an answer with %s is nobody who was invited (%s)', async (_, operation, user) => {
	lie(tenant.sandbox, invitation, () => user);
	await expect(tenant.json(invite(operation))).rejects.toMatchObject({
		message: expect.stringContaining("asked to invite 'kay@acme.com'"),
		description: expect.stringContaining('may have been sent'),
	});
});

it.each([201, 200] as const)('who is invited as asked for is new (%s)', async (createStatus) => {
	tenant.sandbox.behaviour.createStatus = createStatus;
	expect(await tenant.json(invite('findOrCreate'))).toMatchObject([{ created: true }]);
});

it.each(['create', 'findOrCreate'])(
	'nobody is invited twice in one run of %s when the answers get lost and the list lags',
	async (operation) => {
		tenant.sandbox.behaviour.invitedListed = false;
		tenant.sandbox.inject({ type: 'drop', acted: true }, { match: invitation, times: 9 });
		const { items } = await tenant.run(invite(operation), {
			input: [{}, {}, {}],
			onError: 'continueRegularOutput',
		});
		expect(tenant.requests('POST')).toHaveLength(1);
		expect(items[0].json.error).toContain('may have been sent');
		expect(items[2].json.error).toContain('was not invited again');
	},
);

it.each([404, 410, 405])(
	'nobody is invited twice in one run when the first invitation was acted on and answered with %s',
	async (status) => {
		tenant.sandbox.behaviour.invitedListed = false;
		tenant.sandbox.inject({ type: 'status', status, acted: true }, { match: invitation });
		await tenant.run(invite('findOrCreate'), {
			input: [{}, {}],
			onError: 'continueRegularOutput',
		});
		expect(tenant.requests('POST')).toHaveLength(1);
	},
);

it('somebody of whom it is not known whether they are there is not invited', async () => {
	for (let n = 3; n < 250; n++) tenant.sandbox.tenant.addUser({ email: `user${n}@acme.com` });
	Object.assign(tenant.sandbox.behaviour, { emailFilter: 'ignored', usersCap: 100 });
	await expect(tenant.json(invite('findOrCreate'))).rejects.toThrow('is not known');
	expect(tenant.requests('POST')).toEqual([]);
});

it('Find or Create does not return a deactivated person as found', async () => {
	tenant.sandbox.tenant.addUser({ id: 'usr-kay', email: 'kay@acme.com', state: 'deactivated' });
	tenant.sandbox.behaviour.deactivatedListed = 'is_active';
	await expect(tenant.json(invite('findOrCreate'))).rejects.toMatchObject({ httpCode: '409' });
});
