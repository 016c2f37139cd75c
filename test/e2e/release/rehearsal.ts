import { scratchFolder } from '../harness/folders';
import { join, repositoryRoot } from '../harness/node';
import { packPackage } from '../harness/package';
import { run } from '../harness/processes';

/** What npm would publish. */
export interface Published {
	/** Name and version. */
	id: string;
	files: Array<{ path: string }>;
}

/**
 * Builds, packs, and lets npm do all that it does before it sends the package. Needs no network and
 * no account.
 * @throws {UserFacingError} when npm refuses
 */
export async function rehearsePublishing(): Promise<Published> {
	const tarball = await packPackage(join(scratchFolder, 'rehearsal'));
	const options = [
		...['--dry-run', '--json', '--provenance', '--access', 'public', '--tag', 'latest'],
		// Without it npm asks the registry whether the version is there already. Nobody listens at
		// this address: if anything were sent, it would not succeed.
		...['--force', '--registry', 'http://127.0.0.1:9/', '--fetch-retries', '0'],
	];
	const log = join(scratchFolder, 'publish.log');
	const printed = await run('npm', ['publish', tarball, ...options], { cwd: repositoryRoot, log });
	const answer: Published | Record<string, Published> = JSON.parse(printed);
	// Some releases of npm put the package's name around it.
	return isPublished(answer) ? answer : Object.values(answer)[0];
}

const isPublished = (answer: Published | Record<string, Published>): answer is Published =>
	typeof answer.id === 'string';
