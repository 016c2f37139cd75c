/** Where the browser tests play: a throw-away n8n with the packed package, a sandbox, a browser. */
import { selectors } from 'playwright-core';
import { startHost } from '../host/throwaway.mjs';
import { launchBrowser } from './chromium.mjs';

/** A key that PeopleLens knows, and that may do nothing. */
export const POWERLESS_KEY = 'dummy-powerless-key-example';

/** So that what is typed into a date field means the same on every computer. */
const TIME_ZONE = 'UTC';

/** How long a person would wait for something to appear, at most. */
const PATIENCE_MS = 15_000;

/** @typedef {Awaited<ReturnType<typeof openStage>>} Stage */

/** @param {import('../host/install.mjs').Host} host @param {string} tarball the packed package */
export async function openStage(host, tarball) {
	const { n8n, sandbox, stop } = await startHost('browser', {
		host,
		tarball,
		env: { GENERIC_TIMEZONE: TIME_ZONE },
		sandboxArgs: ['--powerless-key', POWERLESS_KEY],
	});
	const browser = await launchBrowser();
	return {
		page: await openPage(browser, n8n.url),
		sandbox,
		stop: async () => {
			await browser.close();
			await stop();
		},
	};
}

/** @param {object} [looks] of the page, such as { viewport } */
export async function openPage(browser, baseURL, looks = {}) {
	selectors.setTestIdAttribute('data-test-id');
	const page = await browser.newPage({
		baseURL,
		viewport: { width: 1440, height: 900 },
		locale: 'en-US',
		timezoneId: TIME_ZONE,
		colorScheme: 'light',
		reducedMotion: 'reduce',
		...looks,
	});
	page.setDefaultTimeout(PATIENCE_MS);
	return page;
}
