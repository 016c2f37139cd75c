/** The dialog in which people enter address and key. */
import { expect, type Locator, type Page } from '@playwright/test';

const dialog = (page: Page): Locator => page.getByTestId('editCredential-modal');

/** Opens the dialog for a new credential from the panel of a node that has none. */
export async function openDialog(page: Page): Promise<void> {
	await page.getByText('Connect to PeopleLens').click();
	await dialog(page).getByTestId('credential-save-button').waitFor();
}

/** All that stands in the dialog. */
export const textOf = (page: Page): Promise<string> => dialog(page).innerText();

export async function fill(
	page: Page,
	{ baseUrl, apiKey }: { baseUrl: string; apiKey: string },
): Promise<void> {
	await dialog(page).getByTestId('parameter-input-baseUrl').locator('input').fill(baseUrl);
	await dialog(page).getByTestId('parameter-input-apiKey').locator('input').fill(apiKey);
}

export async function fillSecret(page: Page, secret: string): Promise<void> {
	await dialog(page).getByTestId('parameter-input-webhookSecret').locator('input').fill(secret);
}

/** Saves. @returns what n8n says about the test that it makes */
export async function saveAndReadRefusal(page: Page): Promise<string> {
	const tested = page.waitForResponse(/\/rest\/credentials\/test/);
	await dialog(page).getByTestId('credential-save-button').click();
	const { data } = await (await tested).json();
	expect(data, 'the test is green').toMatchObject({ status: 'Error' });
	const details = dialog(page).getByText(data.message);
	const unfold = dialog(page).getByText('More details');
	await details.or(unfold).waitFor();
	// Unfolded once, they stay so.
	if (await unfold.isVisible()) await unfold.click();
	return await details.innerText();
}

/** Opens the dialog of the credential that the node has. n8n tests it again, and says that it works. */
export async function openAgain(page: Page): Promise<void> {
	await page.getByTestId('credential-edit-button').click();
	await dialog(page).getByText('Connection tested successfully').waitFor();
}

export async function leave(page: Page): Promise<void> {
	await page.keyboard.press('Escape');
	await dialog(page).waitFor({ state: 'hidden' });
}

/** Saves. n8n closes the dialog by itself when the test is green. */
export async function saveAndClose(page: Page): Promise<void> {
	await dialog(page).getByTestId('credential-save-button').click();
	await dialog(page).waitFor({ state: 'hidden' });
}
