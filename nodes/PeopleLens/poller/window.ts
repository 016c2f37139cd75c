import type { Entry } from '../reader/entry';
import { PagedList } from '../reader/list';
import { SINCE_SLACK } from '../reader/read';
import type { FetchPage, ListRow } from '../reader/types';
import type { ReadingClock } from './clock';
import { isKnownEnd } from './knownEnd';
import { MAX_SEEN } from './ledger';
import { restoreLedger } from './memory';
import type { PollSettings } from './settings';
import type { PollerState } from './state';

/**
 * Asks for the first page of what may be new, and again from elsewhere where the time that its answer
 * tells shows that this was the wrong place to begin.
 *
 * @returns `isEndAssumed`: the first page counts as the whole list without proof, see isKnownEnd
 * @throws what `fetchPage` throws
 */
export async function openWindow<Row extends ListRow>(
	fetchPage: FetchPage<Row>,
	state: PollerState,
	settings: PollSettings<Row>,
	time: ReadingClock,
) {
	const fetchInTime = time.watch(fetchPage);
	const ledger = restoreLedger(state);
	const { watermark, maxPageLength, tellsTotal = null, knownEnd } = state;
	const list = new PagedList(fetchInTime, watermark - SINCE_SLACK, maxPageLength, tellsTotal);
	const first = await list.page(0);
	const isEndAssumed = !first.end && isKnownEnd(first, list, knownEnd, ledger, time.localTime);
	if (isEndAssumed) first.end = true;
	// Only now the server's time is known.
	const from = startOfWindow(state, time, settings);
	if (from === watermark) return { list, first, ledger, isEndAssumed };

	if (from < watermark) ledger.rewindWatermark(from);
	else ledger.advanceWatermark(from);
	if (from > watermark && first.end) return { list, first, ledger, isEndAssumed };
	const { maxLength, tellsTotal: told } = list;
	const moved = new PagedList(fetchInTime, from - SINCE_SLACK, maxLength, told);
	return { list: moved, first: await moved.page(0), ledger, isEndAssumed: false };
}

/**
 * Whether the second before the watermark, which a poll asks for to be sure, holds more than can be
 * read each time for nothing.
 */
export function isCrowded(entries: ReadonlyArray<Entry<ListRow>>, watermark: number): boolean {
	const from = watermark - SINCE_SLACK;
	const before = entries.filter(({ time = Infinity }) => time >= from && time < watermark);
	return before.length > MAX_SEEN;
}

/**
 * From when on a poll reads, in ms: as a rule from the watermark.
 *
 * Later where old events are to be ignored: judged by the earliest of all witnesses of the time,
 * because one that is ahead would ignore new ones.
 *
 * Earlier where the watermark lies in the future, which no event could pass: this is how it looks
 * after the clocks were ahead and have been set right. Where there is one clock only, events since the
 * newest one that is known may have been passed over meanwhile. A Start Date may be in the future.
 */
function startOfWindow(
	{ watermark, notBefore, newest }: PollerState,
	time: ReadingClock,
	{ overlap, ignoreOlderThan = 0 }: { overlap: number; ignoreOlderThan?: number },
): number {
	const { earliest } = time;
	const lastEvent = newest?.createdAt ?? -Infinity;
	// A clock that stands alone, and before an event that is known, is wrong itself.
	const standsAlone = time.skew === undefined && lastEvent <= earliest;
	if (watermark > Math.max(time.present, notBefore) && (time.clocksAgree || standsAlone)) {
		const from = standsAlone && newest !== null ? lastEvent : earliest;
		return Math.floor(Math.max(notBefore, from - overlap));
	}
	if (ignoreOlderThan <= 0) return watermark;
	const byEvent = newest === null ? Infinity : time.estimateBy(newest);
	return Math.max(watermark, Math.floor(Math.min(earliest, byEvent) - ignoreOlderThan));
}
