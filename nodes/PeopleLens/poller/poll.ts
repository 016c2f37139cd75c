import { newestTime } from '../reader/entry';
import { compareByCreatedAt } from '../reader/order';
import { SINCE_SLACK } from '../reader/read';
import type { FetchPage, ListRow } from '../reader/types';
import { readBacklog } from './backlog';
import { takeBatch } from './batch';
import { BatchProgress } from './batchProgress';
import { type Clock, ReadingClock } from './clock';
import { knownEndOf } from './knownEnd';
import type { Ledger } from './ledger';
import { encodeSeen, encodeUndated } from './memory';
import type { PollSettings } from './settings';
import type { PollerState } from './state';
import { dueWarnings, type PollWarning, warningsOf, withWarned } from './warnings';
import { isCrowded, openWindow } from './window';

/** A window with more rows than this is worth moving on, even when nothing is new in it. */
const SMALL_WINDOW = 50;

export interface PollOutcome<Row extends ListRow> {
	/** Oldest first; those without a usable `created_at` last. */
	events: Row[];
	/** To be committed once, together with the events; the same object when nothing has changed. */
	state: PollerState;
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
 * See docs/architecture.md, "Why no event is lost or repeated".
 *
 * @param clock this machine's time
 * @throws what ended the reading, when it brought nothing new and the next one has to begin at the
 *   same place; `state` still holds then
 */
export async function poll<Row extends ListRow>(
	fetchPage: FetchPage<Row>,
	state: PollerState,
	settings: PollSettings<Row>,
	clock: Clock,
): Promise<PollOutcome<Row>> {
	const { overlap, maxEvents, accept = () => true } = settings;
	const time = new ReadingClock(clock, settings.deadline);
	const window = await openWindow(fetchPage, state, settings, time);
	const { list, first, ledger, isEndAssumed } = window;
	const wentBack = ledger.watermark < state.watermark;

	const progress = new BatchProgress(list, ledger, settings);
	const backlog = await readBacklog(
		list,
		first,
		(read) => progress.isFull(read),
		() => time.isShort,
	);
	const { entries, complete, failure } = backlog;
	const newRows = entries.filter((entry) => ledger.isNew(entry)).sort(compareByCreatedAt);
	const unseen = new Set(newRows);
	const alreadySeen = complete ? entries.filter((entry) => !unseen.has(entry)) : undefined;
	const { present } = time;
	const taken = takeBatch(newRows, {
		maxEvents,
		accept,
		present,
		room: ledger.room(present, alreadySeen),
		countAt: ledger.countByTime(),
		isWhole: (instant) => complete || newestTime(entries) > instant,
	});
	const { rows: batch, firstRemaining, held } = taken;

	// A newest event that lay in the future together with the watermark is no witness.
	const known = (!wentBack && state.newest) || undefined;
	const safeUntil = Math.min(firstRemaining, complete ? Infinity : newestTime(entries));
	const met = [...first.entries, ...entries];
	const mayExtrapolate = newRows.length === 0 || safeUntil < Infinity;
	const { startLowerBound, latest } = time.bounds(met, known, mayExtrapolate);
	ledger.add(batch, present, alreadySeen);
	ledger.advanceWatermark(Math.min(safeUntil, startLowerBound - overlap));
	const isDoubtful = time.skew !== undefined && !time.clocksAgree;
	const doubtfulPages = isDoubtful ? list.maxLength : undefined;
	const isMemoryFull = ledger.fitIntoMemory(present, Math.min(safeUntil, latest), doubtfulPages);
	if (isCrowded(entries, ledger.watermark)) {
		ledger.advanceWatermark(Math.min(safeUntil, latest, ledger.watermark + SINCE_SLACK + 1));
	}
	// A reading that ends among what is known is worth keeping only if the next one begins later:
	// otherwise it would end there for ever.
	const hasProgress = batch.length > 0 || ledger.watermark > state.watermark;
	if (failure !== undefined && !hasProgress) throw failure;

	const left = Math.max(0, startLowerBound - ledger.watermark);
	const found = warningsOf({
		watermarkAhead: wentBack ? state.watermark - present : undefined,
		clockSkew: time.clocksAgree ? undefined : time.skew,
		overlapLeft: isMemoryFull && left < overlap ? left : undefined,
		held,
	});
	const warnings = dueWarnings(found, state.warned, time.localTime);
	const outcome = {
		events: batch.map(({ row }) => row).filter(accept),
		complete: complete && firstRemaining === Infinity,
		failure,
		warnings,
	};
	// Nothing new is on the page, but rows behind it may be new: all stays as it is.
	if (isEndAssumed) {
		const warned = withWarned(state.warned, warnings, time.localTime);
		const told = { ...state, revision: state.revision + 1, warned };
		return { ...outcome, state: warnings.length === 0 ? state : told };
	}
	const knownEnd = complete
		? knownEndOf(first, list, state.knownEnd, entries.length, time.localTime)
		: state.knownEnd;
	const newest = time.newest(met, known);
	const isSmall = list.requests === 1 && entries.length <= SMALL_WINDOW;
	const isSame = ledger.watermark === state.watermark && newest === known;
	const isQuiet = newRows.length === 0 && list.maxLength === state.maxPageLength;
	if (
		isQuiet &&
		knownEnd === state.knownEnd &&
		(isSmall || isSame) &&
		!wentBack &&
		warnings.length === 0
	) {
		return { ...outcome, state };
	}
	return {
		...outcome,
		state: {
			...state,
			...stored(ledger),
			revision: state.revision + 1,
			newest: newest ?? null,
			maxPageLength: list.maxLength,
			tellsTotal: list.tellsTotal,
			knownEnd,
			warned: withWarned(state.warned, warnings, time.localTime),
		},
	};
}

function stored(ledger: Ledger) {
	const { watermark, times, undatedDigests } = ledger;
	return {
		watermark,
		seen: encodeSeen(watermark, times),
		undated: encodeUndated(undatedDigests),
	};
}
