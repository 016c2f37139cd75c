import { timeOf } from '../../../nodes/PeopleLens/reader/timestamp';
import type { Host } from './host';
import type { Schedule } from './schedule';
import type { ScheduledEvent, SimulatedServer } from './server';

/** A row without a usable date is taken for what the API answers it to: it is asked a second too early. */
const UNDATED_SLACK = 1000;

export interface Report {
	events: number;
	/** How many of them were to be delivered. */
	wanted: number;
	lost: number[];
	repeated: number[];
	/** Delivered although it was visible before the trigger started. */
	old: number[];
	/** Polls whose events are not oldest first. */
	unsorted: number;
	requests: number;
	polls: number;
	largestState: number;
	/** Requests of the last poll, long after the last event. */
	idle: number;
	/** Starts after the trigger had a state in the database. */
	restarts: number;
	/** Activations that threw. */
	ended: number;
	/** Polls that delivered something. */
	deliveries: number;
}

export interface World {
	server: SimulatedServer;
	host: Host;
	events: ScheduledEvent[];
	startDate?: number;
}

/** What came of a schedule. */
export function report(schedule: Schedule, { server, host, events, startDate }: World): Report {
	const times = new Map<number, number>();
	for (const { rows } of host.delivered) {
		for (const { details } of rows) times.set(details.number, (times.get(details.number) ?? 0) + 1);
	}
	const { filtered } = schedule.trigger;
	const { replicaLag } = schedule.server;
	const { from = Infinity, to = Infinity } = host.started ?? {};
	const isWanted = ({ event, visibleAt }: ScheduledEvent) => {
		if (filtered && event.row.action === 'USER_LOGIN') return false;
		return startDate === undefined ? visibleAt > to : event.at >= startDate;
	};
	const isOld = ({ event, visibleAt }: ScheduledEvent) =>
		startDate === undefined ? visibleAt + replicaLag < from : event.at < startDate - UNDATED_SLACK;
	const numbers = (which: (scheduled: ScheduledEvent) => boolean) =>
		events.filter(which).map(({ event }) => event.number);
	const idle = host.polls[host.polls.length - 1];
	return {
		events: events.length,
		wanted: numbers(isWanted).length,
		lost: numbers(
			(scheduled) =>
				isWanted(scheduled) &&
				!times.has(scheduled.event.number) &&
				!server.deleted.has(scheduled.event),
		),
		repeated: numbers(({ event }) => (times.get(event.number) ?? 0) > 1),
		old: numbers((scheduled) => isOld(scheduled) && times.has(scheduled.event.number)),
		unsorted: host.delivered.filter(({ rows }) => !isSorted(rows)).length,
		requests: host.polls.reduce((sum, { requests }) => sum + requests, 0),
		polls: host.polls.length,
		largestState: host.largestState,
		idle: idle?.requests ?? 0,
		restarts: host.startsAfterSaving,
		ended: host.ended,
		deliveries: host.delivered.length,
	};
}

function isSorted(rows: Array<{ created_at?: unknown }>): boolean {
	const times = rows.flatMap((row) => timeOf(row.created_at) ?? []);
	return times.every((time, index) => index === 0 || times[index - 1] <= time);
}
