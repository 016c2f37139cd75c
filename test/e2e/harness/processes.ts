import execa from 'execa';
import {
	closeSync,
	constants,
	createWriteStream,
	dirname,
	every,
	join,
	mkdirSync,
	nodeProcess,
	openSync,
	platform,
	repositoryRoot,
	spawn,
	spawnSync,
	type ChildProcess,
	type SpawnOptions,
} from './node';
import { codeOf, UserFacingError } from './userFacingError';

const windows = platform() === 'win32';
const running = new Set<ChildProcess>();

/** Loaded into a process that must end with this one, even when this one is killed. */
export const endWithParent = join(repositoryRoot, 'test/e2e/harness/endWithParent.cjs');

/**
 * Starts a process that never outlives this one. It gets a process group of its own, so that
 * Ctrl-C reaches this process first and what the child itself starts can be ended with it.
 */
export function start(file: string, args: string[], options: SpawnOptions = {}): ChildProcess {
	const child = spawn(file, args, { ...options, detached: !windows, windowsHide: true });
	running.add(child);
	child.once('exit', () => running.delete(child));
	child.once('error', () => running.delete(child));
	return child;
}

/** Starts a Node program that ends with this process however that ends, its output going to a file. */
export function startGuarded(
	node: string,
	args: string[],
	{ log, ...options }: SpawnOptions & { log: string },
): ChildProcess {
	mkdirSync(dirname(log), { recursive: true });
	// A file and no pipe: a program would spin on a broken pipe if this process were killed.
	const output = openSync(log, 'a');
	const child = start(node, ['--require', endWithParent, ...args], {
		...options,
		stdio: ['pipe', options.stdio === 'pipe' ? 'pipe' : output, output],
	});
	closeSync(output);
	return child;
}

/** Settles when the process has ended, for whatever reason. */
export const endOf = (child: ChildProcess): Promise<void> =>
	new Promise((resolve) => child.once('exit', () => resolve()));

/** Ends a process and everything it started, at once. */
export function killTree(child: ChildProcess): void {
	if (child.pid === undefined) return;
	if (windows) {
		spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { windowsHide: true });
		return;
	}
	try {
		nodeProcess.kill(-child.pid, 'SIGKILL');
	} catch {
		// The whole group is gone already.
	}
}

interface RunOptions {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	/** The file that everything it prints is appended to. */
	log: string;
}

/**
 * Runs a command to its end.
 * @returns what it wrote to standard output
 * @throws {UserFacingError} naming the log when the command can't be started or fails
 * @throws {Error} when the log can't be written
 */
export async function run(
	file: string,
	args: string[],
	{ cwd, env, log }: RunOptions,
): Promise<string> {
	mkdirSync(dirname(log), { recursive: true });
	const output = createWriteStream(log, { flags: 'a' });
	// Unheard, it would end this process without a word for the reader.
	const broken = new Promise<never>((_, reject) => output.once('error', reject));
	output.write(`\n> ${[file, ...args].join(' ')}\n`);
	const command = execa(file, args, {
		cwd,
		env,
		extendEnv: env === undefined,
		all: true,
		stdin: 'ignore',
		stripFinalNewline: false,
		maxBuffer: Infinity,
		reject: false,
	});
	command.all?.pipe(output);
	const { failed, exitCode, signal, stdout, ...rest } = await Promise.race([command, broken]);
	if (codeOf(rest) === 'ENOENT') {
		const fix = file === 'npm' ? 'Install npm (it comes with Node from https://nodejs.org).' : '';
		throw new UserFacingError(`The command "${file}" was not found.`, { fix });
	}
	if (failed) {
		const outcome = exitCode ?? signal ?? codeOf(rest);
		throw new UserFacingError(`"${file} ${args[0]}" did not succeed (${outcome}).`, { log });
	}
	return stdout;
}

/**
 * The environment for a program that has nothing to do with this repository: without what `npm run`
 * adds about it, and without NODE_ENV, which Jest sets to "test" and programs take for their own tests.
 */
export function cleanEnvironment(extra: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
	const foreign =
		/^(npm_(package|lifecycle|command|config_local_prefix|node_execpath)|NODE$|NODE_ENV$|INIT_CWD)/;
	const env = Object.entries({ ...nodeProcess.env, ...extra });
	return Object.fromEntries(env.filter(([name]) => !foreign.test(name)));
}

let shutDown: (() => Promise<void>) | undefined;

/**
 * Says what must happen on Ctrl-C or a termination before the process ends (a second Ctrl-C does
 * not wait for it). Whatever still runs afterwards is killed.
 */
export function onInterrupt(end: () => Promise<void>): void {
	shutDown = end;
}

nodeProcess.on('exit', () => running.forEach(killTree));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
	nodeProcess.on(signal, async () => {
		const end = shutDown;
		shutDown = undefined;
		if (end) {
			await end().catch(() => {});
			nodeProcess.exit(0);
		}
		nodeProcess.stderr.write(`\nEnded by ${signal}.\n`);
		nodeProcess.exit(128 + constants.signals[signal]);
	});
}

/** npm passes a termination on to the shell between it and a command, but not to the command. */
export function endWithNpm(): void {
	if (!nodeProcess.env.npm_lifecycle_event) return;
	const { ppid } = nodeProcess;
	every(500, () => {
		if (nodeProcess.ppid !== ppid) nodeProcess.kill(nodeProcess.pid, 'SIGTERM');
	});
}
