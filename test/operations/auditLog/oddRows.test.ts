import { auditLogs, lie } from '../lies';
import { byId, openTenant } from '../tenant';
import type { OpenTenant } from '../tenant';

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

const getAll = (filters = {}, options = {}) => ({
	resource: 'auditLog',
	operation: 'getAll',
	returnAll: true,
	filters,
	options,
});
const AT = '2026-03-01T09:00:00.000Z';
/** PeopleLens's whole log. */
const rows = (...data: object[]) =>
	lie(tenant.sandbox, auditLogs, (_, { query }) => {
		const offset = Number(query.offset);
		const page = data.slice(offset, offset + Number(query.limit));
		return { data: page.map((row) => ({ created_at: AT, ...row })) };
	});

it.each<unknown>([{}, [], { toString: 1 }, true])(
	'a row whose fields are no texts (%j) stops no filter',
	async (odd) => {
		const row = { action: odd, entity_type: odd, entity_id: odd, user_id: odd };
		rows(
			{ id: 'odd', ...row },
			{ id: 'right', action: 'A', entity_type: 'candidate', user_id: 'u' },
		);
		const ids = async (filters: object) => (await tenant.json(getAll(filters))).map(({ id }) => id);
		expect(await ids({ entityType: 'Candidate' })).toEqual(['right']);
		expect(await ids({ actions: ['A', 'B'] })).toEqual(['right']);
		expect(await ids({ userId: byId('u') })).toEqual(['right']);
		expect(await ids({ excludeUserIds: ['u'] })).toEqual(['odd']);
	},
);

it('numbers are compared as texts, and come out as they were sent', async () => {
	const row = { id: 7, action: 'A', entity_type: 5, entity_id: 4711, user_id: 42, created_at: AT };
	rows(row);
	for (const filters of [
		{ userId: byId('42') },
		{ entityId: '4711' },
		{ entityType: '5' },
		{ excludeUserIds: ['43'] },
	]) {
		expect(await tenant.json(getAll(filters))).toEqual([row]);
	}
	expect(await tenant.json(getAll({ excludeUserIds: ['42'] }))).toEqual([]);
});

it('rows whose numeric IDs are too large for JSON are told apart by all that they say', async () => {
	const id = Number.MAX_SAFE_INTEGER + 1;
	rows(...[1, 2, 3].map((n) => ({ id, user_id: `usr-${n}` })));
	expect(await tenant.json(getAll())).toHaveLength(3);
});

it('a page of more than 250,000 entries is read in parts', async () => {
	rows(
		...Array.from({ length: 130 }, (_, n) => ({
			id: `e${n}`,
			created_at: new Date(Date.parse(AT) + n * 1000).toISOString(),
			details: { list: new Array(3000).fill(0) },
		})),
	);
	expect(await tenant.json(getAll())).toHaveLength(130);
	expect(tenant.sandbox.requests.length).toBeLessThanOrEqual(12);
}, 60_000);

describe('Include Actor', () => {
	it.each<unknown>(['', ' ', '.', 42, {}, [['usr-ada']], 'system', 'a\ud800'])(
		'gives no actor for the user ID %j, and the right one for all others',
		async (user_id) => {
			for (const status of [400, 422, 500]) {
				tenant.sandbox.inject(
					{ type: 'status', status },
					{ match: ({ path }) => path.endsWith('/system'), times: 2 },
				);
			}
			rows({ id: 'odd', user_id }, { id: 'right', user_id: 'usr-ada' });
			const logs = await tenant.json(getAll({}, { includeActor: true }));
			const actors = new Map(logs.map(({ id, actor }) => [id, actor]));
			expect(actors.get('odd')).toBeNull();
			expect(actors.get('right')).toMatchObject({ first_name: 'Ada' });
		},
	);

	it('asks for few of very many people who are not listed, and for each once', async () => {
		const unlisted = Array.from({ length: 2000 }, (_, n) => ({ id: n, user_id: `gone-${n}` }));
		rows(...unlisted);
		const parameters = getAll({}, { includeActor: true });
		const { items, hints } = await tenant.run(parameters, { input: [{}, {}] });
		expect(items).toHaveLength(4000);
		expect(hints).toEqual([expect.stringContaining('Only the first 100 of them were asked for')]);
		const asked = tenant.sandbox.requests.filter(({ path }) => path.includes('/users/'));
		expect(asked).toHaveLength(100);
	});

	it.each([401, 403])('says so when users may not be read at all (%s)', async (status) => {
		tenant.sandbox.inject(
			{ type: 'status', status },
			{ match: ({ path }) => path.includes('/users'), times: 9 },
		);
		rows({ id: 'a', user_id: 'usr-ada' });
		await expect(tenant.json(getAll({}, { includeActor: true }))).rejects.toMatchObject({
			httpCode: String(status),
		});
	});
});

describe('a filter that can not be understood is refused before any request', () => {
	it.each([
		[{ actions: '={{ \'["A"]\' }}' }, 'Action Names or IDs'],
		[{ actions: 'A;B' }, 'Action Names or IDs'],
		[{ actions: "={{ [{ name: 'A' }] }}" }, 'Action Names or IDs'],
		[{ actions: '={{ ({}) }}' }, 'Action Names or IDs'],
		[{ actions: '={{ null }}' }, 'Action Names or IDs'],
		[{ actions: '={{ $json.missing }}' }, 'Action Names or IDs'],
		[{ actions: "={{ '' }}" }, 'Action Names or IDs'],
		[{ excludeUserIds: '={{ null }}' }, 'Exclude User Names or IDs'],
		[{ excludeUserIds: "={{ '' }}" }, 'Exclude User Names or IDs'],
		[{ excludeUserIds: '={{ $json.missing }}' }, 'Exclude User Names or IDs'],
		[{ excludeUserIds: 'ada@acme.com' }, 'Exclude User Names or IDs'],
		[{ excludeUserIds: 'a;b' }, 'Exclude User Names or IDs'],
		[{ excludeUserIds: '={{ \'["usr-1"]\' }}' }, 'Exclude User Names or IDs'],
		[{ entityType: '={{ null }}' }, 'Entity Type'],
		[{ entityId: '={{ $json.missing }}' }, 'Entity ID'],
		[{ userId: byId('={{ $json.missing }}') }, 'Actor'],
		[{ since: '={{ null }}' }, 'Since'],
		[{ since: '12' }, 'Since'],
		[{ since: '12:30' }, 'Since'],
		[{ until: '170000' }, 'Until'],
		[{ until: '20260301' }, 'Until'],
	])('%j', async (filters, displayName) => {
		await expect(tenant.json(getAll(filters))).rejects.toMatchObject({
			message: expect.stringContaining(`'${displayName}'`),
		});
		expect(tenant.sandbox.requests).toEqual([]);
	});

	it.each([
		[{ limit: '={{ 1e99 }}', returnAll: false }, "'Limit'"],
		[{ limit: '={{ null }}', returnAll: false }, "'Limit'"],
		[{ returnAll: "={{ 'no' }}" }, "'Return All'"],
		[{ options: { order: '={{ "Oldest" }}' } }, "'Order'"],
		[{ options: { concurrency: '={{ null }}' } }, "'Concurrency'"],
		[{ options: { includeActor: '={{ 7 }}' } }, "'Include Actor'"],
	])('%j', async (more, displayName) => {
		await expect(tenant.json({ ...getAll(), ...more })).rejects.toMatchObject({
			message: expect.stringContaining(displayName),
		});
		expect(tenant.sandbox.requests).toEqual([]);
	});
});

it('an empty list, or a field left empty, filters nothing', async () => {
	rows({ id: 'a' });
	const filters = { actions: [], excludeUserIds: '={{ [] }}', entityType: '', since: '' };
	expect(await tenant.json(getAll(filters))).toHaveLength(1);
});

it('an action is found in whatever case it is written', async () => {
	tenant.sandbox.tenant.addEvents([{ id: 'a', action: 'USER_LOGIN' }, { action: 'JOB_CLOSED' }]);
	expect(await tenant.json(getAll({ actions: ['user_login'] }))).toMatchObject([{ id: 'a' }]);
});
