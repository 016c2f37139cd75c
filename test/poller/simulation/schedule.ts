import type { HostTraits } from './host';
import type { ServerTraits } from './server';
import type { TriggerSettings } from './trigger';

/** When the workflow is activated, by the clock that dates the events. */
export const START = Date.parse('2026-03-01T10:00:00.000Z');

/** What happens in the tenant. */
export interface EventTraits {
	/** Minutes that it goes on after the activation. */
	duration: number;
	perMinute: number;
	/** Of the events, how many become visible late, and by how many ms at most. */
	late: number;
	latest: number;
	/** So many in the same millisecond, at a random time. */
	ties: number;
	/** So many at once while nothing is read, or since the start date. */
	backlog: number;
	/** ms between two of them. */
	backlogEvery: number;
	/** Of the events, how many have no id, no usable date, or neither. */
	odd: number;
	/** ms by which events are dated ahead; undefined for none. */
	future?: number;
	/** How many these are, all at once. Default: one. */
	futureCount?: number;
	/** How many there were before. */
	history: number;
}

export interface Schedule {
	seed: number;
	scheduler: 'legacy' | 'durable';
	server: ServerTraits;
	host: HostTraits;
	events: EventTraits;
	trigger: Pick<TriggerSettings, 'maxEvents' | 'overlap'> & {
		filtered: boolean;
		fromDate: boolean;
	};
}

/** Schedules that once lost or repeated an event, in their smallest form. */
export const FORMER_FAULTS: Record<string, Schedule> = {
	"n8n's clock is set forward, past thousands of events that are dated ahead": {
		seed: 0,
		scheduler: 'legacy',
		trigger: { maxEvents: 1000, overlap: 300_000, filtered: false, fromDate: false },
		server: {
			order: 'newest',
			sinceInclusive: false,
			pageCap: 100,
			maxOffset: undefined,
			total: 'right',
			wrongDates: undefined,
			dateAhead: 0,
			replicaLag: 0,
			deletes: 0,
			shufflesTies: false,
			latency: [20, 100],
			faults: 0,
			failsFrom: undefined,
		},
		host: { clockAhead: 0, clockSetBack: -10_800_000, crashes: 0, downtime: 120_000, edits: 0 },
		events: {
			duration: 8,
			perMinute: 1,
			late: 0,
			latest: 2000,
			ties: 0,
			backlog: 0,
			backlogEvery: 1,
			odd: 0,
			future: 7_200_000,
			futureCount: 5000,
			history: 0,
		},
	},
};
