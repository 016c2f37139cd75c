/** Somebody chats with the assistant. */
import assert from 'node:assert/strict';
import { answerOf, ask } from '../../ai/agent.mjs';

const AGENT = 'PeopleLens assistant';

export async function aiAgent(check, stage, workflow) {
	const { rest, sandbox, model } = stage;
	const [person] = (await sandbox.users()).filter(({ state }) => state === 'active');
	const everything = { actions: '', since: '', person_email: '' };

	/** One question; the model uses one tool. @returns {Promise<object[]>} what the tool answered */
	async function look(tool, args) {
		model.script({ call: [{ tool, args }] }, { say: 'There you are.' });
		const execution = await rest.executions.wait(await ask(rest, workflow.id, 'Please look'));
		assert.equal(answerOf(execution, AGENT), 'There you are.');
		return JSON.parse(model.requests.at(-1).messages.at(-1).content);
	}

	await check('it finds people by name and role', async () => {
		const { last_name: name, role } = person;
		const found = await look('Find_users', { name_or_email: name, role });
		assert.ok(found.some(({ id }) => id === person.id));
		for (const user of found) assert.equal(user.role, role);
	});
	await check('it reads what happened, with who did it', async () => {
		const rows = await look('Read_audit_log', { ...everything, actions: 'USER_LOGIN' });
		assert.ok(rows.length > 0 && rows.length <= 20);
		for (const { action, actor } of rows) {
			assert.equal(action, 'USER_LOGIN');
			assert.match(actor.email, /@/);
		}
	});
	await check('and only what one person did', async () => {
		const rows = await look('Read_audit_log', { ...everything, person_email: person.email });
		for (const { user_id: userId } of rows) assert.equal(userId, person.id);
	});
	await check('an unknown person comes back in words with advice', async () => {
		const unknown = { ...everything, person_email: 'nobody@example.com' };
		const [{ error, description }] = await look('Read_audit_log', unknown);
		assert.match(error, /nobody@example\.com/);
		assert.ok(description);
	});
	await check('it is told what day it is, and that it cannot change anything', () => {
		const [{ content }] = model.requests[0].messages;
		assert.match(content, RegExp(`It is ${new Date().getFullYear()}-`));
		assert.match(content, /read only/);
	});
}
