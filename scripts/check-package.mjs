/** Is what would be published fit for n8n's registry, complete, and free of anything superfluous? */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import {
	SOURCE_FILE_PATTERNS,
	analyzePackage,
} from '@n8n/scan-community-package/scanner/scanner.mjs';
import ts from 'typescript';
import { createChecks } from './lib/checks.mjs';
import { repository, scratchFolder } from './lib/folders.mjs';
import { runScript, say } from './lib/output.mjs';
import { run } from './lib/processes.mjs';
import { packPackage } from './pack.mjs';

const MAX_BYTES = 80_000;

/** What a user's n8n needs, and the three documents a person reads. */
const SHIPPED = [
	/^(package\.json|(README|LICENSE|CHANGELOG)\.md)$/,
	/^dist\/(credentials|nodes)\/.+\.js$/,
	/^dist\/nodes\/.+(\.node|\/__schema__\/.+)\.json$/,
	/^dist\/icons\/[^/]+\.svg$/,
];

/** Direct dependencies of n8n itself, which resolve in every installation, and Node's own crypto. */
const PROVIDED = ['n8n-workflow', 'luxon', 'lodash', 'zod', 'p-limit', 'crypto'];

async function main() {
	const tarball = await packPackage(join(scratchFolder, 'package'));
	const folder = await unpack(tarball);
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
		.map((path) => path.replaceAll('\\', '/'));
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const { check, finish } = createChecks();

	const { size } = statSync(tarball);
	say(`${basename(tarball)}: ${size} bytes, ${files.length} files`);
	await check("n8n's scanner finds nothing in the source", () =>
		scan(repository, SOURCE_FILE_PATTERNS),
	);
	await check("n8n's scanner finds nothing in the packed files", () =>
		scan(folder, ['**/*.js', 'package.json']),
	);
	await check('only what a user needs is packed', () =>
		expectNone(files.filter((file) => !SHIPPED.some((pattern) => pattern.test(file)))),
	);
	await check(`the tarball has at most ${MAX_BYTES} bytes`, () => {
		if (size > MAX_BYTES) throw new Error(`It has ${size}.`);
	});
	await check('package and README name the same oldest n8n', () => {
		const [, oldest] = /^>=(\d+\.\d+)\.0$/.exec(manifest.engines.n8n);
		const readme = readFileSync(join(folder, 'README.md'), 'utf8');
		if (!readme.includes(`n8n ${oldest} and newer`)) throw new Error(`README: not ${oldest}.`);
	});
	await check('every required module is there in every n8n', () =>
		expectNone(
			files.filter((file) => file.endsWith('.js')).flatMap((file) => foreign(folder, file)),
		),
	);
	for (const path of [...manifest.n8n.credentials, ...manifest.n8n.nodes]) {
		await check(`${path} loads, and its icons are there`, () => load(join(folder, path)));
	}
	finish();
}

async function unpack(tarball) {
	const folder = join(scratchFolder, 'unpacked');
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const log = join(scratchFolder, 'build.log');
	await run('tar', ['-xzf', tarball, '--strip-components=1'], { cwd: folder, log });
	return folder;
}

async function scan(folder, patterns) {
	const { passed, message, details } = await analyzePackage(folder, patterns);
	// Nothing looked at counts as passed there, with a message.
	if (!passed || message) throw new Error([message, details].filter(Boolean).join('\n'));
}

/** Modules that a file takes from somewhere else than the package itself or n8n. */
function foreign(folder, file) {
	const { importedFiles } = ts.preProcessFile(readFileSync(join(folder, file), 'utf8'), true, true);
	return importedFiles
		.map(({ fileName }) => fileName)
		.filter((name) => !/^\.\.?\//.test(name) && !PROVIDED.includes(name.split('/')[0]))
		.map((name) => `${file} requires ${name}`);
}

/** n8n puts its own modules at the end of where packages look for theirs; here it is our tools'. */
function load(path) {
	process.env.NODE_PATH = join(repository, 'node_modules');
	Module._initPaths();
	const [name] = basename(path).split('.');
	const { [name]: Type } = createRequire(import.meta.url)(path);
	const { description, icon } = new Type();
	const { light, dark } = description?.icon ?? icon;
	expectNone(
		[light, dark]
			.map((reference) => join(dirname(path), reference.replace(/^file:/, '')))
			.filter((file) => !existsSync(file)),
	);
}

function expectNone(found) {
	if (found.length > 0) throw new Error(found.join('\n'));
}

await runScript(import.meta.url, main);
