/** How much memory reading a long list takes, compared with the rows that come out. */
import { join, repositoryRoot } from '../../test/e2e/harness/node';
import { run } from '../../test/e2e/harness/processes';
import type { BenchEnvironment } from './environment';
import { atMost, tabulate, type Outcome } from './report';
import { median } from './run';

const ROWS = 100_000;

/** In bytes. */
interface Reading {
	/** Of the rows. */
	result: number;
	peak: number;
}

export async function benchMemory(
	{ host, log }: BenchEnvironment,
	rounds: number,
): Promise<Outcome> {
	const tsx = join(repositoryRoot, 'node_modules', 'tsx', 'dist', 'cjs', 'index.cjs');
	const script = join(repositoryRoot, 'scripts', 'bench', 'readRows.ts');
	const read = async (concurrency: number): Promise<Reading> => {
		const args = ['--expose-gc', '--require', tsx, script, String(ROWS), String(concurrency)];
		return JSON.parse(await run(host.node, args, { cwd: repositoryRoot, log: log('memory') }));
	};
	const rows: Array<Reading & { concurrency: number }> = [];
	for (const concurrency of [1, 10, 20]) {
		const runs: Reading[] = [];
		for (let round = 0; round < rounds; round++) runs.push(await read(concurrency));
		const of = (key: keyof Reading) => median(runs.map((one) => one[key]));
		rows.push({ concurrency, result: of('result'), peak: of('peak') });
	}
	const times = ({ result, peak }: Reading) => peak / result;
	return {
		title: `Memory for reading ${ROWS.toLocaleString('en')} audit logs`,
		about:
			'What is alive after garbage collection, looked at after every 50 pages, compared with the rows themselves.',
		...tabulate(
			{
				'At a time': ({ concurrency }) => concurrency,
				'The rows': ({ result }) => `${Math.round(result / 1e6)} MB`,
				'At the peak': ({ peak }) => `${Math.round(peak / 1e6)} MB`,
				Times: (row) => times(row).toFixed(2),
			},
			rows,
		),
		goals: [atMost('times the rows', Math.max(...rows.map(times)), 1.35)],
	};
}
