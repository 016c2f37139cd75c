/** Someone looks for the node, without knowing what it is called. */
import assert from 'node:assert/strict';
import { openCreator, openCreatorBehind, openEntry, place, search } from '../creator.mjs';
import { close } from '../panel.mjs';

const WORDS = ['PeopleLens', 'hiring', 'audit', 'ATS', 'HR', 'SIEM'];

const ACTIONS = [
	'AUDIT LOG ACTIONS',
	'Get many audit logs',
	'USER ACTIONS',
	'Create user',
	'Deactivate user',
	'Find or create user',
	'Get user',
	'Get many users',
	'Sync users',
];

export async function findNode({ page, check, shot }) {
	await openCreator(page);
	await findsIt('as the first step');
	await place(page, 'Get many users');
	await close(page);
	await openCreatorBehind(page);
	await findsIt('as a further step');
	await check('its entry lists what it can do', async () => {
		await search(page, 'PeopleLens', 'PeopleLens');
		const lines = await openEntry(page, 'PeopleLens');
		await shot('entry in the node creator');
		const first = lines.indexOf(ACTIONS[0]);
		assert.deepEqual(lines.slice(first, first + ACTIONS.length), ACTIONS);
	});

	async function findsIt(where) {
		for (const word of WORDS) {
			await check(`the node is found by "${word}" ${where}`, async () => {
				const found = await search(page, word, 'PeopleLens');
				await shot(`found by ${word} ${where}`);
				// As many as are on the screen without scrolling.
				assert.ok(found.indexOf('PeopleLens') < 9, `It is far down: ${found.join(', ')}`);
			});
		}
	}
}
