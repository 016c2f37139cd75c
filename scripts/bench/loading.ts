/** What the package costs an n8n that does nothing with it: start, memory, disk. */
import { join, nodeProcess, readdirSync, rmSync, statSync } from '../../test/e2e/harness/node';
import type { Host } from '../../test/e2e/harness/n8n/host';
import { startN8n } from '../../test/e2e/harness/n8n/start';
import { installPackage, packageFolderIn } from '../../test/e2e/harness/package';
import { run } from '../../test/e2e/harness/processes';
import type { BenchEnvironment } from './environment';
import { atMost, tabulate, type Outcome } from './report';
import { median } from './run';

/** Loads the package's files in a process that has loaded what every n8n has. */
const LOAD = `
for (const name of ['n8n-workflow', 'luxon', 'lodash']) require(name);
const paths = JSON.parse(process.argv[1]);
global.gc();
const [heap, begin] = [process.memoryUsage().heapUsed, performance.now()];
const loaded = paths.map((path) => Object.values(require(path)).map((Type) => new Type()));
const ms = performance.now() - begin;
global.gc();
console.log(JSON.stringify({ ms, bytes: process.memoryUsage().heapUsed - heap, loaded: loaded.length }));
`;

interface Loading {
	ms: number;
	bytes: number;
}

export async function benchLoading(
	{ host, folder, tarball }: BenchEnvironment,
	rounds: number,
): Promise<Outcome> {
	const [bare, equipped] = ['bare', 'equipped'].map((name) => join(folder, name));
	const manifest = await installPackage(equipped, tarball, join(folder, 'install.log'));
	const root = packageFolderIn(equipped);
	const paths = [...manifest.n8n.credentials, ...manifest.n8n.nodes].map((path) =>
		join(root, path),
	);

	const loads: Loading[] = [];
	const without: number[] = [];
	const withIt: number[] = [];
	for (let round = 0; round < rounds; round++) loads.push(await load(host, folder, paths));
	// The first start of each makes its database.
	for (let round = 0; round <= rounds; round++) {
		const times = [await startTime(host, folder, bare), await startTime(host, folder, equipped)];
		if (round === 0) continue;
		without.push(times[0]);
		withIt.push(times[1]);
	}
	const sizes = sizesIn(root);
	const download = statSync(tarball).size / 1000;
	for (const path of [bare, equipped]) rmSync(path, { recursive: true, force: true });

	const onDisk = sizes.reduce((sum, bytes) => sum + bytes, 0) / 1000;
	const loading = median(loads.map(({ ms }) => ms));
	const heap = median(loads.map(({ bytes }) => bytes)) / 1e6;
	const seconds = (times: number[]) => `${(median(times) / 1000).toFixed(1)} s`;
	return {
		title: 'What the package costs when nothing is done with it',
		about:
			"The start of n8n lasts until it answers that it is ready, on a database that exists. Loading: the three nodes and both credentials, in a process of n8n's Node that has loaded what every n8n has.",
		...tabulate({ '': ([what]) => what, Measured: ([, value]) => value }, [
			['Start of n8n without the package', seconds(without)],
			['Start of n8n with the package', seconds(withIt)],
			['Loading', `${loading.toFixed(0)} ms`],
			['Memory for it', `${heap.toFixed(1)} MB`],
			['Download', `${download.toFixed(0)} kB`],
			['On disk', `${onDisk.toFixed(0)} kB in ${sizes.length} files`],
		]),
		goals: [
			atMost('loading in ms', Math.round(loading), 30),
			atMost('download in kB', Math.round(download), 90),
		],
	};
}

/** In bytes, of all files below a folder. */
const sizesIn = (folder: string): number[] =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => statSync(join(entry.parentPath, entry.name)).size);

async function load(host: Host, folder: string, paths: string[]): Promise<Loading> {
	const log = join(folder, 'load.log');
	const env = { ...nodeProcess.env, NODE_PATH: join(host.folder, 'node_modules') };
	const args = ['--expose-gc', '-e', LOAD, JSON.stringify(paths)];
	return JSON.parse(await run(host.node, args, { cwd: folder, env, log }));
}

/** @returns ms */
async function startTime(host: Host, folder: string, userFolder: string): Promise<number> {
	const begin = Date.now();
	const n8n = await startN8n(host, { userFolder, log: join(folder, 'start.log') });
	const ms = Date.now() - begin;
	await n8n.stop();
	return ms;
}
