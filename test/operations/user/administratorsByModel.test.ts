import { fromAI, TOOL_RUNS } from '../../support/tool';
import { asTool } from '../hiring/tenant';
import { openTenant } from '../tenant';
import type { OpenTenant } from '../tenant';

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

/** What a model says that was talked into it. */
const ARGS = {
	email: 'kay@acme.com',
	firstName: 'Kay',
	lastName: 'McNulty',
	role: 'administrator',
};

const invite = {
	resource: 'user',
	email: fromAI('email'),
	firstName: fromAI('firstName'),
	lastName: fromAI('lastName'),
};

const OPERATIONS = {
	create: { ...invite, operation: 'create' },
	findOrCreate: { ...invite, operation: 'findOrCreate' },
	sync: { ...invite, operation: 'sync', mode: 'apply' },
};

const REFUSAL = 'asks for an administrator, and an AI model may not invite one';

describe.each(Object.keys(TOOL_RUNS))('an AI model that uses the node, run %s,', (how) => {
	const told = async (parameters: object) => {
		const { credentials } = tenant;
		const options = { credentials, parameters: { ...parameters }, args: ARGS };
		return JSON.stringify(await TOOL_RUNS[how](asTool(), options).catch(String));
	};

	describe.each(Object.entries(OPERATIONS))('with %s', (_, parameters) => {
		it.each([fromAI('role'), "={{ $json.none ?? 'Administrator' }}"])(
			'invites no administrator: %s',
			async (role) => {
				expect(await told({ ...parameters, role })).toContain(`'Role' ${REFUSAL}`);
				expect(tenant.requests('POST')).toEqual([]);
			},
		);

		it('invites one where a person has chosen that role', async () => {
			expect(await told({ ...parameters, role: 'Administrator' })).toContain('kay@acme.com');
			expect(JSON.parse(tenant.requests('POST')[0].body).role).toBe('Administrator');
		});
	});

	it('invites no administrator by a list that it hands over', async () => {
		expect(await told({ ...OPERATIONS.sync, people: 'input' })).toContain(`'role' ${REFUSAL}`);
		expect(tenant.requests('POST')).toEqual([]);
	});
});

it.each(Object.entries(OPERATIONS))(
	'%s still invites an administrator whom an expression finds, where no AI model is at work',
	async (_, parameters) => {
		const person = { ...ARGS, email: 'kay@acme.com' };
		const expressions = {
			email: '={{ $json.email }}',
			firstName: '={{ $json.firstName }}',
			lastName: '={{ $json.lastName }}',
			role: '={{ $json.role }}',
		};
		await tenant.json({ ...parameters, ...expressions }, [person]);
		expect(JSON.parse(tenant.requests('POST')[0].body).role).toBe('Administrator');
	},
);
