/**
 * The packed package in a real n8n against the sandbox, each operation once, all of it through the
 * REST interface that n8n's editor uses.
 */
import { openTestEnvironment, type TestEnvironment } from '../harness/environment';
import { NODE_TYPES } from '../harness/nodeTypes';
import { join } from '../harness/node';
import type { Host } from '../harness/n8n/host';
import { filesContaining } from '../harness/secrets';
import { describeCredentialTest } from './credential';
import { describeEditor } from './editor';
import { describeAuditLogOperations } from './auditLogOperations';
import { describeHiringOperations } from './hiringOperations';
import { describeListInParts } from './listInParts';
import { operationsRun } from './runOperation';
import { describeUserOperations } from './userOperations';

/** @param install gives the n8n to test in */
export function describeSmokeTest(install: () => Promise<Host>): void {
	let environment: TestEnvironment;
	beforeAll(async () => {
		const host = await install();
		environment = await openTestEnvironment(join('smoke', host.version), { host });
	});
	afterAll(() => environment?.stop());

	const opened = () => environment;
	describeCredentialTest(opened);
	describeEditor(opened);
	describeUserOperations(opened);
	describeAuditLogOperations(opened);
	describeHiringOperations(opened);
	describeListInParts(opened);

	test('each operation has run, none was forgotten', async () => {
		const types = await environment.rest.nodeTypes();
		const { properties = [] } = types.find(({ name }) => name === NODE_TYPES.peopleLens) ?? {};
		const dropdowns = properties.filter(({ name }) => name === 'operation');
		const all = dropdowns.flatMap(({ displayOptions, options = [] }) =>
			options.map(
				(option) => `${displayOptions?.show?.resource}:${'value' in option && option.value}`,
			),
		);
		// n8n adds one of its own, which leads to its HTTP Request node.
		const own = all.filter((name) => !name.endsWith('CUSTOM_API_CALL__'));
		expect(own.length).toBeGreaterThan(20);
		expect([...operationsRun].sort()).toEqual(own.sort());
	});

	test("the API key is nowhere in n8n's logs and database", async () => {
		const { folder, sandbox } = environment;
		await environment.stop();
		expect(filesContaining(folder, [sandbox.apiKey])).toEqual([]);
	});
}
