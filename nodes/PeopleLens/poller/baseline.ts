import { type Entry, newestTime } from '../reader/entry';
import { PAGE_LIMIT, PagedList } from '../reader/list';
import { compareByCreatedAt } from '../reader/order';
import { readList, SINCE_SLACK } from '../reader/read';
import type { FetchPage, ListRow } from '../reader/types';
import { type Clock, ReadingClock } from './clock';
import { Ledger, MAX_AHEAD, MAX_SEEN, MAX_UNDATED } from './ledger';
import { encodeSeen, encodeUndated } from './memory';
import { emptyState, type PollerState } from './state';

/** Where the newest event is looked for first; only in the rest of the list if it isn't there. In ms. */
const LATELY = 24 * 60 * 60_000;

export interface BaselineSettings {
	/** Names the list, so that a state is never used for another one. */
	tenant: string;
	/** ms, as for `poll`. */
	overlap: number;
	/** ms since the epoch by `clock`: no request is begun after it. */
	deadline?: number;
}

/**
 * From now on: all that is visible now is old. It is remembered by id and not by its time,
 * so that an event that was created before and becomes visible later still counts as new.
 *
 * The watermark follows the newest event, because no clock can be trusted: in a quiet tenant it
 * lies as far back as that, in an empty one at the beginning of time.
 *
 * Ask without an `action`: the state will serve any choice of actions then.
 *
 * @throws what `fetchPage` throws
 */
export async function createBaseline<Row extends ListRow>(
	fetchPage: FetchPage<Row>,
	{ tenant, overlap, deadline }: BaselineSettings,
	clock: Clock,
): Promise<PollerState> {
	const time = new ReadingClock(clock, deadline);
	const fetchInTime = time.watch(fetchPage);
	let { maxLength, tellsTotal } = await probe(fetchInTime);
	const read = async (since: number | undefined, limit: number, until?: number) => {
		const list = new PagedList(fetchInTime, since, maxLength, tellsTotal);
		const entries = await readList(list, { order: 'newest', limit, until });
		({ maxLength, tellsTotal } = list);
		return entries;
	};

	const { earliest, present } = time;
	// Lately or ever; and only if all that this finds is dated ahead, up to the present.
	let newest = newestTime(await read(earliest - LATELY, 1), earliest);
	if (newest === -Infinity) newest = newestTime(await read(undefined, 1), earliest);
	if (newest === -Infinity) newest = newestTime(await read(undefined, 1, earliest), earliest);
	let watermark = Math.max(0, Math.floor(newest - 2 * overlap));
	let past = await read(watermark - SINCE_SLACK, MAX_SEEN);
	let ahead: typeof past = [];
	if (newestTime(past) > present) {
		// Rows of the future must not take the place of others.
		past = await read(watermark - SINCE_SLACK, MAX_SEEN, present);
		ahead = await read(present, MAX_AHEAD);
	}
	// The reading may have stopped before the oldest; what a poll will ask for has to be known.
	const remembered = rememberable(past, MAX_SEEN + PAGE_LIMIT);
	if (past.length >= MAX_SEEN) {
		const known = oldestTime(remembered) + SINCE_SLACK + 1;
		watermark = Math.max(watermark, Math.min(known, newestTime(past) + 1));
	}
	const ledger = new Ledger(watermark);
	ledger.add(remembered, present);
	ledger.add(rememberable(ahead, MAX_AHEAD), present);
	ledger.advanceWatermark(time.bounds(past, undefined, false).startLowerBound - overlap);
	return {
		...emptyState(tenant, ledger.watermark, maxLength),
		tellsTotal,
		newest: time.newest(past, undefined) ?? null,
		seen: encodeSeen(ledger.watermark, ledger.times),
		undated: encodeUndated(ledger.undatedDigests),
	};
}

/**
 * From a date on: everything created at this instant or later is new.
 *
 * @param date ms since the epoch
 * @throws what `fetchPage` throws; one request is made
 */
export async function startFromDate<Row extends ListRow>(
	fetchPage: FetchPage<Row>,
	date: number,
	{ tenant, deadline }: Omit<BaselineSettings, 'overlap'>,
	clock: Clock,
): Promise<PollerState> {
	const time = new ReadingClock(clock, deadline);
	const { maxLength, tellsTotal } = await probe(time.watch(fetchPage));
	const watermark = Math.floor(date);
	return { ...emptyState(tenant, watermark, maxLength), tellsTotal, notBefore: watermark };
}

/** A look at the whole list: how long its pages are, and whether its total counts beyond them. */
async function probe<Row extends ListRow>(fetchPage: FetchPage<Row>): Promise<PagedList<Row>> {
	const list = new PagedList(fetchPage, undefined, 0, null);
	await list.page(0);
	return list;
}

/**
 * The newest ones: the reading goes beyond its limit, by far where the list is in no order, and
 * takes in all rows without a usable time.
 */
function rememberable<Row extends ListRow>(
	entries: ReadonlyArray<Entry<Row>>,
	mostDated: number,
): Array<Entry<Row>> {
	const dated = entries.filter(({ time }) => time !== undefined).sort(compareByCreatedAt);
	dated.reverse();
	const undated = entries.filter(({ time }) => time === undefined);
	return [...dated.slice(0, mostDated), ...undated.slice(0, MAX_UNDATED)];
}

function oldestTime(entries: ReadonlyArray<Entry<ListRow>>): number {
	return entries.reduce((oldest, { time = Infinity }) => Math.min(oldest, time), Infinity);
}
