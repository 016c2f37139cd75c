/** `npm run pictures`: takes the README's pictures anew, in the editor of a real n8n. */
import { chromium, selectors, type Page } from '@playwright/test';
import type { INodeCredentials } from 'n8n-workflow';
import {
	ensureBrowser,
	launchOptions,
	openPage,
	TEST_ID_ATTRIBUTE,
} from '../test/e2e/browser/browser';
import { dismissToasts, execute, itemsShown } from '../test/e2e/browser/pages/outcome';
import { ACCOUNT, signUp } from '../test/e2e/browser/pages/signUp';
import { waitForStillness } from '../test/e2e/browser/screenshot';
import { runCommand } from '../test/e2e/harness/command';
import {
	createPeopleLensCredential,
	dataOf,
	startTestEnvironment,
} from '../test/e2e/harness/environment';
import { readExamples } from '../test/e2e/harness/exampleFiles';
import { log } from '../test/e2e/harness/log';
import { join, mkdirSync, repositoryRoot } from '../test/e2e/harness/node';
import { signIn, type Rest } from '../test/e2e/harness/n8n/rest';
import { CREDENTIAL_TYPE } from '../test/e2e/harness/nodeTypes';
import type { WorkflowContent } from '../test/e2e/harness/workflow';
import { COMPARE, createSyncPreview } from './pictures/syncPreview';

const FOLDER = join(repositoryRoot, 'docs', 'pictures');

/** Readable in the README, where a picture is about 900 pixels wide. */
const LOOKS = { viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1.5 };

async function main(): Promise<void> {
	await ensureBrowser();
	selectors.setTestIdAttribute(TEST_ID_ATTRIBUTE);
	const { n8n, sandbox, stop } = await startTestEnvironment('pictures');
	const browser = await chromium.launch(launchOptions());
	const page = await openPage(browser, { baseURL: n8n.url, ...LOOKS });
	await signUp(page);
	const rest = await signIn(n8n.url, ACCOUNT);
	mkdirSync(FOLDER, { recursive: true });

	const peopleLens = await createPeopleLensCredential(rest, 'PeopleLens', dataOf(sandbox));
	const data = { accessToken: 'dummy-slack-token' };
	const slack = await rest.credentials.create({ name: 'Slack', type: 'slackApi', data });
	const credentialsOf = (type: string): INodeCredentials =>
		type.endsWith('.slack') ? { slackApi: slack } : { [CREDENTIAL_TYPE]: peopleLens };
	const choose = ({ nodes, ...workflow }: WorkflowContent): WorkflowContent => ({
		...workflow,
		nodes: nodes.map((node) => ({ ...node, credentials: credentialsOf(node.type) })),
	});

	const alert = readExamples().find(({ file }) => file === 'alert-on-deleted-candidates');
	if (!alert) throw new Error('The example is not there any more.');
	await open(page, rest, choose(alert.workflow));
	await take(page, 'workflow');
	await runNode(page, 'Candidate deleted');
	await take(page, 'trigger');

	await open(page, rest, choose(createSyncPreview(await sandbox.users())));
	await runNode(page, COMPARE);
	await take(page, 'sync');

	await browser.close();
	await stop();
}

/** Opens a workflow, as someone does who has imported it and chosen credentials. */
async function open(page: Page, rest: Rest, workflow: WorkflowContent): Promise<void> {
	const { id } = await rest.workflows.create(workflow);
	await page.goto(`/workflow/${id}`);
	await page.getByTestId('canvas-node').first().waitFor();
}

async function runNode(page: Page, name: string): Promise<void> {
	const node = page.locator(`[data-node-name="${name}"]`);
	await page.getByTestId('canvas-node').and(node).dblclick();
	await page.getByTestId('ndv').waitFor();
	await execute(page);
	await itemsShown(page);
}

async function take(page: Page, name: string): Promise<void> {
	await dismissToasts(page);
	await page.mouse.move(0, 0);
	await waitForStillness(page);
	const path = join(FOLDER, `${name}.jpg`);
	await page.screenshot({ path, type: 'jpeg', quality: 85 });
	log(path);
}

void runCommand(main);
