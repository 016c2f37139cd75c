/** Someone lets PeopleLens start a workflow. */
import type { SandboxEvent } from '../harness/sandboxControl';
import { creator, openCreator, openEntry, openNewWorkflow, search } from './pages/creator';
import { executeForItems, itemsShown } from './pages/outcome';
import { chooseSeveral, close, labels } from './pages/panel';
import { expect, test } from './test';

const ABOVE = ['Credential', 'Poll Times', 'Mode'];
const LABELS = [...ABOVE, 'Trigger On', 'Action Names or IDs', 'Filters', 'Start From', 'Options'];

const ACTION = 'CANDIDATE_DELETED';

test.describe.configure({ mode: 'serial' });

/** The path of the published workflow, and the event that it waits for. */
let workflow: string;
let event: SandboxEvent;

test.beforeAll(({ editor }) => openNewWorkflow(editor));
test.afterAll(({ editor }) => openNewWorkflow(editor));

test('the trigger is offered, and asks little', async ({ editor, keepScreenshot }) => {
	await openCreator(editor);
	await search(editor, 'PeopleLens', 'PeopleLens');
	const lines = await openEntry(editor, 'PeopleLens');
	await keepScreenshot('triggers in the node creator');
	for (const words of ['On any audit event', 'On candidate deleted', 'On user login']) {
		expect(lines).toContain(words);
	}
	await creator(editor).getByText('On chosen audit events').click();
	await editor.getByTestId('node-credentials-select').waitFor();
	await keepScreenshot('trigger empty');
	expect(await labels(editor)).toEqual(LABELS);
});
test('Fetch Test Event shows the latest events of the chosen action', async ({
	editor,
	sandbox,
	keepScreenshot,
}) => {
	await chooseSeveral(editor, 'actions', ['Candidate Deleted']);
	const { rows } = await executeForItems(editor);
	await keepScreenshot('trigger test event');
	const events = (await sandbox.events()).filter(({ action }) => action === ACTION);
	const newest = events.slice(-3).map(({ id }) => id);
	expect(rows.map(({ id }) => id).sort()).toEqual(newest.sort());
});
test('when it is published, the trigger says what it will do', async ({
	editor,
	sandbox,
	keepScreenshot,
}) => {
	await close(editor);
	await editor.getByTestId('workflow-open-publish-modal-button').click();
	await editor.getByTestId('workflow-publish-button').click();
	await editor
		.getByText('PeopleLens is now checked for new audit events at the times you chose.')
		.waitFor();
	await keepScreenshot('trigger published');
	await editor.getByRole('button', { name: 'Got it' }).click();
	workflow = new URL(editor.url()).pathname;
	[event] = await sandbox.addEvents([{ action: ACTION }]);
});
test('an event starts the workflow within a minute or so', async ({ editor, keepScreenshot }) => {
	await editor.goto(`${workflow}/executions`);
	// The one below it is the test by hand.
	const succeeded = editor.getByTestId('current-executions-list').getByText('Succeeded');
	await succeeded.nth(1).waitFor({ timeout: 70_000 });
	await keepScreenshot('trigger executions');
	// n8n's list of recommendations lies on top, on the first visit after publishing.
	await editor.keyboard.press('Escape');
	await succeeded.first().click();
	await editor.getByTestId('canvas-trigger-node').dblclick();
	const { rows } = await itemsShown(editor);
	await keepScreenshot('trigger event arrived');
	expect(rows.map(({ id, action }) => [id, action])).toEqual([[event.id, ACTION]]);
});
