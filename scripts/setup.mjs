/**
 * Brings a clean clone to a state in which everything runs. Quick when there is nothing to do;
 * safe when two run at once. Plain JavaScript that uses nothing but Node: it runs before `npm ci`.
 */
import { spawn } from 'node:child_process';
import {
	appendFileSync,
	createWriteStream,
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	statSync,
	utimesSync,
	writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const OLDEST_NODE = 20;

/** A set-up that has shown no sign of life for this long was killed; it shows several in that time. */
const STALE_MS = 20_000;

const repository = fileURLToPath(new URL('../', import.meta.url));
const folder = join(repository, '.scratch');
const log = join(folder, 'setup.log');
const lock = join(folder, 'setup.lock');

/** Also where NODE_ENV or a setting of npm would leave out what is only for development. */
const EVERYTHING = ['--include=dev', '--include=optional'];

/** What happened, and what to do about it. */
class UserFacingError extends Error {
	constructor(message, fix) {
		super(message);
		this.fix = fix;
	}
}

async function main() {
	if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
		throw new UserFacingError(
			`Node ${process.versions.node} is too old for this project.`,
			`Install Node ${OLDEST_NODE} or newer from https://nodejs.org and start again.`,
		);
	}
	if (isInstalled()) return;
	mkdirSync(folder, { recursive: true });
	await acquireLock();
	if (!isInstalled()) await install();
}

async function install() {
	say('Installing the development tools … (about 1 min)');
	const started = Date.now();
	const heartbeat = setInterval(() => say(`  ${seconds(started)} s so far`), 30_000);
	// Scripts are ignored because a lint plugin refuses any package manager but pnpm in one.
	const code = await run('npm', [
		'ci',
		...EVERYTHING,
		'--ignore-scripts',
		'--no-audit',
		'--no-fund',
	]);
	clearInterval(heartbeat);
	if (code === 'ENOENT') {
		throw new UserFacingError(
			'The command "npm" was not found.',
			'Install npm (it comes with Node from https://nodejs.org).',
		);
	}
	if (code !== 0) {
		throw new UserFacingError(
			`"npm ci" did not succeed (${code}).`,
			`Check the Internet connection (npm needs it) and start again. Details: ${log}`,
		);
	}
	if (!isInstalled()) {
		throw new UserFacingError(
			'"npm ci" has ended well, but not everything is there.',
			`Look for a setting of npm that leaves something out (npm config list). Details: ${log}`,
		);
	}
	say(`  done in ${seconds(started)} s`);
}

/** @returns the exit code, or the code of the error that kept it from starting */
async function run(command, args) {
	appendFileSync(log, `\n> ${[command, ...args].join(' ')}\n`);
	const output = createWriteStream(log, { flags: 'a' });
	// A full disk, for example: npm says it as well.
	output.on('error', () => {});
	const child = spawn(command, args, {
		cwd: repository,
		stdio: ['ignore', 'pipe', 'pipe'],
		// npm is a .cmd file on Windows, which only a shell can start.
		shell: process.platform === 'win32',
	});
	for (const stream of [child.stdout, child.stderr]) stream.pipe(output, { end: false });
	return await new Promise((resolve) => {
		child.once('close', resolve);
		child.once('error', (error) => resolve(error.code));
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

const packagesIn = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages;

/**
 * One set-up of this folder at a time. Whoever holds the lock shows a sign of life: the ID of a process
 * would say less, because in a container another one soon has it again.
 */
async function acquireLock() {
	for (let waiting = false; !createLock(); await delay(300)) {
		if (!isHeld()) rmSync(lock, { force: true });
		else if (!waiting) say('Another set-up of this folder is under way; waiting for it …');
		waiting = true;
	}
	setInterval(touchLock, STALE_MS / 4).unref();
	process.once('exit', () => rmSync(lock, { force: true }));
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(1));
}

function createLock() {
	try {
		writeFileSync(lock, '', { flag: 'wx' });
		return true;
	} catch (error) {
		if (error.code === 'EEXIST') return false;
		throw error;
	}
}

function touchLock() {
	try {
		utimesSync(lock, new Date(), new Date());
	} catch {
		// Somebody has emptied the folder: no reason to stop.
	}
}

/** Meanwhile, it may be gone. */
function isHeld() {
	const { mtimeMs = 0 } = statSync(lock, { throwIfNoEntry: false }) ?? {};
	return Date.now() - mtimeMs < STALE_MS;
}

const say = (line) => process.stdout.write(`${line}\n`);
const seconds = (started) => Math.round((Date.now() - started) / 1000);

try {
	await main();
} catch (error) {
	process.exitCode = 1;
	const lines = ['', `Stopped: ${error.message}`];
	if (error.fix) lines.push(`What to do: ${error.fix}`);
	process.stderr.write(`${lines.join('\n')}\n`);
}
