import fc from 'fast-check';

import { IS_FULL, nodeProcess } from '../support/node';
import { anySchedule } from './simulation/arbitrary';
import { hostile, ordinary } from './simulation/comparison';
import { FORMER_FAULTS } from './simulation/formerFaults';
import { naiveTriggers } from './simulation/naive';
import type { Report } from './simulation/report';
import { run } from './simulation/run';
import type { Schedule } from './simulation/schedule';
import { packageTrigger, type Trigger } from './simulation/trigger';
import { faultsOf } from './simulation/verdict';

/** All of them in CI; `npm run test:soak` runs as many as there is time for. */
const SCHEDULES = IS_FULL ? 2000 : 30;
/** So many at most until a trigger that breaks the promise is found out. */
const ATTEMPTS = 2000;
/** Of each scenario's schedules. */
const SHARE = IS_FULL ? 1 : 1 / 8;
const SEED = 20260301;

function holds(trigger: Trigger, onReport: (report: Report) => void = () => undefined) {
	return fc.asyncProperty(anySchedule, async (schedule: Schedule) => {
		const report = await run(schedule, trigger);
		onReport(report);
		expect(faultsOf(schedule, report)).toEqual([]);
	});
}

describe('whatever the API and n8n do', () => {
	it('no event is lost, none repeated, and each poll is sorted oldest first', async () => {
		const sum = { schedules: 0, events: 0, requests: 0, polls: 0, largestState: 0 };
		await fc.assert(
			holds(packageTrigger, (report) => {
				sum.schedules++;
				sum.events += report.events;
				sum.requests += report.requests;
				sum.polls += report.polls;
				sum.largestState = Math.max(sum.largestState, report.largestState);
			}),
			{ numRuns: SCHEDULES, seed: SEED },
		);
		nodeProcess.stdout.write(`simulated: ${JSON.stringify(sum)}\n`);
	}, 3_000_000);

	it.each(Object.keys(FORMER_FAULTS))('no event is lost or repeated where %s', async (name) => {
		const schedule = FORMER_FAULTS[name];
		expect(faultsOf(schedule, await run(schedule, packageTrigger))).toEqual([]);
	});

	it.each(Object.keys(naiveTriggers))('the same test fails for a trigger by %s', async (name) => {
		const check = fc.assert(holds(naiveTriggers[name]), {
			numRuns: ATTEMPTS,
			seed: SEED,
			endOnFailure: true,
		});
		await expect(check).rejects.toThrow(/Property failed/);
	});

	it('triggers by time lose or repeat events where this one does not', async () => {
		const { cells } = await ordinary(SHARE);
		for (const { trigger, lost, repeated } of cells) {
			if (trigger === 'this package') expect([lost, repeated]).toEqual([0, 0]);
		}
		for (const name of Object.keys(naiveTriggers)) {
			const own = cells.filter(({ trigger }) => trigger === name);
			expect(own.some(({ lost, repeated }) => lost + repeated > 0)).toBe(true);
		}
	}, 1_200_000);

	it('a trigger that believes one clock loses events where this one does not, whatever is wrong', async () => {
		const { cells } = await hostile(SHARE);
		const ours = cells.filter(({ trigger }) => trigger === 'this package');
		expect(ours.filter(({ lost, repeated }) => lost + repeated > 0)).toEqual([]);
		const before = cells.filter(({ trigger, lost }) => trigger === 'before' && lost > 0);
		expect(before.length).toBeGreaterThan(10);
	}, 240_000);
});
