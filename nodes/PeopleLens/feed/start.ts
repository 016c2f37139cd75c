import type { Entry } from './entry';
import { Ledger, MOST_SEEN } from './ledger';
import { PagedList } from './list';
import { readList, SINCE_SLACK } from './read';
import { seekEnd } from './seek';
import { emptyState, type FeedState } from './state';
import { type Clock, LARGEST_LAG, ServerTime } from './time';
import type { FeedRow, FetchPage } from './types';

const HOUR = 60 * 60_000;

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
	const whole = new PagedList(fetchInTime);
	time.learn((await whole.page(0)).entries);
	const now = time.date ?? (await newestTime(whole, time, clock));
	let { maxLength } = whole;
	let entries: Array<Entry<Row>> = [];
	let floor = 0;
	// The newest event shows how far the server's `Date` is from its events' dates. Where
	// nothing has happened lately, it is looked for further back.
	for (const span of [2 * overlap, HOUR, 6 * HOUR, LARGEST_LAG + 2 * overlap]) {
		floor = Math.max(0, Math.floor(now - span));
		const list = new PagedList(fetchInTime, floor - SINCE_SLACK, maxLength);
		entries = await readList(list, { order: 'newest', limit: MOST_SEEN });
		time.learn(entries);
		maxLength = list.maxLength;
		if ((time.began ?? 0) - overlap >= floor) break;
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
	// The whole list, because a full page shows how long the server's pages are.
	const whole = new PagedList(time.watch(fetchPage, deadline));
	const first = await whole.page(0);
	time.learn(first.entries);
	if (whole.order === 'oldest' && !first.end) {
		time.learn((await seekEnd(whole, first.entries.length)).entries);
	}
	return emptyState(source, Math.floor(date), whole.maxLength, time.lag);
}

/**
 * Where no `Date` header tells the server's time, its newest event does. If that one is dated
 * ahead of this machine's clock, the latter is the safer choice; without any event, 0.
 */
async function newestTime<Row extends FeedRow>(
	list: PagedList<Row>,
	time: ServerTime,
	clock: Clock,
): Promise<number> {
	const newest = await readList(list, { order: 'newest', limit: 1 });
	time.learn(newest);
	return time.began ?? (newest.length > 0 ? clock() : 0);
}

function oldestTime(entries: ReadonlyArray<Entry<FeedRow>>): number {
	return entries.reduce((oldest, { time = Infinity }) => Math.min(oldest, time), Infinity);
}
