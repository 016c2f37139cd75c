/** Someone compares a list of people with PeopleLens before anything is changed, and then does it. */
import type { SandboxControl } from '../harness/sandboxControl';
import { place } from './pages/creator';
import { executeForItems, hints } from './pages/outcome';
import { ABOVE, choose, labels, type } from './pages/panel';
import { expect, test } from './test';

const PERSON_LABELS = ['Email', 'First Name', 'Last Name', 'Role'];
const RULES = ['Create Missing', 'Deactivate Extra', 'Options'];
const LABELS = [...ABOVE, 'Mode', 'People', ...PERSON_LABELS, ...RULES];

const PERSON = {
	email: 'katherine@northwind.example',
	firstName: 'Katherine',
	lastName: 'Johnson',
};

test.describe.configure({ mode: 'serial' });

const hasAccess = async (sandbox: SandboxControl) =>
	(await sandbox.users()).some(({ email }) => email === PERSON.email);

test('Sync shows in a preview what it would do, and changes nothing', async ({
	editor,
	sandbox,
	keepScreenshot,
}) => {
	await place(editor, 'Sync users');
	await keepScreenshot('sync empty');
	expect(await labels(editor)).toEqual(LABELS);
	for (const [name, value] of Object.entries(PERSON)) await type(editor, name, value);
	const { rows } = await executeForItems(editor);
	await keepScreenshot('sync preview');
	expect(rows[0]).toMatchObject({ email: PERSON.email, action: 'create', status: 'planned' });
	const preview = /1 to invite.*Nothing was changed: this is a preview\./;
	expect(await hints(editor)).toMatch(preview);
	expect(await hasAccess(sandbox)).toBe(false);
});
test('Sync changes PeopleLens when Apply is chosen', async ({
	editor,
	sandbox,
	keepScreenshot,
}) => {
	await choose(editor, 'mode', 'Apply');
	const { rows } = await executeForItems(editor);
	await keepScreenshot('sync applied');
	expect(rows[0]).toMatchObject({ action: 'create', status: 'done' });
	expect(await hints(editor)).toMatch(/1 invited/);
	expect(await hasAccess(sandbox)).toBe(true);
});
