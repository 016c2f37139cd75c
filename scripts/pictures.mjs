/** `npm run pictures`: takes the README's pictures anew, in the editor of a real n8n. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { readExamples } from './examples/files.mjs';
import { startHost } from './host/throwaway.mjs';
import { signIn } from './host/rest.mjs';
import { repository } from './lib/folders.mjs';
import { runScript, say } from './lib/output.mjs';
import { setUp } from './setup.mjs';

const FOLDER = join(repository, 'docs', 'pictures');

/** Readable in the README, where a picture is about 900 pixels wide. */
const LOOKS = { viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1.5 };

await runScript(import.meta.url, async () => {
	await setUp();
	// Only now is the library there that drives the browser.
	const { launchBrowser } = await import('./browser/chromium.mjs');
	const { openPage } = await import('./browser/stage.mjs');
	const { stillness } = await import('./browser/camera.mjs');
	const { dismissToasts, execute, itemsShown } = await import('./browser/outcome.mjs');
	const { ACCOUNT, signUp } = await import('./browser/stories/signUp.mjs');

	const { n8n, sandbox, stop } = await startHost('pictures');
	const browser = await launchBrowser();
	const page = await openPage(browser, n8n.url, LOOKS);
	await signUp({ page });
	const rest = await signIn(n8n.url, ACCOUNT);
	mkdirSync(FOLDER, { recursive: true });

	const credential = async (name, type, data) => {
		const { id } = await rest.credentials.create({ name, type, data });
		return { [type]: { id, name } };
	};
	const peopleLens = await credential('PeopleLens', 'peopleLensApi', {
		baseUrl: sandbox.url,
		apiKey: sandbox.apiKey,
	});
	const slack = await credential('Slack', 'slackApi', { accessToken: 'dummy-slack-token' });

	/** Opens a workflow, as someone does who has imported it and chosen credentials. */
	async function open({ nodes, ...workflow }) {
		const ready = nodes.map((node) => ({
			...node,
			credentials: node.type.endsWith('.slack') ? slack : peopleLens,
		}));
		const { id } = await rest.workflows.create({ ...workflow, nodes: ready });
		await page.goto(`/workflow/${id}`);
		await page.getByTestId('canvas-node').first().waitFor();
	}
	const openNode = async (name) => {
		await page
			.getByTestId('canvas-node')
			.and(page.locator(`[data-node-name="${name}"]`))
			.dblclick();
		await page.getByTestId('ndv').waitFor();
	};
	async function take(name) {
		await dismissToasts(page);
		await page.mouse.move(0, 0);
		await page.evaluate(stillness);
		const path = join(FOLDER, `${name}.jpg`);
		await page.screenshot({ path, type: 'jpeg', quality: 85 });
		say(path);
	}

	const alert = readExamples().find(({ file }) => file === 'alert-on-deleted-candidates');
	await open(alert.workflow);
	await take('workflow');
	await openNode('Candidate deleted');
	await execute(page);
	await itemsShown(page);
	await take('trigger');

	await open(await previewOfSync(sandbox));
	await openNode('Compare with PeopleLens');
	await execute(page);
	await itemsShown(page);
	await take('sync');

	await browser.close();
	await stop();
});

/** An HR system where two people have left, one has come, and one has another role. */
async function previewOfSync(sandbox) {
	const users = (await sandbox.users()).filter(({ state }) => state === 'active');
	const staff = users.filter(({ role }) => role !== 'Administrator');
	const list = staff.slice(2).map(({ email, first_name, last_name, role }) => ({
		...{ email, firstName: first_name, lastName: last_name, role },
	}));
	list[0].role = 'Recruiter' === list[0].role ? 'Interviewer' : 'Recruiter';
	list.unshift({
		email: 'grace.hopper@northwind.example',
		firstName: 'Grace',
		lastName: 'Hopper',
		role: 'HiringManager',
	});
	const HR = 'People in HR';
	return {
		name: 'Sync with the HR system',
		nodes: [
			{
				id: 'e1c4e6f6-5d0a-4ab3-8f0f-6f6f7f4c0b11',
				name: HR,
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			},
			{
				id: '0a2a3a54-44a7-4c2e-9b07-0a6a3f1f8d52',
				name: 'Compare with PeopleLens',
				type: 'n8n-nodes-peoplelens.peopleLens',
				typeVersion: 1,
				position: [240, 0],
				parameters: {
					resource: 'user',
					operation: 'sync',
					mode: 'preview',
					email: '={{ $json.email }}',
					firstName: '={{ $json.firstName }}',
					lastName: '={{ $json.lastName }}',
					role: '={{ $json.role }}',
					deactivateExtra: true,
					options: {},
				},
			},
		],
		connections: {
			[HR]: { main: [[{ node: 'Compare with PeopleLens', type: 'main', index: 0 }]] },
		},
		pinData: { [HR]: list.map((json) => ({ json })) },
		settings: { executionOrder: 'v1' },
	};
}
