import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { constants, platform } from 'node:os';
import { dirname } from 'node:path';
import { Trouble } from './output.mjs';

const windows = platform() === 'win32';
const running = new Set();
let orderlyEnd;

/**
 * Starts a process that never outlives this one. It gets a process group of its own, so that
 * Ctrl-C reaches this script first and what the child itself starts can be ended with it.
 */
export function start(file, args, options = {}) {
	const child = spawn(file, args, { ...options, detached: !windows, windowsHide: true });
	running.add(child);
	child.once('exit', () => running.delete(child));
	child.once('error', () => running.delete(child));
	return child;
}

/** Ends a process and everything it started, at once. */
export function killTree(child) {
	if (child.pid === undefined) return;
	if (windows) {
		spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true });
		return;
	}
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		// The whole group is gone already.
	}
}

/**
 * Runs a command to its end, its output going to a log file.
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, log: string }} options
 * @returns {Promise<string>} what it wrote to standard output
 * @throws {Trouble} naming the log when the command can't be started or fails
 */
export async function run(file, args, { cwd, env, log }) {
	mkdirSync(dirname(log), { recursive: true });
	const output = createWriteStream(log, { flags: 'a' });
	output.write(`\n> ${[file, ...args].join(' ')}\n`);
	// npm is a .cmd file on Windows, which only a shell can start.
	const shell = windows && file === 'npm';
	const child = start(file, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
	let printed = '';
	child.stdout.setEncoding('utf8').on('data', (text) => (printed += text));
	for (const stream of [child.stdout, child.stderr]) stream.pipe(output, { end: false });
	const code = await new Promise((resolve) => {
		child.once('close', resolve);
		child.once('error', (error) => resolve(error.code));
	});
	await new Promise((resolve) => output.end(resolve));
	if (code === 'ENOENT') {
		throw new Trouble(`The command "${file}" was not found.`, {
			fix: file === 'npm' ? 'Install npm (it comes with Node from https://nodejs.org).' : undefined,
		});
	}
	if (code !== 0) throw new Trouble(`"${file} ${args[0]}" did not succeed (${code}).`, { log });
	return printed;
}

/**
 * The environment for a command that has nothing to do with this repository: without what
 * `npm run` adds about it.
 */
export function cleanEnvironment(extra = {}) {
	const env = { ...process.env, ...extra };
	for (const name of Object.keys(env)) {
		if (
			/^(npm_(package|lifecycle|command|config_local_prefix|node_execpath)|NODE$|INIT_CWD)/.test(
				name,
			)
		) {
			delete env[name];
		}
	}
	return env;
}

/**
 * Says what must happen on Ctrl-C or a termination before the process ends (a second Ctrl-C does
 * not wait for it). Whatever still runs afterwards is killed.
 * @param {() => Promise<void>} end
 */
export function onInterrupt(end) {
	orderlyEnd = end;
}

process.on('exit', () => running.forEach(killTree));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
	process.on(signal, async () => {
		const end = orderlyEnd;
		orderlyEnd = undefined;
		if (!end) {
			process.stderr.write(`\nEnded by ${signal}.\n`);
			process.exit(128 + constants.signals[signal]);
		}
		await end().catch(() => {});
		process.exit(0);
	});
}

// npm passes a termination on to the shell between it and a script, but not to the script itself.
if (process.env.npm_lifecycle_event) {
	const { ppid } = process;
	const watch = () => process.ppid !== ppid && process.kill(process.pid, 'SIGTERM');
	setInterval(watch, 500).unref();
}
