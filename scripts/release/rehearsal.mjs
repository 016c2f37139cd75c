import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository, scratchFolder } from '../lib/folders.mjs';
import { run } from '../lib/processes.mjs';
import { packPackage } from '../pack.mjs';

const log = join(scratchFolder, 'publish.log');

/**
 * Builds, packs, and lets npm do all that it does before it sends the package. Needs no network and
 * no account.
 * @throws {Error} when npm refuses, or would publish something else
 */
export async function rehearse() {
	const folder = join(scratchFolder, 'rehearsal');
	mkdirSync(folder, { recursive: true });
	const tarball = await packPackage(folder);
	const options = [
		...['--dry-run', '--json', '--provenance', '--access', 'public', '--tag', 'latest'],
		// Without it npm asks the registry whether the version is there already. Nobody listens at
		// this address: if anything were sent, it would not succeed.
		...['--force', '--registry', 'http://127.0.0.1:9/', '--fetch-retries', '0'],
	];
	const printed = await run('npm', ['publish', tarball, ...options], { cwd: repository, log });
	const answer = JSON.parse(printed);
	// Some releases of npm put the package's name around it.
	const { id, files } = answer.id ? answer : Object.values(answer)[0];
	const { name, version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
	if (id !== `${name}@${version}`) throw new Error(`npm would publish ${id}`);
	const published = files.map(({ path }) => path);
	for (const needed of ['package.json', 'README.md', 'dist/nodes/PeopleLens/PeopleLens.node.js']) {
		if (!published.includes(needed)) throw new Error(`npm would leave out ${needed}`);
	}
}
