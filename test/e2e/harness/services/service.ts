/** A program of the system that a test needs for a while: found or installed, started, ended. */
import { eventually } from '../eventually';
import { showProgress } from '../log';
import {
	connectSocket,
	delay,
	delimiter,
	existsSync,
	join,
	nodeProcess,
	readdirSync,
	repositoryRoot,
} from '../node';
import { endOf, killTree, run, startGuarded } from '../processes';
import { rethrow, UserFacingError } from '../userFacingError';

const supervisor = join(repositoryRoot, 'test/e2e/harness/services/supervisor.cjs');

/** Where Debian keeps the programs of PostgreSQL. */
const POSTGRES = '/usr/lib/postgresql';

const START_MS = 60_000;
const STOP_MS = 20_000;

/** @returns path of a program; undefined when it isn't here */
export function findProgram(name: string): string | undefined {
	const versions = existsSync(POSTGRES) ? readdirSync(POSTGRES).sort().reverse() : [];
	const folders = [
		...(nodeProcess.env.PATH ?? '').split(delimiter),
		...versions.map((version) => join(POSTGRES, version, 'bin')),
	];
	return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

const canInstall = () => nodeProcess.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** Whether tests that need a program can run here. In CI they must. */
export const isAvailable = (program: string): boolean =>
	nodeProcess.env.CI === 'true' || findProgram(program) !== undefined || canInstall();

/**
 * @param debianPackage that brings the program
 * @param find where to look for it. Default: in the PATH
 * @returns its path
 * @throws {UserFacingError} when it isn't there and can't be installed here
 */
export async function ensureInstalled(
	name: string,
	debianPackage: string,
	log: string,
	find: () => string | undefined = () => findProgram(name),
): Promise<string> {
	if (!find() && canInstall()) {
		const env = { ...nodeProcess.env, DEBIAN_FRONTEND: 'noninteractive' };
		const install = ['install', '-y', '--no-install-recommends', debianPackage];
		await showProgress(`Installing ${debianPackage}`, 'about 30 s', async () => {
			await run('apt-get', ['update'], { log, env });
			await run('apt-get', install, { log, env });
		});
	}
	const path = find();
	if (path) return path;
	throw new UserFacingError(`The program ${name} is not here, and could not be installed.`, {
		fix: `On Debian: sudo apt-get install ${debianPackage}`,
	});
}

export interface Service {
	/** Ends it in good order. */
	stop: () => Promise<void>;
}

/** Starts a server under a supervisor, and waits until it listens. */
export async function startService(command: string[], port: number, log: string): Promise<Service> {
	const child = startGuarded(nodeProcess.execPath, [supervisor, ...command], { log });
	const ended = endOf(child);
	const listensOrEnded = async () => child.exitCode !== null || (await listens(port));
	try {
		await eventually('the port to open', listensOrEnded, { timeout: START_MS });
	} catch (error) {
		killTree(child);
		rethrow(new UserFacingError(`"${command[0]}" did not start.`, { log, cause: error }));
	}
	if (child.exitCode !== null) {
		throw new UserFacingError(`"${command[0]}" ended while it was starting.`, { log });
	}
	const stop = async () => {
		child.kill('SIGTERM');
		await Promise.race([ended, delay(STOP_MS, undefined, { ref: false })]);
		killTree(child);
		await ended;
	};
	return { stop };
}

function listens(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connectSocket(port, '127.0.0.1');
		socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
		socket.once('connect', () => socket.destroy());
	});
}
