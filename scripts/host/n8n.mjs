/** A throw-away n8n: its own user folder with a SQLite database, free ports, loopback only. */
import { closeSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Trouble } from '../lib/output.mjs';
import { freePorts } from '../lib/ports.mjs';
import { cleanEnvironment, killTree, run, start } from '../lib/processes.mjs';

const READY_MS = 180_000;
const STOP_MS = 20_000;
const PACKAGE = 'n8n-nodes-peoplelens';
export const guard = fileURLToPath(new URL('endWithParent.cjs', import.meta.url));

/**
 * @typedef {object} RunningN8n
 * @property {string} url of editor and REST interface, without a trailing slash
 * @property {import('node:child_process').ChildProcess} process
 * @property {Promise<void>} ended settles when the process has ended, for whatever reason
 * @property {() => Promise<void>} stop ends it in good order
 * @property {() => Promise<void>} kill ends it at once, as a crash would
 */

/**
 * Starts n8n and waits until it serves.
 * @param {import('./install.mjs').Host} host
 * @param {object} options
 * @param {string} options.userFolder keeps database, encryption key and packages; made when missing
 * @param {string} options.log file that its output is appended to
 * @param {number} [options.port] wanted port; another free one when it is taken
 * @param {Record<string, string>} [options.env] further settings of n8n
 * @param {string} [options.command] of n8n: `start` (default), `worker` or `webhook`
 * @returns {Promise<RunningN8n>}
 * @throws {Trouble} when it ends before it is ready, or isn't ready after 3 minutes
 */
export async function startN8n(host, { userFolder, log, port, env = {}, command = 'start' }) {
	mkdirSync(userFolder, { recursive: true });
	mkdirSync(dirname(log), { recursive: true });
	const [own, broker] = await freePorts([port, undefined]);
	const url = `http://127.0.0.1:${own}`;
	// A file and no pipe: n8n would spin on a broken pipe if this process were killed.
	const output = openSync(log, 'a');
	const child = start(host.node, ['--require', guard, host.n8n, command], {
		cwd: userFolder,
		env: { ...surroundings(), ...settings(userFolder, own, broker), ...env },
		stdio: ['pipe', output, output],
	});
	closeSync(output);
	const ended = new Promise((resolve) => child.once('exit', () => resolve()));
	const kill = async () => {
		killTree(child);
		await ended;
	};
	const stop = async () => {
		child.kill('SIGTERM');
		await Promise.race([ended, sleep(STOP_MS, undefined, { ref: false })]);
		await kill();
	};
	try {
		await waitUntilReady(url, child);
		// n8n 1 says that it is ready before it serves anything but that.
		if (command === 'start') await waitUntilReady(url, child, '/rest/settings');
	} catch (error) {
		await kill();
		throw new Trouble(error.message, { log });
	}
	return { url, process: child, ended, stop, kill };
}

/** The environment without what would make this n8n share something with another one. */
function surroundings() {
	const foreign = /^(N8N|DB|EXECUTIONS|QUEUE|WEBHOOK|NODES|CREDENTIALS|GENERIC|PEOPLELENS)_/;
	const kept = Object.entries(cleanEnvironment()).filter(([name]) => !foreign.test(name));
	return Object.fromEntries(kept);
}

function settings(userFolder, port, broker) {
	return {
		N8N_USER_FOLDER: userFolder,
		N8N_PORT: String(port),
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_RUNNERS_BROKER_PORT: String(broker),
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_SECURE_COOKIE: 'false',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '10',
		DB_TYPE: 'sqlite',
		GENERIC_TIMEZONE: Intl.DateTimeFormat().resolvedOptions().timeZone,
	};
}

async function waitUntilReady(url, child, path = '/healthz/readiness') {
	const deadline = Date.now() + READY_MS;
	while (Date.now() < deadline) {
		if (child.exitCode !== null || child.signalCode !== null) {
			throw new Error('n8n ended while it was starting.');
		}
		const answer = await fetch(`${url}${path}`).catch(() => undefined);
		if (answer?.ok) return;
		await sleep(200);
	}
	throw new Error('n8n did not get ready within 3 minutes.');
}

/**
 * Installs the packed package the way n8n keeps community packages, replacing what is there.
 * To be done while that n8n is not running.
 */
export async function installPackage(userFolder, tarball, log) {
	const folder = join(userFolder, '.n8n', 'nodes', 'node_modules', PACKAGE);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	// Inside a tarball from npm everything lies in a folder named "package".
	await run('tar', ['-xzf', tarball, '--strip-components=1'], { cwd: folder, log });
	return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
