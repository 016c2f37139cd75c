/** Playwright's test, with n8n's editor open and the sandbox at hand. */
import { test as base, type Page } from '@playwright/test';
import { existsSync } from '../harness/node';
import { controlSandbox, type SandboxControl } from '../harness/sandboxControl';
import { openPage } from './browser';
import { readHandover, SESSION_FILE } from './handover';
import { openNewWorkflow } from './pages/creator';
import { takeScreenshot } from './screenshot';

export { expect } from '@playwright/test';

interface TestFixtures {
	/** Takes a screenshot of the editor, which is kept. */
	keepScreenshot: (name: string) => Promise<void>;
}

interface WorkerFixtures {
	/** One page for all tests of a process; after a failure there is a new one. */
	editor: Page;
	sandbox: SandboxControl & { url: string; apiKey: string };
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
	editor: [
		async ({ browser }, use) => {
			const isSignedIn = existsSync(SESSION_FILE);
			const page = await openPage(browser, {
				baseURL: readHandover().n8nUrl,
				storageState: isSignedIn ? SESSION_FILE : undefined,
			});
			if (isSignedIn) await openNewWorkflow(page);
			await use(page);
			await page.context().close();
		},
		{ scope: 'worker' },
	],
	sandbox: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the names of fixtures from it.
		async ({}, use) => {
			const { sandbox } = readHandover();
			await use({ ...sandbox, ...controlSandbox(sandbox.url) });
		},
		{ scope: 'worker' },
	],
	keepScreenshot: async ({ editor }, use) => {
		await use((name) => takeScreenshot(editor, name));
	},
});
