/** The browser of the tests: a Chromium or Chrome that is there, or Debian's, installed here. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { scratchFolder } from '../lib/folders.mjs';
import { Trouble, progress } from '../lib/output.mjs';
import { run } from '../lib/processes.mjs';

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

/**
 * Starts a browser without a window, after installing one where that is possible.
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws {Trouble} saying what to install
 */
export async function launchBrowser() {
	const executablePath = findBrowser() ?? (await installChromium());
	const chromiumSandbox = process.getuid?.() !== 0;
	return await chromium.launch({ executablePath, args: ARGUMENTS, chromiumSandbox });
}

function findBrowser() {
	const chosen = process.env.CHROMIUM_PATH;
	if (chosen && !existsSync(chosen)) {
		throw new Trouble(`CHROMIUM_PATH names ${chosen}, which is not there.`, {
			fix: 'Set it to the path of a Chromium or Chrome, or unset it.',
		});
	}
	return chosen ?? [...commandPaths(), ...APPLICATIONS].find((path) => existsSync(path));
}

function commandPaths() {
	const folders = (process.env.PATH ?? '').split(delimiter);
	return folders.flatMap((folder) => COMMANDS.map((command) => join(folder, command)));
}

async function installChromium() {
	if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		const log = join(scratchFolder, 'chromium.log');
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		const install = ['install', '-y', '--no-install-recommends', 'chromium'];
		await progress('Installing Chromium', 'about 1 min', async () => {
			await run('apt-get', ['update'], { log, env });
			await run('apt-get', install, { log, env });
		});
		const installed = findBrowser();
		if (installed) return installed;
	}
	throw new Trouble('These tests need a browser, and there is none.', {
		fix: 'Install Chromium or Google Chrome (on Debian: sudo apt-get install chromium), or name one in the variable CHROMIUM_PATH.',
	});
}
