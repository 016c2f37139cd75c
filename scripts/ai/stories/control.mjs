/** Nothing is taken away without a person: the operation is theirs, and n8n can ask them first. */
import assert from 'node:assert/strict';
import { press } from '../../examples/standIns/person.mjs';
import { eventually } from '../../lib/eventually.mjs';
import { ask, node } from '../agent.mjs';
import { outcomeOf } from '../stage.mjs';
import { createTools } from '../tools.mjs';

const DEACTIVATE = 'Deactivate_user_in_PeopleLens';

export async function checkControl(check, stage) {
	const { rest, sandbox, model, slack, play } = stage;
	const tools = createTools(stage.credential);
	const stateOf = async (email) =>
		(await sandbox.users()).find((user) => user.email === email).state;
	const [first, second] = (await sandbox.users())
		.filter(({ state, role }) => state === 'active' && role === 'Recruiter')
		.map(({ email }) => email);

	await check('a tool for reading stays one, whatever the model asks of it', async () => {
		const agent = await stage.agent([tools.get]);
		const more = { resource: 'user', operation: 'deactivate' };
		const rogue = {
			rogue: true,
			call: [{ tool: 'Get_user_in_PeopleLens', args: { User: first, ...more } }],
		};
		const { results } = await play(agent, 'Get rid of them', rogue, { say: 'Done' });
		assert.equal(results[0][0].email, first);
		assert.equal(await stateOf(first), 'active');
	});

	const agent = await stage.agent([tools.deactivate], [review(stage, tools.deactivate.name)]);
	/** Asks for a deactivation, and returns the message with the buttons that a person gets. */
	async function begin(email) {
		const args = { toolParameters: { User: email }, hitlParameters: {} };
		model.script({ call: [{ tool: DEACTIVATE, args }] }, { say: 'Done' });
		const before = slack.messages.length;
		const execution = await ask(rest, agent, `Deactivate ${email}`);
		const message = await eventually('the message to the person', () => slack.messages[before]);
		return { execution, message };
	}

	await check('n8n asks a person first, and says whom it is about', async () => {
		const { execution, message } = await begin(first);
		assert.match(message.text, RegExp(first.replaceAll('.', '\\.')));
		assert.match(message.text, /Deactivate/);
		assert.equal(await stateOf(first), 'active');

		await press(rest, execution, message.buttons.Decline);
		const { results } = outcomeOf(await rest.executions.wait(execution), model);
		assert.equal(await stateOf(first), 'active');
		assert.match(JSON.stringify(results), /declin|denied|reject|disapprov|not approve/i);
	});
	await check('with their approval it is done', async () => {
		const { execution, message } = await begin(second);
		await press(rest, execution, message.buttons.Approve);
		const { results } = outcomeOf(await rest.executions.wait(execution), model);
		assert.equal(await stateOf(second), 'deactivated');
		assert.match(JSON.stringify(results), /"deactivated":true/);
	});
}

/** n8n's step for human review, between the agent and a tool. */
function review({ slackCredential }, tool) {
	const parameters = {
		message: '=May the assistant use {{ $tool.name }} for {{ $tool.parameters.User }}?',
		select: 'channel',
		channelId: { __rl: true, mode: 'name', value: '#approvals' },
		approvalOptions: { values: { approvalType: 'double' } },
		options: {},
	};
	const credentials = { slackApi: slackCredential };
	const type = 'n8n-nodes-base.slackHitlTool';
	return { tool, node: node('Ask a person', type, 2.4, parameters, { credentials }) };
}
