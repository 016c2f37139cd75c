/** A PostgreSQL of its own for a test: new, empty, on loopback. */
import { Pool, type QueryResultRow } from 'pg';
import { eventually } from '../eventually';
import {
	chownSync,
	dirname,
	join,
	mkdtempSync,
	nodeProcess,
	realpathSync,
	rmSync,
	tmpdir,
	writeFileSync,
} from '../node';
import { freePort } from '../ports';
import { cleanEnvironment, run } from '../processes';
import { UserFacingError } from '../userFacingError';
import { ensureInstalled, startService } from './service';

/** The program by which a PostgreSQL server is recognised. */
export const POSTGRES_PROGRAM = 'initdb';

const USER = 'n8n';
const PASSWORD = 'dummy-postgres';

export type Postgres = Awaited<ReturnType<typeof startPostgres>>;

/**
 * @param log file for what it writes
 * @throws {UserFacingError} when PostgreSQL is not here and can't be installed
 */
export async function startPostgres(log: string) {
	const initdb = realpathSync(await ensureInstalled(POSTGRES_PROGRAM, 'postgresql', log));
	const program = (name: string) => join(dirname(initdb), name);
	// Not in the repository: the user that PostgreSQL runs as may not be able to get there.
	const folder = mkdtempSync(join(tmpdir(), 'peoplelens-postgres-'));
	const passwordFile = join(folder, 'password');
	writeFileSync(passwordFile, PASSWORD);
	const as = await unprivilegedUser([folder, passwordFile], log);

	const data = join(folder, 'data');
	const how = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--encoding=UTF8', '--no-sync'];
	const [first, ...rest] = [...as, initdb, '-D', data, '-U', USER, ...how];
	await run(first, rest, { cwd: folder, log });
	const port = await freePort();
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
		[...as, program('postgres'), '-D', data, ...options],
		port,
		log,
	);

	const connection = {
		host: '127.0.0.1',
		port,
		database: 'postgres',
		user: USER,
		password: PASSWORD,
	};
	const pool = new Pool({ ...connection, max: 2 });
	const query = async <Row extends QueryResultRow>(sql: string): Promise<Row[]> =>
		(await pool.query<Row>(sql)).rows;
	// It listens a moment before it answers.
	await eventually('PostgreSQL to answer', () => query('SELECT 1').catch(() => undefined));
	return {
		connection,
		query,
		/** Everything that is in the database, as SQL. */
		dump: async () => {
			const env = cleanEnvironment({ PGPASSWORD: PASSWORD });
			const address = ['-h', connection.host, '-p', String(port), '-U', USER];
			return await run(program('pg_dump'), [...address, connection.database], {
				cwd: folder,
				env,
				log: join(folder, 'dump.log'),
			});
		},
		stop: async () => {
			await pool.end();
			await service.stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** PostgreSQL refuses to run as root; the files become those of the user that it runs as. */
async function unprivilegedUser(files: string[], log: string): Promise<string[]> {
	if (nodeProcess.getuid?.() !== 0) return [];
	for (const user of ['postgres', 'nobody']) {
		const ids = ['-u', '-g'].map((which) => run('id', [which, user], { log }));
		const [uid, gid] = await Promise.all(ids).catch(() => []);
		if (uid === undefined || gid === undefined) continue;
		for (const file of files) chownSync(file, Number(uid), Number(gid));
		return ['setpriv', `--reuid=${uid.trim()}`, `--regid=${gid.trim()}`, '--clear-groups'];
	}
	throw new UserFacingError('There is no user here that PostgreSQL could run as.');
}
