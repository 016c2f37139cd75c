/** The panel of a node: its fields, by the names of their parameters. */
import type { Locator, Page } from '@playwright/test';

const panel = (page: Page): Locator => page.getByTestId('ndv');

const field = (page: Page, name: string): Locator =>
	panel(page).getByTestId(`parameter-input-${name}`);

/** The labels that every panel of the PeopleLens node begins with. */
export const ABOVE = ['Credential', 'Resource', 'Operation'];

/** What a dropdown that is open offers. */
const options = (page: Page): Locator => page.getByRole('option').filter({ visible: true });

const option = (page: Page, text: string): Locator =>
	options(page).filter({ has: page.getByText(text, { exact: true }) });

/** The labels of the fields, from top to bottom. */
export async function labels(page: Page): Promise<string[]> {
	const all = panel(page).getByTestId('node-parameters').locator('label').filter({ visible: true });
	return (await all.allInnerTexts()).map((text) => text.split('\n')[0].replace('*', '').trim());
}

/** Opens a dropdown, and waits until something is in it. */
export async function open(page: Page, name: string): Promise<void> {
	// Disabled while it is loading what it offers.
	await field(page, name).locator('input:enabled').first().waitFor();
	await field(page, name).locator('.el-select').first().click();
	await options(page).first().waitFor();
}

/** Chooses an entry of a dropdown. */
export async function choose(page: Page, name: string, text: string): Promise<void> {
	await open(page, name);
	await option(page, text).click();
}

/** Chooses entries of a dropdown that takes several. */
export async function chooseSeveral(page: Page, name: string, texts: string[]): Promise<void> {
	await open(page, name);
	for (const text of texts) await option(page, text).click();
	await page.keyboard.press('Escape');
}

/** Types into a field. */
export async function type(page: Page, name: string, text: string): Promise<void> {
	await field(page, name).locator('input').fill(text);
}

/** Turns a switch over. */
export async function toggle(page: Page, name: string): Promise<void> {
	await field(page, name).locator('label, .el-switch, input').first().click();
}

/** Adds fields of a collection, such as Filters. @param button such as 'Add filter' */
export async function add(page: Page, button: string, texts: string[]): Promise<void> {
	for (const text of texts) {
		await addButton(page, button).click();
		await option(page, text).click();
	}
}

/** The same where a collection has one field only: n8n then asks nothing. */
export async function addOnly(page: Page, button: string): Promise<void> {
	await addButton(page, button).click();
}

const addButton = (page: Page, button: string): Locator =>
	panel(page)
		.getByTestId('collection-parameter-add')
		.filter({ has: page.getByText(button).or(page.getByPlaceholder(button)) });

/** Goes back to the canvas. */
export async function close(page: Page): Promise<void> {
	await page.getByTestId('ndv-close-button').click();
	await panel(page).waitFor({ state: 'hidden' });
}
