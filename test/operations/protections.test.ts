import { byId, openTenant } from './tenant';
import type { OpenTenant } from './tenant';

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

const stateOf = (id: string) => tenant.sandbox.tenant.people.get(id)?.state;

const deactivateGrace = (protectedRoles: unknown) => ({
	resource: 'user',
	operation: 'deactivate',
	userId: byId('usr-grace'),
	options: { protectedRoles: protectedRoles as string },
});

/** Grace, an Administrator, is the only one who isn't on the list. */
const syncWithoutGrace = (options: Record<string, unknown>) => ({
	resource: 'user',
	operation: 'sync',
	mode: 'apply',
	email: '={{ $json.email }}',
	firstName: 'X',
	lastName: 'Y',
	deactivateExtra: true,
	options: options as Record<string, string>,
});
const OTHERS = [{ email: 'ada@acme.com' }, { email: 'alan@acme.com' }];

describe('a protection that can not be understood is refused before any request', () => {
	const unusable = [
		'Admin',
		'Administrators',
		'={{ \'["Administrator"]\' }}',
		'Administrator; Recruiter',
		"={{ ({ role: 'Administrator' }) }}",
		"={{ [['Administrator']] }}",
		"={{ [{ name: 'Administrator' }] }}",
		'\uff21dministrator',
		'Administrator\u200b',
		"={{ '' }}",
		"={{ ' ' }}",
		"={{ ['Administrator', ''] }}",
		"={{ ['Administrator', null] }}",
		'={{ null }}',
		'={{ $json.missing }}',
		'={{ $json.missing.name }}',
		'={{ true }}',
		'={{ 5 }}',
		',',
	];

	it.each(unusable)('in Deactivate: %j as Protected Roles', async (roles) => {
		await expect(tenant.json(deactivateGrace(roles))).rejects.toMatchObject({
			message: expect.stringContaining("'Protected Roles'"),
		});
		expect(tenant.sandbox.requests).toEqual([]);
	});

	it.each(unusable)('in Sync: %j as Protected Roles', async (protectedRoles) => {
		await expect(tenant.json(syncWithoutGrace({ protectedRoles }), OTHERS)).rejects.toMatchObject({
			message: expect.stringContaining("'Protected Roles'"),
		});
		expect(tenant.sandbox.requests).toEqual([]);
	});

	it.each([
		'',
		'={{ null }}',
		'={{ $json.missing }}',
		'={{ [] + "" }}',
		'grace@acme.com; ada@acme.com',
		'grace@acme.com\u200b',
		'\u00adgrace@acme.com',
		"'grace@acme.com",
		"={{ ['grace@acme.com', null] }}",
		"={{ ({ email: 'grace@acme.com' }) }}",
	])('in Sync: %j as Protected Emails', async (protectedEmails) => {
		const options = { protectedRoles: [], protectedEmails };
		await expect(tenant.json(syncWithoutGrace(options), OTHERS)).rejects.toMatchObject({
			message: expect.stringContaining("'Protected Emails'"),
		});
		expect(tenant.sandbox.requests).toEqual([]);
	});
});

it.each([
	"={{ ['Administrator'] }}",
	'administrator ',
	'={{ "Recruiter, Administrator" }}',
	'Recruiter, Administrator,',
])('%j protects an Administrator', async (roles) => {
	expect(await tenant.json(deactivateGrace(roles))).toMatchObject([{ deactivated: false }]);
	expect(stateOf('usr-grace')).toBe('active');
});

it('only the list without an entry means that no role is protected', async () => {
	expect(await tenant.json(deactivateGrace('={{ [] }}'))).toMatchObject([{ deactivated: true }]);
});

it.each(['Admin', 'Tenant Administrator', 'Administrator, Recruiter', '\uff21dministrator'])(
	'somebody whose role PeopleLens calls "%s" may be an Administrator, and is left alone',
	async (role) => {
		tenant.sandbox.tenant.addUser({ id: 'usr-odd', email: 'odd@acme.com', role });
		const asked = { ...deactivateGrace(['Administrator']), userId: byId('usr-odd') };
		expect(await tenant.json(asked)).toMatchObject([{ deactivated: false }]);
		expect(stateOf('usr-odd')).toBe('active');
	},
);
