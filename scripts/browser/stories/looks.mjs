/** The node on the canvas and in the creator, on light and dark screens. */
import assert from 'node:assert/strict';
import { addAction, append, openCreator, search } from '../creator.mjs';
import { close } from '../panel.mjs';

export async function seeLooks({ page, check, shot }) {
	for (const colorScheme of ['light', 'dark']) {
		await check(`the node has an icon for a ${colorScheme} screen`, async () => {
			await page.emulateMedia({ colorScheme });
			await openCreator(page);
			await search(page, 'PeopleLens', 'PeopleLens');
			await shot(`creator ${colorScheme}`);
			await expectIcon('node-creator', colorScheme);
			await addAction(page, 'PeopleLens', 'Get many users');
			await close(page);
			await append(page, 'HubSpot', 'Get many contacts');
			await close(page);
			await shot(`canvas ${colorScheme}`);
			await expectIcon('canvas', colorScheme);
		});
	}
	await check('on the canvas it says what it does, as other nodes do', async () => {
		const texts = await page.getByTestId('canvas-node').allInnerTexts();
		const [, ours, other] = texts.map((text) => text.split('\n'));
		assert.deepEqual(ours, ['Get many users', 'getAll: user']);
		assert.deepEqual(other, ['Get many contacts', 'getAll: contact']);
	});
	await page.emulateMedia({ colorScheme: 'light' });

	async function expectIcon(place, colorScheme) {
		const icons = page.getByTestId(place).locator('img[src*="peoplelens"]');
		await icons.first().waitFor();
		const shown = await icons.evaluateAll((images) =>
			images.map(({ src, naturalWidth }) => ({ file: src.split('/').pop(), naturalWidth })),
		);
		const file = colorScheme === 'dark' ? 'peoplelens.dark.svg' : 'peoplelens.svg';
		for (const icon of shown) {
			assert.equal(icon.file, file);
			assert.ok(icon.naturalWidth > 0, 'It does not load.');
		}
	}
}
