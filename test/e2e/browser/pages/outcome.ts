/** Running a node, and what its panel shows afterwards. */
import type { Locator, Page } from '@playwright/test';

/** A row of the output's table, by the headings of its columns. */
export type Row = Record<string, string>;

export interface Items {
	/** As n8n shows it. */
	count: number;
	/** What is in the table. */
	rows: Row[];
}

export interface Failure {
	message: string;
	description: string;
}

const output = (page: Page): Locator => page.getByTestId('output-panel');

/** The green or red mark of a run with the parameters as they are; a change takes it away. */
const mark = (page: Page): Locator =>
	output(page).getByTestId(/^node-run-status-(success|danger)$/);

/** Clicks "Execute step" and waits until n8n shows that it is done, for better or worse. */
export async function execute(page: Page): Promise<void> {
	// Longer than n8n waits before it takes note of what was typed; by the page's own clock, which is
	// late when the page is.
	await page.evaluate('new Promise((passed) => setTimeout(passed, 500))');
	await mark(page).waitFor({ state: 'hidden' });
	await page.getByTestId('node-execute-button').click();
	const refusal = page.getByText('Workflow execution cannot start');
	await mark(page).or(refusal).first().waitFor();
	if (await refusal.isVisible()) throw new Error('n8n does not run it: a field is not filled.');
}

/** What n8n has popped up in the corner lies over other things, and stays when it is about an error. */
export async function dismissToasts(page: Page): Promise<void> {
	await page
		.locator('.el-notification__closeBtn')
		.evaluateAll((buttons: HTMLElement[]) => buttons.forEach((button) => button.click()));
	await page.locator('.el-notification').first().waitFor({ state: 'hidden' });
}

/**
 * Runs the node and reads the table of its output.
 * @throws {Error} with what the panel shows, when there is no table
 */
export async function executeForItems(page: Page): Promise<Items> {
	await execute(page);
	const failure = await failureShown(page);
	if (failure) throw new Error(`The node stopped: ${failure.message}\n${failure.description}`);
	return await itemsShown(page);
}

/** The table of the output panel. */
export async function itemsShown(page: Page): Promise<Items> {
	const table = output(page).locator('table tr');
	await table.first().waitFor();
	const [count] = (await output(page).getByTestId('ndv-items-count').innerText()).split(' ');
	const cells = await table.evaluateAll((rows: HTMLTableRowElement[]) =>
		rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim())),
	);
	const [headings, ...rest] = cells;
	return { count: Number(count), rows: rest.map((row) => rowOf(headings, row)) };
}

/** The last column is an empty one of n8n's. */
function rowOf(headings: string[], cells: string[]): Row {
	const entries = headings.map((name, column): [string, string] => [name, cells[column]]);
	return Object.fromEntries(entries.filter(([name]) => name !== ''));
}

/** What stands above the items. */
export const hints = (page: Page): Promise<string> =>
	output(page).getByTestId('run-data-hints').innerText();

/** Runs the node and reads why it stopped. @throws {Error} when it didn't */
export async function executeForFailure(page: Page): Promise<Failure> {
	await execute(page);
	const failure = await failureShown(page);
	if (failure) return failure;
	throw new Error('The node did not stop.');
}

/** What stands in the output panel of a node that stopped; undefined when it didn't. */
async function failureShown(page: Page): Promise<Failure | undefined> {
	const part = (name: string) => output(page).getByTestId(`node-error-${name}`);
	if ((await part('message').count()) === 0) return undefined;
	const hasDescription = (await part('description').count()) > 0;
	return {
		message: await part('message').innerText(),
		description: hasDescription ? await part('description').innerText() : '',
	};
}
