/** The dialog in which people enter address and key. */
import assert from 'node:assert/strict';

const dialog = (page) => page.getByTestId('editCredential-modal');

/** Opens the dialog for a new credential from the panel of a node that has none. */
export async function openDialog(page) {
	await page.getByText('Connect to PeopleLens').click();
	await dialog(page).getByTestId('credential-save-button').waitFor();
}

/** All that stands in the dialog. */
export const textOf = (page) => dialog(page).innerText();

export async function fill(page, { baseUrl, apiKey }) {
	await dialog(page).getByTestId('parameter-input-baseUrl').locator('input').fill(baseUrl);
	await dialog(page).getByTestId('parameter-input-apiKey').locator('input').fill(apiKey);
}

/** Saves, and reads what n8n says about the test that it makes. @returns {Promise<string>} */
export async function saveAndReadRefusal(page) {
	const tested = page.waitForResponse(/\/rest\/credentials\/test/);
	await dialog(page).getByTestId('credential-save-button').click();
	const { data } = await (await tested).json();
	assert.equal(data.status, 'Error', `The test is green: ${data.message}`);
	const details = dialog(page).getByText(data.message);
	const unfold = dialog(page).getByText('More details');
	await details.or(unfold).waitFor();
	// Unfolded once, they stay so.
	if (await unfold.isVisible()) await unfold.click();
	return await details.innerText();
}

/** Opens the dialog of the credential that the node has. n8n tests it again, and says that it works. */
export async function openAgain(page) {
	await page.getByTestId('credential-edit-button').click();
	await dialog(page).getByText('Connection tested successfully').waitFor();
}

export async function leave(page) {
	await page.keyboard.press('Escape');
	await dialog(page).waitFor({ state: 'hidden' });
}

/** Saves. n8n closes the dialog by itself when the test is green. */
export async function saveAndClose(page) {
	await dialog(page).getByTestId('credential-save-button').click();
	await dialog(page).waitFor({ state: 'hidden' });
}
