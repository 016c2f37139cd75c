/** How much memory reading a long list takes, compared with the rows that come out. */
import { fileURLToPath } from 'node:url';
import { run } from '../lib/processes.mjs';
import { median } from './run.mjs';

const ROWS = 100_000;
const script = fileURLToPath(new URL('readRows.cjs', import.meta.url));

/** @param {import('./stage.mjs').Stage} stage @param {number} rounds */
export async function benchMemory({ host, packageFolder, log }, rounds) {
	const read = async (concurrency) => {
		const args = ['--expose-gc', script, packageFolder, ROWS, concurrency].map(String);
		return JSON.parse(await run(host.node, args, { log: log('memory') }));
	};
	const rows = [];
	for (const concurrency of [1, 5, 10]) {
		const runs = [];
		for (let round = 0; round < rounds; round++) runs.push(await read(concurrency));
		const of = (key) => median(runs.map((one) => one[key]));
		rows.push({ concurrency, result: of('result'), peak: of('peak') });
	}
	const times = ({ result, peak }) => peak / result;
	return {
		name: 'memory',
		title: `Memory for reading ${ROWS.toLocaleString('en')} audit logs`,
		about:
			'What is alive after garbage collection, looked at after every 50 pages, compared with the rows themselves.',
		columns: {
			'At a time': ({ concurrency }) => concurrency,
			'The rows': ({ result }) => `${Math.round(result / 1e6)} MB`,
			'At the peak': ({ peak }) => `${Math.round(peak / 1e6)} MB`,
			Times: (row) => times(row).toFixed(2),
		},
		rows,
		wanted: [['times the rows', Math.max(...rows.map(times)), (value) => value <= 1.5, '≤ 1.5']],
	};
}
