/** Each operation once; what came out is compared with what the sandbox holds. */
import assert from 'node:assert/strict';
import { runNode } from '../host/oneNode.mjs';

export async function checkOperations(check, { rest, sandbox, credential }) {
	const active = async () => (await sandbox.users()).filter(({ state }) => state !== 'deactivated');
	const run = (resource, operation, parameters, more) =>
		runNode(rest, {
			type: 'n8n-nodes-peoplelens.peopleLens',
			parameters: { resource, operation, ...parameters },
			credentials: { peopleLensApi: { id: credential.id, name: credential.name } },
			...more,
		});
	/** The items of a run that must not stop. */
	const items = async (...args) => {
		const { items: out, error } = await run(...args);
		assert.equal(error?.message, undefined);
		return out;
	};
	const ids = (rows) => rows.map(({ id }) => id);
	const byMode = (mode, value) => ({ userId: { __rl: true, mode, value } });
	const person = (email, role) => ({ email, firstName: 'Ada', lastName: 'Lovelace', role });

	await check('Get Many users returns every active user once', async () => {
		const out = await items('user', 'getAll', { returnAll: true });
		assert.deepEqual(ids(out).sort(), ids(await active()).sort());
	});
	await check('Get Many users keeps to its limit', async () => {
		assert.equal((await items('user', 'getAll', { limit: 3 })).length, 3);
	});
	await check('Get finds a user by ID and by e-mail', async () => {
		const [user] = await active();
		for (const locator of [
			byMode('id', user.id),
			byMode('email', ` ${user.email.toUpperCase()} `),
		]) {
			const [out] = await items('user', 'get', locator);
			assert.equal(out.id, user.id);
		}
	});
	await check('Create invites a person', async () => {
		const [out] = await items('user', 'create', person('ada@example.com', 'Recruiter'));
		const user = (await sandbox.users()).find(({ id }) => id === out.id);
		assert.deepEqual([user.email, user.role], ['ada@example.com', 'Recruiter']);
	});
	await check('Find or Create invites whom it does not find, and nobody twice', async () => {
		const emails = ['ada@example.com', 'grace@example.com', 'Grace@example.com'];
		const out = await items('user', 'findOrCreate', person('={{ $json.email }}', ''), {
			input: emails.map((email) => ({ email })),
		});
		assert.deepEqual(
			out.map(({ created }) => created),
			[false, true, false],
		);
		assert.equal((await active()).filter(({ email }) => /^grace@/i.test(email)).length, 1);
	});
	await check('Deactivate takes access away', async () => {
		const [out] = await items('user', 'deactivate', byMode('email', 'ada@example.com'));
		assert.equal(out.deactivated, true);
		assert.equal((await sandbox.users()).find(({ id }) => id === out.id).state, 'deactivated');
	});
	await check('Sync shows first, and then makes the tenant what the list says', async () => {
		const [leaving, ...staying] = (await active()).filter(({ role }) => role !== 'Administrator');
		const list = [...staying, { email: 'katherine@example.com' }];
		const sync = (mode) =>
			items(
				'user',
				'sync',
				{ ...person('={{ $json.email }}', ''), mode, deactivateExtra: true },
				{ input: list.map(({ email }) => ({ email })) },
			);
		const statusOf = (out, address) => out.find(({ email }) => email === address).status;

		const preview = await sync('preview');
		assert.equal(statusOf(preview, 'katherine@example.com'), 'planned');
		assert.equal(statusOf(preview, leaving.email), 'planned');
		const applied = await sync('apply');
		assert.equal(statusOf(applied, 'katherine@example.com'), 'done');
		assert.equal((await sandbox.users()).find(({ id }) => id === leaving.id).state, 'deactivated');
	});
	await check('Get Many audit logs returns every event once, newest first', async () => {
		const out = await items('auditLog', 'getAll', { returnAll: true });
		const all = await sandbox.events();
		assert.deepEqual(ids(out).sort(), ids(all).sort());
		const times = out.map(({ created_at: at }) => at);
		assert.deepEqual(times, [...times].sort().reverse());
	});
	await check('and filters by action and time', async () => {
		const all = await sandbox.events();
		const { action } = all.at(-1);
		const since = all[100].created_at;
		const out = await items('auditLog', 'getAll', {
			returnAll: true,
			filters: { actions: [action], since },
		});
		const wanted = all.filter((row) => row.action === action && row.created_at > since);
		assert.deepEqual(ids(out).sort(), ids(wanted).sort());
	});
	await check('a user that does not exist stops the node with words, not with a code', async () => {
		const { error } = await run('user', 'get', byMode('id', 'nobody'));
		assert.match(error.message, /user/i);
		assert.doesNotMatch(error.message, /status code|undefined/);
		assert.ok(error.description);
	});
	await check('and with Continue On Fail each item has its own outcome', async () => {
		const [user] = await active();
		const out = await items('user', 'get', byMode('id', '={{ $json.id }}'), {
			input: [{ id: 'nobody' }, { id: user.id }],
			settings: { onError: 'continueRegularOutput' },
		});
		assert.ok(out[0].error);
		assert.equal(out[1].id, user.id);
	});
}
