/** Candidates are deleted, and other things happen. */
import assert from 'node:assert/strict';
import { eventually } from '../../lib/eventually.mjs';
import { NEXT_CHECK_MS } from '../stage.mjs';

export async function alert(check, stage, workflow) {
	const { sandbox, slack } = stage;
	const heard = () => slack.messages.filter(({ channel }) => channel === '#security-alerts');
	await stage.activate(workflow);

	const [person] = (await sandbox.users()).filter(({ state }) => state === 'active');
	const deleted = (entityId, userId) => ({
		action: 'CANDIDATE_DELETED',
		entity_type: 'candidate',
		entity_id: entityId,
		user_id: userId,
	});
	await sandbox.addEvents([
		deleted('can-4711', person.id),
		{ action: 'USER_LOGIN', user_id: person.id, entity_id: 'can-4712' },
		deleted('can-4713', null),
	]);

	await check('each deletion comes to Slack once, with who did it', async () => {
		const about = (id) => heard().filter(({ text }) => text.includes(id));
		await eventually('both alerts', () => about('can-4713').length > 0, NEXT_CHECK_MS);
		const [{ text }, ...more] = about('can-4711');
		const name = `${person.first_name} ${person.last_name} (${person.email})`;
		assert.ok(text.startsWith(`:rotating_light: ${name} deleted the candidate can-4711`), text);
		assert.match(text, /, \d{1,2} \w{3} \d{4}, \d\d:\d\d\.$/);
		assert.deepEqual(more, []);
		assert.match(about('can-4713')[0].text, /The system deleted/);
	});
	await check('nothing else is reported', () => {
		assert.deepEqual(
			heard().filter(({ text }) => !text.includes('deleted the candidate')),
			[],
		);
		assert.ok(!heard().some(({ text }) => text.includes('can-4712')));
	});
}
