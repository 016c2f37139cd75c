import fc from 'fast-check';

import { MAX_AHEAD, MAX_SEEN } from '../../../nodes/PeopleLens/poller/ledger';
import type { HostTraits } from './host';
import type { EventTraits, Schedule } from './schedule';
import type { ServerTraits } from './server';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FAR_FUTURE = 365 * 24 * HOUR;
const TO_2099 = 73 * FAR_FUTURE;

const server = fc.record({
	order: fc.constantFrom('newest', 'oldest', 'arbitrary'),
	sinceInclusive: fc.boolean(),
	pageCap: fc.oneof({ weight: 3, arbitrary: fc.constant(100) }, fc.integer({ min: 10, max: 99 })),
	maxOffset: fc.constantFrom<Array<number | 'end' | undefined>>(
		undefined,
		undefined,
		10_000,
		'end',
	),
	total: fc.constantFrom(
		...(['right', 'right', 'missing', 'unfiltered', 'random'] as const),
		...(['too large', 'endless', 'fraction', 'text'] as const),
	),
	wrongDates: fc.option(
		fc.record({
			ahead: fc.constantFrom(6 * MINUTE, HOUR, 26 * HOUR, TO_2099, -6 * MINUTE, -HOUR, -TO_2099),
			which: fc.constantFrom('one', 'a third', 'all'),
		}),
		{ nil: undefined, freq: 2 },
	),
	dateAhead: fc.constantFrom(0, 0, 2 * MINUTE, -2 * MINUTE, HOUR, -3 * HOUR, undefined),
	replicaLag: fc.constantFrom(0, 0, 0, 20_000),
	deletes: fc.constantFrom(0, 0, 5, 40),
	shufflesTies: fc.boolean(),
	latency: fc.constantFrom<[number, number][]>([20, 100], [100, 800], [200, 3000], [1000, 25_000]),
	faults: fc.constantFrom(0, 0, 0.02, 0.1, 0.4),
	failsFrom: fc.constantFrom(undefined, undefined, undefined, 8, 3),
} as const);

const host = fc.record({
	clockAhead: fc.constantFrom(0, 0, 3 * HOUR, -5 * HOUR),
	clockSetBack: fc.constantFrom(undefined, undefined, MINUTE, 10 * MINUTE, HOUR, -3 * HOUR),
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
	futureCount: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, fc.constant(5000)),
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
	const { earliest, latestTime, conspire } = clocksOf(api, machine);
	// In no order all of it has to be read for every portion, within one poll's time.
	const mostPortions = api.order === 'arbitrary' ? 3 : 20;
	// Where both clocks are behind, the events of the present are too many for those of the future.
	const mostAhead = latestTime < -MINUTE ? MAX_AHEAD / 2 : Infinity;
	// The oldest of a list that is listed newest first is out of reach behind the largest offset.
	const reachable = api.maxOffset === 10_000 && api.order !== 'oldest' ? 4000 : Infinity;
	const backlog = Math.min(tenant.backlog, mostPortions * maxEvents, mostAhead, reachable);
	const future = futureOf(tenant, earliest, latestTime);
	// Events of the future have to be read with every poll.
	const isShort = api.pageCap < 70;
	const isCostly = isShort || api.order === 'arbitrary' || maxEvents < 1000 || mostAhead < Infinity;
	const futureCount = isCostly ? 1 : tenant.futureCount;
	// A group of equal times is read again whole, unless it fills most of a page.
	const shufflesTies = api.shufflesTies && api.order !== 'arbitrary';
	const ties = shufflesTies ? Math.min(tenant.ties, Math.floor(api.pageCap / 2)) : tenant.ties;
	// More events in one overlap than can be remembered: it has to be cut short.
	const inOverlap = ties + Math.min(backlog, overlap / tenant.backlogEvery) + 7 * tenant.perMinute;
	const dense = inOverlap > MAX_SEEN;
	return {
		...rest,
		server: { ...api, shufflesTies, ...(dense && { replicaLag: 0 }) },
		host: { ...machine, ...(conspire && { clockSetBack: 0 }) },
		events: {
			...tenant,
			ties,
			latest,
			backlog,
			futureCount,
			...(future !== undefined && { future }),
			...(dense && { late: 0 }),
		},
	};
}

/** ms by which the clocks that the trigger sees are ahead at times, at least and at most. */
function clocksOf({ dateAhead, wrongDates }: ServerTraits, machine: HostTraits) {
	const { clockAhead, clockSetBack = 0 } = machine;
	const setBack = clockAhead - clockSetBack;
	const local = [clockAhead, setBack];
	const wrong = wrongDates?.ahead ?? 0;
	const right = wrongDates?.which === 'all' ? [] : [dateAhead ?? 0];
	const dates = dateAhead === undefined ? local : [...right, dateAhead + wrong];
	const [lowestLocal, lowestDate] = [Math.min(...local), Math.min(...dates)];
	// A `Date` that is ahead by more than a day is not believed.
	const latestTime = lowestDate > lowestLocal + 24 * HOUR ? lowestLocal : lowestDate;
	return {
		earliest: Math.min(Math.max(...local), Math.max(...dates)),
		latestTime: Math.max(lowestLocal, latestTime),
		/** Both wrong by the same: nothing could tell. */
		conspire: clockSetBack > 0 && wrong < 0 && Math.abs(lowestDate - setBack) < 10 * MINUTE,
	};
}

/** An event from the future must be told by a clock that is not ahead by as much itself. */
function futureOf({ future, futureCount = 1 }: EventTraits, earliest: number, latestTime: number) {
	if (future === undefined) return undefined;
	const ahead = futureCount > 1 ? Math.max(earliest, latestTime) : earliest;
	return ahead > 0 ? FAR_FUTURE : future;
}
