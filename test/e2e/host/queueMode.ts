/** n8n in queue mode: a main instance, two workers, Redis, PostgreSQL. */
import { join } from '../harness/node';
import { packedPackage } from '../harness/package';
import { POSTGRES_PROGRAM, startPostgres, type Postgres } from '../harness/services/postgres';
import { REDIS_PROGRAM, startRedis, type Redis } from '../harness/services/redis';
import { isAvailable } from '../harness/services/service';
import { hostTestFolder, openHostEnvironment } from './environment';
import { startWorker, type Worker } from './workers';

/** Left out where the servers can't be had, but never in CI. */
export const describeQueueMode = [REDIS_PROGRAM, POSTGRES_PROGRAM].every(isAvailable)
	? describe
	: describe.skip;

export type QueueMode = Awaited<ReturnType<typeof openQueueMode>>;

/**
 * @param name of the folder, below the scratch folder; it is emptied first
 * @param more settings of n8n
 */
export async function openQueueMode(name: string, more: Record<string, string> = {}) {
	const parts: Array<{ stop: () => Promise<void> }> = [];
	const stop = async () => {
		for (const part of parts.reverse()) await part.stop();
	};
	const services = `${hostTestFolder(name)}-services`;
	const redis = await startRedis(join(services, 'redis'));
	parts.push(redis);
	const postgres = await startPostgres(join(services, 'postgres.log'));
	parts.push(postgres);
	const env = { ...settingsFor(redis, postgres), ...more };
	const tarball = await packedPackage('host');
	const environment = await openHostEnvironment({ name, tarball, env });
	parts.push(environment);
	const workers: Worker[] = [];
	for (const worker of ['worker-1', 'worker-2']) {
		workers.push(await startWorker(environment, { name: worker, tarball, env }));
	}
	parts.push(...workers);
	return { redis, postgres, environment, workers, env, tarball, stop };
}

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
