import { SAVED_WITHIN } from '../../nodes/PeopleLens/trigger/overlappingChecks';
import { systemClock } from '../../nodes/PeopleLens/trigger/systemClock';
import { delay } from '../support/node';
import { openTenant } from './watch';
import type { OpenTenant } from './watch';

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

const happen = (...ids: string[]) => tenant.sandbox.tenant.addEvents(ids.map((id) => ({ id })));

/** Each check has a snapshot of its own, as on the durable scheduler. */
function snapshots(staticData: object) {
	const saved = JSON.stringify(staticData);
	return () => tenant.activate({}, { staticData: JSON.parse(saved), budgetMs: 36_000 });
}

async function remembered(): Promise<object> {
	const trigger = tenant.activate();
	await trigger.check();
	return trigger.staticData();
}

it('two checks at the same time, each with a memory of its own, deliver an event once', async () => {
	const open = snapshots(await remembered());
	happen('a', 'b');
	tenant.sandbox.behaviour.latencyMs = 50;
	const both = await Promise.all([open().check(), open().check()]);
	expect(both.filter((ids) => ids !== null)).toEqual([['a', 'b']]);
});

it('the check that was too late leaves its memory as it was, so that n8n saves nothing of it', async () => {
	const open = snapshots(await remembered());
	happen('a');
	tenant.sandbox.behaviour.latencyMs = 50;
	const checks = [open(), open()];
	const before = checks[0].staticData();
	const results = await Promise.all(checks.map(async (check) => await check.check()));
	const late = checks[results.indexOf(null)];
	expect(late.staticData()).toEqual(before);
});

describe('a check that begins before the outcome of the one before is saved', () => {
	const passes = (ms: number) => {
		const now = systemClock.monotonic();
		jest.spyOn(systemClock, 'monotonic').mockImplementation(() => now + ms);
	};
	afterEach(() => jest.restoreAllMocks());

	it('delivers nothing again, asks for nothing, and leaves its memory as it was', async () => {
		const open = snapshots(await remembered());
		happen('a');
		expect(await open().check()).toEqual(['a']);
		const { length } = tenant.sandbox.requests;
		happen('b');
		const early = open();
		const before = early.staticData();
		passes(SAVED_WITHIN - 1000);
		expect(await early.check()).toBeNull();
		expect(tenant.sandbox.requests).toHaveLength(length);
		expect(early.staticData()).toEqual(before);
	});

	it('leaves what is new to the next check, which begins from what was saved', async () => {
		const open = snapshots(await remembered());
		happen('a');
		const first = open();
		expect(await first.check()).toEqual(['a']);
		happen('b');
		expect(await open().check()).toBeNull();
		expect(await snapshots(first.staticData())().check()).toEqual(['b']);
	});

	it('says so in the log of n8n', async () => {
		const open = snapshots(await remembered());
		happen('a');
		await open().check();
		const early = open();
		const info = jest.spyOn(early.context.logger, 'info');
		await early.check();
		expect(info.mock.calls).toEqual([
			[
				'n8n is still saving the events of the check before: the next check takes what came after them.',
			],
		]);
	});

	it('delivers them after 30 seconds: n8n could not save them', async () => {
		const open = snapshots(await remembered());
		happen('a');
		expect(await open().check()).toEqual(['a']);
		passes(SAVED_WITHIN);
		expect(await open().check()).toEqual(['a']);
	});

	it('delivers them when the workflow was activated meanwhile: what is saved counts', async () => {
		const open = snapshots(await remembered());
		happen('a');
		expect(await open().check()).toEqual(['a']);
		expect(await tenant.activate({}, { staticData: open().staticData() }).check()).toEqual(['a']);
	});

	it('begins in another tenant whose list it is told to read, whatever was found in the first', async () => {
		const open = snapshots(await remembered());
		happen('a');
		expect(await open().check()).toEqual(['a']);
		const other = await openTenant();
		try {
			const credentials = { baseUrl: other.sandbox.url, apiKey: other.sandbox.apiKey };
			const elsewhere = tenant.activate(
				{},
				{ staticData: open().staticData(), credentials, budgetMs: 36_000 },
			);
			expect(await elsewhere.check()).toBeNull();
			other.sandbox.tenant.addEvents([{ id: 'b' }]);
			expect(await elsewhere.check()).toEqual(['b']);
		} finally {
			await other.stop();
		}
	});
});

it('an event that happens while the very first check waits out an outage is delivered', async () => {
	// As on the durable scheduler, whose regular check may come before the activation has ended.
	const trigger = tenant.activate({}, { budgetMs: 36_000 });
	tenant.sandbox.inject({ type: 'status', status: 503, retryAfterSeconds: 1 });
	const first = trigger.check();
	while (tenant.sandbox.requests.length === 0) await delay(20);
	happen('a');
	expect(await first).toBeNull();
	expect(await trigger.check()).toEqual(['a']);
});
