/** Someone picks a user in each of the three ways, and gets that user. */
import assert from 'node:assert/strict';
import { place } from '../creator.mjs';
import { openList, people, searchList, setMode, userField } from '../locator.mjs';
import { executeForItems } from '../outcome.mjs';

export async function pickUser({ page, sandbox, check, shot }) {
	const all = await sandbox.users();
	const user = all.find(({ state, role }) => state === 'active' && role === 'HiringManager');

	await place(page, 'Get user');
	await check('From List shows everybody by name, with email and role', async () => {
		await openList(page);
		await shot('user from list');
		const shown = await people(page).allInnerTexts();
		const active = all.filter(({ state }) => state !== 'deactivated');
		for (const { first_name: name, email } of active) {
			assert.ok(
				shown.some((text) => text.startsWith(name) && text.includes(email)),
				email,
			);
		}
		assert.deepEqual(
			shown,
			[...shown].sort((a, b) => a.localeCompare(b)),
		);
	});
	for (const what of ['last_name', 'email']) {
		await check(`From List is searched by ${what.replace('_', ' ')}`, async () => {
			await searchList(page, user[what].toUpperCase());
			await people(page).filter({ hasText: user.email }).waitFor();
			await shot(`user found by ${what}`);
			assert.ok((await people(page).count()) < all.length / 2);
		});
	}
	await check('From List says when there is nobody of that name', async () => {
		await searchList(page, 'nobody of that name');
		await page.getByText('No results').waitFor();
		await shot('nobody found');
	});
	await check('Get returns the user picked from the list', async () => {
		await searchList(page, user.email);
		await people(page).filter({ hasText: user.email }).click();
		await getsThatUser();
		await shot('get from list');
	});
	for (const [mode, value] of [
		['By ID', user.id],
		['By Email', ` ${user.email.toUpperCase()} `],
	]) {
		await check(`Get returns the user given ${mode}`, async () => {
			await setMode(page, mode);
			await userField(page).locator('input').or(userField(page)).last().fill(value);
			await getsThatUser();
			await shot(`get ${mode}`);
		});
	}

	async function getsThatUser() {
		const { count, rows } = await executeForItems(page);
		assert.equal(count, 1);
		assert.deepEqual(rows, [
			{
				id: user.id,
				email: user.email,
				first_name: user.first_name,
				last_name: user.last_name,
				role: user.role,
			},
		]);
	}
}
