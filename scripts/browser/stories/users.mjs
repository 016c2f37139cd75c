/** Someone invites, looks up, lists and deactivates people. */
import assert from 'node:assert/strict';
import { place } from '../creator.mjs';
import { setMode, userField } from '../locator.mjs';
import { executeForItems } from '../outcome.mjs';
import {
	ABOVE,
	add,
	addOnly,
	choose,
	chooseSeveral,
	labels,
	open,
	toggle,
	type,
} from '../panel.mjs';

const PERSON = { email: 'ada.lovelace@northwind.example', firstName: 'Ada', lastName: 'Lovelace' };
const INVITATION = [...ABOVE, 'Email', 'First Name', 'Last Name', 'Role'];

export async function manageUsers({ page, sandbox, check, shot }) {
	await check('Create asks for the person, and invites them', async () => {
		await place(page, 'Create user');
		await shot('create empty');
		assert.deepEqual(await labels(page), INVITATION);
		await invite('Recruiter');
		const { rows } = await executeForItems(page);
		await shot('create done');
		assert.deepEqual([rows[0].email, rows[0].role], [PERSON.email, 'Recruiter']);
		assert.equal((await held(PERSON.email)).role, 'Recruiter');
	});
	await check('Find or Create finds who is there, and says that the role differs', async () => {
		await place(page, 'Find or create user');
		assert.deepEqual(await labels(page), [...INVITATION, 'Options']);
		await invite('Hiring Manager');
		await addOnly(page, 'Add option');
		await open(page, 'onRoleDifference');
		await shot('find or create options');
		await page.keyboard.press('Escape');
		await choose(page, 'onRoleDifference', 'Flag');
		const { rows } = await executeForItems(page);
		await shot('find or create found');
		const { email, created, roleDiffers } = rows[0];
		assert.deepEqual([email, created, roleDiffers], [PERSON.email, 'false', 'true']);
	});
	await check('Find or Create invites who is not there', async () => {
		await type(page, 'email', 'grace.hopper@northwind.example');
		const { rows } = await executeForItems(page);
		assert.equal(rows[0].created, 'true');
		assert.equal((await held('grace.hopper@northwind.example')).role, 'HiringManager');
	});
	await check('Get Many lists the users with a role', async () => {
		await place(page, 'Get many users');
		await shot('get many empty');
		assert.deepEqual(await labels(page), [...ABOVE, 'Return All', 'Limit', 'Filters']);
		await toggle(page, 'returnAll');
		await add(page, 'Add filter', ['Role']);
		await choose(page, 'role', 'Recruiter');
		const { count, rows } = await executeForItems(page);
		await shot('get many done');
		const users = await sandbox.users();
		const wanted = users.filter(
			(user) => user.role === 'Recruiter' && user.state !== 'deactivated',
		);
		assert.equal(count, wanted.length);
		assert.deepEqual([...new Set(rows.map(({ role }) => role))], ['Recruiter']);
	});
	await check('Deactivate leaves someone with a protected role as they are', async () => {
		await place(page, 'Deactivate user');
		assert.deepEqual(await labels(page), [...ABOVE, 'User', 'Options']);
		await setMode(page, 'By Email');
		await userField(page).fill(PERSON.email);
		await add(page, 'Add option', ['Protected Roles']);
		await chooseSeveral(page, 'protectedRoles', ['Recruiter']);
		const { rows } = await executeForItems(page);
		await shot('deactivate protected');
		const { deactivated, reason } = rows[0];
		assert.deepEqual([deactivated, reason], ['false', 'The role Recruiter is protected']);
	});
	await check('Deactivate takes the access of everybody else away', async () => {
		await chooseSeveral(page, 'protectedRoles', ['Recruiter']);
		const { rows } = await executeForItems(page);
		await shot('deactivate done');
		assert.deepEqual([rows[0].email, rows[0].deactivated], [PERSON.email, 'true']);
		assert.equal((await held(PERSON.email)).state, 'deactivated');
	});

	async function invite(role) {
		for (const [name, value] of Object.entries(PERSON)) await type(page, name, value);
		await choose(page, 'role', role);
	}

	async function held(wanted) {
		return (await sandbox.users()).find(({ email }) => email === wanted);
	}
}
