import { takeBatch } from './batch';
import { readBacklog } from './backlog';
import { type Clock, ReadingClock } from './clock';
import { type Entry, newestTime } from '../reader/entry';
import { Ledger, MAX_SEEN } from './ledger';
import { PagedList } from '../reader/list';
import { decodeSeen, decodeUndated, encodeSeen, encodeUndated } from './memory';
import { compareByCreatedAt } from '../reader/order';
import { SINCE_SLACK } from '../reader/read';
import type { FeedState } from './state';
import type { FeedRow, FetchPage } from '../reader/types';
import { dueWarnings, type PollWarning, withWarned } from './warnings';
import { startOfWindow } from './window';

/** However few of them pass the filters, a poll takes in no more new rows than about this. */
const MAX_ROWS = 10_000;

/** A window with more rows than this is worth moving on, even when nothing is new in it. */
const SMALL_WINDOW = 50;

export interface PollSettings<Row extends FeedRow> {
	/** The most events that one poll delivers. */
	maxEvents: number;
	/** ms: how much later than its `created_at` an event may become visible and still be met. */
	overlap: number;
	/** ms: events older than this are passed over; 0 for never. */
	ignoreOlderThan?: number;
	/** Filters that the API does not know. What they refuse counts as dealt with. */
	accept?: (row: Row) => boolean;
	/** ms since the epoch by `clock`: no request is begun after it. */
	deadline?: number;
}

export interface PollOutcome<Row extends FeedRow> {
	/** Oldest first; those without a usable `created_at` last. */
	events: Row[];
	/** To be committed once, together with the events; the same object when nothing has changed. */
	state: FeedState;
	/** Whether nothing is left waiting. */
	complete: boolean;
	/** What ended the reading too early, although the events before it could be used. */
	failure?: unknown;
	/** What the user should know, each at most once a day. */
	warnings: PollWarning[];
}

/**
 * Delivers what is new since `state`, each event once: all of it or, when much is waiting or
 * the reading is cut short, the oldest part of it.
 *
 * It is complete because whatever a complete reading misses becomes visible after that began, so
 * it was created at most `overlap` before; and there the next poll looks again, because the
 * watermark stays that far behind every witness of the time, and moves only over what was read
 * without a gap.
 *
 * @param clock this machine's time
 * @throws what ended the reading, when nothing could be delivered; `state` still holds then
 */
export async function poll<Row extends FeedRow>(
	fetchPage: FetchPage<Row>,
	state: FeedState,
	settings: PollSettings<Row>,
	clock: Clock,
): Promise<PollOutcome<Row>> {
	const { overlap, maxEvents, accept = () => true } = settings;
	const time = new ReadingClock(clock, settings.deadline);
	const { list, first, ledger } = await openWindow(fetchPage, state, settings, time);
	const wentBack = ledger.watermark < state.watermark;

	const backlog = await readBacklog(list, first, enoughFor(list, ledger, settings));
	const { entries, complete, failure } = backlog;
	const newRows = entries.filter((entry) => ledger.isNew(entry)).sort(compareByCreatedAt);
	const isNew = new Set(newRows);
	const listed = complete ? entries.filter((entry) => !isNew.has(entry)) : undefined;
	const { present } = time;
	const { taken, firstLeft, held } = takeBatch(newRows, {
		maxEvents,
		accept,
		present,
		room: ledger.room(present, listed),
		countAt: ledger.counter(),
		isWhole: (instant) => complete || newestTime(entries) > instant,
	});
	if (failure !== undefined && taken.length === 0) throw failure;

	// A newest event that lay in the future together with the watermark is no witness.
	const known = (!wentBack && state.newest) || undefined;
	const { began, latest } = time.witnessed(entries, known);
	const safeUntil = Math.min(firstLeft, complete ? Infinity : newestTime(entries));
	ledger.add(taken, present, listed);
	ledger.advance(Math.min(safeUntil, began - overlap));
	const isFull = ledger.shrink(present, Math.min(safeUntil, latest));

	const left = Math.max(0, began - ledger.watermark);
	const warnings = dueWarnings(
		[
			...(wentBack ? [{ kind: 'watermark', ahead: state.watermark - present } as const] : []),
			...(time.difference !== undefined && !time.isSure
				? [{ kind: 'clocks', difference: time.difference } as const]
				: []),
			...(isFull && left < overlap ? [{ kind: 'overlap', left } as const] : []),
			...(held.ahead > 0 ? [{ kind: 'ahead', held: held.ahead } as const] : []),
			...(held.undated > 0 ? [{ kind: 'undated', held: held.undated } as const] : []),
		],
		state.warned,
		time.localTime,
	);
	const outcome = {
		events: taken.map(({ row }) => row).filter(accept),
		complete: complete && firstLeft === Infinity,
		failure,
		warnings,
	};
	const isQuiet = newRows.length === 0 && list.requests === 1 && entries.length <= SMALL_WINDOW;
	const isKnown = !wentBack && list.maxLength === state.maxPageLength && warnings.length === 0;
	if (isQuiet && isKnown) return { ...outcome, state };
	return {
		...outcome,
		state: {
			...state,
			...stored(ledger),
			revision: state.revision + 1,
			newest: time.newest(entries, known) ?? null,
			maxPageLength: list.maxLength,
			warned: withWarned(state.warned, warnings, time.localTime),
		},
	};
}

/** Asks for the first page of what may be new. */
async function openWindow<Row extends FeedRow>(
	fetchPage: FetchPage<Row>,
	state: FeedState,
	settings: PollSettings<Row>,
	time: ReadingClock,
) {
	const fetchInTime = time.watch(fetchPage);
	const ledger = restore(state);
	const list = new PagedList(fetchInTime, state.watermark - SINCE_SLACK, state.maxPageLength);
	const first = await list.page(0);
	// Only now the server's time is known.
	const from = startOfWindow(state, time, settings);
	if (from === state.watermark) return { list, first, ledger };

	if (from < state.watermark) ledger.goBack(from);
	else ledger.advance(from);
	if (from > state.watermark && first.end) return { list, first, ledger };
	const moved = new PagedList(fetchInTime, from - SINCE_SLACK, list.maxLength);
	return { list: moved, first: await moved.page(0), ledger };
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
	let instant: number | undefined;
	let inInstant = 0;
	return (entries: ReadonlyArray<Entry<Row>>): boolean => {
		for (; looked < entries.length; looked++) {
			const entry = entries[looked];
			if (entry.time !== undefined) {
				inInstant = entry.time === instant ? inInstant + 1 : 1;
				instant = entry.time;
			}
			if (!ledger.isNew(entry)) continue;
			fresh++;
			if (accept(entry.row)) accepted++;
		}
		// An instant that can't be remembered in part has to be read whole.
		if (inInstant > MAX_SEEN) return false;
		// Not one page more than can be delivered: it would have to be read again.
		return fresh >= MAX_ROWS || (accepted > 0 && accepted + list.pageLength > maxEvents);
	};
}

function restore({ watermark, seen, undated }: FeedState): Ledger {
	return new Ledger(watermark, decodeSeen(watermark, seen), decodeUndated(undated));
}

function stored(ledger: Ledger) {
	const { watermark, times, undatedDigests } = ledger;
	return {
		watermark,
		seen: encodeSeen(watermark, times),
		undated: encodeUndated(undatedDigests),
	};
}
