import type { Schedule } from './schedule';
import type { ServerTraits } from './server';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const YEAR = 365 * 24 * HOUR;
const RUNS = 8;

export type Scenarios = Record<string, Schedule[]>;

type Plan = Omit<Schedule, 'seed'>;

const QUIET: Plan = {
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
	host: { clockAhead: 0, crashes: 0, downtime: MINUTE, edits: 0 },
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
	trigger: { maxEvents: 1000, overlap: 5 * MINUTE, filtered: false, fromDate: false },
};

const repeat = (plan: Plan, runs = RUNS): Schedule[] =>
	Array.from({ length: runs }, (_, seed) => ({ ...plan, seed }));

const { server, host, events } = QUIET;

/** What happens every day. */
export const ORDINARY: Scenarios = {
	'nothing wrong': repeat(QUIET),
	'2 % late, up to 4 minutes': repeat({
		...QUIET,
		events: { ...events, late: 0.02, latest: 4 * MINUTE },
	}),
	'pages cut at 25': repeat({ ...QUIET, server: { ...server, pageCap: 25 } }),
	'1,000 at once': repeat({ ...QUIET, events: { ...events, backlog: 1000, backlogEvery: 20 } }),
	'clock 3 minutes ahead': repeat({ ...QUIET, host: { ...host, clockAhead: 3 * MINUTE } }),
	'n8n killed now and then': repeat({
		...QUIET,
		host: { ...host, crashes: 0.02 },
		server: { ...server, latency: [200, 3000] },
	}),
};

const LATE: Plan = {
	...QUIET,
	events: { ...events, perMinute: 5, late: 0.02, latest: 4 * MINUTE },
};

const wrongServer = (traits: Partial<ServerTraits>): Schedule[] => [
	...repeat({ ...LATE, server: { ...server, ...traits } }, 4),
	...repeat({ ...LATE, server: { ...server, order: 'oldest', ...traits } }, 4),
];

const wrongEvents = (traits: Partial<Plan['events']>): Schedule[] =>
	repeat({ ...LATE, events: { ...LATE.events, ...traits } });

const AHEAD: Record<string, number> = {
	'6 minutes ahead': 6 * MINUTE,
	'an hour ahead': HOUR,
	'26 hours ahead': 26 * HOUR,
	'in the year 2099': 73 * YEAR,
	'an hour behind': -HOUR,
	'in the year 1970': -56 * YEAR,
};
const WHICH = { 'one Date': 'one', 'a third of the Dates': 'a third', 'each Date': 'all' } as const;

/** What no server, clock or log should do. */
export const HOSTILE: Scenarios = {
	'nothing wrong': repeat(LATE),
	...Object.fromEntries(
		Object.entries(WHICH).flatMap(([words, which]) =>
			Object.entries(AHEAD).map(([how, ahead]) => [
				`${words} ${how}`,
				wrongServer({ wrongDates: { ahead, which } }),
			]),
		),
	),
	'all of PeopleLens an hour ahead for 10 minutes': wrongServer({
		clockWasAhead: { by: HOUR, until: 10 * MINUTE },
	}),
	'one event dated in two hours': wrongEvents({ future: 2 * HOUR }),
	'one event dated next year': wrongEvents({ future: YEAR }),
	'5,000 events dated next year': wrongEvents({ future: YEAR, futureCount: 5000 }),
	"n8n's clock set back 10 minutes during a request": repeat({
		...LATE,
		host: { ...host, clockSetBack: 10 * MINUTE },
	}),
	"n8n's clock set back an hour during a request": repeat({
		...LATE,
		host: { ...host, clockSetBack: HOUR },
	}),
	'total 2147483647, offsets above 10,000 refused': wrongServer({
		total: 'too large',
		maxOffset: 10_000,
	}),
	'total 1e308, offsets behind the end refused': wrongServer({
		total: 'endless',
		maxOffset: 'end',
	}),
	'total with a fraction, offsets behind the end refused': wrongServer({
		total: 'fraction',
		maxOffset: 'end',
	}),
	'total as a text': wrongServer({ total: 'text' }),
	'a third of the rows odd in every way': wrongEvents({ odd: 0.33 }),
	'3,500 events in one minute, some late': wrongEvents({ backlog: 3500, backlogEvery: 15 }),
};
