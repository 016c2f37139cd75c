/** A bad day at PeopleLens, in n8n, and on the way between them, in a few minutes. */
import type { ShownError } from '../harness/n8n/execution';
import { log } from '../harness/log';
import { delay } from '../harness/node';
import { filesContaining } from '../harness/secrets';
import { describeDeliveries } from './deliveryChecks';
import { FAULT_SCHEDULE, MORNING } from './faultSchedule';
import { openFaultDay, type FaultDay } from './openFaultDay';
import { assertDelivered, assertPublished, beginAll, startBurst } from './steps';
import { assertUserMessage } from './userMessages';
import { createWatchedWorkflow, everyTenSeconds, type WatchedWorkflow } from './watchedWorkflow';

const NAME = 'fault-day';
const NAMES = ['once a minute', 'every 10 s'];

let day: FaultDay;
let workflows: WatchedWorkflow[];
let stopBurst: (() => Promise<void>) | undefined;

beforeAll(async () => {
	// The more n8n writes down, the better for finding a key in it.
	day = await openFaultDay(NAME, { N8N_LOG_LEVEL: 'debug' });
	const { environment, credential } = day;
	workflows = [
		await createWatchedWorkflow(environment, { name: NAMES[0], credential }),
		await createWatchedWorkflow(environment, {
			name: NAMES[1],
			credential,
			pollTimes: everyTenSeconds(),
		}),
	];
});
afterAll(async () => {
	await stopBurst?.();
	await day?.environment.stop();
});

test('the workflows are published', async () => {
	await beginAll(workflows);
	await day.environment.sandbox.behave(MORNING);
	stopBurst = startBurst(day.environment, { count: 2, everyMs: 1000 });
});
test.each(FAULT_SCHEDULE)('the workflows stay published $what', async ({ seconds, begin, end }) => {
	await begin(day);
	await delay(seconds * 1000);
	try {
		await assertPublished(workflows);
	} finally {
		await end?.(day);
	}
});
test('after the bad day everything has arrived', async () => {
	await stopBurst?.();
	await assertDelivered(workflows);
	log(`        ${await describeRequests()}`);
});
test('each failed poll says what happened and what to do', async () => {
	const failures: ShownError[] = [];
	for (const workflow of workflows) failures.push(...(await workflow.compare()).failures);
	failures.forEach(assertUserMessage);
	const messages = [...new Set(failures.map(({ message }) => message))];
	log(...messages.map((message) => `        "${message}"`));
});
describeDeliveries({ scenario: NAME, workflows: () => workflows, names: NAMES });
test("no API key is anywhere in n8n's database and logs", async () => {
	const { environment } = day;
	await environment.stop();
	expect(filesContaining(environment.folder, environment.knownKeys)).toEqual([]);
});

/** What n8n was answered on this day. */
async function describeRequests(): Promise<string> {
	const counts = new Map<string, number>();
	for (const { status, fault } of (await day.environment.sandbox.requests()).data) {
		const outcome = fault && fault !== 'status' ? fault : String(status ?? 'none');
		counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
	}
	const parts = [...counts].map(([outcome, count]) => `${outcome} × ${count}`);
	return `Requests by outcome: ${parts.join(', ')}`;
}
