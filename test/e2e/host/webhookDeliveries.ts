/** What PeopleLens has sent, compared with the executions that it made. */
import type { BurstReport } from '../../../sandbox/webhook/burst';
import type { Delivery } from '../../../sandbox/webhook/sender';
import { isGenuine } from '../../../sandbox/webhook/signing';
import { log } from '../harness/log';
import { nodeProcess } from '../harness/node';
import { DELIVERIES_VARIABLE } from '../harness/settings';
import type { MadeExecution } from './webhookWorkflow';

const { FULL, [DELIVERIES_VARIABLE]: chosen } = nodeProcess.env;
const isFull = FULL === '1';

/** How many deliveries a step sends. All of CI's together take about a minute of one core. */
export const DELIVERIES = Number(chosen ?? (isFull ? 3000 : 1000));

/** The same in queue mode, where each costs more. */
export const QUEUED_DELIVERIES = Number(chosen ?? (isFull ? 1000 : 500));

interface Judgement {
	/** Different events that PeopleLens was told were received. */
	accepted: number;
	/** Those of them that no execution got. */
	lost: string[];
	/** Events that came to more executions than can be explained. */
	repeated: string[];
	/** What reached an execution without being an event that PeopleLens has signed. */
	forged: string[];
	/** Executions of which n8n has thrown away what they were given. */
	emptied: number;
}

/**
 * A delivery that got no answer may have made an execution, and so may the same event again: who
 * hangs up is not known to have been told anything.
 */
export function judge(deliveries: Delivery[], executions: MadeExecution[]): Judgement {
	const genuine = deliveries.filter(({ signing }) => isGenuine(signing));
	const accepted = new Set<string>();
	const unanswered = new Map<string, number>();
	for (const { body, status } of genuine) {
		if (status === 200) accepted.add(body);
		else unanswered.set(body, (unanswered.get(body) ?? 0) + 1);
	}
	const signed = new Set(genuine.map(({ body }) => body));
	const times = new Map<string, number>();
	const bodies = executions.flatMap(({ body }) => body ?? []);
	for (const body of bodies) times.set(body, (times.get(body) ?? 0) + 1);
	const most = (body: string) => (unanswered.get(body) ?? 0) + (accepted.has(body) ? 1 : 0);
	return {
		accepted: accepted.size,
		lost: [...accepted].filter((body) => !times.has(body)),
		repeated: [...signed].filter((body) => (times.get(body) ?? 0) > most(body)),
		forged: bodies.filter((body) => !signed.has(body)),
		emptied: executions.length - bodies.length,
	};
}

/**
 * PeopleLens waits for 5 seconds. A machine that does other things as well may keep it waiting
 * longer now and then, but answers everybody alike. Who gets no answer sends again: nothing is lost.
 */
export function assertAnswered({ sent, statuses, latency, unexpected }: BurstReport): void {
	const { none = 0 } = statuses;
	expect(none).toBeLessThanOrEqual(sent / 4);
	expect(unexpected).toBeLessThanOrEqual(none);
	expect(latency.p99).toBeLessThan(10 * latency.p50);
}

/** Prints how long PeopleLens was kept waiting. */
export function logTimes(what: string, { sent, statuses, latency, durationMs }: BurstReport): void {
	const { p50, p99, max } = latency;
	const answers = Object.entries(statuses).map(([status, count]) => `${count} × ${status}`);
	const rate = Math.round((sent * 1000) / durationMs);
	log(
		`        ${what}: ${sent} deliveries, ${rate} per second (${answers.join(', ')}); ` +
			`answered after ${p50} ms (half of them), ${p99} ms (99 %), ${max} ms (slowest)`,
	);
}
