import { byEmail, byId, openTenant } from '../tenant';
import type { OpenTenant } from '../tenant';
import type { Behaviour } from '../../../sandbox';
import { IS_FULL } from '../../support/node';

/** So many that several requests are made at the same time. */
const MANY = IS_FULL ? 5000 : 1500;

const getAll = (filters = {}, rest = {}) => ({
	resource: 'auditLog',
	operation: 'getAll',
	returnAll: true,
	filters,
	options: {},
	...rest,
});

let tenant: OpenTenant;
afterEach(async () => await tenant.stop());

/** Five events, a minute apart from 09:01 UTC on. */
async function openTenantWithHistory(behaviour: Partial<Behaviour> = {}) {
	tenant = await openTenant(behaviour);
	const event = (minute: number, action: string, fields = {}) => ({
		id: `log-${minute}`,
		action,
		entity_type: 'candidate',
		entity_id: 'can-1',
		user_id: 'usr-ada',
		created_at: `2026-03-01T09:0${minute}:00.000Z`,
		...fields,
	});
	tenant.sandbox.tenant.addEvents([
		event(1, 'CANDIDATE_CREATED'),
		event(2, 'CANDIDATE_DELETED', { user_id: 'usr-grace' }),
		event(3, 'USER_LOGIN', { entity_type: 'user', entity_id: 'usr-alan', user_id: 'usr-alan' }),
		event(4, 'CANDIDATE_DELETED', { entity_id: 'can-2' }),
		event(5, 'JOB_CLOSED', { entity_type: 'job', entity_id: 'job-1', user_id: null }),
	]);
}

/** Seven to a second: events of the same time are as common as they are in a busy tenant. */
const busyHour = (count: number) =>
	Array.from({ length: count }, (_, n) => ({
		created_at: new Date(Date.UTC(2026, 2, 1) + Math.floor(n / 7) * 1000).toISOString(),
	}));

const minutes = async (...args: Parameters<typeof getAll>) =>
	(await tenant.json(getAll(...args))).map(({ id }) => Number(String(id).slice(4)));

describe.each(['newest', 'oldest', 'arbitrary-stable'] as const)(
	'from an API that lists in the order "%s"',
	(sortOrder) => {
		beforeEach(async () => await openTenantWithHistory({ sortOrder }));

		it.each([
			[{}, {}, [5, 4, 3, 2, 1]],
			[{}, { options: { order: 'oldest' } }, [1, 2, 3, 4, 5]],
			[{}, { returnAll: false, limit: 2 }, [5, 4]],
			[{}, { returnAll: false, limit: 2, options: { order: 'oldest' } }, [1, 2]],
			[{ actions: ['CANDIDATE_DELETED'] }, {}, [4, 2]],
			[{ actions: ['CANDIDATE_DELETED', 'USER_LOGIN'] }, {}, [4, 3, 2]],
			[{ actions: '={{ "JOB_CLOSED, USER_LOGIN" }}' }, {}, [5, 3]],
			[{ actions: ['CANDIDATE_DELETED', 'JOB_CLOSED'] }, { returnAll: false, limit: 2 }, [5, 4]],
			[{ entityType: 'Candidate' }, {}, [4, 2, 1]],
			[{ entityId: 'can-1' }, {}, [2, 1]],
			[{ userId: byId('usr-ada') }, {}, [4, 1]],
			[{ userId: byEmail('grace@acme.com') }, {}, [2]],
			[{ excludeUserIds: ['usr-ada', 'usr-grace'] }, {}, [5, 3]],
			[{ entityType: 'candidate', excludeUserIds: ['usr-grace'] }, {}, [4, 1]],
			[{ since: '2026-03-01T09:03:30Z' }, {}, [5, 4]],
			[{ until: '2026-03-01T09:02:00Z' }, {}, [2, 1]],
			[{ since: '2026-03-01T09:01:30Z', until: '2026-03-01T09:04:30Z' }, {}, [4, 3, 2]],
			[{ until: '2026-03-01T09:04:30Z' }, { returnAll: false, limit: 1 }, [4]],
		])('filters %j with %j', async (filters, rest, expected) => {
			expect(await minutes(filters, rest)).toEqual(expected);
		});
	},
);

it("Get Many names the filter in which nobody was found, or that can't be an email", async () => {
	await openTenantWithHistory();
	const say = async (email: string) =>
		await tenant.json(getAll({ userId: byEmail(email) })).catch((refused: unknown) => refused);
	expect(await say('nobody@acme.com')).toMatchObject({
		description: expect.stringContaining("'Actor'"),
	});
	expect(await say('nobody')).toMatchObject({
		message: "'nobody' in 'Actor' is not an email address",
	});
});

describe('dates', () => {
	beforeEach(async () => await openTenantWithHistory());

	it.each([
		['2026-03-01T10:03:30', 'Europe/Berlin'],
		['2026-03-01 10:03:30', 'Europe/Berlin'],
		['2026-03-01T04:03:30', 'America/New_York'],
		['2026-03-01T09:03:30Z', 'Asia/Tokyo'],
		['2026-03-01T10:03:30+01:00', 'Asia/Tokyo'],
		["={{ DateTime.fromISO('2026-03-01T10:03:30') }}", 'Europe/Berlin'],
		["={{ new Date('2026-03-01T09:03:30Z') }}", 'Asia/Tokyo'],
	])('understands %s in a workflow of %s', async (since, timezone) => {
		const { items } = await tenant.run(getAll({ since }), { timezone });
		expect(items.map(({ json }) => json.id)).toEqual(['log-5', 'log-4']);
	});

	it.each([
		[{ since: '2026-03-01', until: '2026-03-01' }, 5],
		[{ since: '2026-02', until: '2026-03' }, 5],
		[{ until: '2026-02-28' }, 0],
		[{ since: '2026-03-02' }, 0],
	])('that are days alone contain those days: %j', async (filters, count) => {
		expect((await tenant.run(getAll(filters), { timezone: 'Europe/Berlin' })).items).toHaveLength(
			count,
		);
	});

	it('are sent in UTC with milliseconds', async () => {
		await tenant.run(getAll({ since: '2026-03-01T10:03:30' }), { timezone: 'Europe/Berlin' });
		expect(tenant.sandbox.requests[0].query.since).toMatch(/^2026-03-01T09:03:\d\d\.\d{3}Z$/);
	});

	it.each([
		[{ since: 'yesterday' }, "'yesterday' in 'Since' is not a date"],
		[{ until: '2026-13-01' }, "'2026-13-01' in 'Until' is not a date"],
		[{ since: '2026-03-02', until: '2026-03-01' }, "'Since' is later than 'Until'"],
		[
			{ since: '2026-03-02T09:00', until: '2026-03-02T09:00' },
			"'Since' and 'Until' are the same time",
		],
	])('refuses %j before any request', async (filters, message) => {
		await expect(tenant.json(getAll(filters))).rejects.toMatchObject({ message });
		expect(tenant.sandbox.requests).toHaveLength(0);
	});
});

describe('the actor', () => {
	const options = { includeActor: true };
	beforeEach(async () => await openTenantWithHistory());

	const actors = async () =>
		(await tenant.json(getAll({}, { options: { ...options, order: 'oldest' } }))).map(
			({ actor }) => (actor as { first_name?: string } | null)?.first_name ?? null,
		);

	it('is the user who did it, and null for the system', async () => {
		expect(await actors()).toEqual(['Ada', 'Grace', 'Alan', 'Ada', null]);
	});

	it('is null for somebody whom PeopleLens no longer returns', async () => {
		tenant.sandbox.behaviour.deactivatedUserGet = 404;
		tenant.sandbox.tenant.deactivate(tenant.sandbox.tenant.users[0]);
		expect((await actors()).slice(0, 5)).toEqual([null, 'Grace', 'Alan', null, null]);
	});

	it('is asked for once, and all together when there are many', async () => {
		await actors();
		const asked = () => tenant.sandbox.requests.filter(({ path }) => path.includes('/users'));
		expect(asked()).toHaveLength(3);

		for (let number = 0; number < 10; number++) {
			const { id } = tenant.sandbox.tenant.addUser({});
			tenant.sandbox.tenant.addEvent({ action: 'USER_LOGIN', user_id: id });
		}
		tenant.sandbox.requests.length = 0;
		expect(await actors()).not.toContain(undefined);
		expect(asked()).toHaveLength(1);
	});

	it('is not there unless asked for', async () => {
		expect((await tenant.json(getAll()))[0]).not.toHaveProperty('actor');
	});
});

it('Get Many returns an audit log exactly as PeopleLens sent it', async () => {
	tenant = await openTenant();
	const details = { from: 'Applied', nested: { list: [1, null] } };
	const log = tenant.sandbox.tenant.addEvent({ action: 'X', details });
	expect(await tenant.json(getAll())).toEqual([log]);
});

it('Get Many lets the API filter by one action, and filters several itself', async () => {
	await openTenantWithHistory();
	await tenant.json(getAll({ actions: ['USER_LOGIN'] }));
	await tenant.json(getAll({ actions: ['USER_LOGIN', 'JOB_CLOSED'] }));
	const asked = tenant.sandbox.requests.map(({ query }) => query.action);
	expect(new Set(asked)).toEqual(new Set(['USER_LOGIN', undefined]));
});

it('Get Many asks one request for the newest ones of a long list', async () => {
	tenant = await openTenant();
	tenant.sandbox.tenant.addEvents(busyHour(1000));
	expect(await tenant.json(getAll({}, { returnAll: false, limit: 50 }))).toHaveLength(50);
	expect(tenant.sandbox.requests).toHaveLength(1);
});

describe.each(['newest', 'oldest'] as const)(`${MANY} audit logs, listed %s first`, (sortOrder) => {
	it.each(['newest', 'oldest'])(
		'come exactly once in the order "%s", with 5 new ones during every page',
		async (order) => {
			tenant = await openTenant({ sortOrder, insertDuringPage: 5 });
			const before = tenant.sandbox.tenant.addEvents(busyHour(MANY)).map(({ id }) => id);
			const logs = await tenant.json(getAll({}, { options: { order } }));

			const ids = new Set(logs.map(({ id }) => id));
			expect(ids.size).toBe(logs.length);
			expect(before.filter((id) => !ids.has(id))).toEqual([]);
			const times = logs.map(({ created_at }) => String(created_at));
			const sorted = [...times].sort();
			expect(times).toEqual(order === 'oldest' ? sorted : sorted.reverse());
		},
	);
});

it.each([
	['oldest', 'exact'],
	['oldest', 'missing'],
	['newest', 'exact'],
	['newest', 'missing'],
] as const)(
	'ends where each request is an event of its own, listed %s first, with a total that is %s',
	async (sortOrder, total) => {
		tenant = await openTenant({ sortOrder, total, insertDuringPage: 1 });
		tenant.sandbox.tenant.addEvents(busyHour(30));
		const first = await tenant.json(getAll({}, { returnAll: false, limit: 50 }));
		expect(first.length).toBeGreaterThanOrEqual(30);
		const all = await tenant.json(getAll());
		expect(all.length).toBeGreaterThanOrEqual(first.length);
		expect(tenant.sandbox.requests.length).toBeLessThanOrEqual(200);
	},
);
