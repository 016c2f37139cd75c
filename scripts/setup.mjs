/**
 * Brings a clean clone to a state in which everything runs. Quick when there is nothing to do;
 * safe when two run at once. Uses nothing but Node: it runs before `npm ci`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository, scratchFolder } from './lib/folders.mjs';
import { withLock } from './lib/lock.mjs';
import { Trouble, progress, runScript, say } from './lib/output.mjs';
import { run } from './lib/processes.mjs';

const OLDEST_NODE = 20;

/** Installs the development dependencies when they are missing or package-lock.json has changed. */
export async function setUp() {
	if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
		throw new Trouble(`Node ${process.versions.node} is too old for this project.`, {
			fix: `Install Node ${OLDEST_NODE} or newer from https://nodejs.org and start again.`,
		});
	}
	if (isInstalled()) return;
	const onWait = () => say('Another set-up of this folder is under way; waiting for it …');
	await withLock(join(scratchFolder, 'setup.lock'), install, { onWait });
}

async function install() {
	if (isInstalled()) return;
	const log = join(scratchFolder, 'setup.log');
	// Scripts are ignored because a lint plugin refuses any package manager but pnpm in one.
	const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
	await progress('Installing the development tools', 'about 1 min', async () => {
		try {
			await run('npm', args, { cwd: repository, log });
		} catch (error) {
			error.fix ??= 'Check the Internet connection (npm needs it) and start again.';
			throw error;
		}
	});
}

/**
 * Compares what package-lock.json wants with npm's own record of what it installed, which npm
 * writes last: no record means nothing there or an installation that was broken off.
 */
function isInstalled() {
	const record = join(repository, 'node_modules', '.package-lock.json');
	if (!existsSync(record)) return false;
	const wanted = packagesIn(join(repository, 'package-lock.json'));
	const installed = packagesIn(record);
	const same = (path) => installed[path]?.integrity === wanted[path]?.integrity;
	// Optional packages are for other platforms, or failed without harm.
	const complete = Object.keys(wanted).every(
		(path) => path === '' || same(path) || (wanted[path].optional && !installed[path]),
	);
	return complete && Object.keys(installed).every((path) => path in wanted);
}

function packagesIn(lockFile) {
	return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
}

await runScript(import.meta.url, setUp);
