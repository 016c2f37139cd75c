/** What a person reads who presses "Test" on the credential. */
import { dataOf } from '../harness/environment';
import { CREDENTIAL_TYPE } from '../harness/nodeTypes';
import { freePort } from '../harness/ports';
import { startWebsite } from '../harness/stubs/website';
import type { Opened } from './opened';

export function describeCredentialTest(opened: Opened): void {
	const pressTest = async (changes: { baseUrl?: string; apiKey?: string }) => {
		const { rest, sandbox, credential } = opened();
		const data = { ...dataOf(sandbox), ...changes };
		return await rest.credentials.test({ ...credential, type: CREDENTIAL_TYPE, data });
	};

	test('the credential test is green with the right key', async () => {
		expect((await pressTest({})).status).toBe('OK');
	});
	test('the credential test is green with a pasted address that ends with /api/v1', async () => {
		const { url } = opened().sandbox;
		expect((await pressTest({ baseUrl: `${url}/api/v1/` })).status).toBe('OK');
	});
	test('the credential test calls a wrong key a wrong key', async () => {
		const { status, message } = await pressTest({ apiKey: 'dummy-wrong-key-example' });
		expect(status).toBe('Error');
		expect(message).toMatch(/API key/i);
		expect(message).not.toMatch(/dummy-wrong|Unauthorized$/);
	});
	test('the credential test tells a key without permission from a wrong one', async () => {
		const { sandbox } = opened();
		await sandbox.restoreKey({ permissions: [] });
		const { status, message } = await pressTest({});
		await sandbox.restoreKey();
		expect(status).toBe('Error');
		expect(message).toMatch(/permission|may read/i);
	});
	test('the credential test calls the address of another site a wrong address', async () => {
		const site = await startWebsite();
		const { status, message } = await pressTest({ baseUrl: site.url });
		site.stop();
		expect(status).toBe('Error');
		expect(message).toMatch(/Base URL/);
	});
	test('the credential test calls an address without a server a wrong address', async () => {
		const { status, message } = await pressTest({
			baseUrl: `http://127.0.0.1:${await freePort()}`,
		});
		expect(status).toBe('Error');
		expect(message).toMatch(/Base URL/);
	});
}
