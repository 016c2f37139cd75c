/** The browser of the tests: a Chromium or Chrome that is there, or Debian's, installed here. */
import type { Browser, BrowserContextOptions, LaunchOptions, Page } from '@playwright/test';
import { scratchFolder } from '../harness/folders';
import { delimiter, existsSync, join, nodeProcess } from '../harness/node';
import { ensureInstalled } from '../harness/services/service';
import { rethrow, UserFacingError } from '../harness/userFacingError';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const APPLICATIONS = [
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const ARGUMENTS = [
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	// The same with and without the Internet: the editor reaches this computer and nothing else.
	'--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** So that what is typed into a date field means the same on every computer. */
export const TIME_ZONE = 'UTC';

/** How n8n's editor marks its elements. */
export const TEST_ID_ATTRIBUTE = 'data-test-id';

/** How long a person would wait for something to appear, at most, in ms. */
export const PATIENCE_MS = 15_000;

export function launchOptions(): LaunchOptions {
	return {
		// Where Debian's package puts it, which is installed when there is none.
		executablePath: findBrowser() ?? '/usr/bin/chromium',
		args: ARGUMENTS,
		chromiumSandbox: nodeProcess.getuid?.() !== 0,
	};
}

/** @throws {UserFacingError} saying what to install */
export async function ensureBrowser(): Promise<void> {
	if (findBrowser()) return;
	try {
		await ensureInstalled('chromium', 'chromium', join(scratchFolder, 'chromium.log'), findBrowser);
	} catch (error) {
		if (!(error instanceof UserFacingError) || error.log) rethrow(error);
		rethrow(
			new UserFacingError('These tests need a browser, and there is none.', {
				fix: 'Install Chromium or Google Chrome (on Debian: sudo apt-get install chromium), or name one in the variable CHROMIUM_PATH.',
			}),
		);
	}
}

function findBrowser(): string | undefined {
	const chosen = nodeProcess.env.CHROMIUM_PATH;
	if (chosen && !existsSync(chosen)) {
		throw new UserFacingError(`CHROMIUM_PATH names ${chosen}, which is not there.`, {
			fix: 'Set it to the path of a Chromium or Chrome, or unset it.',
		});
	}
	return chosen ?? [...commandPaths(), ...APPLICATIONS].find((path) => existsSync(path));
}

function commandPaths(): string[] {
	const folders = (nodeProcess.env.PATH ?? '').split(delimiter);
	return folders.flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
}

/** A page that looks the same on every computer. */
export async function openPage(
	browser: Browser,
	options: BrowserContextOptions & { baseURL: string },
): Promise<Page> {
	const page = await browser.newPage({
		viewport: { width: 1440, height: 900 },
		locale: 'en-US',
		timezoneId: TIME_ZONE,
		colorScheme: 'light',
		reducedMotion: 'reduce',
		...options,
	});
	page.setDefaultTimeout(PATIENCE_MS);
	// The first page of a new n8n is built while a busy machine does other things.
	page.setDefaultNavigationTimeout(4 * PATIENCE_MS);
	return page;
}
