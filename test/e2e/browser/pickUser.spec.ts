/** Someone picks a user in each of the three ways, and gets that user. */
import type { Page } from '@playwright/test';
import type { SandboxUser } from '../../../sandbox';
import { activeOnes, withAccess } from '../harness/sandboxControl';
import { place } from './pages/creator';
import { openList, people, searchList, setMode, userField } from './pages/locator';
import { executeForItems } from './pages/outcome';
import { expect, test } from './test';

test.describe.configure({ mode: 'serial' });

let everybody: SandboxUser[];
let user: SandboxUser;

test.beforeAll(async ({ editor, sandbox }) => {
	everybody = await sandbox.users();
	[user] = activeOnes(everybody).filter(({ role }) => role === 'HiringManager');
	await place(editor, 'Get user');
});

/** Runs the node, and compares what it returns with the user. */
async function expectThatUser(editor: Page): Promise<void> {
	const { id, email, first_name, last_name, role } = user;
	expect(await executeForItems(editor)).toEqual({
		count: 1,
		rows: [{ id, email, first_name, last_name, role }],
	});
}

test('From List shows everybody by name, with email and role', async ({
	editor,
	keepScreenshot,
}) => {
	await openList(editor);
	await keepScreenshot('user from list');
	const shown = await people(editor).allInnerTexts();
	for (const { first_name: name = '', email } of withAccess(everybody)) {
		const lines = shown.filter((text) => text.startsWith(name) && text.includes(email));
		expect(lines, email).toHaveLength(1);
	}
	expect(shown).toEqual([...shown].sort((a, b) => a.localeCompare(b)));
});
for (const what of ['last_name', 'email'] as const) {
	test(`From List is searched by ${what.replace('_', ' ')}`, async ({ editor, keepScreenshot }) => {
		await searchList(editor, (user[what] ?? '').toUpperCase());
		await people(editor).filter({ hasText: user.email }).waitFor();
		await keepScreenshot(`user found by ${what}`);
		expect(await people(editor).count()).toBeLessThan(everybody.length / 2);
	});
}
test('From List says when there is nobody of that name', async ({ editor, keepScreenshot }) => {
	await searchList(editor, 'nobody of that name');
	await editor.getByText('No results').waitFor();
	await keepScreenshot('nobody found');
});
test('Get returns the user picked from the list', async ({ editor, keepScreenshot }) => {
	await searchList(editor, user.email);
	await people(editor).filter({ hasText: user.email }).click();
	await expectThatUser(editor);
	await keepScreenshot('get from list');
});
for (const mode of ['By ID', 'By Email'] as const) {
	test(`Get returns the user given ${mode}`, async ({ editor, keepScreenshot }) => {
		const value = mode === 'By ID' ? user.id : ` ${user.email.toUpperCase()} `;
		await setMode(editor, mode);
		await userField(editor).locator('input').or(userField(editor)).last().fill(value);
		await expectThatUser(editor);
		await keepScreenshot(`get ${mode}`);
	});
}
