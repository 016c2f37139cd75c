import type { Entry } from './entry';
import { Ledger, MOST_SEEN } from './ledger';
import { PagedList } from './list';
import { readList, SINCE_SLACK } from './read';
import { seekEnd } from './seek';
import { emptyState, type FeedState } from './state';
import { type Clock, LARGEST_LAG, ServerTime } from './time';
import type { FeedRow, FetchPage } from './types';

/** By how much further each look back goes: from minutes over hours to a day. */
const SPAN_GROWTH = 6;

export interface StartSettings {
	/** Names the list, so that a state is never used for another one: tenant and credential. */
	source: string;
	/** ms, as for `poll`. */
	overlap: number;
	/** ms since the epoch by `clock`: no request is begun after it. */
	deadline?: number;
}

/**
 * From now on: all that is visible now is old. It is remembered by id and not by its time,
 * so that an event that was created before and becomes visible later still counts as new.
 *
 * Ask without an `action`: the fuller the list, the sooner the server's time is known, and
 * the state will serve any other choice of actions too.
 *
 * @throws what `fetchPage` throws
 */
export async function startFromNow<Row extends FeedRow>(
	fetchPage: FetchPage<Row>,
	{ source, overlap, deadline }: StartSettings,
	clock: Clock,
): Promise<FeedState> {
	const time = new ServerTime(clock);
	const fetchInTime = time.watch(fetchPage, deadline);
	let { maxLength } = await lookAround(fetchInTime, time);
	const now = time.date ?? (await newestTime(fetchInTime, time, clock));
	let entries: Array<Entry<Row>> = [];
	let floor = 0;
	// Where the newest event is not yet known, it is looked for further and further back.
	for (let span = 2 * overlap; ; span *= SPAN_GROWTH) {
		const known = time.lag < LARGEST_LAG;
		floor = Math.max(0, Math.floor(now - (known ? time.lag + 2 * overlap : span)));
		const list = new PagedList(fetchInTime, floor - SINCE_SLACK, maxLength);
		entries = await readList(list, { order: 'newest', limit: MOST_SEEN });
		time.learn(entries);
		maxLength = list.maxLength;
		if (span > LARGEST_LAG || (time.began ?? 0) - overlap >= floor) break;
	}
	// The reading may have stopped before the oldest; what a poll will ask for has to be known.
	if (entries.length >= MOST_SEEN) {
		floor = Math.max(floor, oldestTime(entries) + SINCE_SLACK + 1);
	}
	const ledger = new Ledger(floor);
	ledger.add(entries);
	ledger.raiseFloor((time.began ?? 0) - overlap, Infinity);
	return { ...emptyState(source, floor, maxLength, time.lag), ...ledger.store() };
}

/**
 * From a date on: everything created at this instant or later is new.
 *
 * @param date ms since the epoch
 * @throws what `fetchPage` throws: one request is made, or a few more to find the newest event
 */
export async function startFromDate<Row extends FeedRow>(
	fetchPage: FetchPage<Row>,
	date: number,
	{ source, deadline }: Omit<StartSettings, 'overlap'>,
	clock: Clock,
): Promise<FeedState> {
	const time = new ServerTime(clock);
	const { maxLength } = await lookAround(time.watch(fetchPage, deadline), time);
	return emptyState(source, Math.floor(date), maxLength, time.lag);
}

/** A look at the whole list: how long its pages are, and when its newest event was, if it is sorted. */
async function lookAround<Row extends FeedRow>(
	fetchPage: FetchPage<Row>,
	time: ServerTime,
): Promise<PagedList<Row>> {
	const list = new PagedList(fetchPage);
	const first = await list.page(0);
	time.learn(first.entries);
	if (list.order === 'oldest' && !first.end) {
		time.learn((await seekEnd(list, first.entries.length)).entries);
	}
	return list;
}

/**
 * Where no `Date` header tells the server's time, its newest event does. If that one is dated
 * ahead of this machine's clock, the latter is the safer choice; without any event, 0.
 */
async function newestTime<Row extends FeedRow>(
	fetchPage: FetchPage<Row>,
	time: ServerTime,
	clock: Clock,
): Promise<number> {
	const newest = await readList(new PagedList(fetchPage), { order: 'newest', limit: 1 });
	time.learn(newest);
	return time.began ?? (newest.length > 0 ? clock() : 0);
}

function oldestTime(entries: ReadonlyArray<Entry<FeedRow>>): number {
	return entries.reduce((oldest, { time = Infinity }) => Math.min(oldest, time), Infinity);
}
