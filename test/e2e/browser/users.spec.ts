/** Someone invites, looks up, lists and deactivates people. */
import type { Page } from '@playwright/test';
import { withAccess, type SandboxControl } from '../harness/sandboxControl';
import { place } from './pages/creator';
import { setMode, userField } from './pages/locator';
import { executeForItems } from './pages/outcome';
import * as panel from './pages/panel';
import { expect, test } from './test';

const PERSON = { email: 'ada.lovelace@northwind.example', firstName: 'Ada', lastName: 'Lovelace' };
const OTHER_EMAIL = 'grace.hopper@northwind.example';
const INVITATION = [...panel.ABOVE, 'Email', 'First Name', 'Last Name', 'Role'];

test.describe.configure({ mode: 'serial' });

async function enterPerson(editor: Page, role: string): Promise<void> {
	for (const [name, value] of Object.entries(PERSON)) await panel.type(editor, name, value);
	await panel.choose(editor, 'role', role);
}

const userWith = async (sandbox: SandboxControl, address: string) =>
	(await sandbox.users()).find(({ email }) => email === address);

test('Create asks for the person, and invites them', async ({
	editor,
	sandbox,
	keepScreenshot,
}) => {
	await place(editor, 'Create user');
	await keepScreenshot('create empty');
	expect(await panel.labels(editor)).toEqual(INVITATION);
	await enterPerson(editor, 'Recruiter');
	const { rows } = await executeForItems(editor);
	await keepScreenshot('create done');
	expect(rows[0]).toMatchObject({ email: PERSON.email, role: 'Recruiter' });
	expect((await userWith(sandbox, PERSON.email))?.role).toBe('Recruiter');
});
test('Find or Create finds who is there, and says that the role differs', async ({
	editor,
	keepScreenshot,
}) => {
	await place(editor, 'Find or create user');
	expect(await panel.labels(editor)).toEqual([...INVITATION, 'Options']);
	await enterPerson(editor, 'Hiring Manager');
	await panel.addOnly(editor, 'Add option');
	await panel.open(editor, 'onRoleDifference');
	await keepScreenshot('find or create options');
	await editor.keyboard.press('Escape');
	await panel.choose(editor, 'onRoleDifference', 'Flag');
	const { rows } = await executeForItems(editor);
	await keepScreenshot('find or create found');
	const found = { email: PERSON.email, created: 'false', roleDiffers: 'true' };
	expect(rows[0]).toMatchObject(found);
});
test('Find or Create invites who is not there', async ({ editor, sandbox }) => {
	await panel.type(editor, 'email', OTHER_EMAIL);
	const { rows } = await executeForItems(editor);
	expect(rows[0].created).toBe('true');
	expect((await userWith(sandbox, OTHER_EMAIL))?.role).toBe('HiringManager');
});
test('Get Many lists the users with a role', async ({ editor, sandbox, keepScreenshot }) => {
	await place(editor, 'Get many users');
	await keepScreenshot('get many empty');
	const fields = [...panel.ABOVE, 'Return All', 'Limit', 'Filters'];
	expect(await panel.labels(editor)).toEqual(fields);
	await panel.toggle(editor, 'returnAll');
	await panel.add(editor, 'Add filter', ['Role']);
	await panel.choose(editor, 'role', 'Recruiter');
	const { count, rows } = await executeForItems(editor);
	await keepScreenshot('get many done');
	const wanted = withAccess(await sandbox.users()).filter(({ role }) => role === 'Recruiter');
	expect(count).toBe(wanted.length);
	expect([...new Set(rows.map(({ role }) => role))]).toEqual(['Recruiter']);
});
test('Deactivate leaves someone with a protected role as they are', async ({
	editor,
	keepScreenshot,
}) => {
	await place(editor, 'Deactivate user');
	expect(await panel.labels(editor)).toEqual([...panel.ABOVE, 'User', 'Options']);
	await setMode(editor, 'By Email');
	await userField(editor).fill(PERSON.email);
	await panel.add(editor, 'Add option', ['Protected Roles']);
	await panel.chooseSeveral(editor, 'protectedRoles', ['Recruiter']);
	const { rows } = await executeForItems(editor);
	await keepScreenshot('deactivate protected');
	const { deactivated, reason } = rows[0];
	expect([deactivated, reason]).toEqual(['false', 'The role Recruiter is protected']);
});
test('Deactivate takes the access of everybody else away', async ({
	editor,
	sandbox,
	keepScreenshot,
}) => {
	await panel.chooseSeveral(editor, 'protectedRoles', ['Recruiter']);
	const { rows } = await executeForItems(editor);
	await keepScreenshot('deactivate done');
	expect(rows[0]).toMatchObject({ email: PERSON.email, deactivated: 'true' });
	expect((await userWith(sandbox, PERSON.email))?.state).toBe('deactivated');
});
