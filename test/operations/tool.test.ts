import { PeopleLens } from '../../nodes/PeopleLens/PeopleLens.node';
import { TOOL_RUNS } from '../support/tool';
import { openTenant } from './tenant';
import type { OpenTenant } from './tenant';

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

const deactivate = (userId: string) => ({
	resource: 'user',
	operation: 'deactivate',
	userId: { __rl: true as const, mode: 'id', value: `={{ $fromAI('userId', '', 'string') }}` },
	args: { userId },
});

/** The twin that n8n makes of the node, for agents to use. */
function peopleLensTool() {
	const node = new PeopleLens();
	node.description.name = 'peopleLensTool';
	return node;
}

describe.each(['by the agent', 'by the engine'])('as a tool of an AI model, run %s', (how) => {
	const run = async ({ args, ...parameters }: ReturnType<typeof deactivate>) =>
		await TOOL_RUNS[how](peopleLensTool(), { credentials: tenant.credentials, parameters, args });

	it('deactivates by an email where an ID is asked for: models know people by email', async () => {
		expect(JSON.stringify(await run(deactivate('ada@acme.com')))).toContain('"deactivated":true');
	});

	it('leaves administrators alone unless a person chose otherwise', async () => {
		const told = JSON.stringify(await run(deactivate('grace@acme.com')));
		expect(told).toContain('The role Administrator is protected');
		expect(tenant.sandbox.tenant.people.get('usr-grace')?.state).toBe('active');
	});

	it('reads what to do about a value that can not be used', async () => {
		const told = await run(deactivate('grace@acme')).catch((error: Error) => [error.message]);
		expect(JSON.stringify(told)).toContain(
			"'grace@acme' in 'User' is not an email address. Use an address such as name@company.com",
		);
	});

	it('reads each sentence once', async () => {
		const told = await run(deactivate('grace@acme')).catch((error: Error) => [error.message]);
		expect(JSON.stringify(told).split('Use an address such as')).toHaveLength(2);
	});

	it('reads all actions for an empty text, which is how models say so', async () => {
		tenant.sandbox.tenant.addEvents([
			{ id: 'log-1', action: 'A' },
			{ id: 'log-2', action: 'B' },
		]);
		const told = await TOOL_RUNS[how](peopleLensTool(), {
			credentials: tenant.credentials,
			parameters: {
				resource: 'auditLog',
				operation: 'getAll',
				filters: { actions: `={{ $fromAI('actions', '', 'string') }}` },
			},
			args: { actions: '' },
		});
		expect(JSON.stringify(told)).toContain('log-1');
		expect(JSON.stringify(told)).toContain('log-2');
	});
});
