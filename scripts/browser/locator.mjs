/** The field "User": from the list, by ID, or by email. */

const mode = (page) => page.getByTestId('rlc-mode-selector');

export const userField = (page) => page.getByTestId('rlc-input');

/** The people in the list that is open. */
export const people = (page) => page.getByTestId('rlc-item');

/** @param {'From list' | 'By ID' | 'By Email'} name as n8n writes it */
export async function setMode(page, name) {
	await mode(page).click();
	await page.getByRole('option', { name }).filter({ visible: true }).click();
}

/** Opens the list, and waits for the people in it. */
export async function openList(page) {
	await userField(page).click();
	await people(page).first().waitFor();
}

/** Searches the list. */
export async function searchList(page, text) {
	const answered = page.waitForResponse(/resource-locator-results/);
	await page.getByTestId('rlc-search').fill(text);
	await answered;
}
