import type { ReadingClock } from './clock';
import type { FeedState } from './state';

/**
 * From when on a poll reads, in ms: as a rule from the watermark.
 *
 * Later where old events are to be ignored: judged by the earlier of both clocks, because one that
 * is ahead would ignore new ones.
 *
 * Earlier where the watermark lies in the future, which no event could pass: this is how it looks
 * after all clocks were ahead together and have been set right. A Start Date may be in the future.
 */
export function startOfWindow(
	{ watermark, notBefore }: FeedState,
	time: ReadingClock,
	{ overlap, ignoreOlderThan = 0 }: { overlap: number; ignoreOlderThan?: number },
): number {
	const isAhead = watermark > Math.max(time.present, notBefore);
	if (isAhead && time.isSure) {
		return Math.floor(Math.max(notBefore, time.earliest - overlap));
	}
	if (ignoreOlderThan <= 0) return watermark;
	return Math.max(watermark, Math.floor(time.earliest - ignoreOlderThan));
}
