/** Where the browser tests play: a throw-away n8n with the packed package, a sandbox, a browser. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { selectors } from 'playwright-core';
import { installPackage, startN8n } from '../host/n8n.mjs';
import { startSandbox } from '../host/sandbox.mjs';
import { controlSandbox } from '../host/sandboxControl.mjs';
import { scratchFolder } from '../lib/folders.mjs';
import { progress } from '../lib/output.mjs';
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
	const folder = join(scratchFolder, 'browser');
	rmSync(folder, { recursive: true, force: true });
	const browser = await launchBrowser();
	const { sandbox, n8n } = await progress('Starting n8n', 'about 20 s', async () => {
		const log = (name) => join(folder, `${name}.log`);
		await installPackage(folder, tarball, log('install'));
		const args = ['--powerless-key', POWERLESS_KEY];
		const sandbox = await startSandbox({ args, log: log('sandbox') });
		const n8n = await startN8n(host, {
			userFolder: folder,
			log: log('n8n'),
			env: { GENERIC_TIMEZONE: TIME_ZONE },
		});
		return { sandbox, n8n };
	});
	return {
		page: await openPage(browser, n8n.url),
		sandbox: { ...sandbox, ...controlSandbox(sandbox.url), users: () => usersOf(sandbox) },
		stop: async () => {
			await browser.close();
			await Promise.all([n8n.stop(), sandbox.stop()]);
		},
	};
}

async function openPage(browser, baseURL) {
	selectors.setTestIdAttribute('data-test-id');
	const page = await browser.newPage({
		baseURL,
		viewport: { width: 1440, height: 900 },
		locale: 'en-US',
		timezoneId: TIME_ZONE,
		colorScheme: 'light',
		reducedMotion: 'reduce',
	});
	page.setDefaultTimeout(PATIENCE_MS);
	return page;
}

/** Everybody in the tenant, with `state`. */
async function usersOf({ url }) {
	return (await (await fetch(`${url}/sandbox/users`)).json()).data;
}
