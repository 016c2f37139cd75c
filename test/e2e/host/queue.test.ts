/** Queue mode: a main instance, two workers, Redis, PostgreSQL; and each of them lost for a while. */
import { log } from '../harness/log';
import { delay } from '../harness/node';
import { filesContaining } from '../harness/secrets';
import { describeDeliveries } from './deliveryChecks';
import { describeQueueMode, openQueueMode, type QueueMode } from './queueMode';
import { assertDelivered, beginAll } from './steps';
import { createWatchedWorkflow, everyTenSeconds, type WatchedWorkflow } from './watchedWorkflow';

const NAME = 'queue';
const EVENTS = 2000;
const NAMES = ['workflow 1', 'workflow 2', 'workflow 3'];

describeQueueMode('queue mode', () => {
	let queueMode: QueueMode;
	const workflows: WatchedWorkflow[] = [];

	beforeAll(async () => {
		queueMode = await openQueueMode(NAME);
		const { environment } = queueMode;
		const credential = await environment.addCredential('First key', environment.keys.first);
		for (const [index, name] of NAMES.entries()) {
			const options = { name, credential, pollTimes: everyTenSeconds(index * 3), seconds: 3 };
			workflows.push(await createWatchedWorkflow(environment, options));
		}
	});
	afterAll(() => queueMode?.stop());

	/** A quarter of the events, over 20 s. */
	const makeQuarter = async () => {
		for (let second = 0; second < 20; second++) {
			await queueMode.environment.makeEvents(EVENTS / 4 / 20);
			await delay(1000);
		}
	};

	test('the workflows are published in queue mode', async () => {
		await beginAll(workflows);
	});
	test('executions are spread over the workers', async () => {
		await makeQuarter();
		await assertDelivered(workflows);
		for (const worker of queueMode.workers) expect(worker.started().length).toBeGreaterThan(0);
	});
	test('a worker may be killed in the middle of an execution', async () => {
		const events = makeQuarter();
		const [worker] = queueMode.workers;
		await worker.busy();
		for (const workflow of workflows) await workflow.deliveries();
		await worker.kill();
		await events;
		await worker.start();
		await assertDelivered(workflows);
	});
	test('the main instance may be killed', async () => {
		const { environment } = queueMode;
		const events = makeQuarter();
		await delay(7000);
		await environment.n8n.kill();
		await delay(3000);
		await environment.start();
		await events;
		await assertDelivered(workflows);
	});
	test('Redis may be restarted', async () => {
		const events = makeQuarter();
		await delay(5000);
		// n8n ends itself after 10 s without Redis (QUEUE_BULL_REDIS_TIMEOUT_THRESHOLD).
		await queueMode.redis.restart(() => delay(4000));
		await events;
		await assertDelivered(workflows);
	});
	test('no execution was begun twice by the queue', () => {
		const { workers } = queueMode;
		const begun = workers.flatMap(({ started }) => started());
		expect(begun.filter((id, index) => begun.indexOf(id) !== index)).toEqual([]);
		for (const { name, started } of workers) log(`        ${name}: ${started().length} executions`);
	});
	describeDeliveries({ scenario: NAME, workflows: () => workflows, names: NAMES });
	test('no API key is in the database and the logs of queue mode', async () => {
		const { environment, postgres } = queueMode;
		const keys = environment.knownKeys;
		const dump = await postgres.dump();
		expect(dump).toContain('PeopleLens Trigger');
		expect(keys.filter((key) => dump.includes(key))).toEqual([]);
		expect(filesContaining(environment.folder, keys)).toEqual([]);
	});
});
