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
