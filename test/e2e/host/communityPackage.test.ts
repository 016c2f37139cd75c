/** n8n's own way to community packages: installed, updated and removed in Settings. */
import { existsSync, join, readFileSync } from '../harness/node';
import { queryDatabase } from '../harness/n8n/database';
import { NODE_TYPES, PACKAGE_NAME } from '../harness/nodeTypes';
import { packageFolderIn, packedPackage } from '../harness/package';
import { describeDeliveries } from './deliveryChecks';
import { hostTestFolder, openHostEnvironment, type HostEnvironment } from './environment';
import { NEWER_NAME, packNewerVersion } from './newerVersion';
import { openRegistry, redirectNpm, type Registry } from './registry';
import * as steps from './steps';
import { createWatchedWorkflow, everyTenSeconds, type WatchedWorkflow } from './watchedWorkflow';

const NAME = 'community-package';
const WORKFLOW = 'through an update';

interface InstalledPackage {
	installedVersion: string;
	installedNodes: Array<{ name: string }>;
}

const folder = `${hostTestFolder(NAME)}-registry`;
let registry: Registry;
let environment: HostEnvironment;
let workflow: WatchedWorkflow;
let tarball: string;

beforeAll(async () => {
	tarball = await packedPackage('host');
	registry = await openRegistry(join(folder, 'registry.log'));
	const PATH = redirectNpm(join(folder, 'bin'), registry.url);
	environment = await openHostEnvironment({ name: NAME, env: { PATH } });
});
afterAll(async () => {
	await environment?.stop();
	registry?.close();
});

const packages = async <Answer>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path = '') =>
	await environment.rest.request<Answer>(
		method,
		`/community-packages${path}`,
		method === 'POST' || method === 'PATCH' ? { name: PACKAGE_NAME } : undefined,
	);
const triggerName = async () =>
	(await environment.rest.nodeTypes()).find(({ name }) => name === NODE_TYPES.peopleLensTrigger)
		?.displayName;
const restart = async () => {
	await environment.n8n.stop();
	await environment.start();
};

test('the package is installed by its name', async () => {
	const version = await registry.offer(tarball);
	const installed = await packages<InstalledPackage>('POST');
	expect(installed.installedVersion).toBe(version);
	expect(installed.installedNodes.map(({ name }) => name).sort()).toEqual([
		'PeopleLens',
		'PeopleLens Trigger',
		'PeopleLens Webhook Trigger',
	]);
	expect(await triggerName()).toBe('PeopleLens Trigger');
});
test('the package may be updated while a workflow is active, which goes on', async () => {
	const credential = await environment.addCredential('First key', environment.keys.first);
	const options = { name: WORKFLOW, credential, pollTimes: everyTenSeconds() };
	workflow = await createWatchedWorkflow(environment, options);
	await steps.beginAll([workflow]);
	await environment.makeEvents(20);

	const version = await registry.offer(await packNewerVersion(tarball, folder));
	const stop = steps.startBurst(environment);
	const { installedVersion } = await packages<InstalledPackage>('PATCH');
	expect(installedVersion).toBe(version);
	expect(await triggerName()).toBe(NEWER_NAME);
	await stop();
	await steps.assertPublished([workflow]);
	await environment.makeEvents(20);
	await steps.assertDelivered([workflow]);
});
test('after a restart the package is still the newer version', async () => {
	await environment.n8n.stop();
	await environment.makeEvents(20);
	await environment.start();
	expect(await triggerName()).toBe(NEWER_NAME);
	await steps.assertDelivered([workflow]);
});
describeDeliveries({ scenario: NAME, workflows: () => [workflow], names: [WORKFLOW] });
test('the package is removed without a trace', async () => {
	await workflow.unpublish();
	await packages('DELETE', `?name=${PACKAGE_NAME}`);
	expect(JSON.stringify(await environment.rest.nodeTypes())).not.toContain(PACKAGE_NAME);
	expect(existsSync(packageFolderIn(environment.folder))).toBe(false);
	const nodes = join(environment.folder, '.n8n', 'nodes');
	const { dependencies } = JSON.parse(readFileSync(join(nodes, 'package.json'), 'utf8'));
	expect(dependencies).toEqual({});
	for (const table of ['installed_packages', 'installed_nodes']) {
		expect(await queryDatabase(environment, `SELECT * FROM ${table}`)).toEqual([]);
	}
});
test('n8n starts without the package', async () => {
	await restart();
	expect(await packages('GET')).toEqual([]);
});
