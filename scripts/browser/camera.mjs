import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../lib/folders.mjs';

/** Pictures of the last run. Ignored by git, and no part of the package. */
export const screenshots = join(repository, '.scratch', 'screenshots');

/**
 * Empties the folder of pictures.
 * @param {import('playwright-core').Page} page
 * @returns {(name: string) => Promise<void>} takes a numbered picture when nothing moves any more
 */
export function createCamera(page) {
	rmSync(screenshots, { recursive: true, force: true });
	mkdirSync(screenshots, { recursive: true });
	let taken = 0;
	return async (name) => {
		const number = String(++taken).padStart(2, '0');
		const file = `${number}-${name.toLowerCase().replaceAll(/\W+/g, '-')}.png`;
		await page.evaluate(stillness);
		await page.screenshot({ path: join(screenshots, file) });
	};
}

/** In the page: waits for what slides or fades, but not for what turns for ever. */
export async function stillness() {
	const moving = document
		.getAnimations()
		.filter((animation) => Number.isFinite(animation.effect.getComputedTiming().endTime));
	await Promise.all(moving.map(({ finished }) => finished.catch(() => {})));
}
