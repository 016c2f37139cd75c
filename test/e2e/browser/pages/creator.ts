/** n8n's node creator, in which people find nodes and their actions. */
import type { Locator, Page } from '@playwright/test';
import { dismissToasts } from './outcome';
import { close } from './panel';

/** In ms. */
const FIRST_LOAD = 60_000;

/** Opens an empty workflow, and waits until n8n knows which credentials there are for it. */
export async function openNewWorkflow(page: Page): Promise<void> {
	// The first one loads the editor, for which a busy machine takes its time.
	const credentials = page.waitForResponse(/\/rest\/credentials\/for-workflow/, {
		timeout: FIRST_LOAD,
	});
	await page.goto('/workflow/new');
	await credentials;
	await page.getByTestId('canvas-plus-button').waitFor();
}

/** Clears the workflow, which is much quicker than opening a new one, and opens the creator. */
export async function openCreator(page: Page): Promise<void> {
	if (await page.getByTestId('ndv').isVisible()) await close(page);
	await dismissToasts(page);
	const addFirstStep = page.getByTestId('canvas-plus-button');
	if (!(await addFirstStep.isVisible())) {
		await page.keyboard.press('ControlOrMeta+a');
		await page.keyboard.press('Delete');
	}
	await addFirstStep.click();
	await creator(page).waitFor();
}

/** Opens the creator for a step behind the last one. */
export async function openCreatorBehind(page: Page): Promise<void> {
	await page.getByTestId('canvas-handle-plus').last().click();
	await creator(page).waitFor();
}

/**
 * Types into the search field and waits for a node of that name.
 * @returns the names of all nodes that were found, best first
 */
export async function search(page: Page, text: string, name: string): Promise<string[]> {
	const field = creator(page).getByTestId('node-creator-search-bar');
	// Emptied first, so that what is found is not what was found before.
	await field.fill('');
	await entry(page, name).waitFor({ state: 'hidden' });
	await field.fill(text);
	await entry(page, name).waitFor();
	return await creator(page).getByTestId('node-creator-item-name').allInnerTexts();
}

/**
 * Opens a node's entry and all that is folded up in it: on an empty workflow, these are the actions.
 * @returns what stands there, line by line
 */
export async function openEntry(
	page: Page,
	name: string,
	kind: 'Actions' | 'Triggers' = 'Actions',
): Promise<string[]> {
	await entry(page, name).click();
	const heading = new RegExp(`^${kind} \\(`);
	const actions = page.locator('[data-category-collapsed]').filter({ hasText: heading });
	await actions.waitFor();
	if ((await actions.getAttribute('data-category-collapsed')) === 'true') await actions.click();
	await actions.getByTestId('node-creator-item-name').first().waitFor();
	return (await creator(page).innerText()).split('\n').filter((line) => line.trim() !== '');
}

/** Puts an action of the PeopleLens node into a new workflow. Its panel is open afterwards. */
export async function place(page: Page, action: string): Promise<void> {
	await openCreator(page);
	await search(page, 'PeopleLens', 'PeopleLens');
	await addAction(page, 'PeopleLens', action);
}

/** Adds a node, or one action of it, behind the last node. Its panel is open afterwards. */
export async function append(page: Page, name: string, action?: string): Promise<void> {
	await openCreatorBehind(page);
	await search(page, name, name);
	if (action) return await addAction(page, name, action);
	await entry(page, name).click();
	await page.getByTestId('ndv').waitFor();
}

/** From what was found, puts an action of a node into the workflow. */
export async function addAction(page: Page, name: string, action: string): Promise<void> {
	await openEntry(page, name);
	await entry(page, action).click();
	await page.getByTestId('ndv').waitFor();
}

export const creator = (page: Page): Locator => page.getByTestId('node-creator');

/** The line of a node with exactly this name. */
const entry = (page: Page, name: string): Locator =>
	creator(page)
		.getByTestId('node-creator-item-name')
		.and(page.getByText(name, { exact: true }));
