/**
 * The workflows in examples/: fit to be given away, known to a real n8n in every parameter, and
 * doing what they say, against the sandbox and stand-ins for Slack, Elastic, Splunk and the model.
 */
import assert from 'node:assert/strict';
import { createChecks } from './lib/checks.mjs';
import { runScript, say } from './lib/output.mjs';
import { setUp } from './setup.mjs';

await runScript(import.meta.url, async () => {
	await setUp();
	// Only now are the libraries there.
	const { findBlemishes, readExamples, readIntroduction } = await import('./examples/files.mjs');
	const { findUnknown } = await import('./examples/knownToN8n.mjs');
	const { openStage } = await import('./examples/stage.mjs');
	const { stories } = await import('./examples/stories.mjs');

	const stage = await openStage();
	const { check, finish } = createChecks();
	const types = await stage.rest.nodeTypes();
	const introduction = readIntroduction();

	async function tell({ file, workflow }) {
		const named = (name, verify) => check(`${file}: ${name}`, verify);
		await named('is fit to be given away, and introduced', () => {
			assert.deepEqual(findBlemishes(workflow), []);
			assert.ok(introduction.includes(`(${file}.json)`), 'examples/README.md does not name it');
		});
		await named('this n8n knows every node and every parameter', () =>
			assert.deepEqual(findUnknown(workflow, types), []),
		);
		const placed = await named('it can be imported', () => stage.place(workflow));
		const story = stories[file];
		await named('its story is told here', () => assert.ok(story));
		if (!placed || !story) return;
		if (story.needs && !stage[story.needs]) {
			say(`  --    ${file}: not run, because ${story.needs} is not installed here`);
			return;
		}
		await story.tell(named, stage, placed);
	}

	// All at once: most of them wait for the trigger, which checks once a minute.
	await Promise.all(
		readExamples().map((example) =>
			tell(example).catch((error) =>
				check(`${example.file}: its story comes to its end`, () => assert.fail(error)),
			),
		),
	);
	await stage.stop();
	finish();
});
