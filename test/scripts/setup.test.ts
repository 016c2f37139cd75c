import {
	delay,
	everyNth,
	existsSync,
	IS_FULL,
	join,
	mkdirSync,
	mkdtempSync,
	nodeProcess,
	readFileSync,
	repositoryRoot,
	rmSync,
	statSync,
	tmpdir,
	utimesSync,
	writeFileSync,
} from '../support/node';
import { runNode, runProgram } from '../support/program';

/** Time enough for npm on a busy machine, and for a lock to be given up. */
jest.setTimeout(120_000);

/** How many times as often the set-up shows a sign of life here: in the inner loop, nobody waits for it. */
const HASTE = IS_FULL ? 1 : 5;

/** A clone that needs one development tool, and a cache that npm takes it from without the Internet. */
let template: string;
let clone: string;

/** Runs npm where nothing of this repository's settings reaches it. */
const npm = async (cwd: string, ...args: string[]) =>
	await runProgram('npm', [...args, '--offline', '--no-audit', '--no-fund'], { cwd });

beforeAll(async () => {
	template = mkdtempSync(join(tmpdir(), 'set-up-'));
	const tool = join(template, 'tool');
	mkdirSync(tool);
	writeFileSync(join(tool, 'package.json'), '{ "name": "tool", "version": "1.0.0" }');
	clone = join(template, 'clone');
	mkdirSync(clone);
	writeFileSync(join(clone, 'package.json'), '{ "name": "clone", "version": "1.0.0" }');
	await npm(tool, 'pack', '--pack-destination', clone);
	await npm(clone, 'install', '--save-dev', './tool-1.0.0.tgz');
	const script = readFileSync(join(repositoryRoot, 'scripts/setup.mjs'), 'utf8');
	mkdirSync(join(clone, 'scripts'));
	writeFileSync(
		join(clone, 'scripts/setup.mjs'),
		script.replace('STALE_MS = 20_000', `STALE_MS = ${20_000 / HASTE}`),
	);
});
beforeEach(() => {
	rmSync(join(clone, 'node_modules'), { recursive: true, force: true });
	rmSync(join(clone, '.scratch'), { recursive: true, force: true });
});
afterAll(() => rmSync(template, { recursive: true }));

const setUp = async (env: NodeJS.ProcessEnv = {}) =>
	await runNode(['scripts/setup.mjs'], { cwd: clone, env });
const hasTool = () => existsSync(join(clone, 'node_modules/tool/package.json'));

it.each(
	everyNth<[string, NodeJS.ProcessEnv]>(2, [
		['no settings', {}],
		['NODE_ENV=production', { NODE_ENV: 'production' }],
		['omit=dev', { npm_config_omit: 'dev' }],
	]),
)('with %s, all development tools are installed', async (_name, env) => {
	const { code, printed } = await setUp(env);
	expect(printed).toMatch(/done in/);
	expect(hasTool()).toBe(true);
	expect(code).toBe(0);
});

it('what npm has left out is noticed', async () => {
	const { code, printed } = await setUp({ npm_config_dry_run: 'true' });
	expect(code).toBe(1);
	expect(printed).toMatch(/Stopped: "npm ci" has ended well, but not everything is there\./);
	expect(printed).toMatch(/What to do: /);
});

const lock = () => join(clone, '.scratch/setup.lock');

it.each([
	['names a process that lives again', String(nodeProcess.pid)],
	['is empty', ''],
])('a lock that was left behind, and %s, is not waited for', async (_name, content) => {
	mkdirSync(join(clone, '.scratch'));
	writeFileSync(lock(), content);
	const aMinuteAgo = Date.now() / 1000 - 60;
	utimesSync(lock(), aMinuteAgo, aMinuteAgo);
	expect(await setUp()).toMatchObject({ code: 0, printed: expect.stringMatching(/done in/) });
	expect(existsSync(lock())).toBe(false);
});

it('of two at once, one installs, and the other waits for it', async () => {
	const [one, other] = await Promise.all([setUp(), setUp()]);
	expect([one.code, other.code]).toEqual([0, 0]);
	expect(one.printed + other.printed).toMatch(/Another set-up of this folder is under way/);
	expect(readFileSync(join(clone, '.scratch/setup.log'), 'utf8').match(/^> npm/gm)).toHaveLength(1);
});

it('a set-up that takes long shows that it is alive', async () => {
	const bin = join(template, 'bin');
	mkdirSync(bin);
	writeFileSync(join(bin, 'npm'), `#!/bin/sh\nsleep ${IS_FULL ? 8 : 3}\n`, { mode: 0o755 });
	const running = setUp({ PATH: `${bin}:${nodeProcess.env.PATH}` });
	while (!existsSync(lock())) await delay(100);
	const { mtimeMs } = statSync(lock());
	// At the end of the set-up the lock is gone, and with it what is looked for.
	while (statSync(lock()).mtimeMs < mtimeMs + 3_000 / HASTE) await delay(100);
	await running;
});
