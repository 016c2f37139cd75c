/** n8n's node creator, in which people find nodes and their actions. */

/** Opens an empty workflow, and waits until n8n knows which credentials there are for it. */
export async function openNewWorkflow(page) {
	const credentials = page.waitForResponse(/\/rest\/credentials\/for-workflow/);
	await page.goto('/workflow/new');
	await credentials;
	await page.getByTestId('canvas-plus-button').waitFor();
}

/** Opens the creator on an empty workflow. */
export async function openCreator(page) {
	await openNewWorkflow(page);
	await page.getByTestId('canvas-plus-button').click();
	await creator(page).waitFor();
}

/**
 * Types into the search field and waits for a node of that name.
 * @returns {Promise<string[]>} the names of all nodes that were found, best first
 */
export async function search(page, text, name) {
	await creator(page).getByTestId('node-creator-search-bar').fill(text);
	await entry(page, name).waitFor();
	return await creator(page).getByTestId('node-creator-item-name').allInnerTexts();
}

/**
 * Opens a node's entry and all that is folded up in it: on an empty workflow, these are the actions.
 * @returns {Promise<string[]>} what stands there, line by line
 */
export async function openEntry(page, name) {
	await entry(page, name).click();
	const actions = page.locator('[data-category-collapsed]').filter({ hasText: /^Actions \(/ });
	await actions.waitFor();
	if ((await actions.getAttribute('data-category-collapsed')) === 'true') await actions.click();
	await actions.getByTestId('node-creator-item-name').first().waitFor();
	return (await creator(page).innerText()).split('\n').filter((line) => line.trim() !== '');
}

/** Puts an action of the PeopleLens node into a new workflow. Its panel is open afterwards. */
export async function place(page, action) {
	await openCreator(page);
	await search(page, 'PeopleLens', 'PeopleLens');
	await addAction(page, 'PeopleLens', action);
}

/** Adds a node, or one action of it, behind the last node. Its panel is open afterwards. */
export async function append(page, name, action) {
	await page.getByTestId('canvas-handle-plus').last().click();
	await search(page, name, name);
	if (action) return await addAction(page, name, action);
	await entry(page, name).click();
	await page.getByTestId('ndv').waitFor();
}

/** From what was found, puts an action of a node into the workflow. */
export async function addAction(page, name, action) {
	await openEntry(page, name);
	await entry(page, action).click();
	await page.getByTestId('ndv').waitFor();
}

export const creator = (page) => page.getByTestId('node-creator');

/** The line of a node with exactly this name. */
export const entry = (page, name) =>
	creator(page)
		.getByTestId('node-creator-item-name')
		.and(page.getByText(name, { exact: true }));
