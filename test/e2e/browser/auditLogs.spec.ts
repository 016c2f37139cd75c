/** Someone reads who did what and when. */
import type { SandboxEvent } from '../harness/sandboxControl';
import { place } from './pages/creator';
import { executeForItems } from './pages/outcome';
import { ABOVE, add, choose, chooseSeveral, labels, open, toggle, type } from './pages/panel';
import { expect, test } from './test';

const LABELS = [...ABOVE, 'Return All', 'Limit', 'Filters', 'Options'];

test.describe.configure({ mode: 'serial' });

let events: SandboxEvent[];
test.beforeAll(async ({ sandbox }) => {
	events = await sandbox.events();
});

test('Get Many returns the newest audit logs, up to the limit', async ({
	editor,
	keepScreenshot,
}) => {
	await place(editor, 'Get many audit logs');
	await keepScreenshot('audit logs empty');
	expect(await labels(editor)).toEqual(LABELS);
	await type(editor, 'limit', '3');
	const { rows } = await executeForItems(editor);
	await keepScreenshot('audit logs done');
	const newest = events.slice(-3).reverse();
	expect(rows.map(({ id }) => id)).toEqual(newest.map(({ id }) => id));
});
test("the list of actions holds the tenant's own, in words", async ({ editor, keepScreenshot }) => {
	await add(editor, 'Add filter', ['Action Names or IDs']);
	await open(editor, 'actions');
	await editor.getByText('Candidate Deleted', { exact: true }).waitFor();
	await keepScreenshot('audit log actions');
	await editor.keyboard.press('Escape');
});
test('Get Many filters by action and time, oldest first, with the actor', async ({
	editor,
	keepScreenshot,
}) => {
	const since = events[50].created_at.slice(0, 19);
	await chooseSeveral(editor, 'actions', ['User Login']);
	await add(editor, 'Add filter', ['Since']);
	await type(editor, 'since', since);
	await editor.keyboard.press('Enter');
	await add(editor, 'Add option', ['Order', 'Include Actor']);
	await choose(editor, 'order', 'Oldest First');
	await toggle(editor, 'includeActor');
	await toggle(editor, 'returnAll');
	await keepScreenshot('audit logs filtered');
	const { rows, count } = await executeForItems(editor);
	await keepScreenshot('audit logs filtered done');
	const wanted = events.filter((event) => {
		return event.action === 'USER_LOGIN' && event.created_at > since;
	});
	expect(count).toBe(wanted.length);
	expect(rows[0].id).toBe(wanted[0].id);
	expect(rows[0].actor).toMatch(/email/);
});
