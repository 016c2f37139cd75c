/** Someone lets PeopleLens start a workflow at once: which URL goes where, and what arrives. */
import type { Page } from '@playwright/test';
import { creator, openCreator, openEntry, openNewWorkflow, search } from './pages/creator';
import * as dialog from './pages/credentialDialog';
import { dismissToasts, itemsShown } from './pages/outcome';
import { close, labels } from './pages/panel';
import { copiedUrl } from './pages/webhookUrls';
import { expect, test } from './test';

/** n8n leaves "Trigger" out. */
const ENTRY = 'PeopleLens Webhook';
const SECRET = 'dummy-browser-webhook-example';

test.describe.configure({ mode: 'serial' });

/** The sandbox's Settings > Webhooks, as PeopleLens has one. */
let settings: Page;

test.beforeAll(async ({ editor, sandbox, browser }) => {
	await openNewWorkflow(editor);
	settings = await browser.newPage();
	await settings.goto(`${sandbox.url}/settings/webhooks`);
	await settings.locator('#kind option').first().waitFor({ state: 'attached' });
});
test.afterAll(async ({ editor }) => {
	await settings.close();
	await openNewWorkflow(editor);
});

/** Enters a URL in PeopleLens. */
async function enterUrl(url: string): Promise<void> {
	await settings.locator('#url').fill(url);
	await settings.locator('#secret').fill(SECRET);
	await settings.getByRole('button', { name: 'Save' }).click();
	await settings.getByText('Saved').waitFor();
}

/** Causes an event in PeopleLens. @returns what it says about the answer */
async function sendEvent(kind: string): Promise<string> {
	await settings.locator('#kind').selectOption(kind);
	await settings.getByRole('button', { name: 'Send' }).click();
	await settings.getByText('Sent').waitFor();
	return await settings.locator('#deliveries tr').first().innerText();
}

test('the node creator lists each hiring event by name', async ({ editor, keepScreenshot }) => {
	await openCreator(editor);
	const found = await search(editor, 'PeopleLens', ENTRY);
	expect(found.slice(0, 2).sort()).toEqual(['PeopleLens', ENTRY]);
	const lines = await openEntry(editor, ENTRY, 'Triggers');
	await keepScreenshot('webhook trigger in the node creator');
	expect(lines).toEqual(
		expect.arrayContaining([
			'On candidate stage changed',
			'On job closed',
			'On scorecard generated',
		]),
	);
});
test('the webhook trigger says which URL goes where, and asks little', async ({
	editor,
	keepScreenshot,
}) => {
	await creator(editor).getByText('On candidate stage changed').click();
	await editor.getByTestId('ndv').waitFor();
	await keepScreenshot('webhook trigger empty');
	expect(await labels(editor)).toEqual(['Credential', 'Events', 'Filters', 'Options']);
	const panel = await editor.getByTestId('ndv').innerText();
	for (const words of [
		'Candidate Stage Changed',
		'copy the Production URL into PeopleLens, Settings > Webhooks.\nPeopleLens sends to one URL',
		'Copy the Webhook Secret shown there into the credential.',
		'While it is inactive, n8n answers PeopleLens with 404',
	]) {
		expect(panel).toContain(words);
	}
});
test('the credential asks for the secret, and says what it cannot check', async ({
	editor,
	keepScreenshot,
}) => {
	await dialog.openDialog(editor);
	await dialog.fillSecret(editor, 'short');
	expect(await dialog.saveAndReadRefusal(editor)).toContain('has fewer than 8 characters');
	await keepScreenshot('webhook credential refused');
	await dialog.fillSecret(editor, SECRET);
	await dialog.saveAndClose(editor);
	await dismissToasts(editor);
});
test('an event arrives while the editor listens', async ({ editor, keepScreenshot }) => {
	const url = await copiedUrl(editor, 'Test URL');
	await keepScreenshot('webhook urls');
	expect(url).toContain('/webhook-test/');
	await enterUrl(url);
	await editor.getByTestId('node-execute-button').click();
	await editor.getByText('Waiting for PeopleLens to send an event').waitFor();
	await keepScreenshot('webhook trigger listening');
	expect(await sendEvent('candidate.stage_changed')).toContain('200');
	const { rows } = await itemsShown(editor);
	await keepScreenshot('webhook trigger event received');
	expect(rows.map(({ event }) => event)).toEqual(['candidate.stage_changed']);
});
test('the Test URL works for one event only, and PeopleLens is told so', async () => {
	expect(await sendEvent('candidate.stage_changed')).toContain('404');
});
test('the Production URL answers 404 until the workflow is published', async ({
	editor,
	keepScreenshot,
}) => {
	const url = await copiedUrl(editor, 'Production URL');
	expect(url).toMatch(/\/webhook\/.*\/webhook$/);
	await enterUrl(url);
	expect(await sendEvent('candidate.stage_changed')).toContain('404');
	await close(editor);
	await editor.getByTestId('workflow-open-publish-modal-button').click();
	await editor.getByTestId('workflow-publish-button').click();
	await editor
		.getByText('Events start this workflow as soon as its Production URL is entered')
		.waitFor();
	await keepScreenshot('webhook trigger published');
	await editor.getByRole('button', { name: 'Got it' }).click();
	expect(await sendEvent('candidate.stage_changed')).toContain('200');
});
test('the event is in the list of executions within seconds', async ({
	editor,
	keepScreenshot,
}) => {
	await editor.goto(`${new URL(editor.url()).pathname}/executions`);
	const succeeded = editor.getByTestId('current-executions-list').getByText('Succeeded');
	await succeeded.nth(1).waitFor();
	await keepScreenshot('webhook executions');
});
