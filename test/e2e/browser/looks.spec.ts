/** The node on the canvas and in the creator, on light and dark screens. */
import type { Page } from '@playwright/test';
import { addAction, append, openCreator, search } from './pages/creator';
import { close } from './pages/panel';
import { expect, test } from './test';

test.describe.configure({ mode: 'serial' });

test.afterAll(({ editor }) => editor.emulateMedia({ colorScheme: 'light' }));

for (const colorScheme of ['light', 'dark'] as const) {
	test(`the node has an icon for a ${colorScheme} screen`, async ({ editor, keepScreenshot }) => {
		await editor.emulateMedia({ colorScheme });
		await openCreator(editor);
		await search(editor, 'PeopleLens', 'PeopleLens');
		await keepScreenshot(`creator ${colorScheme}`);
		await expectIcon(editor, 'node-creator', colorScheme);
		await addAction(editor, 'PeopleLens', 'Get many users');
		await close(editor);
		await append(editor, 'HubSpot', 'Get many contacts');
		await close(editor);
		await keepScreenshot(`canvas ${colorScheme}`);
		await expectIcon(editor, 'canvas', colorScheme);
	});
}
test('on the canvas the node says what it does, as other nodes do', async ({ editor }) => {
	const texts = await editor.getByTestId('canvas-node').allInnerTexts();
	const [, ours, other] = texts.map((text) => text.split('\n'));
	expect(ours).toEqual(['Get many users', 'getAll: user']);
	expect(other).toEqual(['Get many contacts', 'getAll: contact']);
});

async function expectIcon(
	page: Page,
	place: 'node-creator' | 'canvas',
	colorScheme: 'light' | 'dark',
): Promise<void> {
	const icons = page.getByTestId(place).locator('img[src*="peoplelens"]');
	await icons.first().waitFor();
	const shown = await icons.evaluateAll((images: HTMLImageElement[]) =>
		images.map(({ src, naturalWidth }) => ({
			file: src.split('/').pop(),
			loads: naturalWidth > 0,
		})),
	);
	const file = colorScheme === 'dark' ? 'peoplelens.dark.svg' : 'peoplelens.svg';
	for (const icon of shown) expect(icon).toEqual({ file, loads: true });
}
