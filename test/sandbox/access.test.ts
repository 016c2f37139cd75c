import { startSandbox, type Sandbox } from '../../sandbox';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({
		readOnlyKey: 'dummy-read-only-key',
		powerlessKey: 'dummy-powerless-key',
	});
});
afterAll(async () => await sandbox.stop());

async function status(method: string, path: string, authorization?: string): Promise<number> {
	const headers: Record<string, string> = authorization ? { authorization } : {};
	return (await fetch(sandbox.url + path, { method, headers })).status;
}

it.each([
	undefined,
	'Bearer ',
	'Bearer wrong',
	'Basic dummy-api-key-example',
	'dummy-api-key-example',
])('the sandbox answers 401 to the authorization %p', async (authorization) => {
	expect(await status('GET', '/api/v1/users', authorization)).toBe(401);
	expect(await status('GET', '/api/v1/nothing-here', authorization)).toBe(401);
});

it('the sandbox lets a read-only key read, and answers 403 when it writes', async () => {
	const bearer = 'Bearer dummy-read-only-key';
	const { id } = sandbox.tenant.users[0];
	expect(await status('GET', '/api/v1/users', bearer)).toBe(200);
	expect(await status('GET', '/api/v1/audit-logs', bearer)).toBe(200);
	expect(await status('POST', '/api/v1/users', bearer)).toBe(403);
	expect(await status('DELETE', `/api/v1/users/${id}`, bearer)).toBe(403);
	expect(sandbox.tenant.people.get(id)?.state).toBe('active');
});

it('the sandbox answers 403 to everything that a key without permissions asks', async () => {
	const bearer = 'Bearer dummy-powerless-key';
	for (const path of ['/api/v1/users', '/api/v1/users/someone', '/api/v1/audit-logs']) {
		expect(await status('GET', path, bearer)).toBe(403);
	}
});

it('the sandbox knows a key no longer once it is revoked, and again when it is granted', async () => {
	sandbox.keys.grant('dummy-second-key');
	expect(await status('GET', '/api/v1/users', 'Bearer dummy-second-key')).toBe(200);
	sandbox.keys.revoke('dummy-second-key');
	expect(await status('GET', '/api/v1/users', 'Bearer dummy-second-key')).toBe(401);
	sandbox.keys.grant('dummy-second-key', ['users:read']);
	expect(await status('GET', '/api/v1/users', 'Bearer dummy-second-key')).toBe(200);
	expect(await status('GET', '/api/v1/audit-logs', 'Bearer dummy-second-key')).toBe(403);
});

it('the sandbox answers 404 where nothing is and 405 to a method that is not meant', async () => {
	const bearer = `Bearer ${sandbox.apiKey}`;
	expect(await status('GET', '/api/v1/nothing-here', bearer)).toBe(404);
	expect(await status('GET', '/api/v1/users/', bearer)).toBe(404);
	expect(await status('GET', '/api/v1/users/%E0%A4%A', bearer)).toBe(400);
	expect(await status('PATCH', '/api/v1/users', bearer)).toBe(405);
	expect(await status('POST', '/api/v1/audit-logs', bearer)).toBe(405);
});
