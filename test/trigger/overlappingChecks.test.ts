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

it('an event that n8n could not save is delivered by the next check', async () => {
	const open = snapshots(await remembered());
	happen('a');
	expect(await open().check()).toEqual(['a']);
	expect(await open().check()).toEqual(['a']);
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
