/** The workers of an n8n in queue mode, and what they say about what they did. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { installPackage, startN8n } from '../host/n8n.mjs';
import { freePorts } from '../lib/ports.mjs';

/**
 * @param {import('./stage.mjs').Stage} stage of the main instance
 * @param {{ name: string, tarball: string, env: object }} options env: that of the main instance
 */
export async function startWorker(stage, { name, tarball, env }) {
	const userFolder = join(stage.folder, name);
	const log = stage.log(name);
	await installPackage(userFolder, tarball, log);
	let running;

	const worker = {
		name,
		async start() {
			const [port] = await freePorts([undefined]);
			const health = { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) };
			const options = { userFolder, log, port, command: 'worker', env: { ...env, ...health } };
			running = await startN8n(stage.host, options);
		},
		kill: () => running.kill(),
		stop: () => running.stop(),
		/** The executions that it began, one entry for each time. */
		started: () => mentioned(log, /Worker started execution (\d+)/g),
		finished: () => mentioned(log, /Worker finished execution (\d+)/g),
		/** Waits until it is in the middle of an execution. @returns {Promise<string>} its id */
		async busy() {
			for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(50)) {
				const finished = new Set(worker.finished());
				const open = worker.started().find((id) => !finished.has(id));
				if (open) return open;
			}
			throw new Error(`${name} gets nothing to do.`);
		},
	};
	await worker.start();
	return worker;
}

function mentioned(log, pattern) {
	const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
	return [...text.matchAll(pattern)].map(([, id]) => id);
}
