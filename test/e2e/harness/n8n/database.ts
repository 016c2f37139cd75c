import { join, repositoryRoot } from '../node';
import { run } from '../processes';
import type { Host } from './host';

const script = join(repositoryRoot, 'test/e2e/harness/n8n/sqlite.cjs');

interface Subject {
	host: Host;
	/** The user folder of the n8n. */
	folder: string;
	log: (part: string) => string;
}

/** Looks into the SQLite database of an n8n, running or not. @returns the rows */
export async function queryDatabase<Row>(
	{ host, folder, log }: Subject,
	sql: string,
): Promise<Row[]> {
	const file = join(folder, '.n8n', 'database.sqlite');
	const args = [script, host.folder, file, sql];
	return JSON.parse(await run(host.node, args, { log: log('queries') }));
}
