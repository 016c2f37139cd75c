import type { Behaviour } from '../../sandbox/behaviour';
import { behaviourLike } from '../../sandbox/like';
import { judge } from '../../scripts/check-tenant/verdicts';
import { checkTenant, startTenant } from './tenant';

/** Five minutes of a tenant's life, an event every few seconds, in no time: its clock is in our hand. */
async function watch(behaviour: Partial<Behaviour>, events = true) {
	const sandbox = await startTenant(behaviour);
	const { clock } = sandbox.tenant;
	clock.hold();
	const started = clock.now();
	const time = {
		now: () => clock.elapsed(),
		sleep: async (ms: number) => {
			for (let passed = 0; passed < ms; passed += 1_000) {
				clock.advance(Math.min(1_000, ms - passed));
				if (events && Math.floor(clock.elapsed() / 1000) % 6 === 0) sandbox.tenant.addEvent();
			}
			return await Promise.resolve();
		},
	};
	const result = await checkTenant(sandbox, { watchMinutes: 5 }, time);
	await sandbox.stop();
	const lateness = judge(result.facts)
		.flatMap(({ points }) => points)
		.find(({ id }) => id === 'lateness');
	return { ...result, lateness, minutes: (clock.now() - started) / 60_000 };
}

it.each<[string, Partial<Behaviour>, object, string]>([
	['no event is late', {}, { lateShare: 'none', lateBySeconds: null }, 'holds'],
	['all are', { visibilityDelay: 60_000 }, { lateShare: 'all', lateBySeconds: 60 }, 'copes'],
	[
		'a share of them is',
		{ visibilityDelay: { share: 0.3, maxMs: 120_000 } },
		{ lateShare: 'some', lateBySeconds: 120 },
		'copes',
	],
	[
		'the log lists the oldest first',
		{ visibilityDelay: 60_000, sortOrder: 'oldest' },
		{ lateShare: 'all', lateBySeconds: 60 },
		'copes',
	],
])(
	'watching for five minutes shows how late events show up when %s',
	async (_name, set, facts, verdict) => {
		const first = await watch(set);
		expect(first.facts).toMatchObject(facts);
		expect(first.lateness?.verdict).toBe(verdict);
		expect(first.requests).toBeLessThanOrEqual(60);
		expect(first.minutes).toBeGreaterThan(4);
		expect(first.minutes).toBeLessThan(6);
		expect(first.facts.unfinished).toEqual([]);

		const { behaviour } = behaviourLike(JSON.stringify(first.report));
		const second = await watch({ sortOrder: set.sortOrder ?? 'newest', ...behaviour });
		expect(second.facts.lateShare).toBe(first.facts.lateShare);
		expect(second.lateness?.verdict).toBe(verdict);
	},
);

it('events that are later than the overlap are said to be missed', async () => {
	const { lateness } = await watch({ visibilityDelay: 4.5 * 60_000 });
	expect(lateness).toMatchObject({ verdict: 'breaks' });
	expect(lateness?.text).toMatch(/raise "Overlap"/);
});

it('without new events, watching shows nothing, and says so', async () => {
	const { facts, lateness } = await watch({}, false);
	expect(facts).toMatchObject({ lateShare: null, lateBySeconds: null });
	expect(lateness?.verdict).toBe('not seen');
});
