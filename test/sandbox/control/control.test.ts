import type { AuditLog } from '../../../nodes/PeopleLens/api/types';
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

it('the sandbox tells what it can do, and answers 404 to the rest', async () => {
	const { status, json } = await control('GET /sandbox');
	expect([status, json]).toEqual([
		200,
		{
			apiKey: sandbox.apiKey,
			about: expect.objectContaining({ 'POST /sandbox/faults': expect.any(String) }),
		},
	]);
	expect((await control('GET /sandbox/nothing')).status).toBe(404);
	expect((await control('PUT /sandbox/behaviour')).status).toBe(404);
});

it('the sandbox shows and sets switches, all or none', async () => {
	expect((await control('GET /sandbox/behaviour')).json).toEqual(sandbox.behaviour);
	const changes = { sortOrder: 'oldest', pageCap: 25, visibilityDelay: { share: 0.1, maxMs: 5 } };
	expect((await control('PATCH /sandbox/behaviour', changes)).json).toMatchObject(changes);
	expect(sandbox.behaviour).toMatchObject(changes);
	const refused = await control('PATCH /sandbox/behaviour', { latencyMs: 9, pageCap: 'all' });
	expect([refused.status, refused.text]).toEqual([400, expect.stringContaining('pageCap')]);
	expect(sandbox.behaviour.latencyMs).toBe(0);
});

it('the sandbox queues faults with their conditions and forgets them', async () => {
	await control('POST /sandbox/faults', {
		fault: { type: 'status', status: 503 },
		times: null,
		after: 1,
		match: { method: 'GET', path: '/api/v1/users' },
	});
	expect((await api.send('GET', '/api/v1/audit-logs')).status).toBe(200);
	expect([(await list()).status, (await list()).status, (await list()).status]).toEqual([
		200, 503, 503,
	]);
	await control('DELETE /sandbox/faults');
	expect((await list()).status).toBe(200);
});

it.each([
	{},
	{ fault: 'hang' },
	{ fault: { type: 'fire' } },
	{ fault: { type: 'constructor' } },
	{ fault: { type: 'status' } },
	{ fault: { type: 'redirect' } },
	{ fault: { type: 'trickle' } },
	{ fault: { type: 'trickle', part: 'trailers' } },
	{ fault: { type: 'oversize', megabytes: 0 } },
	{ fault: { type: 'hang' }, times: 'many' },
	{ fault: { type: 'hang' }, match: { method: 5 } },
])('the sandbox refuses the fault %j', async (body) => {
	expect((await control('POST /sandbox/faults', body)).status).toBe(400);
	expect((await list()).status).toBe(200);
});

it('the sandbox writes events, chosen or made up, and shows them all', async () => {
	const chosen = {
		action: 'JOB_CLOSED',
		created_at: '2026-03-01T10:00:00.000Z',
		details: { n: 1 },
	};
	const { json } = await control('POST /sandbox/events', { events: [chosen], visibleInMs: 60_000 });
	expect(json).toEqual({ data: [expect.objectContaining({ ...chosen, entity_type: 'job' })] });
	expect((await api.auditLogs()).pagination?.total).toBe(10);

	const before = Date.now();
	const many = await control('POST /sandbox/events', { count: 5, spreadMs: 60_000 });
	const times = (many.json as { data: AuditLog[] }).data.map((row) =>
		Date.parse(row.created_at ?? ''),
	);
	expect(times[4] - times[0]).toBe(48_000);
	expect(times[4]).toBeGreaterThanOrEqual(before);
	expect((await api.auditLogs()).pagination?.total).toBe(15);

	const all = await control('GET /sandbox/events');
	expect(all.json).toEqual({ data: sandbox.tenant.auditLogs });
	const since = new Date(times[4]).toISOString();
	expect((await control(`GET /sandbox/events?since=${since}`)).json).toHaveProperty(
		'data.length',
		1,
	);
	expect((await control('DELETE /sandbox/events?oldest=4')).json).toEqual({ removed: 4 });
	expect(sandbox.tenant.auditLogs).toHaveLength(12);
});

it('the sandbox adds people and shows them with their state', async () => {
	const person = { email: 'zoe@northwind.example', role: 'Recruiter' };
	const { json } = await control('POST /sandbox/users', { users: [person] });
	expect(json).toEqual({ data: [expect.objectContaining({ ...person, state: 'active' })] });
	await control('POST /sandbox/users', { count: 3 });
	expect((await control('GET /sandbox/users')).json).toEqual({ data: sandbox.tenant.users });
	expect(await api.users({ limit: 100 })).toHaveLength(24);
	expect((await control('POST /sandbox/users', { users: [person] })).status).toBe(400);
});
