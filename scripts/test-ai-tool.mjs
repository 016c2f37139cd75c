/**
 * The PeopleLens tool in the hands of an AI Agent: n8n's own agent, with a model that follows a
 * script. Checks what the model reads, what it can do, and what it can't.
 */
import assert from 'node:assert/strict';
import { createChecks } from './lib/checks.mjs';
import { runScript } from './lib/output.mjs';
import { setUp } from './setup.mjs';

await runScript(import.meta.url, async () => {
	await setUp();
	// Only now are the libraries there.
	const { openStage } = await import('./ai/stage.mjs');
	const { checkWords } = await import('./ai/stories/words.mjs');
	const { checkWork } = await import('./ai/stories/work.mjs');
	const { checkErrors } = await import('./ai/stories/errors.mjs');
	const { checkControl } = await import('./ai/stories/control.mjs');

	const stage = await openStage();
	const { check, finish } = createChecks();
	await checkWords(check, stage);
	await checkWork(check, stage);
	await checkErrors(check, stage);
	await checkControl(check, stage);
	await check('the model never got the API key of PeopleLens', () => {
		assert.ok(!JSON.stringify(stage.model.everything).includes(stage.sandbox.apiKey));
	});
	await stage.stop();
	finish();
});
