import fc from 'fast-check';

import { anySchedule } from './arbitrary';
import { formerTrigger } from './former';
import { naiveTriggers } from './naive';
import { HOSTILE, ORDINARY, type Scenarios } from './scenarios';
import { run } from './run';
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

/**
 * What people would build themselves, and this package.
 *
 * @param share of the schedules of each scenario, above 0 and up to 1
 */
export const ordinary = async (share = 1): Promise<Comparison> =>
	await compare(
		{ ...ORDINARY, anything: fc.sample(anySchedule, { numRuns: 20, seed: 7 }) },
		{ ...naiveTriggers, [OURS]: packageTrigger },
		share,
	);

/**
 * What believing a single clock loses, and this package: where servers, clocks and rows are wrong.
 *
 * @param share as for `ordinary`
 */
export const hostile = async (share = 1): Promise<Comparison> =>
	await compare(HOSTILE, { before: formerTrigger, [OURS]: packageTrigger }, share);

/** Runs the same schedules through several triggers. */
async function compare(
	scenarios: Scenarios,
	triggers: Record<string, Trigger>,
	share: number,
): Promise<Comparison> {
	const cells: Cell[] = [];
	for (const [scenario, all] of Object.entries(scenarios)) {
		const schedules = spread(all, Math.ceil(all.length * share));
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

/** So many of them, evenly from beginning to end: the kinds that a scenario has stay represented. */
const spread = <T>(all: T[], count: number): T[] =>
	Array.from({ length: count }, (_, n) => all[Math.floor((n * all.length) / count)]);

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
