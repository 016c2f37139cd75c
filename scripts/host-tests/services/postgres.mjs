/** A PostgreSQL of its own for a test, with an empty database named n8n. */
import { chownSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts } from '../../lib/ports.mjs';
import { run } from '../../lib/processes.mjs';
import { provideProgram, startService } from './service.mjs';

const NAME = 'n8n';

/** @returns {Promise<{ env: object, dump: () => Promise<string>, stop: () => Promise<void> }>} */
export async function startPostgres(log) {
	const initdb = await provideProgram('initdb', 'postgresql', log);
	const program = (name) => join(realpathSync(initdb), '..', name);
	// Not in the repository: the user that PostgreSQL runs as may not be able to get there.
	const folder = mkdtempSync(join(tmpdir(), 'peoplelens-postgres-'));
	const remove = () => rmSync(folder, { recursive: true, force: true });
	process.once('exit', remove);
	const as = await harmlessUser(folder, log);
	const [port] = await freePorts([undefined]);

	const setUp = [initdb, '-D', folder, '-U', NAME, '--auth=trust', '--encoding=UTF8'];
	const [first, ...rest] = [...as, ...setUp];
	await run(first, rest, { cwd: folder, log });
	const settings = {
		listen_addresses: '127.0.0.1',
		port,
		unix_socket_directories: '',
		max_connections: 100,
		// Nothing that is in it outlives the test.
		fsync: 'off',
	};
	const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
	const service = await startService(
		[...as, program('postgres'), '-D', folder, ...options],
		port,
		log,
	);

	const address = ['-h', '127.0.0.1', '-p', String(port), '-U', NAME];
	await untilReady(() => run(program('pg_isready'), address, { cwd: folder, log }));
	await run(program('createdb'), [...address, NAME], { cwd: folder, log });
	return {
		env: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: String(port),
			DB_POSTGRESDB_DATABASE: NAME,
			DB_POSTGRESDB_USER: NAME,
		},
		/** Everything that is in the database. */
		dump: () => run(program('pg_dump'), [...address, NAME], { cwd: folder, log: '/dev/null' }),
		stop: async () => {
			await service.stop();
			remove();
		},
	};
}

/** It listens a moment before it answers. */
async function untilReady(ask) {
	for (const deadline = Date.now() + 30_000; Date.now() < deadline; await sleep(100)) {
		if (await ask().catch(() => undefined)) return;
	}
	throw new Error('PostgreSQL does not get ready.');
}

/** PostgreSQL refuses to run as root. @returns what to put before a command */
async function harmlessUser(folder, log) {
	if (process.getuid?.() !== 0) return [];
	for (const user of ['postgres', 'nobody']) {
		try {
			const [uid, gid] = await Promise.all(
				['-u', '-g'].map((flag) => run('id', [flag, user], { log })),
			);
			chownSync(folder, Number(uid), Number(gid));
			return ['setpriv', `--reuid=${uid.trim()}`, `--regid=${gid.trim()}`, '--clear-groups'];
		} catch {
			continue;
		}
	}
	throw new Error('There is no user here that PostgreSQL could run as.');
}
