/** Queue mode: a main instance, two workers, Redis, PostgreSQL; and each of them lost for a while. */
import { log } from '../harness/log';
import { delay, join } from '../harness/node';
import { packedPackage } from '../harness/package';
import { filesContaining } from '../harness/secrets';
import { POSTGRES_PROGRAM, startPostgres, type Postgres } from '../harness/services/postgres';
import { REDIS_PROGRAM, startRedis, type Redis } from '../harness/services/redis';
import { isAvailable } from '../harness/services/service';
import { describeDeliveries } from './deliveryChecks';
import { hostTestFolder, openHostEnvironment, type HostEnvironment } from './environment';
import { assertDelivered, beginAll } from './steps';
import { createWatchedWorkflow, everyTenSeconds, type WatchedWorkflow } from './watchedWorkflow';
import { startWorker, type Worker } from './workers';

const NAME = 'queue';
const EVENTS = 2000;
const NAMES = ['workflow 1', 'workflow 2', 'workflow 3'];

/** Left out where the servers can't be had, but never in CI. */
const describeHere = [REDIS_PROGRAM, POSTGRES_PROGRAM].every(isAvailable)
	? describe
	: describe.skip;

describeHere('queue mode', () => {
	let redis: Redis;
	let postgres: Postgres;
	let environment: HostEnvironment;
	const workers: Worker[] = [];
	const workflows: WatchedWorkflow[] = [];

	beforeAll(async () => {
		const services = `${hostTestFolder(NAME)}-services`;
		redis = await startRedis(join(services, 'redis'));
		postgres = await startPostgres(join(services, 'postgres.log'));
		const env = settingsFor(redis, postgres);
		const tarball = await packedPackage('host');
		environment = await openHostEnvironment({ name: NAME, tarball, env });
		for (const name of ['worker-1', 'worker-2']) {
			workers.push(await startWorker(environment, { name, tarball, env }));
		}
		const credential = await environment.addCredential('First key', environment.keys.first);
		for (const [index, name] of NAMES.entries()) {
			const options = { name, credential, pollTimes: everyTenSeconds(index * 3), seconds: 3 };
			workflows.push(await createWatchedWorkflow(environment, options));
		}
	});
	afterAll(async () => {
		await Promise.all(workers.map((worker) => worker.stop()));
		await environment?.stop();
		await Promise.all([redis?.stop(), postgres?.stop()]);
	});

	/** A quarter of the events, over 20 s. */
	const makeQuarter = async () => {
		for (let second = 0; second < 20; second++) {
			await environment.makeEvents(EVENTS / 4 / 20);
			await delay(1000);
		}
	};

	test('the workflows are published in queue mode', async () => {
		await beginAll(workflows);
	});
	test('executions are spread over the workers', async () => {
		await makeQuarter();
		await assertDelivered(workflows);
		for (const worker of workers) expect(worker.started().length).toBeGreaterThan(0);
	});
	test('a worker may be killed in the middle of an execution', async () => {
		const events = makeQuarter();
		await workers[0].busy();
		for (const workflow of workflows) await workflow.deliveries();
		await workers[0].kill();
		await events;
		await workers[0].start();
		await assertDelivered(workflows);
	});
	test('the main instance may be killed', async () => {
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
		await redis.restart(() => delay(4000));
		await events;
		await assertDelivered(workflows);
	});
	test('no execution was begun twice by the queue', () => {
		const begun = workers.flatMap(({ started }) => started());
		expect(begun.filter((id, index) => begun.indexOf(id) !== index)).toEqual([]);
		for (const { name, started } of workers) log(`        ${name}: ${started().length} executions`);
	});
	describeDeliveries({ scenario: NAME, workflows: () => workflows, names: NAMES });
	test('no API key is in the database and the logs of queue mode', async () => {
		const keys = environment.knownKeys;
		const dump = await postgres.dump();
		expect(dump).toContain('PeopleLens Trigger');
		expect(keys.filter((key) => dump.includes(key))).toEqual([]);
		expect(filesContaining(environment.folder, keys)).toEqual([]);
	});
});

function settingsFor(redis: Redis, { connection }: Postgres): Record<string, string> {
	return {
		DB_TYPE: 'postgresdb',
		DB_POSTGRESDB_HOST: connection.host,
		DB_POSTGRESDB_PORT: String(connection.port),
		DB_POSTGRESDB_DATABASE: connection.database,
		DB_POSTGRESDB_USER: connection.user,
		DB_POSTGRESDB_PASSWORD: connection.password,
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		N8N_ENCRYPTION_KEY: 'dummy-encryption-key-example',
		// Sooner than by default, so that a killed worker's executions are missed within the test.
		QUEUE_WORKER_LOCK_DURATION: '10000',
		QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
		QUEUE_WORKER_STALLED_INTERVAL: '5000',
	};
}
