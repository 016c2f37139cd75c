/** Is what would be published fit for n8n's registry, complete, and free of anything superfluous? */
import { resultsFolder, scratchFolder } from '../harness/folders';
import {
	existsSync,
	join,
	mkdirSync,
	nodeProcess,
	readFileSync,
	readdirSync,
	relative,
	repositoryRoot,
	rmSync,
	statSync,
	writeFileSync,
} from '../harness/node';
import { log } from '../harness/log';
import {
	foreignModules,
	packPackage,
	readManifest,
	unpack,
	type Manifest,
} from '../harness/package';
import { cleanEnvironment, run } from '../harness/processes';

/** For three nodes with 29 operations that anybody can read: nothing is minified. */
const MAX_BYTES = 125_000;

/** What a user's n8n needs, and the three documents a person reads. */
const SHIPPED = [
	/^(package\.json|(README|LICENSE|CHANGELOG)\.md)$/,
	/^dist\/(credentials|nodes)\/.+\.js$/,
	/^dist\/nodes\/.+(\.node|\/__schema__\/.+)\.json$/,
	/^dist\/icons\/[^/]+\.svg$/,
];

/** Direct dependencies of n8n itself, which resolve in every installation, and Node's own crypto. */
const PROVIDED = ['n8n-workflow', 'luxon', 'lodash', 'zod', 'crypto'];

const output = join(scratchFolder, 'package-test.log');
const { credentials, nodes } = readManifest().n8n;

let tarball: string;
/** The unpacked tarball. */
let folder: string;
let files: string[];
let manifest: Manifest;

beforeAll(async () => {
	// Where publish.yml takes it from.
	tarball = await packPackage(join(resultsFolder, 'package'));
	folder = join(scratchFolder, 'unpacked');
	await unpack(tarball, folder, output);
	files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)))
		.map((path) => path.replaceAll('\\', '/'));
	manifest = readManifest(folder);
	log(`${tarball}: ${statSync(tarball).size} bytes, ${files.length} files`);
});

test("n8n's scanner finds nothing in the source", async () => {
	expect(await scan(repositoryRoot)).toBe('');
});
test("n8n's scanner finds nothing in the packed files", async () => {
	expect(await scan(folder, '**/*.js', 'package.json')).toBe('');
});
test('only what a user needs is packed', () => {
	expect(files.filter((file) => !SHIPPED.some((pattern) => pattern.test(file)))).toEqual([]);
});
test(`the tarball has at most ${MAX_BYTES} bytes`, () => {
	expect(statSync(tarball).size).toBeLessThanOrEqual(MAX_BYTES);
});
test('package and README name the same oldest n8n', () => {
	const [, oldest] = /^>=(\d+\.\d+)\.0$/.exec(manifest.engines.n8n) ?? [];
	expect(oldest).toBeDefined();
	expect(readFileSync(join(folder, 'README.md'), 'utf8')).toContain(`n8n ${oldest} and newer`);
});
test('installed with npm as the README says, it brings along nothing that n8n has', async () => {
	const readme = readFileSync(join(folder, 'README.md'), 'utf8');
	const [command] = /npm install [^`]+/.exec(readme) ?? [''];
	const [npm, ...args] = command.split(' ').map((word) => word.replace(/^n8n-nodes.*/, tarball));
	const cwd = join(scratchFolder, 'installed-with-npm');
	rmSync(cwd, { recursive: true, force: true });
	mkdirSync(cwd, { recursive: true });
	writeFileSync(join(cwd, 'package.json'), '{}');
	// npm hands on what .npmrc says here.
	const env = cleanEnvironment({ npm_config_legacy_peer_deps: undefined });
	const options = { cwd, env, log: output };
	await run(npm, [...args, '--offline', '--no-audit'], options);
	const installed = readdirSync(join(cwd, 'node_modules')).filter((name) => !name.startsWith('.'));
	expect(installed).toEqual([manifest.name]);
});
test('every required module is there in every n8n', () => {
	const code = files.filter((file) => file.endsWith('.js'));
	expect(code.flatMap(unprovidedModules)).toEqual([]);
});
test.each([...credentials, ...nodes])('%s loads, and its icons are there', async (path) => {
	const script = join(repositoryRoot, 'test/e2e/package/load.cjs');
	const env = cleanEnvironment({ NODE_PATH: join(repositoryRoot, 'node_modules') });
	const args = [script, join(folder, path)];
	const icons: string[] = JSON.parse(await run(nodeProcess.execPath, args, { env, log: output }));
	expect(icons).toHaveLength(2);
	expect(icons.filter((icon) => !existsSync(icon))).toEqual([]);
});

/** @returns what n8n's scanner finds, in its words */
async function scan(subject: string, ...patterns: string[]): Promise<string> {
	const script = join(repositoryRoot, 'test/e2e/package/scan.mjs');
	const args = [script, subject, ...patterns];
	const options = { cwd: repositoryRoot, env: cleanEnvironment(), log: output };
	return await run(nodeProcess.execPath, args, options);
}

/** Modules that a file takes from somewhere else than the package itself or n8n. */
function unprovidedModules(file: string): string[] {
	return foreignModules(join(folder, file))
		.filter((name) => !PROVIDED.includes(name))
		.map((name) => `${file} requires ${name}`);
}
