/** Running a node, and what its panel shows afterwards. */

/** Longer than n8n waits before it takes note of what was typed. */
const TYPING_MS = 500;

const output = (page) => page.getByTestId('output-panel');

/** The green or red mark of a run with the parameters as they are; a change takes it away. */
const mark = (page) => output(page).getByTestId(/^node-run-status-(success|danger)$/);

/** Clicks "Execute step" and waits until n8n shows that it is done, for better or worse. */
export async function execute(page) {
	// Measured by the page's own clock, which is late when the page is.
	await page.evaluate((ms) => new Promise((passed) => setTimeout(passed, ms)), TYPING_MS);
	await mark(page).waitFor({ state: 'hidden' });
	await page.getByTestId('node-execute-button').click();
	const refusal = page.getByText('Workflow execution cannot start');
	await mark(page).or(refusal).first().waitFor();
	if (await refusal.isVisible()) throw new Error('n8n does not run it: a field is not filled.');
}

/** What n8n has popped up in the corner lies over other things, and stays when it is about an error. */
export async function dismissToasts(page) {
	await page
		.locator('.el-notification__closeBtn')
		.evaluateAll((buttons) => buttons.forEach((button) => button.click()));
	await page.locator('.el-notification').first().waitFor({ state: 'hidden' });
}

/**
 * Runs the node and reads the table of its output.
 * @returns {Promise<{ count: number, rows: Record<string, string>[] }>} count: as n8n shows it;
 *   rows: what is in the table, by the heading of the column
 * @throws {Error} with what the panel shows, when there is no table
 */
export async function executeForItems(page) {
	await execute(page);
	const message = await failure(page);
	if (message) throw new Error(`The node stopped: ${message.message}\n${message.description}`);
	return await itemsShown(page);
}

/** The table of the output panel, as executeForItems returns it. */
export async function itemsShown(page) {
	const table = output(page).locator('table tr');
	await table.first().waitFor();
	const [count] = (await output(page).getByTestId('ndv-items-count').innerText()).split(' ');
	const cells = await table.evaluateAll((rows) =>
		rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())),
	);
	const [headings, ...rest] = cells;
	const rows = rest.map((row) => rowOf(headings, row));
	return { count: Number(count), rows };
}

/** The last column is an empty one of n8n's. */
function rowOf(headings, cells) {
	const entries = headings.map((name, i) => [name, cells[i]]);
	return Object.fromEntries(entries.filter(([name]) => name !== ''));
}

/** What stands above the items. */
export const hints = (page) => output(page).getByTestId('run-data-hints').innerText();

/** Runs the node and reads why it stopped. @throws {Error} when it didn't */
export async function executeForFailure(page) {
	await execute(page);
	const message = await failure(page);
	if (!message) throw new Error('The node did not stop.');
	return message;
}

/** What stands in the output panel of a node that stopped; undefined when it didn't. */
async function failure(page) {
	const part = (name) => output(page).getByTestId(`node-error-${name}`);
	if ((await part('message').count()) === 0) return undefined;
	const description = (await part('description').count()) ? part('description').innerText() : '';
	return { message: await part('message').innerText(), description: await description };
}
