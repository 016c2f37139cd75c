/** Looks into the SQLite database of a stage's n8n, running or not. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../lib/processes.mjs';

const script = fileURLToPath(new URL('sqlite.cjs', import.meta.url));

/** @param {import('./stage.mjs').Stage} stage @returns {Promise<object[]>} rows */
export async function query({ host, folder, log }, sql) {
	const file = join(folder, '.n8n', 'database.sqlite');
	return JSON.parse(
		await run(host.node, [script, host.folder, file, sql], { log: log('queries') }),
	);
}
