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

it.each([
	[false, 'millisecond', 1],
	[true, 'millisecond', 2],
	[false, 'second', 2],
	[true, 'second', 3],
] as const)(
	'compares since: inclusive %p, to the %s',
	async (sinceInclusive, sincePrecision, rows) => {
		await start({ sinceInclusive, sincePrecision }, 0);
		sandbox.tenant.addEvents([
			{ created_at: '2026-01-05T09:00:00.000Z' },
			{ created_at: '2026-01-05T09:00:00.300Z' },
			{ created_at: '2026-01-05T09:00:00.301Z' },
		]);
		const { data } = await api.auditLogs({ since: '2026-01-05T09:00:00.300Z' });
		expect(data).toHaveLength(rows);
	},
);

it.each([
	['exact', 28],
	['missing', undefined],
	['wrong', 14],
	['tooHigh', 66],
	['unfiltered', 30],
] as const)('tells a total that is %s', async (total, expected) => {
	await start({ total }, 0);
	sandbox.tenant.addEvents(Array.from({ length: 30 }, (_, minute) => ({ created_at: at(minute) })));
	const { data, pagination } = await api.auditLogs({ since: at(1), limit: 5 });
	expect(data).toHaveLength(5);
	expect(pagination).toEqual({ total: expected, limit: 5, offset: 0 });
});

it('the sandbox leaves the pagination out when told to', async () => {
	await start({ total: 'noPagination' });
	expect(Object.keys(await api.auditLogs())).toEqual(['data']);
});

it('the sandbox caps pages below the limit that was asked, and may own up to it', async () => {
	await start({ pageCap: 25 });
	const silent = await api.auditLogs({ limit: 100, offset: 50 });
	expect(silent.data).toHaveLength(25);
	expect(silent.pagination).toEqual({ total: 250, limit: 100, offset: 50 });
	sandbox.behaviour.echoedLimit = 'served';
	expect((await api.auditLogs({ limit: 100 })).pagination?.limit).toBe(25);
});

it('the sandbox has a default limit for those who send none', async () => {
	await start({ defaultLimit: 7 });
	expect((await api.auditLogs()).data).toHaveLength(7);
});

it('the sandbox lets rows come in at the top and go at the bottom while a page is on its way', async () => {
	await start({ insertDuringPage: 5, removeDuringPage: 2 });
	const before = ids(sandbox.tenant.auditLogs);
	const first = await api.auditLogs({ limit: 10 });
	const second = await api.auditLogs({ limit: 10, offset: 10 });
	expect(ids(first.data)).toEqual(before.slice(-10).reverse());
	expect(ids(second.data).slice(0, 5)).toEqual(ids(first.data).slice(-5));
	expect([first.pagination?.total, second.pagination?.total]).toEqual([250, 253]);
	expect(ids(sandbox.tenant.auditLogs)).not.toContain(before[0]);
});

it('the sandbox shows an event later than its created_at says', async () => {
	await start({ visibilityDelay: 60_000 }, 10);
	const { clock } = sandbox.tenant;
	clock.hold();
	const late = sandbox.tenant.addEvent();
	const atOnce = sandbox.tenant.addEvent({}, 0);
	expect(ids((await api.auditLogs({ limit: 1 })).data)).toEqual([atOnce.id]);
	clock.advance(59_999);
	expect((await api.auditLogs()).pagination?.total).toBe(11);
	clock.advance(1);
	const { data, pagination } = await api.auditLogs({ limit: 2, action: String(late.action) });
	expect(ids(data)).toContain(late.id);
	expect(pagination?.total).toBeLessThanOrEqual(12);
	expect(ids(sandbox.tenant.auditLogs).slice(-2).sort()).toEqual([late.id, atOnce.id].sort());
});

it('the sandbox shows only a share of the events late when told so', async () => {
	await start({ visibilityDelay: { share: 0.2, maxMs: 1000 } }, 0);
	sandbox.tenant.clock.hold();
	sandbox.tenant.addEvents(1000);
	const visible = (await api.auditLogs()).pagination?.total ?? 0;
	expect(visible).toBeGreaterThan(720);
	expect(visible).toBeLessThan(880);
	sandbox.tenant.clock.advance(1000);
	expect((await api.auditLogs()).pagination?.total).toBe(1000);
});

it('the sandbox sends broken rows as they are', async () => {
	await start({ sortOrder: 'oldest' }, 3);
	const broken = [{ id: null }, { created_at: null }, { created_at: 'soon' }, { action: null }];
	sandbox.tenant.addEvents(broken);
	const { data } = await api.auditLogs({ offset: 3 });
	expect(data).toHaveLength(4);
	broken.forEach((fields, index) => expect(data[index]).toMatchObject(fields));
});
