/** A throw-away n8n: its own user folder with a SQLite database, free ports, loopback only. */
import axios from 'axios';
import compact from 'lodash/compact';
import uniq from 'lodash/uniq';
import { delay, mkdirSync, nodeProcess, type ChildProcess } from '../node';
import { freePort } from '../ports';
import { cleanEnvironment, endOf, killTree, startGuarded } from '../processes';
import { messageOf, rethrow, UserFacingError } from '../userFacingError';
import type { Host } from './host';

const READY_MS = 180_000;
const STOP_MS = 20_000;

export interface RunningN8n {
	/** Of editor and REST interface, without a trailing slash. */
	url: string;
	process: ChildProcess;
	/** Settles when the process has ended, for whatever reason. */
	ended: Promise<void>;
	/** Ends it in good order. */
	stop: () => Promise<void>;
	/** Ends it at once, as a crash would. */
	kill: () => Promise<void>;
}

interface StartOptions {
	/** Keeps database, encryption key and packages; made when missing. */
	userFolder: string;
	/** File that its output is appended to. */
	log: string;
	/** A free port; the same one after a restart. Default: any. */
	port?: number;
	/** Further settings of n8n. */
	env?: Record<string, string>;
	/** Of n8n. Default: start. */
	command?: 'start' | 'worker' | 'webhook';
}

/**
 * Starts n8n and waits until it serves.
 * @throws {UserFacingError} when it ends before it is ready, or isn't ready after 3 minutes
 */
export async function startN8n(
	host: Pick<Host, 'node' | 'n8n'>,
	options: StartOptions,
): Promise<RunningN8n> {
	const { userFolder, log, env = {}, command = 'start' } = options;
	mkdirSync(userFolder, { recursive: true });
	const port = options.port ?? (await freePort());
	const broker = await freePort();
	const url = `http://127.0.0.1:${port}`;
	const child = startGuarded(host.node, [host.n8n, command], {
		cwd: userFolder,
		env: { ...surroundings(), ...settings(userFolder, port, broker), ...env },
		log,
	});
	const ended = endOf(child);
	const kill = async () => {
		killTree(child);
		await ended;
	};
	const stop = async () => {
		child.kill('SIGTERM');
		await Promise.race([ended, delay(STOP_MS, undefined, { ref: false })]);
		await kill();
	};
	try {
		await waitUntilReady(url, child);
		// n8n 1 says that it is ready before it serves anything but that.
		if (command === 'start') await waitUntilReady(url, child, '/rest/settings');
	} catch (error) {
		await kill();
		rethrow(new UserFacingError(messageOf(error), { log }));
	}
	return { url, process: child, ended, stop, kill };
}

/** The environment without what would keep this n8n from the sandbox, or make it share something with another one. */
export function surroundings(): NodeJS.ProcessEnv {
	const foreign = /^(N8N|DB|EXECUTIONS|QUEUE|WEBHOOK|NODES|CREDENTIALS|GENERIC|PEOPLELENS|JEST)_/;
	const kept = Object.entries(cleanEnvironment()).filter(([name]) => !foreign.test(name));
	const { no_proxy, NO_PROXY } = nodeProcess.env;
	const hosts = uniq(compact([no_proxy, NO_PROXY, '127.0.0.1,localhost'])).join(',');
	return { ...Object.fromEntries(kept), no_proxy: hosts, NO_PROXY: hosts };
}

function settings(userFolder: string, port: number, broker: number): NodeJS.ProcessEnv {
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

async function waitUntilReady(
	url: string,
	child: ChildProcess,
	path = '/healthz/readiness',
): Promise<void> {
	for (const deadline = Date.now() + READY_MS; Date.now() < deadline; await delay(200)) {
		if (child.exitCode !== null || child.signalCode !== null) {
			throw new Error('n8n ended while it was starting.');
		}
		const answer = await axios.get(`${url}${path}`, { proxy: false }).catch(() => undefined);
		if (answer) return;
	}
	throw new Error('n8n did not get ready within 3 minutes.');
}
