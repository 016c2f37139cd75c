/** The panel of a node: its fields, by the names of their parameters. */

const panel = (page) => page.getByTestId('ndv');

const field = (page, name) => panel(page).getByTestId(`parameter-input-${name}`);

/** The labels that every panel of the PeopleLens node begins with. */
export const ABOVE = ['Credential', 'Resource', 'Operation'];

/** What a dropdown that is open offers. */
export const options = (page) => page.getByRole('option').filter({ visible: true });

const option = (page, text) => options(page).filter({ has: page.getByText(text, { exact: true }) });

/** The labels of the fields, from top to bottom. */
export async function labels(page) {
	const all = panel(page).getByTestId('node-parameters').locator('label').filter({ visible: true });
	return (await all.allInnerTexts()).map((text) => text.split('\n')[0].replace('*', '').trim());
}

/** Opens a dropdown, and waits until something is in it. */
export async function open(page, name) {
	// Disabled while it is loading what it offers.
	await field(page, name).locator('input:enabled').first().waitFor();
	await field(page, name).locator('.el-select').first().click();
	await options(page).first().waitFor();
}

/** Chooses an entry of a dropdown. */
export async function choose(page, name, text) {
	await open(page, name);
	await option(page, text).click();
}

/** Chooses entries of a dropdown that takes several. */
export async function chooseSeveral(page, name, texts) {
	await open(page, name);
	for (const text of texts) await option(page, text).click();
	await page.keyboard.press('Escape');
}

/** Types into a field. */
export async function type(page, name, text) {
	await field(page, name).locator('input').fill(text);
}

/** Turns a switch over. */
export async function toggle(page, name) {
	await field(page, name).locator('label, .el-switch, input').first().click();
}

/** Adds fields of a collection, such as Filters. @param {string} button such as 'Add filter' */
export async function add(page, button, texts) {
	for (const text of texts) {
		await addButton(page, button).click();
		await option(page, text).click();
	}
}

/** The same where a collection has one field only: n8n then asks nothing. */
export async function addOnly(page, button) {
	await addButton(page, button).click();
}

const addButton = (page, button) =>
	panel(page)
		.getByTestId('collection-parameter-add')
		.filter({ has: page.getByText(button).or(page.getByPlaceholder(button)) });

/** Goes back to the canvas. */
export async function close(page) {
	await page.getByTestId('ndv-close-button').click();
	await panel(page).waitFor({ state: 'hidden' });
}
