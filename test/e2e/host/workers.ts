/** The workers of an n8n in queue mode, and what they say about what they did. */
import { eventually } from '../harness/eventually';
import { existsSync, join, readFileSync } from '../harness/node';
import { installPackage } from '../harness/package';
import { startN8n } from '../harness/n8n/start';
import { freePort } from '../harness/ports';
import type { HostEnvironment } from './environment';

export type Worker = Awaited<ReturnType<typeof startWorker>>;

interface WorkerOptions {
	name: string;
	tarball: string;
	/** That of the main instance. */
	env: Record<string, string>;
}

export async function startWorker(
	environment: HostEnvironment,
	{ name, tarball, env }: WorkerOptions,
) {
	const userFolder = join(environment.folder, name);
	const log = environment.log(name);
	await installPackage(userFolder, tarball, log);

	async function launch() {
		const port = await freePort();
		const health = { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(port) };
		const options = { userFolder, log, port, env: { ...env, ...health } };
		return await startN8n(environment.host, { ...options, command: 'worker' });
	}
	/** The executions that it mentions so, one entry for each time. */
	function mentioned(pattern: RegExp): string[] {
		const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
		return [...text.matchAll(pattern)].map(([, id]) => id);
	}
	const started = () => mentioned(/Worker started execution (\d+)/g);
	const finished = () => mentioned(/Worker finished execution (\d+)/g);

	let running = await launch();
	return {
		name,
		start: async () => {
			running = await launch();
		},
		kill: () => running.kill(),
		stop: () => running.stop(),
		/** The executions that it began. */
		started,
		/** Waits until it is in the middle of an execution. @returns the execution's ID */
		busy: async (): Promise<string> => {
			const open = () => {
				const ended = new Set(finished());
				return started().find((id) => !ended.has(id));
			};
			return await eventually(`${name} to get something to do`, open, {
				timeout: 60_000,
				interval: 50,
			});
		},
	};
}
