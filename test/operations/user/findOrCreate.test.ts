import { openTenant } from '../tenant';
import type { OpenTenant } from '../tenant';

const KAY = { email: 'kay@acme.com', firstName: 'Kay', lastName: 'McNulty', role: 'Recruiter' };
const ADA = { email: 'ada@acme.com', firstName: 'Ada', lastName: 'Lovelace', role: 'Interviewer' };
const findOrCreate = (fields = {}, options = {}) => ({
	resource: 'user',
	operation: 'findOrCreate',
	...KAY,
	...fields,
	options,
});

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

it('Find or Create invites somebody who is not there', async () => {
	expect(await tenant.json(findOrCreate())).toMatchObject([
		{ email: 'kay@acme.com', created: true },
	]);
});

it('Find or Create returns somebody who is there and sends no invitation', async () => {
	expect(await tenant.json(findOrCreate(ADA))).toMatchObject([{ id: 'usr-ada', created: false }]);
	expect(tenant.requests('POST')).toHaveLength(0);
});

it('Find or Create finds an email that is written with other capitals', async () => {
	const found = await tenant.json(findOrCreate({ ...ADA, email: 'Ada@ACME.com' }));
	expect(found).toMatchObject([{ id: 'usr-ada', created: false }]);
});

it('Find or Create finds somebody who was entered with other capitals', async () => {
	tenant.sandbox.tenant.addUser({ id: 'usr-jean', email: 'Jean.Bartik@ACME.com' });
	const found = await tenant.json(findOrCreate({ email: 'jean.bartik@acme.com' }));
	expect(found).toMatchObject([{ id: 'usr-jean', created: false }]);
});

it.each(['contains', 'ignored'] as const)(
	'Find or Create does not take another person for the one asked for when the filter is %s',
	async (emailFilter) => {
		tenant.sandbox.behaviour.emailFilter = emailFilter;
		const [user] = await tenant.json(findOrCreate({ email: 'a@acme.com' }));
		expect(user).toMatchObject({ email: 'a@acme.com', created: true });
	},
);

it('Find or Create invites once when the same email comes twice in one run', async () => {
	// The list of users may lag behind an invitation, so looking up again would not be enough.
	tenant.sandbox.behaviour.invitedListed = false;
	const items = await tenant.json(findOrCreate({ email: '={{ $json.email }}' }), [
		{ email: 'kay@acme.com' },
		{ email: 'KAY@acme.com ' },
	]);
	expect(items.map(({ created }) => created)).toEqual([true, false]);
	expect(items[1].id).toBe(items[0].id);
	expect(tenant.requests('POST')).toHaveLength(1);
});

it.each([409, 400, 422] as const)(
	'Find or Create finds the person whom somebody else invited in between (%s)',
	async (conflictStatus) => {
		tenant.sandbox.behaviour.conflictStatus = conflictStatus;
		tenant.sandbox.onRequest = ({ method }) => {
			if (method === 'POST') tenant.sandbox.tenant.addUser({ id: 'usr-race', email: KAY.email });
		};
		expect(await tenant.json(findOrCreate())).toMatchObject([{ id: 'usr-race', created: false }]);
	},
);

it('Find or Create does not send its user to Find or Create for somebody who was deactivated', async () => {
	const gone = tenant.sandbox.tenant.addUser({ email: KAY.email });
	tenant.sandbox.tenant.deactivate(gone);
	await expect(tenant.json(findOrCreate())).rejects.toMatchObject({
		message:
			"PeopleLens knows the email 'kay@acme.com' but lists no active user with it: the person was invited and has not joined yet, or was deactivated. Look for the person in PeopleLens. The operation 'Update' with 'Enabled' can let somebody in again.",
		description: expect.stringContaining('PeopleLens says: '),
		httpCode: '409',
	});
});

it('Find or Create says what PeopleLens does not accept where that may be something else', async () => {
	tenant.sandbox.inject(
		{ type: 'status', status: 422 },
		{ match: ({ method }) => method === 'POST' },
	);
	await expect(tenant.json(findOrCreate())).rejects.toThrow(
		"PeopleLens did not accept the invitation for 'kay@acme.com'.",
	);
});

describe('if the role differs', () => {
	it('returns the user as found by default', async () => {
		const [user] = await tenant.json(findOrCreate(ADA));
		expect(user).toMatchObject({ role: 'Recruiter', created: false });
		expect(user).not.toHaveProperty('roleDiffers');
	});

	it('flags it', async () => {
		const flag = { onRoleDifference: 'flag' };
		expect(await tenant.json(findOrCreate(ADA, flag))).toMatchObject([{ roleDiffers: true }]);
		const same = { ...ADA, role: 'Recruiter' };
		expect(await tenant.json(findOrCreate(same, flag))).toMatchObject([{ roleDiffers: false }]);
		expect(await tenant.json(findOrCreate({}, flag))).toMatchObject([
			{ created: true, roleDiffers: false },
		]);
	});

	it('stops with both roles in the message', async () => {
		const fail = { onRoleDifference: 'fail' };
		await expect(tenant.json(findOrCreate(ADA, fail))).rejects.toMatchObject({
			message: 'ada@acme.com already exists with the role Recruiter, not Interviewer',
			description: expect.stringContaining("'If Role Differs'"),
		});
	});

	it('does not compare with Tenant Default', async () => {
		const fail = { onRoleDifference: 'fail' };
		expect(await tenant.json(findOrCreate({ ...ADA, role: '' }, fail))).toHaveLength(1);
	});
});
