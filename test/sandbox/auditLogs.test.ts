import { connect } from '../../sandbox/client';
import { startSandbox, type Behaviour, type Sandbox } from '../../sandbox';

let sandbox: Sandbox;
let api: ReturnType<typeof connect>;

async function start(behaviour: Partial<Behaviour> = {}, auditLogs = 250) {
	sandbox = await startSandbox({ behaviour, auditLogs });
	api = connect(sandbox);
}
afterEach(async () => await sandbox.stop());

const ids = (rows: Array<{ id?: string | null }>) => rows.map(({ id }) => id);
const at = (minute: number) => new Date(Date.UTC(2026, 0, 5, 9, minute)).toISOString();

it('the sandbox answers an audit log in the shape of the reference', async () => {
	await start();
	const page = await api.auditLogs({ limit: 3, offset: 10 });
	expect(page.pagination).toEqual({ total: 250, limit: 3, offset: 10 });
	expect(page.data).toHaveLength(3);
	for (const row of page.data) {
		expect(Object.keys(row).sort()).toEqual(
			['action', 'created_at', 'details', 'entity_id', 'entity_type', 'id', 'user_id'].sort(),
		);
		expect(row.created_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
	}
});

it.each([
	'limit=101',
	'limit=0',
	'limit=-1',
	'limit=ten',
	'limit=1.5',
	'limit=',
	'offset=-1',
	'offset=x',
	'since=yesterday',
	'since=2026-03-01',
	'since=2026-03-01T10:35:39',
	'since=2026-13-01T10:35:39Z',
	'since=1772361339817',
	'since=',
	'action=',
	'action=USER_LOGIN&action=JOB_CLOSED',
	'page=2',
])('the sandbox answers 400 to ?%s', async (query) => {
	await start({}, 0);
	expect((await api.send('GET', `/api/v1/audit-logs?${query}`)).status).toBe(400);
});

it('the sandbox ignores parameters that it does not know when told to', async () => {
	await start({ unknownParameters: 'ignore' });
	expect((await api.send('GET', '/api/v1/audit-logs?page=2')).status).toBe(200);
});

it.each(['2026-01-05T09:00:00.000Z', '2026-01-05T10:00:00+01:00', '2026-01-05T09:00Z'])(
	'understands since=%s',
	async (since) => {
		await start({}, 0);
		sandbox.tenant.addEvents([{ created_at: at(0) }, { created_at: at(1) }]);
		expect((await api.auditLogs({ since })).data).toHaveLength(1);
	},
);

it('the sandbox filters by exactly one action', async () => {
	await start();
	const { data, pagination } = await api.auditLogs({ action: 'USER_LOGIN', limit: 100 });
	const expected = sandbox.tenant.auditLogs.filter(({ action }) => action === 'USER_LOGIN');
	expect(expected.length).toBeGreaterThan(10);
	expect(ids(data)).toEqual(ids(expected).reverse());
	expect(pagination?.total).toBe(expected.length);
	expect((await api.auditLogs({ action: 'user_login' })).data).toEqual([]);
});

it.each(['newest', 'oldest', 'arbitrary-stable'] as const)(
	'the sandbox pages through every row once when sorted %s',
	async (sortOrder) => {
		await start({ sortOrder });
		const seen: Array<string | null | undefined> = [];
		for (let offset = 0; offset < 300; offset += 30) {
			seen.push(...ids((await api.auditLogs({ limit: 30, offset })).data));
		}
		const oldestFirst = ids(sandbox.tenant.auditLogs);
		expect([...seen].sort()).toEqual([...oldestFirst].sort());
		if (sortOrder === 'oldest') expect(seen).toEqual(oldestFirst);
		else if (sortOrder === 'newest') expect(seen).toEqual([...oldestFirst].reverse());
		else {
			expect(seen).not.toEqual(oldestFirst);
			expect(seen).not.toEqual([...oldestFirst].reverse());
		}
	},
);

it('the sandbox keeps the arbitrary order when rows come and go', async () => {
	await start({ sortOrder: 'arbitrary-stable' });
	const before = ids((await api.auditLogs({ limit: 100 })).data);
	const added = new Set(ids(sandbox.tenant.addEvents(80)));
	sandbox.tenant.removeOldest(20);
	const left = new Set(ids(sandbox.tenant.auditLogs));
	const pages = [0, 100].map(async (offset) => (await api.auditLogs({ limit: 100, offset })).data);
	const after = ids((await Promise.all(pages)).flat()).filter((id) => !added.has(id ?? ''));
	const kept = before.filter((id) => left.has(id));
	expect(after.slice(0, kept.length)).toEqual(kept);
});
