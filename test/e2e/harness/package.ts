/** This package: built, packed as npm would publish it, installed as n8n keeps it. */
import ts from 'typescript';
import { scratchFolder } from './folders';
import { withLock } from './lock';
import {
	join,
	mkdirSync,
	nodeProcess,
	readFileSync,
	readdirSync,
	relative,
	repositoryRoot,
	rmSync,
} from './node';
import { PACKAGE_NAME } from './nodeTypes';
import { run } from './processes';
import { TARBALL_VARIABLE } from './settings';

/** What package.json says. */
export interface Manifest {
	name: string;
	version: string;
	author: { email: string };
	repository: { url: string };
	engines: { n8n: string };
	scripts: Record<string, string>;
	dependencies?: Record<string, string>;
	n8n: { credentials: string[]; nodes: string[] };
}

export const readManifest = (folder = repositoryRoot): Manifest =>
	JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/**
 * Builds the package and packs it as npm would publish it.
 * @param folder made when missing; tarballs from earlier times are removed from it
 * @returns path of the tarball
 * @throws {UserFacingError} when the build does not succeed
 */
export async function packPackage(folder: string): Promise<string> {
	mkdirSync(folder, { recursive: true });
	tarballsIn(folder).forEach((name) => rmSync(join(folder, name)));
	const options = { cwd: repositoryRoot, log: join(scratchFolder, 'build.log') };
	// The build empties dist/, so two must not run at once, nor one while the other packs.
	await withLock(join(scratchFolder, 'build'), async () => {
		await run('npm', ['run', 'build'], options);
		await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], options);
	});
	return join(folder, tarballsIn(folder)[0]);
}

/** Where the tarball for a suite or an environment is kept: no other run takes it away. */
export const tarballFolder = (name: string): string => join(scratchFolder, 'packages', name);

/** The tarball of this test run; packed anew when a test file is run by itself. */
export const packedPackage = async (name: string): Promise<string> =>
	nodeProcess.env[TARBALL_VARIABLE] ?? (await packPackage(tarballFolder(name)));

const tarballsIn = (folder: string) => readdirSync(folder).filter((name) => name.endsWith('.tgz'));

/** Inside a tarball from npm everything lies in a folder named "package". */
export async function unpack(tarball: string, folder: string, log: string): Promise<void> {
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	// Some tar takes what stands before the colon of C:\ for another computer.
	const path = relative(folder, tarball);
	await run('tar', ['-xzf', path, '--strip-components=1'], { cwd: folder, log });
}

/** The modules that a file of the package requires and that are not the package's own. */
export function foreignModules(file: string): string[] {
	const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
	const names = importedFiles.map(({ fileName }) => fileName);
	return names.filter((name) => !/^\.\.?\//.test(name)).map((name) => name.split('/')[0]);
}

/** The same of all files below a folder, each once. */
export function requiredModules(folder: string): string[] {
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
	const code = files.filter((file) => file.endsWith('.js'));
	return [...new Set(code.flatMap((file) => foreignModules(join(folder, file))))];
}

/** Where n8n keeps the package, below its user folder. */
export const packageFolderIn = (userFolder: string): string =>
	join(userFolder, '.n8n', 'nodes', 'node_modules', PACKAGE_NAME);

/**
 * Installs the packed package the way n8n keeps community packages, replacing what is there.
 * To be done while that n8n is not running.
 */
export async function installPackage(
	userFolder: string,
	tarball: string,
	log: string,
): Promise<Manifest> {
	const folder = packageFolderIn(userFolder);
	await unpack(tarball, folder, log);
	return readManifest(folder);
}
