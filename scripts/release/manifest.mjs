/** What package.json says about who publishes this, and whether the rest agrees. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../lib/folders.mjs';

const read = (path) => readFileSync(join(repository, path), 'utf8');
const readManifest = () => JSON.parse(read('package.json'));

/** @returns {string} such as peoplelens/n8n-nodes-peoplelens */
const nameOfRepository = (manifest) =>
	/github\.com\/([^/]+\/[^/]+?)(?:\.git)?$/.exec(manifest.repository.url)?.[1] ?? '(none)';

/** @returns {string[]} where a link leads to this project, but in another repository */
export function findOtherRepositories() {
	const manifest = readManifest();
	const own = nameOfRepository(manifest);
	const [, project] = own.split('/');
	const links = RegExp(`github\\.com/([\\w.-]+/${project})(?![\\w-])`, 'g');
	const files = execFileSync('git', ['grep', '-lI', `github.com/[^/]*/${project}`], {
		cwd: repository,
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

/** @returns {string[]} what would keep npm or a reader from taking this as the tag's version */
export function findUnfit(tag) {
	const manifest = readManifest();
	const { GITHUB_REPOSITORY: actual } = process.env;
	const own = nameOfRepository(manifest);
	const required = [
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
