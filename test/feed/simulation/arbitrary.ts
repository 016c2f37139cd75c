import fc from 'fast-check';
import { MOST_SEEN } from '../../../nodes/PeopleLens/feed/ledger';
import type { Schedule } from './schedule';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FAR_FUTURE = 365 * 24 * HOUR;

const server = fc.record({
	order: fc.constantFrom('newest', 'oldest', 'arbitrary'),
	sinceInclusive: fc.boolean(),
	pageCap: fc.oneof({ weight: 3, arbitrary: fc.constant(100) }, fc.integer({ min: 10, max: 99 })),
	total: fc.constantFrom('right', 'missing', 'unfiltered', 'random'),
	dateAhead: fc.constantFrom(0, 0, 2 * MINUTE, -2 * MINUTE, HOUR, -3 * HOUR, undefined),
	replicaLag: fc.constantFrom(0, 0, 0, 20_000),
	deletes: fc.constantFrom(0, 0, 5, 40),
	shufflesTies: fc.boolean(),
	latency: fc.constantFrom<[number, number][]>([20, 100], [100, 800], [200, 3000], [1000, 25_000]),
	faults: fc.constantFrom(0, 0, 0.02, 0.1, 0.4),
	failsFrom: fc.constantFrom(undefined, undefined, undefined, 8, 3),
} as const);

const host = fc.record({
	clockAhead: fc.constantFrom(0, 3 * HOUR, -5 * HOUR),
	crashes: fc.constantFrom(0, 0, 0.005, 0.03),
	downtime: fc.constantFrom(2 * MINUTE, 40 * MINUTE),
	edits: fc.constantFrom(0, 0, 0.05),
});

const events = fc.record({
	duration: fc.integer({ min: 5, max: 30 }),
	perMinute: fc.constantFrom(0, 0.2, 1, 1, 5, 20),
	late: fc.constantFrom(0, 0.02, 0.3),
	latest: fc.constantFrom(2000, 4 * MINUTE, 5 * MINUTE),
	ties: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(300)),
	backlog: fc.oneof(
		{ weight: 20, arbitrary: fc.constant(0) },
		{ weight: 6, arbitrary: fc.nat(1500) },
		{ weight: 1, arbitrary: fc.integer({ min: 1500, max: 20_000 }) },
	),
	backlogEvery: fc.constantFrom(1, 20, 1000),
	odd: fc.constantFrom(0, 0, 0.03),
	future: fc.constantFrom(undefined, undefined, 2 * HOUR, FAR_FUTURE),
	history: fc.constantFrom(0, 10, 150),
});

/** Everything that the API and n8n may do to the trigger, in any combination. */
export const anySchedule: fc.Arbitrary<Schedule> = fc
	.record({
		seed: fc.nat(),
		scheduler: fc.constantFrom('legacy', 'durable'),
		server,
		host,
		events,
		trigger: fc.record({
			maxEvents: fc.constantFrom(50, 1000, 1000),
			overlap: fc.constant(5 * MINUTE),
			filtered: fc.boolean(),
			fromDate: fc.boolean(),
		}),
	} as const)
	.map(possible);

/** Leaves out what no algorithm can hold; the tests by name show what happens there. */
function possible({ server: api, events: tenant, host: machine, ...rest }: Schedule): Schedule {
	const { maxEvents, overlap } = rest.trigger;
	const latest = Math.min(tenant.latest, overlap - api.replicaLag);
	// In no order all of it has to be read for every portion, within one poll's time.
	const mostPortions = api.order === 'arbitrary' ? 3 : 20;
	const backlog = Math.min(tenant.backlog, mostPortions * maxEvents);
	// An event from the future must be told by a clock that is not ahead by as much itself.
	const ahead = api.dateAhead ?? machine.clockAhead;
	const future = ahead > 0 && tenant.future !== undefined ? FAR_FUTURE : tenant.future;
	// A group of equal times is read again whole, unless it fills most of a page.
	const shufflesTies = api.shufflesTies && api.order !== 'arbitrary';
	const ties = shufflesTies ? Math.min(tenant.ties, Math.floor(api.pageCap / 2)) : tenant.ties;
	// More events in one overlap than can be remembered: it has to be cut short.
	const inOverlap = ties + Math.min(backlog, overlap / tenant.backlogEvery) + 7 * tenant.perMinute;
	const dense = inOverlap > MOST_SEEN;
	return {
		...rest,
		server: { ...api, shufflesTies, ...(dense && { replicaLag: 0 }) },
		host: machine,
		events: {
			...tenant,
			ties,
			latest,
			backlog,
			...(future !== undefined && { future }),
			...(dense && { late: 0 }),
		},
	};
}
