/** What package.json says about who publishes this, and whether the rest agrees. */
import { execFileSync, join, nodeProcess, readFileSync, repositoryRoot } from '../harness/node';
import { readManifest, type Manifest } from '../harness/package';

const read = (path: string) => readFileSync(join(repositoryRoot, path), 'utf8');

/** @returns such as peoplelens/n8n-nodes-peoplelens */
const nameOfRepository = ({ repository }: Manifest): string =>
	/github\.com\/([^/]+\/[^/]+?)(?:\.git)?$/.exec(repository.url)?.[1] ?? '(none)';

/** @returns where a link leads to this project, but in another repository */
export function findOtherRepositories(): string[] {
	const own = nameOfRepository(readManifest());
	const [, project] = own.split('/');
	const links = RegExp(`github\\.com/([\\w.-]+/${project})(?![\\w-])`, 'g');
	const files = execFileSync('git', ['grep', '-lI', `github.com/[^/]*/${project}`], {
		cwd: repositoryRoot,
		encoding: 'utf8',
	});
	return files
		.trim()
		.split('\n')
		.flatMap((path) => [...read(path).matchAll(links)].map(([, name]) => ({ path, name })))
		.map(({ path, name }) => ({ path, name: name.replace(/\.git$/, '') }))
		.filter(({ name }) => name !== own)
		.map(({ path, name }) => `${path} names ${name}, package.json ${own}`);
}

/**
 * Whether the commit that is checked out was merged: a tag can be put on any commit, also on one that
 * nobody has reviewed.
 * @param folder a clone with its whole history
 */
export function isOnMain(folder: string): boolean {
	const git = (...args: string[]) => {
		try {
			return execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: 'pipe' }).trim();
		} catch {
			return undefined;
		}
	};
	// On GitHub, a tag is checked out without a local main.
	const main = git('rev-parse', '--verify', '--quiet', 'origin/main');
	return main !== undefined && git('merge-base', '--is-ancestor', 'HEAD', main) !== undefined;
}

/** @returns what would keep npm or a reader from taking this as the tag's version */
export function findUnfit(tag: string): string[] {
	const manifest = readManifest();
	const { GITHUB_REPOSITORY: actual } = nodeProcess.env;
	const own = nameOfRepository(manifest);
	const required: Array<[boolean, string]> = [
		[isOnMain(repositoryRoot), 'The tag is on no commit of the branch main on GitHub'],
		[manifest.version === tag, `package.json has the version ${manifest.version}`],
		[read('CHANGELOG.md').includes(`## [${tag}]`), `CHANGELOG.md has no section "## [${tag}]"`],
		// npm refuses a provenance that names another repository than package.json.
		[!actual || actual === own, `This is ${actual}, but package.json names ${own}`],
		[
			!/\.example$/.test(manifest.author.email),
			`package.json has a made-up address for the author: ${manifest.author.email}`,
		],
	];
	return required.filter(([holds]) => !holds).map(([, fault]) => fault);
}
