/** Builds the package and packs it as npm would publish it. */
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { repository, scratchFolder } from './lib/folders.mjs';
import { withLock } from './lib/lock.mjs';
import { runScript, say } from './lib/output.mjs';
import { run } from './lib/processes.mjs';

/**
 * @param {string} folder made when missing; tarballs from earlier times are removed from it
 * @returns {Promise<string>} path of the tarball
 * @throws {Trouble} when the build does not succeed
 */
export async function packPackage(folder) {
	mkdirSync(folder, { recursive: true });
	tarballsIn(folder).forEach((name) => rmSync(join(folder, name)));
	const options = { cwd: repository, log: join(scratchFolder, 'build.log') };
	// The build empties dist/, so two must not run at once, nor one while the other packs.
	await withLock(join(scratchFolder, 'build.lock'), async () => {
		await run('npm', ['run', 'build'], options);
		await run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], options);
	});
	return join(folder, tarballsIn(folder)[0]);
}

const tarballsIn = (folder) => readdirSync(folder).filter((name) => name.endsWith('.tgz'));

await runScript(import.meta.url, async () => {
	say(await packPackage(resolve(process.argv[2] ?? join(scratchFolder, 'package'))));
});
