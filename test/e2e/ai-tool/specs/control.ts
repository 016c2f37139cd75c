/** Nothing is taken away without a person: the operation is theirs, and n8n can ask them first. */
import type { User } from '../../../../nodes/PeopleLens/api/types';
import { eventually } from '../../harness/eventually';
import { ask } from '../../harness/n8n/agent';
import { NODE_TYPES } from '../../harness/nodeTypes';
import { press } from '../../harness/person';
import { activeOnes } from '../../harness/sandboxControl';
import type { Opened } from '../environment';
import type { Review } from '../agentWorkflow';
import { createTools } from '../tools';

const DEACTIVATE = 'Deactivate_user_in_PeopleLens';
const DONE = { say: 'Done' };

export function describeControl(opened: Opened): void {
	/** An agent that may deactivate, once a person has agreed. */
	let agent: string;
	let first: string;
	let second: string;

	beforeAll(async () => {
		const { createAgent, credential, sandbox } = opened();
		const { deactivate } = createTools(credential);
		agent = await createAgent([deactivate], [reviewOf(deactivate.name)]);
		[first, second] = activeOnes(await sandbox.users())
			.filter(({ role }) => role === 'Recruiter')
			.map(({ email }) => email);
	});

	const stateOf = async (address: string) =>
		(await opened().sandbox.users()).find(({ email }) => email === address)?.state;

	/** Asks for a deactivation. @returns the message with the buttons that a person gets */
	async function askToDeactivate(email: string) {
		const { rest, model, slack } = opened();
		const args = { toolParameters: { User: email }, hitlParameters: {} };
		model.script({ call: [{ tool: DEACTIVATE, args }] }, DONE);
		const before = slack.messages.length;
		const execution = await ask(rest, agent, `Deactivate ${email}`);
		const message = await eventually('the message to the person', () => slack.messages[before]);
		return { execution, message };
	}

	/** What the model read after a person has pressed a button. */
	async function resultsAfter(execution: string, link: string): Promise<string> {
		const { rest, outcomeOf } = opened();
		await press(rest, execution, link);
		return JSON.stringify(outcomeOf(await rest.executions.wait(execution)).results);
	}

	/** n8n's step for human review, between the agent and a tool. */
	function reviewOf(tool: string): Review {
		const parameters = {
			message: '=May the assistant use {{ $tool.name }} for {{ $tool.parameters.User }}?',
			select: 'channel',
			channelId: { __rl: true, mode: 'name', value: '#approvals' },
			approvalOptions: { values: { approvalType: 'double' } },
			options: {},
		};
		const type = NODE_TYPES.slackHitlTool;
		const credentials = opened().slackCredential;
		return {
			tool,
			node: { name: 'Ask a person', type, typeVersion: 2.4, parameters, credentials },
		};
	}

	test('a tool for reading stays one, whatever the model asks of it', async () => {
		const { createAgent, credential, play } = opened();
		const reader = await createAgent([createTools(credential).get]);
		const args = { User: first, resource: 'user', operation: 'deactivate' };
		const turn = { rogue: true, call: [{ tool: 'Get_user_in_PeopleLens', args }] };
		const { results } = await play<User[]>(reader, 'Get rid of them', turn, DONE);
		expect(results[0][0].email).toBe(first);
		expect(await stateOf(first)).toBe('active');
	});
	test('n8n asks a person first, says whom it is about, and deactivates nobody when they decline', async () => {
		const { execution, message } = await askToDeactivate(first);
		expect(message.text).toContain(first);
		expect(message.text).toMatch(/Deactivate/);
		expect(await stateOf(first)).toBe('active');

		const results = await resultsAfter(execution, message.buttons.Decline);
		expect(await stateOf(first)).toBe('active');
		expect(results).toMatch(/declin|denied|reject|disapprov|not approve/i);
	});
	test('with the approval of a person the user is deactivated', async () => {
		const { execution, message } = await askToDeactivate(second);
		const results = await resultsAfter(execution, message.buttons.Approve);
		expect(await stateOf(second)).toBe('deactivated');
		expect(results).toMatch(/"deactivated":true/);
	});
}
