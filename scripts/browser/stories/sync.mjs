/** Someone compares a list of people with PeopleLens before anything is changed, and then does it. */
import assert from 'node:assert/strict';
import { place } from '../creator.mjs';
import { executeForItems, hints } from '../outcome.mjs';
import { ABOVE, choose, labels, type } from '../panel.mjs';

const PERSON_LABELS = ['Email', 'First Name', 'Last Name', 'Role'];
const RULES = ['Create Missing', 'Deactivate Extra', 'Options'];
const LABELS = [...ABOVE, 'Mode', ...PERSON_LABELS, ...RULES];

const PERSON = {
	email: 'katherine@northwind.example',
	firstName: 'Katherine',
	lastName: 'Johnson',
};

export async function syncPeople({ page, sandbox, check, shot }) {
	const isThere = async () => (await sandbox.users()).some(({ email }) => email === PERSON.email);

	await check('Sync shows in a preview what it would do, and changes nothing', async () => {
		await place(page, 'Sync users');
		await shot('sync empty');
		assert.deepEqual(await labels(page), LABELS);
		for (const [name, value] of Object.entries(PERSON)) await type(page, name, value);
		const { rows } = await executeForItems(page);
		await shot('sync preview');
		const { email, action, status } = rows[0];
		assert.deepEqual([email, action, status], [PERSON.email, 'create', 'planned']);
		assert.match(await hints(page), /1 to invite.*Nothing was changed: this is a preview\./);
		assert.equal(await isThere(), false);
	});
	await check('and does it when Apply is chosen', async () => {
		await choose(page, 'mode', 'Apply');
		const { rows } = await executeForItems(page);
		await shot('sync applied');
		assert.deepEqual([rows[0].action, rows[0].status], ['create', 'done']);
		assert.match(await hints(page), /1 invited/);
		assert.equal(await isThere(), true);
	});
}
