import type { Entry } from './entry';
import { Ledger } from './ledger';
import { PagedList } from './list';
import { byAge } from './order';
import { SINCE_SLACK } from './read';
import type { FeedState } from './state';
import { type Clock, ServerTime } from './time';
import type { FeedRow, FetchPage } from './types';
import { readWaiting } from './waiting';

/** However few of them pass the filters, a poll takes in no more new rows than about this. */
const MOST_ROWS = 10_000;

export interface PollSettings<Row extends FeedRow> {
	/** The most events that one poll delivers. */
	maxEvents: number;
	/** ms: how much later than its `created_at` an event may become visible and still be met. */
	overlap: number;
	/** ms: events older than this, by the server's time, are passed over; 0 for never. */
	ignoreOlderThan?: number;
	/** Filters that the API does not know. What they refuse counts as dealt with. */
	accept?: (row: Row) => boolean;
	/** ms since the epoch by `clock`: no request is begun after it. */
	deadline?: number;
}

export interface PollOutcome<Row extends FeedRow> {
	/** Oldest first; those without a usable `created_at` last. */
	events: Row[];
	/** To be committed once, together with the events. */
	state: FeedState;
	/** Whether nothing is left waiting. */
	complete: boolean;
	/** What ended the reading too early, although the events before it could be used. */
	failure?: unknown;
}

/**
 * Delivers what is new since `state`, each event once: all of it or, when much is waiting or
 * the reading is cut short, the oldest part of it.
 *
 * It is complete because whatever a complete reading misses becomes visible after that began,
 * so it was created at most `overlap` before, where the next poll looks again; and because
 * the floor rises only over what was read without a gap.
 *
 * @param clock this machine's time
 * @throws what ended the reading, when nothing could be delivered, or an UndatedRowsError;
 *   `state` still holds then
 */
export async function poll<Row extends FeedRow>(
	fetchPage: FetchPage<Row>,
	state: FeedState,
	settings: PollSettings<Row>,
	clock: Clock,
): Promise<PollOutcome<Row>> {
	const { overlap, ignoreOlderThan = 0, maxEvents, accept = () => true } = settings;
	const time = ServerTime.forgetful(clock, state.lag);
	const fetchInTime = time.watch(fetchPage, settings.deadline);
	const ledger = Ledger.restore(state.floor, state);

	let list = new PagedList(fetchInTime, state.floor - SINCE_SLACK, state.maxLength);
	let first = await list.page(0);
	time.learn(first.entries.filter((entry) => ledger.isNew(entry)));

	const ignored = ignoreOlderThan > 0 ? (time.began ?? 0) - ignoreOlderThan : 0;
	if (ignored > state.floor) {
		ledger.raiseFloor(ignored, ignored);
		if (!first.end) {
			list = new PagedList(fetchInTime, ignored - SINCE_SLACK, list.maxLength);
			first = await list.page(0);
		}
	}

	const waiting = await readWaiting(list, first, enoughFor(list, ledger, settings));
	const fresh = waiting.entries.filter((entry) => ledger.isNew(entry)).sort(byAge);
	if (waiting.failure !== undefined && fresh.length === 0) throw waiting.failure;

	time.learn(fresh);
	const taken = takeOldest(fresh, maxEvents, accept);
	const left = fresh.length - taken.length;
	const complete = waiting.complete && left === 0;
	const cut = complete ? Infinity : newestTime(left > 0 ? taken : waiting.entries);

	const isFresh = new Set(fresh);
	const met = waiting.entries.filter((entry) => !isFresh.has(entry));
	ledger.add([...met, ...taken]);
	ledger.raiseFloor(Math.min(cut, (time.began ?? -Infinity) - overlap), cut);

	return {
		events: taken.map(({ row }) => row).filter(accept),
		state: {
			...state,
			...ledger.store(),
			revision: state.revision + 1,
			maxLength: list.maxLength,
			lag: time.lag,
		},
		complete,
		failure: waiting.failure,
	};
}

/** Tells whether a growing array holds about as many events as one poll may deliver. */
function enoughFor<Row extends FeedRow>(
	list: PagedList<Row>,
	ledger: Ledger,
	{ maxEvents, accept = () => true }: PollSettings<Row>,
) {
	let looked = 0;
	let fresh = 0;
	let accepted = 0;
	return (entries: ReadonlyArray<Entry<Row>>): boolean => {
		for (; looked < entries.length; looked++) {
			if (!ledger.isNew(entries[looked])) continue;
			fresh++;
			if (accept(entries[looked].row)) accepted++;
		}
		// Not one page more than can be delivered: it would have to be read again.
		return fresh >= MOST_ROWS || (accepted > 0 && accepted + list.pageLength > maxEvents);
	};
}

/** @param fresh oldest first. Those without a time are all taken: later they could not be found. */
function takeOldest<Row extends FeedRow>(
	fresh: Array<Entry<Row>>,
	maxEvents: number,
	accept: (row: Row) => boolean,
): Array<Entry<Row>> {
	let accepted = 0;
	return fresh.filter(({ row, time }) => {
		if (time === undefined) return true;
		if (accepted >= maxEvents) return false;
		if (accept(row)) accepted++;
		return true;
	});
}

function newestTime(entries: ReadonlyArray<Entry<FeedRow>>): number {
	return entries.reduce((newest, { time = -Infinity }) => Math.max(newest, time), -Infinity);
}
