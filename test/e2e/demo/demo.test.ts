/** What a person does with the demo, done by a machine; in a folder of its own. */
import axios from 'axios';
import { openDemo, runWorkflow, type DemoSession } from '../../../scripts/demo/session';
import { environmentFolder } from '../harness/environment';
import { readFileSync, readdirSync, join, repositoryRoot, rmSync } from '../harness/node';
import { finalOutputOf } from '../harness/n8n/execution';
import { installN8n } from '../harness/n8n/install';
import { installPackage, packedPackage } from '../harness/package';

const folder = environmentFolder('demo-check');
const workflowsFolder = join(repositoryRoot, 'scripts', 'demo', 'workflows');
const WORKFLOWS: Array<{ id: string; name: string }> = readdirSync(workflowsFolder)
	.sort()
	.map((file) => JSON.parse(readFileSync(join(workflowsFolder, file), 'utf8')));
const RENAMED = 'Renamed by its user';

let session: DemoSession | undefined;

beforeAll(() => rmSync(folder, { recursive: true, force: true }));
afterAll(() => session?.stop());

async function open(): Promise<void> {
	const tarball = await packedPackage('demo');
	const install = (userFolder: string, log: string) => installPackage(userFolder, tarball, log);
	session = await openDemo({ folder, host: await installN8n(), install });
}

function opened(): DemoSession {
	if (session) return session;
	throw new Error('The demo has not started.');
}

async function expectItems(id: string): Promise<void> {
	expect(finalOutputOf(await runWorkflow(opened(), id)).length).toBeGreaterThan(0);
}

test('the demo starts, and the test of its credential is green', open);
test.each(WORKFLOWS)('the workflow "$name" succeeds and returns something', ({ id }) =>
	expectItems(id),
);
test('the demo ends when it is told to', async () => {
	const { rest, url, peopleLens, stop } = opened();
	await rest.workflows.update(WORKFLOWS[0].id, { name: RENAMED });
	await stop();
	for (const address of [url, peopleLens.baseUrl]) {
		await expect(axios.get(address, { proxy: false })).rejects.toMatchObject({
			code: 'ECONNREFUSED',
		});
	}
});
test('a second start of the demo finds account and credential again', open);
test('after a second start no workflow is there twice, and a changed one is as its user left it', async () => {
	const { rest } = opened();
	const names = (await rest.workflows.list()).map(({ name }) => name);
	const expected = [RENAMED, ...WORKFLOWS.slice(1).map(({ name }) => name)];
	expect(names.sort()).toEqual(expected.sort());
	expect(await rest.credentials.list()).toHaveLength(1);
});
test.each(WORKFLOWS)('the workflow "$name" succeeds after a second start as well', ({ id }) =>
	expectItems(id),
);
