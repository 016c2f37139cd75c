/** What the package costs an n8n that does nothing with it: start, memory, disk. */
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { installPackage, startN8n } from '../host/n8n.mjs';
import { run } from '../lib/processes.mjs';
import { median } from './run.mjs';

/** Loads the package's files in a process that has loaded what every n8n has. */
const LOAD = `
for (const name of ['n8n-workflow', 'luxon', 'lodash', 'p-limit']) require(name);
const paths = JSON.parse(process.argv[1]);
global.gc();
const [heap, begin] = [process.memoryUsage().heapUsed, performance.now()];
const loaded = paths.map((path) => Object.values(require(path)).map((Type) => new Type()));
const ms = performance.now() - begin;
global.gc();
console.log(JSON.stringify({ ms, bytes: process.memoryUsage().heapUsed - heap, loaded: loaded.length }));
`;

/** @param {{ host: import('../host/install.mjs').Host, folder: string, tarball: string }} options */
export async function benchLoading({ host, folder, tarball }, rounds) {
	const bare = join(folder, 'bare');
	const equipped = join(folder, 'equipped');
	const manifest = await installPackage(equipped, tarball, join(folder, 'install.log'));
	const root = join(equipped, '.n8n', 'nodes', 'node_modules', manifest.name);
	const paths = [...manifest.n8n.credentials, ...manifest.n8n.nodes].map((path) =>
		join(root, path),
	);

	const loads = [];
	const starts = [];
	for (let round = 0; round < rounds; round++) loads.push(await load(host, folder, paths));
	// The first start of each makes its database.
	for (let round = 0; round <= rounds; round++) {
		const pair = [await startTime(host, folder, bare), await startTime(host, folder, equipped)];
		if (round > 0) starts.push(pair);
	}
	const files = readdirSync(root, { recursive: true, withFileTypes: true });
	const sizes = files
		.filter((entry) => entry.isFile())
		.map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).size);
	const size = statSync(tarball).size;
	for (const path of [bare, equipped]) rmSync(path, { recursive: true, force: true });

	const seconds = (pick) => `${(median(starts.map(pick)) / 1000).toFixed(1)} s`;
	return {
		name: 'loading',
		title: 'What the package costs when nothing is done with it',
		about:
			"The start of n8n lasts until it answers that it is ready, on a database that exists. Loading: both nodes and the credential, in a process of n8n's Node that has loaded what every n8n has.",
		columns: { '': ({ what }) => what, Measured: ({ value }) => value },
		rows: [
			{ what: 'Start of n8n without the package', value: seconds(([without]) => without) },
			{ what: 'Start of n8n with the package', value: seconds(([, withIt]) => withIt) },
			{ what: 'Loading', value: `${median(loads.map(({ ms }) => ms)).toFixed(0)} ms` },
			{
				what: 'Memory for it',
				value: `${(median(loads.map(({ bytes }) => bytes)) / 1e6).toFixed(1)} MB`,
			},
			{ what: 'Download', value: `${(size / 1000).toFixed(0)} kB` },
			{
				what: 'On disk',
				value: `${(sizes.reduce((sum, bytes) => sum + bytes, 0) / 1000).toFixed(0)} kB in ${sizes.length} files`,
			},
		],
		wanted: [['download in kB', size / 1000, (value) => value <= 80, '≤ 80']],
	};
}

async function load(host, folder, paths) {
	const log = join(folder, 'load.log');
	const env = { ...process.env, NODE_PATH: join(host.folder, 'node_modules') };
	const args = ['--expose-gc', '-e', LOAD, JSON.stringify(paths)];
	return JSON.parse(await run(host.node, args, { cwd: folder, env, log }));
}

async function startTime(host, folder, userFolder) {
	const begin = Date.now();
	const n8n = await startN8n(host, { userFolder, log: join(folder, 'start.log') });
	const ms = Date.now() - begin;
	await n8n.stop();
	return ms;
}
