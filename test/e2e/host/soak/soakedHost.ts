/** An n8n under load for as long as one likes: bad days without end, events, webhooks. */
import type { Delivery as Webhook } from '../../../../sandbox/webhook/sender';
import { eventually } from '../../harness/eventually';
import { log } from '../../harness/log';
import { delay, existsSync, join, readFileSync } from '../../harness/node';
import { compareDeliveries, type Comparison } from '../deliveries';
import { hostTestFolder } from '../environment';
import { FAULT_SCHEDULE, MORNING } from '../faultSchedule';
import { openFaultDay } from '../openFaultDay';
import type { Scheduler } from '../schedulers';
import { activateAgain, assertPublished, beginAll, startBurst } from '../steps';
import { createWatchedWorkflow, everyTenSeconds, type WatchedWorkflow } from '../watchedWorkflow';
import { judge } from '../webhookDeliveries';
import { publishWebhookWorkflow } from '../webhookWorkflow';
import { ExecutionLog } from './executionLog';
import { frameOf, type Frame, type Sample } from './growth';

const SAMPLE_MS = 30_000;
/** About one webhook a second. */
const WEBHOOKS = { count: 10, concurrency: 5, repeatedShare: 0.2, forgedShare: 0.1 };
const WEBHOOKS_EVERY_MS = 10_000;
/** A check that failed often is made again only some minutes later by the durable scheduler. */
const CATCH_UP_MS = 8 * 60_000;

/** Without those in which n8n begins anew: it is one process that is looked at. */
const HOURS = FAULT_SCHEDULE.filter(({ restarts }) => !restarts);

/** So that its database stays small, as it does for people. */
const PRUNED = {
	EXECUTIONS_DATA_PRUNE: 'true',
	EXECUTIONS_DATA_MAX_AGE: '1',
	EXECUTIONS_DATA_PRUNE_MAX_COUNT: '2000',
	EXECUTIONS_DATA_PRUNE_SOFT_DELETE_INTERVAL: '5',
	EXECUTIONS_DATA_PRUNE_HARD_DELETE_INTERVAL: '5',
	EXECUTIONS_DATA_HARD_DELETE_BUFFER: '0',
};

export type SoakedHost = Awaited<ReturnType<typeof openSoakedHost>>;

export async function openSoakedHost(scheduler: Scheduler) {
	const name = `soak-${scheduler.name}`;
	const memory = join(hostTestFolder(name), 'memory.jsonl');
	const settings = {
		PEOPLELENS_MEMORY: memory,
		PEOPLELENS_MEMORY_EVERY_MS: String(SAMPLE_MS),
		// It says when a check begins.
		N8N_LOG_LEVEL: 'debug',
	};
	const env = { ...scheduler.env, ...PRUNED, ...settings };
	const day = await openFaultDay(name, env, ['soak/memory.cjs']);
	const { environment, credential } = day;
	const workflows = [
		await createWatchedWorkflow(environment, { name: 'once a minute', credential }),
		await createWatchedWorkflow(environment, {
			name: 'every 10 s',
			credential,
			pollTimes: everyTenSeconds(),
		}),
	];
	const executions = new ExecutionLog(environment, (await publishWebhookWorkflow(environment)).id);
	const webhooks: Webhook[] = [];
	const played = new Map<string, number>();
	let frame: Frame | undefined;

	async function play(minutes: number): Promise<void> {
		await beginAll(workflows);
		frame = frameOf(Date.now(), minutes);
		const { until } = frame;
		const stopEvents = startBurst(environment, { count: 2, everyMs: 1000 });
		await Promise.all([
			playDays(until),
			repeat(until, WEBHOOKS_EVERY_MS, async () => {
				webhooks.push(...(await environment.sandbox.sendWebhooks(WEBHOOKS)).deliveries);
			}),
			repeat(until, SAMPLE_MS, () => executions.read()),
		]);
		await stopEvents();
		await eventually('all events', hasAll, { timeout: CATCH_UP_MS, interval: 5000 }).catch(() => {
			// Which ones are missing says the comparison.
		});
	}

	async function playDays(until: number): Promise<void> {
		for (let days = 1; Date.now() < until; days++) {
			await environment.sandbox.behave(MORNING);
			for (const hour of HOURS) if (Date.now() < until) await playHour(hour);
			log(
				`        ${scheduler.name}, after ${days} bad days: ${JSON.stringify(samplesIn(memory).at(-1))}`,
			);
		}
	}

	async function playHour({ what, seconds, begin, end, refusesKey }: (typeof HOURS)[number]) {
		played.set(what, (played.get(what) ?? 0) + 1);
		await begin(day);
		try {
			await delay(seconds * 1000);
			await assertPublished(workflows);
		} finally {
			await end?.(day);
		}
		if (!refusesKey || !scheduler.waitsAfterRefusal) return;
		for (const workflow of workflows) await activateAgain(workflow);
	}

	async function hasAll(): Promise<boolean> {
		await executions.read();
		return workflows.every((workflow) => compare(workflow).lost.length === 0);
	}

	const compare = ({ id }: WatchedWorkflow): Comparison =>
		compareDeliveries(environment.made, executions.polled(id));

	return {
		name: scheduler.name,
		workflows,
		played,
		webhooks,
		play,
		compare,
		webhookOutcome: () => judge(webhooks, executions.received),
		requests: async () => (await environment.sandbox.requests()).data,
		/** What was measured so far, and when it was looked at. */
		measured: () => {
			if (!frame) throw new Error('Nothing was played.');
			return { frame, samples: samplesIn(memory) };
		},
		logOfN8n: () => readFileSync(environment.log('n8n'), 'utf8'),
		stop: () => environment.stop(),
	};
}

async function repeat(until: number, everyMs: number, work: () => Promise<void>): Promise<void> {
	for (; Date.now() < until; await delay(everyMs)) await work();
}

function samplesIn(file: string): Sample[] {
	if (!existsSync(file)) return [];
	const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
	return lines.map((line) => JSON.parse(line));
}
