/** What a check costs when nothing is new, against n8n's own RSS Feed Trigger, on both schedulers. */
import { openTestEnvironment } from '../../test/e2e/harness/environment';
import { delay, existsSync, join, statSync } from '../../test/e2e/harness/node';
import { publishOrFail, unpublish } from '../../test/e2e/harness/n8n/publication';
import { CREDENTIAL_TYPE, NODE_TYPES } from '../../test/e2e/harness/nodeTypes';
import { serve } from '../../test/e2e/harness/stubs/server';
import { createWorkflow, type NewNode } from '../../test/e2e/harness/workflow';
import type { BenchEnvironment } from './environment';
import { cpuTime, isMeasurable } from './process';
import { atMost, tabulate, type Outcome } from './report';
import { median } from './run';

const WATCHED_MS = 15_000;
const SETTLE_MS = 3000;
const LOOK_MS = 25;

/** n8n refuses a shorter interval than a minute, but not sixty poll times. */
export const EVERY_SECOND = Array.from({ length: 60 }, (_, second) => ({
	mode: 'custom',
	cronExpression: `${second} * * * * *`,
}));

const DURABLE = {
	N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
};
const SCHEDULERS: Array<[name: string, env: Record<string, string>]> = [
	['in memory', {}],
	['durable', DURABLE],
];

/** Of one check, on average. */
interface Cost {
	cpu: number;
	writes: number;
	requests: number;
}

interface Row {
	scheduler: string;
	ours: Cost;
	rss: Cost;
	ratio: number;
}

/** @returns undefined where processes can't be measured */
export async function benchQuiet(
	_: BenchEnvironment,
	rounds: number,
): Promise<Outcome | undefined> {
	if (!isMeasurable) return undefined;
	const rows: Row[] = [];
	for (const [scheduler, env] of SCHEDULERS) rows.push(await watch(scheduler, env, rounds));
	return describe(rows);
}

async function watch(scheduler: string, env: Record<string, string>, rounds: number): Promise<Row> {
	const environment = await openTestEnvironment(`bench-quiet-${scheduler.replace(' ', '-')}`, {
		env: { N8N_LOG_LEVEL: 'warn', ...env },
	});
	const { rest, n8n, folder } = environment;
	const { tenant, credential } = await environment.openTenant('Tenant', ['--audit-logs', '1000']);
	let fetched = 0;
	const feed = await serve(() => {
		fetched++;
		return { body: FEED, headers: { 'content-type': 'application/rss+xml' } };
	});
	const create = async (trigger: Omit<NewNode, 'name'>) => {
		const nodes = [
			{ name: 'Trigger', ...trigger },
			{ name: 'End', type: NODE_TYPES.noOp },
		];
		return (await rest.workflows.create(createWorkflow({ name: 'Quiet', nodes }))).id;
	};
	const pollTimes = { item: EVERY_SECOND };
	const ours = await create({
		type: NODE_TYPES.peopleLensTrigger,
		parameters: { pollTimes },
		credentials: { [CREDENTIAL_TYPE]: credential },
	});
	const rss = await create({
		type: NODE_TYPES.rssFeedTrigger,
		parameters: { pollTimes, feedUrl: feed.url },
	});

	const { pid } = n8n.process;
	if (pid === undefined) throw new Error('n8n has no process.');
	const look = async (requests: () => Promise<number>) => {
		const [before, asked] = [cpuTime(pid), await requests()];
		const writes = await countWrites(folder, WATCHED_MS);
		return { cpu: cpuTime(pid) - before, writes, requests: (await requests()) - asked };
	};
	const askedOurs = async () => (await tenant.requests()).data.length;
	const askedRss = async () => fetched;
	const looks: Array<{ ours: Cost; rss: Cost }> = [];
	for (let round = 0; round < rounds; round++) {
		const idle = await look(askedRss);
		const published = async (id: string, requests: () => Promise<number>) => {
			await publishOrFail(rest, id);
			await delay(SETTLE_MS);
			const busy = await look(requests);
			await unpublish(rest, id);
			await delay(SETTLE_MS);
			// Checks that did not happen cost nothing, and must not count as cheap ones.
			const checks = Math.max(1, busy.requests);
			return {
				cpu: (busy.cpu - idle.cpu) / checks,
				writes: (busy.writes - idle.writes) / checks,
				requests: busy.requests / (WATCHED_MS / 1000),
			};
		};
		looks.push({ ours: await published(ours, askedOurs), rss: await published(rss, askedRss) });
	}
	feed.stop();
	await environment.stop();
	const of = (which: 'ours' | 'rss', key: keyof Cost) =>
		median(looks.map((one) => one[which][key]));
	const cost = (which: 'ours' | 'rss') => ({
		cpu: of(which, 'cpu'),
		writes: of(which, 'writes'),
		requests: of(which, 'requests'),
	});
	const ratio = median(looks.map((one) => one.ours.cpu / one.rss.cpu));
	return { scheduler, ours: cost('ours'), rss: cost('rss'), ratio };
}

/** How often n8n wrote to its SQLite database, or to the journal before it, in so many ms. */
async function countWrites(folder: string, ms: number): Promise<number> {
	const files = ['', '-wal'].map((end) => join(folder, '.n8n', `database.sqlite${end}`));
	const state = () =>
		files
			.filter((file) => existsSync(file))
			.map((file) => statSync(file, { bigint: true }))
			.map(({ size, mtimeNs }) => `${size} ${mtimeNs}`)
			.join();
	let [last, count] = [state(), 0];
	for (const end = Date.now() + ms; Date.now() < end; await delay(LOOK_MS)) {
		const now = state();
		if (now !== last) count++;
		last = now;
	}
	return count;
}

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>News</title><link>http://127.0.0.1</link><description>News</description>${Array.from(
	{ length: 20 },
	(_, n) =>
		`<item><title>News ${n}</title><link>http://127.0.0.1/${n}</link><guid>${n}</guid><pubDate>${new Date(Date.UTC(2026, 0, 1 + n)).toUTCString()}</pubDate></item>`,
).join('')}</channel></rss>`;

function describe(rows: Row[]): Outcome {
	return {
		title: 'A check of the trigger that finds nothing new',
		about:
			"Checked once a second (n8n's users check once a minute or less often), against n8n's RSS Feed Trigger on a feed in which nothing is new, in turn in the same n8n. CPU time and writes: those of n8n while the workflow is published, less those of the same n8n without it. Writes count moments at which n8n's SQLite database or its journal changed. Most of either check is the closed room (V8 isolate) that n8n sets up for expressions: one for each check, and one more each time a credential is read. The RSS Feed Trigger has no credential; a trigger with one can't cost less than two of them, and this one reads its credential once.",
		...tabulate(
			{
				Scheduler: ({ scheduler }) => scheduler,
				'CPU of a check': ({ ours }) => `${ours.cpu.toFixed(1)} ms`,
				'CPU of an RSS check': ({ rss }) => `${rss.cpu.toFixed(1)} ms`,
				Times: ({ ratio }) => ratio.toFixed(2),
				'Writes of a check': ({ ours }) => ours.writes.toFixed(2),
				'Writes of an RSS check': ({ rss }) => rss.writes.toFixed(2),
				'Requests per second': ({ ours }) => ours.requests.toFixed(2),
			},
			rows,
		),
		goals: rows.flatMap(({ scheduler, ratio, ours, rss }) => [
			atMost(`times the RSS Feed Trigger (${scheduler})`, ratio, 1.2),
			// What n8n's scheduler writes for any check is not the trigger's.
			atMost(`writes beyond those of RSS (${scheduler})`, ours.writes - rss.writes, 0.05),
		]),
	};
}
