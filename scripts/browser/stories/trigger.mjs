/** Someone lets PeopleLens start a workflow. */
import assert from 'node:assert/strict';
import { creator, openCreator, openEntry, openNewWorkflow, search } from '../creator.mjs';
import { executeForItems, itemsShown } from '../outcome.mjs';
import { chooseSeveral, close, labels } from '../panel.mjs';

const ABOVE = ['Credential', 'Poll Times', 'Mode'];
const LABELS = [...ABOVE, 'Action Names or IDs', 'Filters', 'Start From', 'Options'];

const ACTION = 'CANDIDATE_DELETED';

/** Leaves behind which workflow waits for which event, for the story's end. */
export async function startTrigger(told) {
	const { page, sandbox, check, shot } = told;
	await check('the trigger is offered, and asks little', async () => {
		await openCreator(page);
		await search(page, 'PeopleLens', 'PeopleLens');
		await openEntry(page, 'PeopleLens');
		await creator(page).getByText('On new PeopleLens event').click();
		await page.getByTestId('node-credentials-select').waitFor();
		await shot('trigger empty');
		assert.deepEqual(await labels(page), LABELS);
	});
	await check('Fetch Test Event shows the latest events of the chosen action', async () => {
		await chooseSeveral(page, 'actions', ['Candidate Deleted']);
		const { rows } = await executeForItems(page);
		await shot('trigger test event');
		const events = (await sandbox.events()).filter(({ action }) => action === ACTION);
		const newest = events.slice(-3).map(({ id }) => id);
		assert.deepEqual(rows.map(({ id }) => id).sort(), newest.sort());
	});
	await check('published, it says what it will do', async () => {
		await close(page);
		await page.getByTestId('workflow-open-publish-modal-button').click();
		await page.getByTestId('workflow-publish-button').click();
		await page
			.getByText('PeopleLens is now checked for new audit events at the times you chose.')
			.waitFor();
		await shot('trigger published');
		await page.getByRole('button', { name: 'Got it' }).click();
		const workflow = new URL(page.url()).pathname;
		const [event] = await sandbox.addEvents([{ action: ACTION }]);
		told.waiting = { workflow, event };
	});
	await openNewWorkflow(page);
}

export async function seeEventArrive({ page, waiting, check, shot }) {
	await check('an event starts the workflow within a minute or so', async () => {
		assert.ok(waiting, 'The workflow was not published.');
		await page.goto(`${waiting.workflow}/executions`);
		// The one below it is the test by hand.
		const succeeded = page.getByTestId('current-executions-list').getByText('Succeeded');
		await succeeded.nth(1).waitFor({ timeout: 70_000 });
		await shot('trigger executions');
		// n8n's list of recommendations lies on top, on the first visit after publishing.
		await page.keyboard.press('Escape');
		await succeeded.first().click();
		await page.getByTestId('canvas-trigger-node').dblclick();
		const { rows } = await itemsShown(page);
		await shot('trigger event arrived');
		assert.deepEqual(
			rows.map(({ id, action }) => [id, action]),
			[[waiting.event.id, ACTION]],
		);
	});
}
