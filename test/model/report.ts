/**
 * Plays the model of the trigger and says what came of it: `npm run test:model`, the whole of it
 * with `FULL=1`. Ends with 1 when an event can be lost or repeated in a way that is not documented.
 */
import { IS_FULL, nodeProcess } from '../support/node';
import { KINDS } from './kinds';
import { FULL, play, SCHEDULERS, type Scenario, type SchedulerName, SMALL } from './scenarios';

const ALL = Object.keys(SCHEDULERS) as SchedulerName[];

const print = (text: string) => nodeProcess.stdout.write(`${text}\n`);

async function main(): Promise<void> {
	const sum = { states: 0, transitions: 0, seconds: 0, violations: 0 };
	const tell = async (scenario: Scenario, scheduler: SchedulerName) => {
		const { states, transitions, depth, seconds, found } = await play(scenario, scheduler);
		sum.states += states;
		sum.transitions += transitions;
		sum.seconds += seconds;
		print(
			`${scenario.name} (${scheduler}): ${states} states, ${transitions} transitions, depth ${depth}, ${seconds.toFixed(1)} s, ${found.length} violations`,
		);
		return found;
	};
	for (const scenario of IS_FULL ? FULL : SMALL) {
		for (const scheduler of scenario.schedulers ?? ALL) {
			const found = await tell(scenario, scheduler);
			sum.violations += found.length;
			for (const { violation, event, trace } of found) {
				print(`  VIOLATION, event ${event} ${violation}:\n    ${trace.join('\n    ')}`);
			}
		}
	}
	const { states, transitions, seconds, violations } = sum;
	print(`\nin all: ${states} states, ${transitions} transitions, ${seconds.toFixed(0)} s`);
	print(`lost or repeated in a way that is not documented: ${violations}`);
	print('\nEnds of the promise that docs/how-the-trigger-works.md names, on the shortest way:');
	for (const { row, violation, scenario } of KINDS) {
		for (const scheduler of scenario.schedulers ?? ALL) {
			const found = await tell(scenario, scheduler);
			const trace = found.find((one) => one.violation === violation)?.trace ?? ['(not found)'];
			print(`  ${violation}: ${row}\n    ${trace.join('\n    ')}`);
		}
	}
	if (violations > 0) nodeProcess.exitCode = 1;
}

void main();
