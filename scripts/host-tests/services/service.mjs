/** A program of the system that a test needs for a while: found or installed, started, ended. */
import { closeSync, existsSync, openSync, readdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { guard } from '../../host/n8n.mjs';
import { Trouble, progress } from '../../lib/output.mjs';
import { killTree, run, start } from '../../lib/processes.mjs';

const keeper = fileURLToPath(new URL('keeper.cjs', import.meta.url));

/** Where Debian keeps the programs of PostgreSQL. */
const POSTGRES = '/usr/lib/postgresql';

/** @returns {string | undefined} path of a program */
export function findProgram(name) {
	const versions = existsSync(POSTGRES) ? readdirSync(POSTGRES).sort().reverse() : [];
	const folders = [
		...(process.env.PATH ?? '').split(delimiter),
		...versions.map((version) => join(POSTGRES, version, 'bin')),
	];
	return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/**
 * @param {string} name of a program
 * @param {string} debianPackage that brings it
 * @returns {Promise<string>} its path
 * @throws {Trouble} when it isn't there and can't be installed here
 */
export async function provideProgram(name, debianPackage, log) {
	if (!findProgram(name) && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
		const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
		await progress(`Installing ${debianPackage}`, 'about 30 s', async () => {
			await run('apt-get', ['update'], { log, env });
			await run('apt-get', ['install', '-y', '--no-install-recommends', debianPackage], {
				log,
				env,
			});
		});
	}
	const path = findProgram(name);
	if (path) return path;
	throw new Trouble(`The program ${name} is not here, and could not be installed.`, {
		fix: `On Debian: sudo apt-get install ${debianPackage}`,
	});
}

/**
 * Starts a server and waits until it listens.
 * @returns {Promise<{ stop: () => Promise<void> }>} stop: in good order
 */
export async function startService(command, port, log) {
	const output = openSync(log, 'a');
	const child = start(process.execPath, ['--require', guard, keeper, ...command], {
		stdio: ['pipe', output, output],
	});
	closeSync(output);
	const ended = new Promise((resolve) => child.once('exit', resolve));
	for (const deadline = Date.now() + 60_000; !(await listens(port)); await sleep(100)) {
		if (child.exitCode === null && Date.now() < deadline) continue;
		killTree(child);
		throw new Trouble(`"${command[0]}" did not start.`, { log });
	}
	const stop = async () => {
		child.kill('SIGTERM');
		await Promise.race([ended, sleep(20_000, undefined, { ref: false })]);
		killTree(child);
		await ended;
	};
	return { stop };
}

function listens(port) {
	return new Promise((resolve) => {
		const socket = createConnection(port, '127.0.0.1');
		socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
		socket.once('connect', () => socket.destroy());
	});
}
