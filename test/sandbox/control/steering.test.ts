import { delay } from '../../support/node';
import { connect } from '../../../sandbox/client';
import { startSandbox, type Sandbox } from '../../../sandbox';

let sandbox: Sandbox;
let api: ReturnType<typeof connect>;
beforeEach(async () => {
	sandbox = await startSandbox({ auditLogs: 10 });
	api = connect(sandbox);
});
afterEach(async () => await sandbox.stop());

/** As another process does it: without a key. */
async function control(call: string, body?: unknown) {
	const [method, path] = call.split(' ');
	return await connect({ url: sandbox.url, apiKey: 'none' }).send(method, path, body);
}

const list = async () => await api.send('GET', '/api/v1/users');

it('the sandbox shows what was received, piece by piece, without its own requests', async () => {
	await list();
	await api.auditLogs();
	const log = (await control('GET /sandbox/requests')).json;
	expect(log).toMatchObject({ data: [{ path: '/api/v1/users', status: 200 }, {}], next: 2 });
	await list();
	expect((await control('GET /sandbox/requests?from=2')).json).toMatchObject({
		data: [{ headers: { authorization: `Bearer ${sandbox.apiKey}` } }],
		next: 3,
	});
	await control('DELETE /sandbox/requests');
	expect((await control('GET /sandbox/requests')).json).toEqual({ data: [], next: 0 });
});

it('the sandbox revokes, limits, restores and rotates the key', async () => {
	const old = sandbox.apiKey;
	await control('POST /sandbox/key/revoke');
	expect((await list()).status).toBe(401);
	await control('POST /sandbox/key/restore', { permissions: ['auditLogs:read'] });
	expect([(await list()).status, (await api.auditLogs()).data.length]).toEqual([403, 10]);
	expect((await control('POST /sandbox/key/restore', { permissions: ['all'] })).status).toBe(400);
	await control('POST /sandbox/key/restore');
	expect((await list()).status).toBe(200);

	const { json } = await control('POST /sandbox/key/rotate');
	expect(json).toEqual({ apiKey: sandbox.apiKey });
	expect(sandbox.apiKey).not.toBe(old);
	expect((await list()).status).toBe(200);
	expect(
		(await connect({ url: sandbox.url, apiKey: old }).send('GET', '/api/v1/users')).status,
	).toBe(401);
});

it('the sandbox holds, moves and lets go of the clock', async () => {
	const hold = Date.UTC(2026, 2, 1, 10);
	await control('POST /sandbox/clock', { hold });
	const { json } = await control('POST /sandbox/clock', { advanceMs: 60_000 });
	expect(json).toEqual({ now: '2026-03-01T10:01:00.000Z' });
	await control('POST /sandbox/clock', { run: true });
	expect(Math.abs(sandbox.tenant.clock.now() - Date.now())).toBeLessThan(1000);
	await control('POST /sandbox/clock', { hold: true });
	const held = sandbox.tenant.clock.now();
	await delay(20);
	expect(sandbox.tenant.clock.now()).toBe(held);
	expect((await control('POST /sandbox/clock', {})).status).toBe(400);
	expect((await control('POST /sandbox/clock', { hold: 'noon' })).status).toBe(400);
});

it('the sandbox keeps events happening until it is told to rest', async () => {
	await control('POST /sandbox/lively', { everyMs: 10 });
	while (sandbox.tenant.auditLogs.length < 15) await delay(10);
	await control('POST /sandbox/lively', { everyMs: null });
	const { length } = sandbox.tenant.auditLogs;
	await delay(60);
	expect(sandbox.tenant.auditLogs).toHaveLength(length);
	expect((await control('POST /sandbox/lively', { everyMs: 0 })).status).toBe(400);
});
