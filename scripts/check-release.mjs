/**
 * Could this commit be released? Looks at the workflows that publish it, at the fields that only
 * the owner knows, and publishes it for the sake of trying, without sending anything.
 *
 *   npm run test:release                   a rehearsal, at any time
 *   npm run test:release -- --tag 1.2.3    for a tag: also whether version, changelog and
 *                                          repository fit it
 */
import { parseArgs } from 'node:util';
import { createChecks } from './lib/checks.mjs';
import { runScript } from './lib/output.mjs';
import { setUp } from './setup.mjs';

await runScript(import.meta.url, async () => {
	const { values } = parseArgs({ options: { tag: { type: 'string' } } });
	await setUp();
	// Only now are the libraries there.
	const { readWorkflows, findFaults } = await import('./release/workflows.mjs');
	const { findOtherRepositories, findUnfit } = await import('./release/manifest.mjs');
	const { rehearse } = await import('./release/rehearsal.mjs');

	const { check, finish } = createChecks();
	const expectNone = (found) => {
		if (found.length > 0) throw new Error(found.join('\n'));
	};
	for (const { file, workflow } of readWorkflows()) {
		await check(`${file} is sound`, () => expectNone(findFaults(file, workflow)));
	}
	await check('all links lead to the repository that package.json names', () =>
		expectNone(findOtherRepositories()),
	);
	if (values.tag !== undefined) {
		await check(`the tag ${values.tag} fits`, () => expectNone(findUnfit(values.tag)));
	}
	await check('a rehearsal of npm publish succeeds, and sends nothing', rehearse);
	finish();
});
