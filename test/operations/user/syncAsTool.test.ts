import type { INodeParameters } from 'n8n-workflow';

import { PeopleLens } from '../../../nodes/PeopleLens/PeopleLens.node';
import { fromAI, TOOL_RUNS } from '../../support/tool';
import { asTool } from '../hiring/tenant';
import { openTenant } from '../tenant';
import type { OpenTenant } from '../tenant';

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

/** A model that wants to apply, however it may say so. */
const ARGS = {
	email: 'kay@acme.com',
	firstName: 'Kay',
	lastName: 'McNulty',
	mode: 'apply',
	Mode: 'apply',
	people: 'input',
	query: { mode: 'apply' },
};

async function runAsTool(
	how: string,
	more: INodeParameters = {},
	node: PeopleLens = new PeopleLens(),
) {
	return await TOOL_RUNS[how](node, {
		credentials: tenant.credentials,
		parameters: {
			resource: 'user',
			operation: 'sync',
			email: fromAI('email'),
			firstName: fromAI('firstName'),
			lastName: fromAI('lastName'),
			role: 'Recruiter',
			...more,
		},
		args: ARGS,
	});
}

describe.each(Object.keys(TOOL_RUNS))('a sync that an AI model uses as a tool, run %s', (how) => {
	it.each([
		undefined,
		'preview',
		fromAI('mode'),
		"={{ /*n8n-auto-generated-fromAI-override*/ $fromAI('Mode', ``, 'string') }}",
		'={{ $json.mode }}',
		'={{ $json.query.mode }}',
		'={{ "apply" }}',
	])('stays in preview with the mode %j', async (mode) => {
		expect(await runAsTool(how, mode === undefined ? {} : { mode })).toMatchObject([
			{ email: 'kay@acme.com', action: 'create', status: 'planned' },
		]);
		expect(tenant.requests('POST')).toEqual([]);
	});

	it('applies where a person has chosen that', async () => {
		expect(await runAsTool(how, { mode: 'apply' })).toMatchObject([
			{ email: 'kay@acme.com', action: 'create', status: 'done' },
		]);
		expect(tenant.requests('POST')).toHaveLength(1);
	});

	it('takes the people from what the model hands over only where a person has chosen that', async () => {
		for (const people of [fromAI('people'), '={{ "input" }}', '={{ $json.people }}']) {
			const told = await runAsTool(how, { mode: 'apply', people }).catch(String);
			expect(JSON.stringify(told)).toContain("'People' is neither Fields Below nor Input Items");
		}
		expect(tenant.sandbox.requests).toEqual([]);

		expect(await runAsTool(how, { people: 'input' })).toMatchObject([
			{ email: 'kay@acme.com', action: 'create', status: 'planned' },
		]);
		expect(tenant.requests('POST')).toEqual([]);
	});

	it('that is refused says why in whole sentences', async () => {
		const parameters = { mode: 'apply', options: { maxInvitations: 0 } };
		const told = await runAsTool(how, parameters, asTool()).catch(String);
		expect(JSON.stringify(told)).toContain('Nothing was changed. Check that the input items');
	});

	describe('which is a part of the list by nature,', () => {
		// Alan alone would lose his access: as few as every limit allows.
		const deactivateExtra = {
			deactivateExtra: true,
			options: { protectedEmails: 'ada@acme.com' },
		};

		it('takes no access away', async () => {
			const parameters = { ...deactivateExtra, mode: 'apply' };
			const told = await runAsTool(how, parameters, asTool()).catch(String);
			expect(JSON.stringify(told)).toContain('An AI model hands over a part of the list');
			expect(JSON.stringify(told)).toContain("has changed nothing. Switch 'Deactivate Extra' off");
			expect(tenant.sandbox.requests).toEqual([]);
		});

		it('still shows in a preview who would lose it', async () => {
			const told = await runAsTool(how, { ...deactivateExtra, mode: 'preview' }, asTool());
			expect(told).toContainEqual(
				expect.objectContaining({ email: 'alan@acme.com', action: 'deactivate' }),
			);
			expect(tenant.requests('DELETE')).toEqual([]);
		});
	});
});

it.each([fromAI('mode'), '={{ $json.mode }}'])(
	'a sync says so when the mode is %j',
	async (mode) => {
		const parameters = { email: 'kay@acme.com', firstName: 'Kay', lastName: 'M', role: '' };
		const { hints } = await tenant.run({
			resource: 'user',
			operation: 'sync',
			mode,
			...parameters,
		});
		expect(hints).toContainEqual(expect.stringContaining("'Mode' holds an expression"));
	},
);
