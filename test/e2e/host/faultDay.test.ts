/** A bad day at PeopleLens, in n8n, and on the way between them, in a few minutes. */
import type { ShownError } from '../harness/n8n/execution';
import { log } from '../harness/log';
import { delay, join, repositoryRoot } from '../harness/node';
import { packedPackage } from '../harness/package';
import { filesContaining } from '../harness/secrets';
import { describeDeliveries } from './deliveryChecks';
import { hostTestFolder, openHostEnvironment } from './environment';
import { FAULT_SCHEDULE, type FaultDay } from './faultSchedule';
import { assertDelivered, assertPublished, beginAll, startBurst } from './steps';
import { assertUserMessage } from './userMessages';
import { createWatchedWorkflow, everyTenSeconds, type WatchedWorkflow } from './watchedWorkflow';

const NAME = 'fault-day';
const NAMES = ['once a minute', 'every 10 s'];

let day: FaultDay;
let workflows: WatchedWorkflow[];
let stopBurst: (() => Promise<void>) | undefined;

beforeAll(async () => {
	const dnsSwitch = join(hostTestFolder(NAME), 'dns-gone');
	const preload = join(repositoryRoot, 'test/e2e/host/failingDns.cjs');
	const environment = await openHostEnvironment({
		name: NAME,
		tarball: await packedPackage('host'),
		env: {
			NODE_OPTIONS: `--require "${preload}"`,
			PEOPLELENS_DNS_GONE: dnsSwitch,
			// The more n8n writes down, the better for finding a key in it.
			N8N_LOG_LEVEL: 'debug',
		},
		hostname: 'localhost',
	});
	const credential = await environment.addCredential('Rotated key', environment.keys.first);
	day = { environment, credential, dnsSwitch };
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
	// Some events also become visible only a while after they happened.
	await day.environment.sandbox.behave({ visibilityDelay: { share: 0.1, maxMs: 25_000 } });
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
