/**
 * The oldest n8n that the package supports; others as well where they are named: `npm run
 * test:versions`. On the newest, `npm run test:smoke` runs each operation, and the other files here
 * the triggers.
 */
import { queryDatabase } from '../harness/n8n/database';
import { installN8n, OLDEST_N8N_VERSION } from '../harness/n8n/install';
import { scratchFolder } from '../harness/folders';
import { join, nodeProcess, readFileSync } from '../harness/node';
import { packedPackage, requiredModules, unpack, type Manifest } from '../harness/package';
import { filesContaining } from '../harness/secrets';
import { VERSIONS_VARIABLE } from '../harness/settings';
import { describeSmokeTest } from '../smoke/describeSmokeTest';
import { describeDeliveries } from './deliveryChecks';
import { openHostEnvironment, type HostEnvironment } from './environment';
import * as steps from './steps';
import { createWatchedWorkflow, everyTenSeconds, type WatchedWorkflow } from './watchedWorkflow';
import { judge } from './webhookDeliveries';
import { publishWebhookWorkflow, settledExecutions, WEBHOOK_SECRET } from './webhookWorkflow';

test(`every module that the package requires is a dependency of n8n ${OLDEST_N8N_VERSION} itself`, async () => {
	const { folder } = await installN8n(OLDEST_N8N_VERSION);
	const unpacked = join(scratchFolder, 'required-modules');
	await unpack(await packedPackage('host'), unpacked, join(scratchFolder, 'required-modules.log'));
	const manifest = readFileSync(join(folder, 'node_modules', 'n8n', 'package.json'), 'utf8');
	const brought = Object.keys((JSON.parse(manifest) as Manifest).dependencies ?? {});
	const required = requiredModules(unpacked).filter((name) => name !== 'crypto');
	expect(required).toContain('n8n-workflow');
	expect(required.filter((name) => !brought.includes(name))).toEqual([]);
});

const others = (nodeProcess.env[VERSIONS_VARIABLE] ?? '').split(',').filter(Boolean);
const versions = [...new Set([OLDEST_N8N_VERSION, ...others])];

describe.each(versions)('n8n %s', (version) => describeSmokeTest(() => installN8n(version)));

describe.each(versions)('the trigger in n8n %s', (version) => {
	const name = 'every 10 s';
	let environment: HostEnvironment;
	let workflow: WatchedWorkflow;
	let duplicate: WatchedWorkflow;

	beforeAll(async () => {
		const host = await installN8n(version);
		const tarball = await packedPackage('host');
		environment = await openHostEnvironment({ name: `compatibility-${version}`, host, tarball });
		const credential = await environment.addCredential('First key', environment.keys.first);
		const options = { name, credential, pollTimes: everyTenSeconds() };
		workflow = await createWatchedWorkflow(environment, options);
	});
	afterAll(() => environment?.stop());

	test('the trigger starts workflows', async () => {
		await steps.beginAll([workflow]);
		await environment.makeEvents(250);
		await steps.assertDelivered([workflow]);
	});
	test('a duplicate of the workflow begins anew', async () => {
		duplicate = await workflow.duplicate('duplicate');
		await environment.makeEvents(20);
		await steps.assertDelivered([workflow]);
		await steps.beginAll([duplicate]);
		await environment.makeEvents(5);
		await steps.assertDelivered([workflow, duplicate]);
	});
	test('n8n may be killed in the middle of a burst of events', async () => {
		await steps.killInBurst(environment, { latencyMs: 4000, delaysMs: [100] });
		await steps.assertDelivered([workflow]);
	});
	test('the key may be revoked and restored', async () => {
		await steps.revokeKey(environment, workflow);
		await steps.assertDelivered([workflow]);
	});
	test('n8n may be started while PeopleLens is down', async () => {
		await steps.startWhileDown(environment, [workflow]);
		await steps.assertDelivered([workflow]);
	});
	test('a wrong key refuses the activation with words', async () => {
		await steps.publishWithWrongKey(environment);
	});
	test('the webhook trigger starts workflows, and refuses what is forged', async () => {
		const { id } = await publishWebhookWorkflow(environment);
		const share = { repeatedShare: 0.1, forgedShare: 0.25 };
		const { deliveries, ...report } = await environment.sandbox.sendWebhooks({
			count: 100,
			...share,
		});
		expect(report).toMatchObject({ repeated: 10, forged: 25, unexpected: 0 });
		const executions = await settledExecutions(id, (sql) => queryDatabase(environment, sql));
		const { accepted, ...wrong } = judge(deliveries, executions);
		expect(accepted).toBe(65);
		expect(wrong).toEqual({ lost: [], repeated: [], forged: [], emptied: 0 });
		expect(filesContaining(environment.folder, [WEBHOOK_SECRET])).toEqual([]);
	});
	describeDeliveries({
		scenario: `n8n ${version}`,
		workflows: () => [workflow, duplicate],
		names: [name, 'duplicate'],
	});
});
