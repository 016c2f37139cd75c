/** A hundred published workflows that are checked once a minute, against as many RSS Feed Triggers. */
import { delay } from '../../test/e2e/harness/node';
import { publishOrFail, unpublish } from '../../test/e2e/harness/n8n/publication';
import { cpuTime, isMeasurable } from './process';
import {
	openQuietEnvironment,
	type PollTimes,
	type QuietEnvironment,
	type QuietTrigger,
} from './quietTriggers';
import { atMost, tabulate, type Outcome } from './report';

const WORKFLOWS = 100;
const MINUTES = 5;

/** Checks begin at every third second, five at a time: so it shows how late each one is. */
const SLOT_SECONDS = 3;
const SLOTS = 60 / SLOT_SECONDS;

const LATE_MS = 1000;

interface Watched {
	name: string;
	/** Of one check, on average, in ms. */
	cpu: number;
	checks: number;
	/** ms between the second at which a check was due and its request, at most. */
	latest: number;
}

/** @returns undefined where processes can't be measured */
export async function benchManyWorkflows(): Promise<Outcome | undefined> {
	if (!isMeasurable) return undefined;
	const environment = await openQuietEnvironment('bench-many-workflows');
	const idle = await idleCpu(environment);
	const { peopleLens, rss } = environment;
	const rows = [
		await watch('PeopleLens Trigger', environment, peopleLens, idle),
		await watch('RSS Feed Trigger', environment, rss, idle),
	];
	await environment.stop();
	return describe(rows);
}

/** @returns CPU time of a minute without published workflows, in ms */
async function idleCpu({ pid }: QuietEnvironment): Promise<number> {
	const before = cpuTime(pid);
	await delay(60_000);
	return cpuTime(pid) - before;
}

async function watch(
	name: string,
	{ rest, pid }: QuietEnvironment,
	trigger: QuietTrigger,
	idle: number,
): Promise<Watched> {
	const ids: string[] = [];
	for (let n = 0; n < WORKFLOWS; n++) {
		const id = await trigger.createWorkflow(onceAMinute((n % SLOTS) * SLOT_SECONDS));
		await publishOrFail(rest, id);
		ids.push(id);
	}
	// From the middle between two slots, so that each check falls into the time or out of it.
	await delay(SLOT_SECONDS * 1000 - (Date.now() % (SLOT_SECONDS * 1000)) + LATE_MS * 2);
	const [from, before] = [Date.now(), cpuTime(pid)];
	await delay(MINUTES * 60_000);
	const [to, after] = [Date.now(), cpuTime(pid)];
	const times = (await trigger.requestTimes()).filter((at) => at >= from && at < to);
	for (const id of ids) await unpublish(rest, id);
	return {
		name,
		cpu: (after - before - idle * MINUTES) / Math.max(1, times.length),
		checks: times.length,
		latest: Math.max(...times.map((at) => at % (SLOT_SECONDS * 1000))),
	};
}

const onceAMinute = (second: number): PollTimes => [
	{ mode: 'custom', cronExpression: `${second} * * * * *` },
];

function describe(rows: Watched[]): Outcome {
	const [ours, rss] = rows;
	return {
		title: 'A hundred published workflows',
		about: `Each is checked once a minute, for ${MINUTES} minutes, and finds nothing new: five begin at the same second, the next five ${SLOT_SECONDS} s later. CPU time: that of n8n beyond an n8n without workflows. "Latest": from the second at which a check was due until its request arrived.`,
		...tabulate(
			{
				'100 ×': ({ name }) => name,
				'CPU of a check': ({ cpu }) => `${cpu.toFixed(1)} ms`,
				Checks: ({ checks }) => checks,
				Latest: ({ latest }) => `${latest} ms`,
			},
			rows,
		),
		goals: [
			atMost('times the RSS Feed Trigger', ours.cpu / rss.cpu, 1.2),
			atMost('checks that were left out', WORKFLOWS * MINUTES - ours.checks, 0),
			atMost('latest check in ms', ours.latest, LATE_MS),
		],
	};
}
