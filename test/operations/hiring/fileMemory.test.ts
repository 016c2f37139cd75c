import { useFilesOnDisk } from '../../support/filesOnDisk';

import { PeopleLens } from '../../../nodes/PeopleLens/PeopleLens.node';
import {
	collectGarbage,
	createInterface,
	delay,
	join,
	nodeProcess,
	repositoryRoot,
	spawn,
} from '../../support/node';
import { runNode } from '../../support/run';
import { chosen } from './tenant';

const MEGABYTES = 50;

/** In megabytes. */
const MOST_GROWTH = 30;

/** What other tests have left in this process adds to a measurement and never takes away from it. */
const ATTEMPTS = 5;

const disk = useFilesOnDisk();

/** In a process of its own, or its memory would be counted, too. */
async function startTenant() {
	const args = [
		'--require',
		'tsx/cjs',
		join(repositoryRoot, 'sandbox/main.ts'),
		'--candidates',
		'1',
	];
	const child = spawn(nodeProcess.execPath, args, { cwd: repositoryRoot });
	const line = await new Promise<string>((resolve) =>
		createInterface({ input: child.stdout }).once('line', resolve),
	);
	const { url, apiKey }: { url: string; apiKey: string } = JSON.parse(line);
	return { baseUrl: url, apiKey, stop: () => child.kill() };
}

/** By how many megabytes the memory in use grows at most while `work` is done. */
async function growthDuring(work: () => Promise<unknown>): Promise<number> {
	// What the work before has let go is freed in several steps.
	for (let step = 0; step < 5; step++) {
		collectGarbage();
		await delay(20);
	}
	// What is only not collected yet is held by nobody.
	const used = () => {
		collectGarbage();
		const { heapUsed, external } = nodeProcess.memoryUsage();
		return (heapUsed + external) / 1e6;
	};
	const before = used();
	let [most, isDone] = [before, false];
	const watch = async () => {
		while (!isDone) {
			const started = Date.now();
			most = Math.max(most, used());
			// Collecting takes long where other tests have filled the heap: the work must go on as well.
			await delay(20 + 2 * (Date.now() - started));
		}
	};
	const watching = watch();
	await work().finally(() => (isDone = true));
	await watching;
	return most - before;
}

/** The least growth of some attempts; no further one where it is small enough. */
async function leastGrowthDuring(work: () => Promise<unknown>): Promise<number> {
	let least = Infinity;
	for (let attempt = 0; attempt < ATTEMPTS && least >= MOST_GROWTH; attempt++) {
		least = Math.min(least, await growthDuring(work));
	}
	return least;
}

it(`a file of ${MEGABYTES} MB goes up and down without being held in memory`, async () => {
	const tenant = await startTenant();
	try {
		const data = await disk.add('cv.pdf', Buffer.alloc(MEGABYTES * 1e6, 'x'));
		const hiring = await (await fetch(`${tenant.baseUrl}/sandbox/hiring`)).json();
		const { candidates } = hiring as { candidates: Array<{ id: string }> };
		const run = async (operation: string) =>
			await runNode(new PeopleLens(), {
				credentials: { baseUrl: tenant.baseUrl, apiKey: tenant.apiKey },
				parameters: { resource: 'document', operation, candidateId: chosen(candidates[0].id) },
				binary: { data },
			});
		let uploads = 0;
		const upload = async () => {
			await run('upload');
			uploads++;
		};
		// The first one also loads what every later one needs.
		await upload();
		const up = await leastGrowthDuring(upload);
		const down = await leastGrowthDuring(async () => {
			const { items } = await run('download');
			expect(items).toHaveLength(uploads);
			expect(items[0].binary?.data.bytes).toBe(MEGABYTES * 1e6);
		});
		nodeProcess.stdout.write(`memory: ${up.toFixed(0)} MB up, ${down.toFixed(0)} MB down\n`);
		expect(Math.max(up, down)).toBeLessThan(MOST_GROWTH);
	} finally {
		tenant.stop();
	}
}, 300_000);
