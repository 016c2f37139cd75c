/** A real PostgreSQL for a while, where one is installed: a new, empty one on loopback. */
import { execFileSync } from 'node:child_process';
import {
	chownSync,
	closeSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	openSync,
	readdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { eventually } from '../../lib/eventually.mjs';
import { freePorts } from '../../lib/ports.mjs';
import { killTree, start } from '../../lib/processes.mjs';

const USER = 'n8n';
const PASSWORD = 'dummy-postgres-password';
const DEBIAN = '/usr/lib/postgresql';

/**
 * @param {string} log file for what it writes
 * @returns {Promise<{ credential: object, query: (sql: string) => object[], stop: () => void } |
 *   undefined>} credential: data for n8n; undefined where PostgreSQL is not installed
 */
export async function startPostgres(log) {
	const programs = findPrograms();
	if (!programs) return undefined;
	const folder = mkdtempSync(join(tmpdir(), 'peoplelens-postgres-'));
	const passwordFile = join(folder, 'password');
	writeFileSync(passwordFile, PASSWORD);
	const owner = ownerOf([folder, passwordFile]);

	const data = join(folder, 'data');
	const how = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--no-sync'];
	execFileSync(join(programs, 'initdb'), ['-D', data, '-U', USER, ...how], {
		...owner,
		cwd: folder,
		stdio: 'ignore',
	});
	const [port] = await freePorts([undefined]);
	const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off'];
	mkdirSync(dirname(log), { recursive: true });
	const output = openSync(log, 'a');
	const server = start(
		join(programs, 'postgres'),
		['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
		{ ...owner, cwd: folder, stdio: ['ignore', output, output] },
	);
	closeSync(output);
	const query = (sql) => {
		const url = `postgresql://${USER}@127.0.0.1:${port}/postgres`;
		const asJson = `SELECT coalesce(json_agg(found), '[]') FROM (${sql}) AS found`;
		const output = execFileSync(join(programs, 'psql'), [url, '-XAtc', asJson], {
			env: { PATH: process.env.PATH, PGPASSWORD: PASSWORD },
			encoding: 'utf8',
			stdio: ['ignore', 'pipe', 'pipe'],
		});
		return JSON.parse(output);
	};
	const works = () => {
		try {
			return query('SELECT 1');
		} catch {
			return undefined;
		}
	};
	await eventually('PostgreSQL to start', works);
	return {
		credential: {
			host: '127.0.0.1',
			port,
			database: 'postgres',
			user: USER,
			password: PASSWORD,
			ssl: 'disable',
			maxConnections: 10,
		},
		query,
		stop: () => {
			killTree(server);
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** The folder with PostgreSQL's programs. Debian keeps them outside the path. */
function findPrograms() {
	const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort().reverse() : [];
	const folders = [
		...versions.map((version) => join(DEBIAN, version, 'bin')),
		...(process.env.PATH ?? '').split(delimiter),
	];
	const needed = ['initdb', 'postgres', 'psql'];
	return folders.find((folder) => needed.every((name) => existsSync(join(folder, name))));
}

/** PostgreSQL refuses to run as root; the files become those of the user that it runs as. */
function ownerOf(files) {
	if (process.getuid?.() !== 0) return {};
	const [uid, gid] = ['-u', '-g'].map((which) => Number(execFileSync('id', [which, 'postgres'])));
	for (const file of files) chownSync(file, uid, gid);
	return { uid, gid };
}
