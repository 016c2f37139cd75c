import fc from 'fast-check';

import { nodeProcess } from '../support/node';
import { anySchedule } from './simulation/arbitrary';
import { run } from './simulation/run';
import { packageTrigger } from './simulation/trigger';
import { faultsOf } from './simulation/verdict';

/**
 * The property test of the trigger for as many schedules as asked for:
 * `npm run test:soak -- [schedules] [seed]`. Without a seed, others each time.
 */
async function soak(schedules: number, seed: number): Promise<void> {
	const sum = { schedules: 0, events: 0, polls: 0, requests: 0, largestState: 0 };
	const print = (text: string) => nodeProcess.stdout.write(`${text}\n`);
	const began = Date.now();
	print(`${schedules} schedules, seed ${seed}`);
	const property = fc.asyncProperty(anySchedule, async (schedule) => {
		const report = await run(schedule, packageTrigger);
		sum.schedules++;
		sum.events += report.events;
		sum.polls += report.polls;
		sum.requests += report.requests;
		sum.largestState = Math.max(sum.largestState, report.largestState);
		if (sum.schedules % 1000 === 0) print(JSON.stringify(sum));
		const faults = faultsOf(schedule, report);
		if (faults.length > 0) print(`${faults.join('; ')}: ${JSON.stringify(schedule)}`);
		return faults.length === 0;
	});
	const result = await fc.check(property, { numRuns: schedules, seed, endOnFailure: true });
	const seconds = Math.round((Date.now() - began) / 1000);
	print(`${result.failed ? 'FAILED' : 'held'} after ${sum.schedules} schedules, ${seconds} s`);
	if (result.failed) nodeProcess.exitCode = 1;
}

const [schedules = '50000', seed = String(Date.now() % 2 ** 31)] = nodeProcess.argv.slice(2);
void soak(Number(schedules), Number(seed));
