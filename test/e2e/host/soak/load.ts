/** What an n8n is put under in a soak: bad days without end, events, webhooks; and how it bears it. */
import type { Delivery as Webhook } from '../../../../sandbox/webhook/sender';
import { log } from '../../harness/log';
import { delay, existsSync, join, readFileSync } from '../../harness/node';
import { hostTestFolder } from '../environment';
import { FAULT_SCHEDULE, MORNING } from '../faultSchedule';
import { openFaultDay } from '../openFaultDay';
import { startBurst } from '../steps';
import { frameOf, growthOf, type Frame, type Growth, type Measure, type Sample } from './growth';

export const SAMPLE_MS = 30_000;
/** About one webhook a second. */
const WEBHOOKS = { count: 10, concurrency: 5, repeatedShare: 0.2, forgedShare: 0.1 };
const WEBHOOKS_EVERY_MS = 10_000;

/** Without those in which n8n begins anew: it is one process that is looked at. */
const HOURS = FAULT_SCHEDULE.filter(({ restarts }) => !restarts);

type Hour = (typeof HOURS)[number];

/** So that its database stays small, as it does for people. */
const PRUNED = {
	EXECUTIONS_DATA_PRUNE: 'true',
	EXECUTIONS_DATA_MAX_AGE: '1',
	EXECUTIONS_DATA_PRUNE_MAX_COUNT: '2000',
	EXECUTIONS_DATA_PRUNE_SOFT_DELETE_INTERVAL: '5',
	EXECUTIONS_DATA_PRUNE_HARD_DELETE_INTERVAL: '5',
	EXECUTIONS_DATA_HARD_DELETE_BUFFER: '0',
};

export type Load = Awaited<ReturnType<typeof openLoad>>;

/** @param scheduler settings of n8n that choose one */
export async function openLoad(name: string, scheduler: Record<string, string>) {
	const folder = `soak-${name.replaceAll(' ', '-')}`;
	const memory = join(hostTestFolder(folder), 'memory.jsonl');
	const settings = {
		PEOPLELENS_MEMORY: memory,
		PEOPLELENS_MEMORY_EVERY_MS: String(SAMPLE_MS),
		// It says when a check begins, and when an isolate ends.
		N8N_LOG_LEVEL: 'debug',
	};
	const env = { ...scheduler, ...PRUNED, ...settings };
	const day = await openFaultDay(folder, env, ['soak/memory.cjs']);
	const { environment } = day;
	const webhooks: Webhook[] = [];
	const played = new Map<string, number>();
	let frame: Frame | undefined;

	/** @param afterEach what is to be done after each hour of a day */
	async function play(minutes: number, afterEach: (hour: Hour) => Promise<void>): Promise<void> {
		frame = frameOf(Date.now(), minutes);
		const { until } = frame;
		const stopEvents = startBurst(environment, { count: 2, everyMs: 1000 });
		const sending = repeat(until, WEBHOOKS_EVERY_MS, async () => {
			webhooks.push(...(await environment.sandbox.sendWebhooks(WEBHOOKS)).deliveries);
		});
		await Promise.all([playDays(until, afterEach), sending]);
		await stopEvents();
	}

	async function playDays(until: number, afterEach: (hour: Hour) => Promise<void>): Promise<void> {
		for (let days = 1; Date.now() < until; days++) {
			await environment.sandbox.behave(MORNING);
			for (const hour of HOURS) {
				if (Date.now() >= until) break;
				await playHour(hour, afterEach);
			}
			const last = JSON.stringify(samplesIn(memory).at(-1));
			log(`        ${name}, after ${days} bad days: ${last}`);
		}
	}

	async function playHour(hour: Hour, afterEach: (hour: Hour) => Promise<void>): Promise<void> {
		const { what, seconds, begin, end } = hour;
		played.set(what, (played.get(what) ?? 0) + 1);
		await begin(day);
		await delay(seconds * 1000);
		await end?.(day);
		await afterEach(hour);
	}

	const measured = () => {
		if (!frame) throw new Error('Nothing was played.');
		return { frame, samples: samplesIn(memory) };
	};

	return {
		name,
		environment,
		/** Of the key that is rotated. */
		credential: day.credential,
		/** How often each fault was played. */
		played,
		/** All that were sent. */
		webhooks,
		play,
		/** What was measured so far, and when it was looked at. */
		measured,
		growthOf: (measure: Measure): Growth => {
			const { samples, frame: looked } = measured();
			return growthOf(samples, measure, looked);
		},
		/** How often n8n's log says something. */
		count: (pattern: RegExp): number =>
			readFileSync(environment.log('n8n'), 'utf8').match(pattern)?.length ?? 0,
		stop: () => environment.stop(),
	};
}

/** Does something again and again, with a pause in between. */
export async function repeat(until: number, pauseMs: number, work: () => Promise<void>) {
	for (; Date.now() < until; await delay(pauseMs)) await work();
}

function samplesIn(file: string): Sample[] {
	if (!existsSync(file)) return [];
	const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
	return lines.map((line) => JSON.parse(line));
}
