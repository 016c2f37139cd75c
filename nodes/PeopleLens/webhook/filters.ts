import { isRecord } from './hiringEvent';
import type { HiringEvent } from './hiringEvent';

export interface EventFilters {
	/** Names of events; an empty list lets all of them through. */
	events: string[];
	candidateId?: string;
	jobId?: string;
}

type Subject = 'candidate' | 'job';

/** Whether an event is one of those that were chosen. */
export function matchesFilters(event: HiringEvent, filters: EventFilters): boolean {
	const { events, candidateId, jobId } = filters;
	return (
		(events.length === 0 || events.includes(event.event)) &&
		(candidateId === undefined || idsOf(event, 'candidate').includes(candidateId)) &&
		(jobId === undefined || idsOf(event, 'job').includes(jobId))
	);
}

/**
 * The IDs under which an event names a candidate or job. The reference shows `data.candidate_id` for
 * one kind of event and nothing for the others, so `data.candidate.id` (as in the API's scorecards)
 * and, for events about candidates themselves, `data.id` count as well.
 */
function idsOf({ event, data }: HiringEvent, subject: Subject): string[] {
	if (!isRecord(data)) return [];
	const nested = data[subject];
	const ids = [
		data[`${subject}_id`],
		isRecord(nested) ? nested.id : undefined,
		event.startsWith(`${subject}.`) ? data.id : undefined,
	];
	return ids.filter((id) => typeof id === 'string' || typeof id === 'number').map(String);
}
