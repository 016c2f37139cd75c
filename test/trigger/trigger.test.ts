import { omit } from 'lodash';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { shortestOf } from '../support/eventLoop';
import { openTenant } from './watch';
import type { OpenTenant } from './watch';

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

/** Events that happen now, or some minutes ago. */
function happen(...ids: Array<string | [id: string, minutesAgo: number]>) {
	const events = ids.map((entry) => {
		const [id, minutesAgo] = typeof entry === 'string' ? [entry, 0] : entry;
		const created_at = new Date(Date.now() - minutesAgo * 60_000).toISOString();
		return { id, action: 'CANDIDATE_DELETED', created_at, user_id: null };
	});
	tenant.sandbox.tenant.addEvents(events);
}

describe('activation', () => {
	it('delivers nothing of what happened before', async () => {
		happen('old-1', ['old-2', 3], ['old-3', 60]);
		const trigger = tenant.activate();
		expect(await trigger.check()).toBeNull();
		expect(await trigger.check()).toBeNull();
	});

	it('delivers an event that happened before and becomes visible after it', async () => {
		tenant.sandbox.tenant.addEvent({ id: 'late' }, 60_000);
		const trigger = tenant.activate();
		expect(await trigger.check()).toBeNull();
		tenant.sandbox.tenant.clock.advance(60_000);
		expect(await trigger.check()).toEqual(['late']);
	});

	describe('with a date in the future', () => {
		const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
		const NEXT_YEAR = at(24 * 365);

		async function waiting(staticData?: IDataObject, parameters: INodeParameters = {}) {
			const from = { startFrom: 'date', startDate: NEXT_YEAR, ...parameters };
			const trigger = tenant.activate(from, { activation: 'update', staticData });
			const first = await trigger.check();
			return { trigger, first };
		}

		const happened = (id: string, hours: number) =>
			tenant.sandbox.tenant.addEvents([{ id, created_at: at(hours) }]);

		it('waits for it', async () => {
			const { trigger } = await waiting();
			happened('a', -0.001);
			expect((await waiting(trigger.staticData())).first).toBeNull();
			expect(await trigger.check()).toBeNull();
		});

		it('begins at another date that is chosen instead', async () => {
			happened('old', -48);
			happened('a', -2);
			const { trigger } = await waiting();
			const changed = await waiting(trigger.staticData(), { startDate: at(-24) });
			expect(await changed.trigger.check()).toEqual(['a']);
			happened('b', -0.001);
			expect(await changed.trigger.check()).toEqual(['b']);
		});

		it('keeps the date that an expression gave first', async () => {
			const moving = { startDate: '={{ $now.plus({ hours: 1 }) }}' };
			const { trigger } = await waiting(undefined, moving);
			const before = trigger.staticData();
			await trigger.check();
			expect(trigger.staticData()).toEqual(before);
		});

		it('does not begin anew when it has delivered already, and the clock is set back before the date', async () => {
			const { trigger } = await waiting(undefined, { startDate: at(-1) });
			happened('a', -0.001);
			expect(await trigger.check()).toEqual(['a']);
			const now = Date.now.bind(Date);
			jest.spyOn(Date, 'now').mockImplementation(() => now() - 24 * 3_600_000);
			const changed = await waiting(trigger.staticData(), { startFrom: 'now' });
			jest.restoreAllMocks();
			happened('b', -0.0005);
			expect(changed.first).toBeNull();
			expect(await changed.trigger.check()).toEqual(['b']);
		});

		it('begins now, where that is chosen instead', async () => {
			happened('old', -48);
			const { trigger } = await waiting();
			const changed = await waiting(trigger.staticData(), { startFrom: 'now' });
			happened('a', -0.001);
			expect(await changed.trigger.check()).toEqual(['a']);
		});
	});

	it('from a date delivers everything since then, oldest first, from the first check on', async () => {
		happen(['before', 120], ['second', 10], ['first', 50], 'third');
		const startDate = new Date(Date.now() - 60 * 60_000).toISOString();
		const trigger = tenant.activate({ startFrom: 'date', startDate });
		expect(await trigger.check()).toBeNull();
		expect(await trigger.check()).toEqual(['first', 'second', 'third']);
		expect(await trigger.check()).toBeNull();
	});

	it.each([
		[{ type: 'status', status: 401 }, 'did not accept the API key'],
		[{ type: 'status', status: 403 }, 'not allowed to read audit logs'],
		[{ type: 'status', status: 404, body: 'html' }, "'Base URL'"],
	] as const)('is refused in words for %j', async (fault, words) => {
		tenant.sandbox.inject(fault, { times: 9 });
		await expect(tenant.activate().check()).rejects.toMatchObject({
			message: expect.stringContaining(words),
		});
	});

	it.each([
		[{ startFrom: 'date' }, "'Start Date' is empty"],
		[{ startFrom: 'date', startDate: 'soon' }, "'soon' in 'Start Date' is not a date"],
		[
			{ options: { maxEvents: 0 } },
			"'Maximum Events per Check' is not a whole number from 1 to 10,000",
		],
	])('is refused for %j', async (parameters, message) => {
		await expect(tenant.activate(parameters).check()).rejects.toMatchObject({ message });
	});

	it.each([
		{ type: 'status', status: 429, retryAfterSeconds: 3600 },
		{ type: 'status', status: 500 },
		{ type: 'html' },
	] as const)('goes through for %j, and no event from then on is lost', async (fault) => {
		happen('old');
		const trigger = tenant.activate();
		tenant.sandbox.inject(fault);
		expect(await trigger.check()).toBeNull();
		happen('new');
		await trigger.check();
		expect((await trigger.check()) ?? ['new']).toContain('new');
	});

	it('after a restart never throws, whatever is wrong: n8n would give the trigger up', async () => {
		const trigger = tenant.activate();
		await trigger.check();
		happen('during-the-restart');
		tenant.sandbox.keys.revoke(tenant.sandbox.apiKey);
		const restarted = tenant.activate({}, { activation: 'init', staticData: trigger.staticData() });
		expect(await restarted.check()).toBeNull();
		// The next check tells.
		await expect(restarted.check()).rejects.toMatchObject({ httpCode: '401' });
		tenant.sandbox.keys.grant(tenant.sandbox.apiKey);
		expect(await restarted.check()).toEqual(['during-the-restart']);
	});
});

describe('a check', () => {
	it('delivers each new event once, oldest first, exactly as PeopleLens sent it', async () => {
		const trigger = tenant.activate();
		await trigger.check();
		const event = tenant.sandbox.tenant.addEvent({
			action: 'CANDIDATE_DELETED',
			details: { reason: 'GDPR', nested: [1, null] },
		});
		expect(await trigger.items()).toEqual([event]);
		happen('b', ['a', 1]);
		expect(await trigger.check()).toEqual(['a', 'b']);
		expect(await trigger.check()).toBeNull();
	});

	it('is one request when nothing has happened', async () => {
		happen(...Array.from({ length: 500 }, (_, n): [string, number] => [`old-${n}`, 60 + n]));
		happen('recent');
		const trigger = tenant.activate();
		await trigger.check();
		await trigger.check();
		tenant.sandbox.requests.length = 0;
		expect(await trigger.check()).toBeNull();
		expect(tenant.sandbox.requests).toHaveLength(1);
	});

	it('delivers an event that becomes visible minutes late, once', async () => {
		const trigger = tenant.activate();
		await trigger.check();
		happen('on-time');
		tenant.sandbox.tenant.addEvent({ id: 'late' }, 4 * 60_000);
		expect(await trigger.check()).toEqual(['on-time']);
		tenant.sandbox.tenant.clock.advance(4 * 60_000);
		expect(await trigger.check()).toEqual(['late']);
		expect(await trigger.check()).toBeNull();
	});

	it('hands a large burst over in portions, none lost and none twice', async () => {
		const trigger = tenant.activate({ options: { maxEvents: 300 } });
		await trigger.check();
		happen(
			...Array.from({ length: 1000 }, (_, n): [string, number] => [`e${n}`, (1000 - n) / 300]),
		);
		const portions: unknown[][] = [];
		for (let ids = await trigger.check(); ids !== null; ids = await trigger.check()) {
			portions.push(ids);
		}
		expect(portions.flat()).toEqual(Array.from({ length: 1000 }, (_, n) => `e${n}`));
		expect(Math.max(...portions.map((ids) => ids.length))).toBeLessThanOrEqual(300);
	});

	it.each([
		{ type: 'status', status: 500 },
		{ type: 'truncated' },
		{ type: 'wrongShape' },
		{ type: 'html' },
	] as const)('fails in words and loses nothing for %j', async (fault) => {
		const trigger = tenant.activate();
		await trigger.check();
		happen('a', 'b');
		tenant.sandbox.inject(fault);
		await expect(trigger.check()).rejects.toMatchObject({
			failure: { cause: 'temporarily-unavailable' },
		});
		expect(await trigger.check()).toEqual(['a', 'b']);
	});

	it('tells n8n for how long to leave a busy PeopleLens alone', async () => {
		const trigger = tenant.activate();
		await trigger.check();
		tenant.sandbox.inject({ type: 'status', status: 429, retryAfterSeconds: 600 });
		await expect(trigger.check()).rejects.toMatchObject({
			failure: { cause: 'rate-limited', retryAfterMs: 600_000 },
		});
	});

	it('a check stays inside the time that n8n gives, and the next one continues', async () => {
		const trigger = tenant.activate({}, { budgetMs: 1500 });
		await trigger.check();
		happen('a');
		const inVain = async () => {
			tenant.sandbox.inject({ type: 'hang' }, { times: 1 });
			const started = Date.now();
			await expect(trigger.check()).rejects.toMatchObject({
				failure: { cause: 'temporarily-unavailable' },
			});
			return Date.now() - started;
		};
		expect(await shortestOf(inVain, 1500)).toBeLessThan(1500);
		expect(await trigger.check()).toEqual(['a']);
	});

	it('two checks that overlap deliver an event once', async () => {
		const trigger = tenant.activate();
		await trigger.check();
		happen('a', 'b');
		tenant.sandbox.behaviour.latencyMs = 50;
		const both = await Promise.all([trigger.check(), trigger.check()]);
		expect(both.filter((ids) => ids !== null)).toEqual([['a', 'b']]);
	});

	it('works on a host that does not say how long it may take', async () => {
		const trigger = tenant.activate({}, { budgetMs: null });
		await trigger.check();
		happen('a');
		expect(await trigger.check()).toEqual(['a']);
	});
});

describe('what is remembered', () => {
	it('survives a restart of n8n', async () => {
		const trigger = tenant.activate();
		await trigger.check();
		happen('a');
		expect(await trigger.check()).toEqual(['a']);
		happen('b');
		const restarted = tenant.activate({}, { activation: 'init', staticData: trigger.staticData() });
		expect(await restarted.check()).toEqual(['b']);
	});

	it('survives a rename of the node', async () => {
		const trigger = tenant.activate();
		await trigger.check();
		happen('a');
		await trigger.check();
		const staticData = omit(trigger.staticData(), 'node:PeopleLens Trigger');
		const renamed = tenant.activate({}, { staticData });
		happen('b');
		expect(await renamed.check()).toEqual(['b']);
	});

	it('survives a new key for the same tenant', async () => {
		const trigger = tenant.activate();
		await trigger.check();
		tenant.sandbox.keys.grant('another-dummy-key-example');
		happen('a');
		const credentials = { baseUrl: tenant.sandbox.url, apiKey: 'another-dummy-key-example' };
		const next = tenant.activate({}, { staticData: trigger.staticData(), credentials });
		expect(await next.check()).toEqual(['a']);
	});

	it('survives a change of the filters', async () => {
		const trigger = tenant.activate({ actions: ['USER_LOGIN'] });
		await trigger.check();
		happen('a');
		expect(await trigger.check()).toBeNull();
		const wider = tenant.activate({ actions: [] }, { staticData: trigger.staticData() });
		happen('b');
		expect((await wider.check())?.at(-1)).toBe('b');
		expect(await wider.check()).toBeNull();
	});

	it('is not used for another tenant', async () => {
		const trigger = tenant.activate();
		await trigger.check();
		const other = await openTenant({ auditLogs: 50 });
		try {
			const moved = other.activate({}, { staticData: trigger.staticData() });
			expect(await moved.check()).toBeNull();
			expect(await moved.check()).toBeNull();
		} finally {
			await other.stop();
		}
	});

	it('holds no key', async () => {
		const trigger = tenant.activate();
		await trigger.check();
		expect(JSON.stringify(trigger.staticData())).not.toContain(tenant.sandbox.apiKey);
	});

	it('under the durable scheduler, survives that the outcome of the activation is dropped', async () => {
		let saved = {};
		const trigger = tenant.activate({}, { nodeStaticData: () => structuredClone(saved) });
		await trigger.check();
		happen('a');
		const tick = {};
		const next = tenant.activate(
			{},
			{
				activation: 'update',
				budgetMs: 36_000,
				staticData: trigger.staticData(),
				nodeStaticData: () => tick,
			},
		);
		expect(await next.check()).toEqual(['a']);
		saved = tick;
		const later = tenant.activate(
			{},
			{
				activation: 'update',
				budgetMs: 36_000,
				staticData: next.staticData(),
				nodeStaticData: () => structuredClone(saved),
			},
		);
		expect(await later.check()).toBeNull();
	});
});
