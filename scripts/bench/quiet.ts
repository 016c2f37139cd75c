/** What a check costs when nothing is new, against n8n's own RSS Feed Trigger, on both schedulers. */
import { delay, existsSync, join, statSync } from '../../test/e2e/harness/node';
import { publishOrFail, unpublish } from '../../test/e2e/harness/n8n/publication';
import type { BenchEnvironment } from './environment';
import { cpuTime, isMeasurable } from './process';
import {
	openQuietEnvironment,
	type PollTimes,
	type QuietEnvironment,
	type QuietTrigger,
} from './quietTriggers';
import { atMost, tabulate, type Outcome } from './report';
import { median } from './run';

const WATCHED_MS = 15_000;
const SETTLE_MS = 3000;
const LOOK_MS = 25;

/** n8n refuses a shorter interval than a minute, but not sixty poll times. */
export const EVERY_SECOND: PollTimes = Array.from({ length: 60 }, (_, second) => ({
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

/** Of the three triggers, in turn. */
interface Round {
	peopleLens: Cost;
	least: Cost;
	rss: Cost;
}

interface Row extends Round {
	scheduler: string;
	timesRss: number;
	timesLeast: number;
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
	const name = `bench-quiet-${scheduler.replace(' ', '-')}`;
	const environment = await openQuietEnvironment(name, env);
	const { peopleLens, least, rss } = environment;
	const [ours, smallest, feed] = [
		await costOf(environment, peopleLens),
		await costOf(environment, least),
		await costOf(environment, rss),
	];
	const all: Round[] = [];
	for (let round = 0; round < rounds; round++) {
		const idle = await look(environment);
		all.push({
			peopleLens: await ours(idle),
			least: await smallest(idle),
			rss: await feed(idle),
		});
	}
	await environment.stop();
	return {
		scheduler,
		peopleLens: medianOf(all.map((round) => round.peopleLens)),
		least: medianOf(all.map((round) => round.least)),
		rss: medianOf(all.map((round) => round.rss)),
		timesRss: median(all.map((round) => round.peopleLens.cpu / round.rss.cpu)),
		timesLeast: median(all.map((round) => round.peopleLens.cpu / round.least.cpu)),
	};
}

const medianOf = (costs: Cost[]): Cost => ({
	cpu: median(costs.map(({ cpu }) => cpu)),
	writes: median(costs.map(({ writes }) => writes)),
	requests: median(costs.map(({ requests }) => requests)),
});

type Look = Awaited<ReturnType<typeof look>>;

/** @returns measures a trigger: published, and against an n8n in which nothing is */
async function costOf(environment: QuietEnvironment, trigger: QuietTrigger) {
	const { rest } = environment;
	const id = await trigger.createWorkflow(EVERY_SECOND);
	return async (idle: Look): Promise<Cost> => {
		await publishOrFail(rest, id);
		await delay(SETTLE_MS);
		const asked = (await trigger.requestTimes()).length;
		const busy = await look(environment);
		const requests = (await trigger.requestTimes()).length - asked;
		await unpublish(rest, id);
		await delay(SETTLE_MS);
		// Checks that did not happen cost nothing, and must not count as cheap ones.
		const checks = Math.max(1, requests);
		return {
			cpu: (busy.cpu - idle.cpu) / checks,
			writes: (busy.writes - idle.writes) / checks,
			requests: requests / (WATCHED_MS / 1000),
		};
	};
}

async function look({ pid, folder }: QuietEnvironment) {
	const before = cpuTime(pid);
	const writes = await countWrites(folder, WATCHED_MS);
	return { cpu: cpuTime(pid) - before, writes };
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

function describe(rows: Row[]): Outcome {
	return {
		title: 'A check of the trigger that finds nothing new',
		about:
			"Checked once a second (n8n's users check once a minute or less often), against n8n's RSS Feed Trigger on a feed in which nothing is new, in turn in the same n8n. CPU time and writes: those of n8n while the workflow is published, less those of the same n8n without it. Writes count moments at which n8n's SQLite database or its journal changed. Most of either check is the closed room (V8 isolate) that n8n sets up for expressions: one for each check, and one more each time a credential is read. The RSS Feed Trigger has no credential, so there is a third: the least that a trigger with a credential can do ([`leastTrigger.cjs`](../scripts/bench/leastTrigger.cjs): it reads its credential once, sends one request, and looks at nothing).",
		...tabulate(
			{
				Scheduler: ({ scheduler }) => scheduler,
				'CPU of a check': ({ peopleLens }) => inMs(peopleLens),
				'CPU of an RSS check': ({ rss }) => inMs(rss),
				'CPU of the least with a credential': ({ least }) => inMs(least),
				'Times RSS': ({ timesRss }) => timesRss.toFixed(2),
				'Times the least': ({ timesLeast }) => timesLeast.toFixed(2),
				'Writes of a check': ({ peopleLens }) => peopleLens.writes.toFixed(2),
				'Writes of the least': ({ least }) => least.writes.toFixed(2),
				'Writes of an RSS check': ({ rss }) => rss.writes.toFixed(2),
				'Requests per second': ({ peopleLens }) => peopleLens.requests.toFixed(2),
			},
			rows,
		),
		goals: rows.flatMap(({ scheduler, timesRss, timesLeast, peopleLens, least, rss }) => [
			atMost(`times the RSS Feed Trigger (${scheduler})`, timesRss, 1.2),
			atMost(`times the least with a credential (${scheduler})`, timesLeast, 1.2),
			// What n8n's scheduler writes for any check is not the trigger's.
			atMost(`writes beyond those of RSS (${scheduler})`, peopleLens.writes - rss.writes, 0.05),
			// A check of RSS is over sooner, so that two writes fall into one moment more often.
			atMost(
				`writes beyond those of the least with a credential (${scheduler})`,
				Math.max(0, peopleLens.writes - least.writes),
				0.05,
			),
		]),
	};
}

const inMs = ({ cpu }: Cost) => `${cpu.toFixed(1)} ms`;
