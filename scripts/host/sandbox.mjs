/** The PeopleLens sandbox (sandbox/) as a process of its own. */
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { repository } from '../lib/folders.mjs';
import { Trouble } from '../lib/output.mjs';
import { killTree, start } from '../lib/processes.mjs';
import { guard } from './n8n.mjs';
import { controlSandbox } from './sandboxControl.mjs';

/**
 * @typedef {object} RunningSandbox
 * @property {string} url without a trailing slash
 * @property {string} apiKey
 * @property {Promise<void>} ended settles when the process has ended, for whatever reason
 * @property {() => Promise<void>} stop
 */

/**
 * @param {{ args?: string[], log: string }} options args: of sandbox/main.ts
 * @returns {Promise<RunningSandbox & ReturnType<typeof controlSandbox>>}
 */
export async function startSandbox({ args = [], log }) {
	mkdirSync(dirname(log), { recursive: true });
	const tsx = createRequire(import.meta.url).resolve('tsx/cjs');
	const main = join(repository, 'sandbox', 'main.ts');
	const errors = openSync(log, 'a');
	const child = start(process.execPath, ['--require', guard, '--require', tsx, main, ...args], {
		cwd: repository,
		stdio: ['pipe', 'pipe', errors],
	});
	closeSync(errors);
	const ended = new Promise((resolve) => child.once('exit', () => resolve()));
	const lines = createInterface({ input: child.stdout });
	const listening = new Promise((resolve) =>
		lines.once('line', (line) => resolve(JSON.parse(line))),
	);
	const sandbox = await Promise.race([listening, ended]);
	if (!sandbox) throw new Trouble('The PeopleLens sandbox ended while it was starting.', { log });
	const stop = async () => {
		killTree(child);
		await ended;
	};
	return { ...sandbox, ended, stop, ...controlSandbox(sandbox.url) };
}
