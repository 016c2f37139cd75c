/** The field "User": from the list, by ID, or by email. */
import type { Locator, Page } from '@playwright/test';

const mode = (page: Page): Locator => page.getByTestId('rlc-mode-selector');

export const userField = (page: Page): Locator => page.getByTestId('rlc-input');

/** The people in the list that is open. */
export const people = (page: Page): Locator => page.getByTestId('rlc-item');

/** @param name as n8n writes it */
export async function setMode(page: Page, name: 'From list' | 'By ID' | 'By Email'): Promise<void> {
	await mode(page).click();
	await page.getByRole('option', { name }).filter({ visible: true }).click();
}

/** Opens the list, and waits for the people in it. */
export async function openList(page: Page): Promise<void> {
	await userField(page).click();
	await people(page).first().waitFor();
}

/** Searches the list. */
export async function searchList(page: Page, text: string): Promise<void> {
	const answered = page.waitForResponse(/resource-locator-results/);
	await page.getByTestId('rlc-search').fill(text);
	await answered;
}
