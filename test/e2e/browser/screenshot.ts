import type { Page } from '@playwright/test';
import { resultsFolder } from '../harness/folders';
import { existsSync, join, readdirSync } from '../harness/node';

/** Of the last run. */
export const screenshotFolder = join(resultsFolder, 'screenshots');

/** Takes a numbered screenshot when nothing moves any more. */
export async function takeScreenshot(page: Page, name: string): Promise<void> {
	const taken = existsSync(screenshotFolder) ? readdirSync(screenshotFolder).length : 0;
	const number = String(taken + 1).padStart(2, '0');
	const file = `${number}-${name.toLowerCase().replaceAll(/\W+/g, '-')}.png`;
	await waitForStillness(page);
	await page.screenshot({ path: join(screenshotFolder, file) });
}

/** Waits for what slides or fades, but not for what turns for ever. */
export async function waitForStillness(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const moving = document
			.getAnimations()
			.filter(({ effect }) => Number.isFinite(Number(effect?.getComputedTiming().endTime)));
		await Promise.all(moving.map(({ finished }) => finished.catch(() => undefined)));
	});
}
