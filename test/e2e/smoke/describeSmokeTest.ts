/**
 * The packed package in a real n8n against the sandbox, each operation once, all of it through the
 * REST interface that n8n's editor uses.
 */
import { openTestEnvironment, type TestEnvironment } from '../harness/environment';
import { join } from '../harness/node';
import type { Host } from '../harness/n8n/host';
import { filesContaining } from '../harness/secrets';
import { describeCredentialTest } from './credential';
import { describeEditor } from './editor';
import { describeAuditLogOperations } from './auditLogOperations';
import { describeHiringOperations } from './hiringOperations';
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

	test("the API key is nowhere in n8n's logs and database", async () => {
		const { folder, sandbox } = environment;
		await environment.stop();
		expect(filesContaining(folder, [sandbox.apiKey])).toEqual([]);
	});
}
