import fc from 'fast-check';

import { anySchedule } from './arbitrary';
import { formerTrigger } from './former';
import { naiveTriggers } from './naive';
import { HOSTILE, ORDINARY, type Scenarios } from './scenarios';
import { run } from './schedule';
import { packageTrigger, type Trigger } from './trigger';

export interface Cell {
	scenario: string;
	trigger: string;
	/** Percent of the events that were to be delivered. */
	lost: number;
	repeated: number;
}

export interface Comparison {
	cells: Cell[];
	table: string;
}

const OURS = 'this package';

/** What people would build themselves, and this package. */
export const ordinary = async (): Promise<Comparison> =>
	await compare(
		{ ...ORDINARY, anything: fc.sample(anySchedule, { numRuns: 20, seed: 7 }) },
		{ ...naiveTriggers, [OURS]: packageTrigger },
	);

/** What believing a single clock loses, and this package: where servers, clocks and rows are wrong. */
export const hostile = async (): Promise<Comparison> =>
	await compare(HOSTILE, { before: formerTrigger, [OURS]: packageTrigger });

/** Runs the same schedules through several triggers. */
async function compare(
	scenarios: Scenarios,
	triggers: Record<string, Trigger>,
): Promise<Comparison> {
	const cells: Cell[] = [];
	for (const [scenario, schedules] of Object.entries(scenarios)) {
		for (const [name, trigger] of Object.entries(triggers)) {
			let [wanted, lost, repeated] = [0, 0, 0];
			for (const schedule of schedules) {
				const report = await run(schedule, trigger);
				wanted += report.wanted;
				lost += report.lost.length;
				repeated += report.repeated.length;
			}
			const percent = (count: number) => (100 * count) / wanted;
			cells.push({ scenario, trigger: name, lost: percent(lost), repeated: percent(repeated) });
		}
	}
	return { cells, table: tableOf(cells, Object.keys(scenarios), Object.keys(triggers)) };
}

function tableOf(cells: Cell[], scenarios: string[], triggers: string[]): string {
	const heading = ['lost / repeated, %', ...triggers];
	const rows = scenarios.map((scenario) => [
		scenario,
		...triggers.map((name) => {
			const cell = cells.find((one) => one.scenario === scenario && one.trigger === name);
			return `${cell?.lost.toFixed(1)} / ${cell?.repeated.toFixed(1)}`;
		}),
	]);
	const line = ([first, ...rest]: string[]) =>
		`${first.padEnd(56)}${rest.map((text) => text.padStart(22)).join('')}`;
	return [heading, ...rows].map(line).join('\n');
}
