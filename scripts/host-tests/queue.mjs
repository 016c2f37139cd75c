/** Queue mode: a main instance, two workers, Redis, PostgreSQL; and each of them lost for a while. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { filesHolding } from '../lib/leaks.mjs';
import { say } from '../lib/output.mjs';
import { createFeed, everyTenSeconds } from './feed.mjs';
import { closeBooks } from './report.mjs';
import { startPostgres } from './services/postgres.mjs';
import { startRedis } from './services/redis.mjs';
import { provideProgram } from './services/service.mjs';
import { openStage, stageFolder } from './stage.mjs';
import { expectArrival } from './steps.mjs';
import { startWorker } from './workers.mjs';

const NAME = 'queue';
const EVENTS = 2000;

/** @param {import('../test-host.mjs').Setting} setting */
export async function run({ host, tarball, check }) {
	const services = `${stageFolder(NAME)}-services`;
	if (!(await provideServers(join(services, 'install.log')))) return [];
	const redis = await startRedis(join(services, 'redis'));
	const postgres = await startPostgres(join(services, 'postgres.log'));
	const env = {
		...postgres.env,
		EXECUTIONS_MODE: 'queue',
		QUEUE_BULL_REDIS_HOST: '127.0.0.1',
		QUEUE_BULL_REDIS_PORT: String(redis.port),
		N8N_ENCRYPTION_KEY: 'dummy-encryption-key-example',
		// Sooner than by default, so that a killed worker's executions are missed within the test.
		QUEUE_WORKER_LOCK_DURATION: '10000',
		QUEUE_WORKER_LOCK_RENEW_TIME: '3000',
		QUEUE_WORKER_STALLED_INTERVAL: '5000',
	};
	const stage = await openStage({ name: NAME, host, tarball, env });
	const workers = [];
	for (const name of ['worker-1', 'worker-2']) {
		workers.push(await startWorker(stage, { name, tarball, env }));
	}
	const credential = await stage.addCredential('First key', stage.keys.first);
	const feeds = [];
	for (const offset of [0, 3, 6]) {
		const pollTimes = everyTenSeconds(offset);
		const options = { name: `workflow ${feeds.length + 1}`, credential, pollTimes, seconds: 3 };
		feeds.push(await createFeed(stage, options));
	}
	for (const feed of feeds) await feed.begin();

	/** A quarter of the events, over 20 s. */
	const quarter = async () => {
		for (let i = 0; i < 20; i++) {
			await stage.makeEvents(EVENTS / 4 / 20);
			await sleep(1000);
		}
	};
	await check('executions are spread over the workers', async () => {
		await quarter();
		await expectArrival(feeds);
		for (const worker of workers) assert.ok(worker.started().length > 0, worker.name);
	});
	await check('a worker killed in the middle of an execution', async () => {
		const events = quarter();
		await workers[0].busy();
		for (const feed of feeds) await feed.deliveries();
		await workers[0].kill();
		await events;
		await workers[0].start();
		await expectArrival(feeds);
	});
	await check('the main instance killed', async () => {
		const events = quarter();
		await sleep(7000);
		await stage.n8n.kill();
		await sleep(3000);
		await stage.start();
		await events;
		await expectArrival(feeds);
	});
	await check('Redis restarted', async () => {
		const events = quarter();
		await sleep(5000);
		// n8n ends itself after 10 s without Redis (QUEUE_BULL_REDIS_TIMEOUT_THRESHOLD).
		await redis.restart(() => sleep(4000));
		await events;
		await expectArrival(feeds);
	});
	await check('no execution was begun twice by the queue', () => {
		const begun = workers.flatMap(({ started }) => started());
		assert.deepEqual(
			begun.filter((id, index) => begun.indexOf(id) !== index),
			[],
		);
		for (const { name, started } of workers) say(`        ${name}: ${started().length} executions`);
	});
	const rows = await closeBooks(check, 'queue', feeds);
	await check('no API key is in the database and the logs', async () => {
		const keys = Object.values(stage.keys);
		const dump = await postgres.dump();
		assert.ok(dump.includes('PeopleLens Trigger'));
		assert.ok(!keys.some((key) => dump.includes(key)));
		assert.deepEqual(filesHolding(stage.folder, keys), []);
	});
	await Promise.all(workers.map((worker) => worker.stop()));
	await stage.close();
	await Promise.all([redis.stop(), postgres.stop()]);
	return rows;
}

/** Left out where they can't be had, but never in CI. @returns {Promise<boolean>} whether they are here */
async function provideServers(log) {
	try {
		await provideProgram('redis-server', 'redis-server', log);
		await provideProgram('initdb', 'postgresql', log);
		return true;
	} catch (error) {
		if (process.env.CI === 'true') throw error;
		say(`  SKIP  ${NAME}: ${error.message} ${error.fix}`);
		return false;
	}
}
