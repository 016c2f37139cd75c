/** What a person does with the demo, done by a machine; in a folder of its own. */
import axios from 'axios';
import { openDemo, runWorkflow, type DemoSession } from '../../../scripts/demo/session';
import { HIRING_EVENTS, messageIn, sendHiringEvent } from '../../../scripts/demo/webhooks';
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
/** Nothing starts it by hand. */
const BY_HAND = WORKFLOWS.filter(({ id }) => id !== HIRING_EVENTS);
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

async function expectHiringEvent(): Promise<void> {
	const { rest, sandbox } = opened();
	if (!sandbox) throw new Error('The demo has no sandbox.');
	const sent = Date.now();
	expect(messageIn(await sendHiringEvent(rest, sandbox))).toMatch(
		/^\d\d:\d\d:\d\d: candidate stage changed \(can_/,
	);
	expect(Date.now() - sent).toBeLessThan(15_000);
}

test('the demo starts, and the test of its credential is green', open);
test.each(BY_HAND)('the workflow "$name" succeeds and returns something', ({ id }) =>
	expectItems(id),
);
test(
	'an event that the sandbox sends starts the published workflow within seconds',
	expectHiringEvent,
);
test("the sandbox's settings page shows where its events go", async () => {
	const { sandbox, url } = opened();
	const settings = await sandbox?.webhooks();
	expect(settings).toMatchObject({ settings: { url: expect.stringContaining(`${url}/webhook/`) } });
	const { data } = await axios.get(`${sandbox?.url}/settings/webhooks`, { proxy: false });
	expect(data).toContain('Send an event');
});
test('the demo ends when it is told to', async () => {
	const { rest, url, peopleLens, stop } = opened();
	await rest.workflows.update(BY_HAND[0].id, { name: RENAMED });
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
	const unchanged = WORKFLOWS.filter(({ id }) => id !== BY_HAND[0].id);
	const expected = [RENAMED, ...unchanged.map(({ name }) => name)];
	expect(names.sort()).toEqual(expected.sort());
	expect(await rest.credentials.list()).toHaveLength(2);
});
test.each(BY_HAND)('the workflow "$name" succeeds after a second start as well', ({ id }) =>
	expectItems(id),
);
test('an event starts its workflow after a second start as well', expectHiringEvent);
