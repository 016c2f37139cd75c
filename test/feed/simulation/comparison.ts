import fc from 'fast-check';
import { anySchedule } from './arbitrary';
import { naiveTriggers } from './naive';
import { run, type Schedule } from './schedule';
import { feedTrigger, type Trigger } from './trigger';

const RUNS = 8;

const QUIET: Omit<Schedule, 'seed'> = {
	scheduler: 'legacy',
	server: {
		order: 'newest',
		sinceInclusive: false,
		pageCap: 100,
		total: 'right',
		dateAhead: 0,
		replicaLag: 0,
		deletes: 0,
		latency: [50, 300],
		faults: 0,
	},
	host: { clockAhead: 0, crashes: 0, downtime: 60_000, edits: 0 },
	events: {
		duration: 30,
		perMinute: 30,
		late: 0,
		latest: 0,
		ties: 0,
		backlog: 0,
		backlogEvery: 1000,
		odd: 0,
		history: 150,
	},
	trigger: { maxEvents: 1000, overlap: 300_000, filtered: false, fromDate: false },
};

const repeat = (schedule: Omit<Schedule, 'seed'>): Schedule[] =>
	Array.from({ length: RUNS }, (_, seed) => ({ ...schedule, seed }));

const { server, host, events } = QUIET;

const SCENARIOS: Record<string, Schedule[]> = {
	'nothing wrong': repeat(QUIET),
	'2 % late, up to 4 minutes': repeat({
		...QUIET,
		events: { ...events, late: 0.02, latest: 240_000 },
	}),
	'pages cut at 25': repeat({ ...QUIET, server: { ...server, pageCap: 25 } }),
	'1,000 at once': repeat({ ...QUIET, events: { ...events, backlog: 1000, backlogEvery: 20 } }),
	'clock 3 minutes ahead': repeat({ ...QUIET, host: { ...host, clockAhead: 180_000 } }),
	'n8n killed now and then': repeat({
		...QUIET,
		host: { ...host, crashes: 0.02 },
		server: { ...server, latency: [200, 3000] },
	}),
	anything: fc.sample(anySchedule, { numRuns: 20, seed: 7 }),
};

interface Cell {
	scenario: string;
	trigger: string;
	/** Percent of the events that were to be delivered. */
	lost: number;
	repeated: number;
}

const triggers: Record<string, Trigger> = { ...naiveTriggers, 'this package': feedTrigger };

/** Runs the same schedules through several triggers. */
export async function compare(): Promise<{ cells: Cell[]; table: string }> {
	const cells: Cell[] = [];
	for (const [scenario, schedules] of Object.entries(SCENARIOS)) {
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
	return { cells, table: tableOf(cells) };
}

function tableOf(cells: Cell[]): string {
	const names = Object.keys(triggers);
	const heading = ['lost / repeated, %', ...names];
	const rows = Object.keys(SCENARIOS).map((scenario) => [
		scenario,
		...names.map((name) => {
			const cell = cells.find((one) => one.scenario === scenario && one.trigger === name);
			return `${cell?.lost.toFixed(1)} / ${cell?.repeated.toFixed(1)}`;
		}),
	]);
	const line = ([first, ...rest]: string[]) =>
		`${first.padEnd(28)}${rest.map((text) => text.padStart(22)).join('')}`;
	return [heading, ...rows].map(line).join('\n');
}
