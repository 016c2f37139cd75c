/** Someone connects n8n with PeopleLens, and gets it wrong in every way before it works. */
import { freePort } from '../harness/ports';
import type { StubServer } from '../harness/stubs/server';
import { startWebsite } from '../harness/stubs/website';
import { POWERLESS_KEY } from './handover';
import * as dialog from './pages/credentialDialog';
import { place } from './pages/creator';
import { dismissToasts } from './pages/outcome';
import { expect, test } from './test';

const KEY_REFUSED =
	'PeopleLens did not accept the API key. Copy the key again from PeopleLens, or create a new one';
const MAY_NOTHING =
	'PeopleLens accepts this API key, but the key may read neither users nor audit logs. Ask a PeopleLens administrator';
const UNKNOWN = 'https://no-such-tenant.invalid';

interface Attempt {
	title: string;
	changes: () => Promise<{ baseUrl?: string; apiKey?: string }>;
	/** How the message begins, given the address that was entered. */
	expected: (address: string) => string;
}

let site: StubServer;

const ATTEMPTS: Attempt[] = [
	{
		title: 'says that the key is wrong',
		changes: async () => ({ apiKey: 'dummy-wrong-key' }),
		expected: () => KEY_REFUSED,
	},
	{
		title: 'says that the key may read nothing',
		changes: async () => ({ apiKey: POWERLESS_KEY }),
		expected: () => MAY_NOTHING,
	},
	{
		title: 'says that a website is no PeopleLens',
		changes: async () => ({ baseUrl: site.url }),
		expected: (address) => `${address} answered with a web page`,
	},
	{
		title: 'says that nobody answers',
		changes: async () => ({ baseUrl: `http://127.0.0.1:${await freePort()}` }),
		expected: (address) => `Nothing answers at ${address}.`,
	},
	{
		title: 'says that there is no such address',
		changes: async () => ({ baseUrl: UNKNOWN }),
		expected: (address) => `The address ${address} was not found.`,
	},
];

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
	site = await startWebsite();
});
test.afterAll(() => site.stop());

test('the credential asks for address and key', async ({ editor, keepScreenshot }) => {
	await place(editor, 'Get many users');
	await dialog.openDialog(editor);
	await keepScreenshot('credential empty');
	expect(await dialog.textOf(editor)).toMatch(/PeopleLens account.*Base URL \*.*API Key \*/s);
});
for (const { title, changes, expected } of ATTEMPTS) {
	test(`the credential test ${title}`, async ({ editor, sandbox, keepScreenshot }) => {
		const entered = { baseUrl: sandbox.url, apiKey: sandbox.apiKey, ...(await changes()) };
		await dialog.fill(editor, entered);
		const text = await dialog.saveAndReadRefusal(editor);
		await keepScreenshot(`credential ${title}`);
		const words = expected(entered.baseUrl);
		expect(text.slice(0, words.length)).toBe(words);
		expect(text).not.toMatch(/undefined|ECONN|ENOTFOUND|status code|dummy-/);
	});
}
test('the credential test is green with the right address and key', async ({
	editor,
	sandbox,
	keepScreenshot,
}) => {
	await dialog.fill(editor, { baseUrl: sandbox.url, apiKey: sandbox.apiKey });
	await dialog.saveAndClose(editor);
	await dialog.openAgain(editor);
	await dismissToasts(editor);
	await keepScreenshot('connected');
	await dialog.leave(editor);
});
