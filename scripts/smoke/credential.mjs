/** What a person reads who presses "Test" on the credential. */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { freePorts } from '../lib/ports.mjs';

export async function checkCredentialTest(check, { rest, sandbox, credential }) {
	const test = (changes) =>
		rest.credentials.test({ ...credential, data: { ...credential.data, ...changes } });

	await check('the credential test is green with the right key', async () => {
		assert.equal((await test({})).status, 'OK');
	});
	await check('a pasted address with /api/v1 behind it is as good', async () => {
		assert.equal((await test({ baseUrl: `${sandbox.url}/api/v1/` })).status, 'OK');
	});
	await check('a wrong key is called a wrong key', async () => {
		const { status, message } = await test({ apiKey: 'dummy-wrong-key-example' });
		assert.equal(status, 'Error');
		assert.match(message, /API key/i);
		assert.doesNotMatch(message, /dummy-wrong|Unauthorized$/);
	});
	await check('a key without permission is told apart from a wrong one', async () => {
		await sandbox.restoreKey({ permissions: [] });
		const { status, message } = await test({});
		await sandbox.restoreKey();
		assert.equal(status, 'Error');
		assert.match(message, /permission|may read/i);
	});
	await check('an address with another site behind it is called a wrong address', async () => {
		const page = createServer((_request, response) => response.end('<html>Welcome</html>'));
		await new Promise((listening) => page.listen(0, '127.0.0.1', listening));
		const { status, message } = await test({ baseUrl: `http://127.0.0.1:${page.address().port}` });
		page.close();
		assert.equal(status, 'Error');
		assert.match(message, /Base URL/);
	});
	await check('an address where nobody answers is called a wrong address', async () => {
		const [port] = await freePorts([undefined]);
		const { status, message } = await test({ baseUrl: `http://127.0.0.1:${port}` });
		assert.equal(status, 'Error');
		assert.match(message, /Base URL/);
	});
}
