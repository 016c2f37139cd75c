/** The agent looks people up, invites one, and reads the audit log. */
import assert from 'node:assert/strict';
import { createTools } from '../tools.mjs';

/** What a model should read of a list, at most; about 4 bytes are a token. */
const MOST_BYTES = 12_000;

export async function checkWork(check, stage) {
	const { sandbox, play } = stage;
	const agent = await stage.agent(Object.values(createTools(stage.credential)));
	const use = (tool, args) => ({ call: [{ tool, args }] });
	const done = { say: 'Done' };
	const someone = (await sandbox.users()).find(({ state }) => state === 'active');

	await check('it finds a user by email', async () => {
		const call = use('Get_user_in_PeopleLens', { User: someone.email });
		const { answer, results } = await play(agent, `Who is ${someone.email}?`, call, done);
		assert.equal(answer, 'Done');
		assert.equal(results[0][0].id, someone.id);
		assert.equal(results[0][0].role, someone.role);
	});
	await check('it finds a user by a part of the name', async () => {
		const call = use('Get_many_users_in_PeopleLens', { Search_Name_or_Email: someone.last_name });
		const { results } = await play(agent, `Who is ${someone.last_name}?`, call, done);
		assert.ok(results[0].some(({ id }) => id === someone.id));
		const names = results[0].map((user) => `${user.first_name} ${user.last_name} ${user.email}`);
		for (const name of names) assert.match(name.toLowerCase(), RegExp(someone.last_name, 'i'));
	});
	await check('it invites a person, once', async () => {
		const person = { Email: 'ada@example.com', First_Name: 'Ada', Last_Name: 'Lovelace' };
		const call = use('Create_user_in_PeopleLens', { ...person, Role: 'HiringManager' });
		const { results } = await play(agent, 'Invite Ada as a hiring manager', call, done);
		const invited = (await sandbox.users()).filter(({ email }) => email === person.Email);
		assert.equal(invited.length, 1);
		assert.equal(invited[0].role, 'HiringManager');
		assert.equal(results[0][0].id, invited[0].id);
	});
	await check('Find or Create tells it that somebody is there already', async () => {
		const person = { Email: 'ada@example.com', First_Name: 'Ada', Last_Name: 'Lovelace' };
		const call = use('Find_or_create_user_in_PeopleLens', person);
		const { results } = await play(agent, 'Make sure that Ada has access', call, done);
		assert.equal(results[0][0].created, false);
	});
	await check('it reads the audit log: who deleted candidates', async () => {
		const call = use('Get_many_audit_logs_in_PeopleLens', {
			Action_Names_or_IDs: 'CANDIDATE_DELETED',
		});
		const { results } = await play(agent, 'Who deleted candidates?', call, done);
		const deleted = (await sandbox.events()).filter(({ action }) => action === 'CANDIDATE_DELETED');
		const newest = deleted.toReversed().slice(0, 20);
		assert.deepEqual(
			results[0].map(({ id }) => id),
			newest.map(({ id }) => id),
		);
		const byPerson = results[0].filter(({ user_id: userId }) => userId !== null);
		assert.ok(byPerson.some(({ actor }) => actor?.email));
	});
	await check('two questions at once get both their answers', async () => {
		const both = ['ada@example.com', someone.email].map((email) => ({
			tool: 'Get_user_in_PeopleLens',
			args: { User: email },
		}));
		const { results } = await play(agent, 'Who are they?', { call: both }, done);
		assert.deepEqual(results.map(([user]) => user.email).sort(), [
			...['ada@example.com', someone.email].sort(),
		]);
	});
	await check('what it reads is small: 50 users, or 20 audit logs with their actors', async () => {
		await sandbox.addUsers(60);
		const everything = {
			call: [
				{ tool: 'Get_many_users_in_PeopleLens', args: { Search_Name_or_Email: '' } },
				{ tool: 'Get_many_audit_logs_in_PeopleLens', args: { Action_Names_or_IDs: '' } },
			],
		};
		const { results } = await play(agent, 'Everything, please', everything, done);
		assert.deepEqual(results.map((rows) => rows.length).sort(), [20, 50]);
		for (const rows of results) {
			const bytes = JSON.stringify(rows).length;
			assert.ok(bytes < MOST_BYTES, `${rows.length} rows have ${bytes} bytes`);
		}
	});
}
