/** Each operation on users once; what came out is compared with what the sandbox holds. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { withAccess } from '../harness/sandboxControl';
import { locate } from '../harness/workflow';
import type { Opened } from './opened';
import { createRunner, idsOf } from './runOperation';

const byMode = (mode: string, value: string): INodeParameters => ({ userId: locate(mode, value) });
const person = (email: string, role: string) => ({
	email,
	firstName: 'Ada',
	lastName: 'Lovelace',
	role,
});

export function describeUserOperations(opened: Opened): void {
	const { run, runForItems } = createRunner(opened);
	const users = async () => await opened().sandbox.users();
	const stateOf = async (userId: unknown) => (await users()).find(({ id }) => id === userId)?.state;

	test('Get Many Users returns every active user once', async () => {
		const items = await runForItems('user', 'getAll', { returnAll: true });
		expect(idsOf(items).sort()).toEqual(idsOf(withAccess(await users())).sort());
	});
	test('Get Many Users keeps to its limit', async () => {
		expect(await runForItems('user', 'getAll', { limit: 3 })).toHaveLength(3);
	});
	test('Get User finds a user by ID and by e-mail', async () => {
		const [user] = withAccess(await users());
		for (const locator of [
			byMode('id', user.id),
			byMode('email', ` ${user.email.toUpperCase()} `),
		]) {
			const [item] = await runForItems('user', 'get', locator);
			expect(item.id).toBe(user.id);
		}
	});
	test('Create User invites a person', async () => {
		const [item] = await runForItems('user', 'create', person('ada@example.com', 'Recruiter'));
		const user = (await users()).find(({ id }) => id === item.id);
		expect([user?.email, user?.role]).toEqual(['ada@example.com', 'Recruiter']);
	});
	test('Find or Create User invites whom it does not find, and nobody twice', async () => {
		const emails = ['ada@example.com', 'grace@example.com', 'Grace@example.com'];
		const items = await runForItems('user', 'findOrCreate', person('={{ $json.email }}', ''), {
			input: emails.map((email) => ({ email })),
		});
		expect(items.map(({ created }) => created)).toEqual([false, true, false]);
		const graces = withAccess(await users()).filter(({ email }) => /^grace@/i.test(email));
		expect(graces).toHaveLength(1);
	});
	test('Deactivate User takes access away', async () => {
		const [item] = await runForItems('user', 'deactivate', byMode('email', 'ada@example.com'));
		expect(item.deactivated).toBe(true);
		expect(await stateOf(item.id)).toBe('deactivated');
	});
	test('Sync Users shows first, and then makes the tenant what the list says', async () => {
		const [leaving, ...staying] = withAccess(await users()).filter(
			({ role }) => role !== 'Administrator',
		);
		const list = [...staying, { email: 'katherine@example.com' }];
		const sync = (mode: string) =>
			runForItems(
				'user',
				'sync',
				{ ...person('={{ $json.email }}', ''), mode, deactivateExtra: true },
				{ input: list.map(({ email }) => ({ email })) },
			);
		const statusOf = (items: IDataObject[], address: string) =>
			items.find(({ email }) => email === address)?.status;

		const preview = await sync('preview');
		expect(statusOf(preview, 'katherine@example.com')).toBe('planned');
		expect(statusOf(preview, leaving.email)).toBe('planned');
		const applied = await sync('apply');
		expect(statusOf(applied, 'katherine@example.com')).toBe('done');
		expect(await stateOf(leaving.id)).toBe('deactivated');
	});
	test('a user that does not exist stops the node with words, not with a code', async () => {
		const { error } = await run('user', 'get', byMode('id', 'nobody'));
		expect(error?.message).toMatch(/user/i);
		expect(error?.message).not.toMatch(/status code|undefined/);
		expect(error?.description).toBeTruthy();
	});
	test('with On Error set to Continue each item has its own outcome', async () => {
		const [user] = withAccess(await users());
		const items = await runForItems('user', 'get', byMode('id', '={{ $json.id }}'), {
			input: [{ id: 'nobody' }, { id: user.id }],
			onError: 'continueRegularOutput',
		});
		expect(items[0].error).toBeTruthy();
		expect(items[1].id).toBe(user.id);
	});
}
