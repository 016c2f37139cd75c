import { createHash } from 'crypto';

import type { Entry } from '../reader/entry';
import type { ListRow } from '../reader/types';

/** 60 bits: in a million rows, two share a digest with a chance of one in two million. */
export const DIGEST_LENGTH = 10;

/** Rows remembered up to the present: about 14 bytes each, so 56 kB. */
export const MAX_SEEN = 4000;

/** Rows remembered that are dated ahead of the present: about 14 bytes each, so 84 kB. */
export const MAX_AHEAD = 6000;

/**
 * The most rows and pages that are read again with every poll while it is doubtful which rows are
 * dated ahead: some servers refuse offsets from 10,000 on (the reference doesn't say whether PeopleLens
 * does), and a server of short pages must not use up a poll's time.
 */
const MAX_READ_AGAIN = { rows: 8000, pages: 80 };

/** Rows remembered that carry no usable time: 11 bytes each, so 44 kB. */
export const MAX_UNDATED = 4000;

/**
 * What has been delivered, as far as it may come again: everything created from the watermark
 * on, and rows without a usable time, which no watermark ever leaves behind.
 */
export class Ledger {
	/**
	 * @param lowerBound the watermark, ms: what was created before it is final and never new again
	 * @param seen digest → created_at
	 * @param undated digests, the first delivered first
	 */
	constructor(
		private lowerBound: number,
		private readonly seen = new Map<string, number>(),
		private readonly undated = new Set<string>(),
	) {}

	get watermark(): number {
		return this.lowerBound;
	}

	/** For `encodeSeen`. */
	get times(): ReadonlyMap<string, number> {
		return this.seen;
	}

	get undatedDigests(): readonly string[] {
		return [...this.undated];
	}

	isNew({ key, time }: Entry<ListRow>): boolean {
		if (time === undefined) return !this.undated.has(digestOf(key));
		return time >= this.lowerBound && !this.seen.has(digestOf(key));
	}

	/** Whether this very row was delivered: the same ID, and the same time. Unlike isNew, false of what is unknown. */
	hasDelivered({ key, time }: Entry<ListRow>): boolean {
		return time !== undefined && this.seen.get(digestOf(key)) === time;
	}

	/** @returns how many rows are remembered of an instant (ms) */
	countByTime(): (time: number) => number {
		const counts = new Map<number, number>();
		for (const time of this.seen.values()) counts.set(time, (counts.get(time) ?? 0) + 1);
		return (time) => counts.get(time) ?? 0;
	}

	/**
	 * Notes what is delivered.
	 *
	 * @param present ms: rows dated later are ahead of the time
	 * @param alreadySeen what a complete reading has met again, itself not new: when the memory is full,
	 *   rows that the list no longer shows make room. Undefined: the reading was not complete
	 */
	add(
		batch: ReadonlyArray<Entry<ListRow>>,
		present: number,
		alreadySeen?: ReadonlyArray<Entry<ListRow>>,
	): void {
		for (const { key, time } of batch) {
			if (time === undefined) this.undated.add(digestOf(key));
			else if (time >= this.lowerBound) this.seen.set(digestOf(key), time);
		}
		const ahead = [...this.seen].flatMap(([digest, time]) => (time > present ? [digest] : []));
		const excess = this.undated.size > MAX_UNDATED || ahead.length > MAX_AHEAD;
		if (!excess || alreadySeen === undefined) return;
		const kept = new Set([...alreadySeen, ...batch].map(({ key }) => digestOf(key)));
		forgetExcess(this.undated, [...this.undated], MAX_UNDATED, kept);
		forgetExcess(this.seen, ahead, MAX_AHEAD, kept);
	}

	/** How many rows more, dated ahead of `present` or not at all, can be remembered. */
	room(
		present: number,
		alreadySeen?: ReadonlyArray<Entry<ListRow>>,
	): { ahead: number; undated: number } {
		const times = alreadySeen?.map(({ time }) => time);
		const isAhead = (time = -Infinity) => time > present;
		const ahead = countOf(times ?? this.seen.values(), isAhead);
		const undated = times?.filter((time) => time === undefined).length ?? this.undated.size;
		return { ahead: MAX_AHEAD - ahead, undated: MAX_UNDATED - undated };
	}

	/** Forgets what was created before the new watermark. It never goes back by this. */
	advanceWatermark(watermark: number): void {
		if (!(watermark > this.lowerBound)) return;
		this.lowerBound = Math.floor(watermark);
		for (const [digest, time] of this.seen) if (time < this.lowerBound) this.seen.delete(digest);
	}

	/** What was forgotten meanwhile is new again from there on. */
	rewindWatermark(watermark: number): void {
		this.lowerBound = Math.floor(watermark);
	}

	/**
	 * Where more is remembered up to `present` than there is room for, moves the watermark to the
	 * lowest instant that leaves little enough, but never past `limit`.
	 *
	 * @param pageLength set when two clocks disagree, so rows may be dated ahead of the true present,
	 *   which the watermark must not reach: as many are remembered as fit into the pages that can be
	 *   read again
	 * @returns whether it had to be moved
	 */
	fitIntoMemory(present: number, limit: number, pageLength = 0): boolean {
		const times = [...this.seen.values()].filter((time) => time <= present);
		const ahead = this.seen.size - times.length;
		const { rows, pages } = MAX_READ_AGAIN;
		const room = Math.max(MAX_SEEN, Math.min(rows, pages * pageLength) - ahead);
		if (times.length <= room) return false;
		times.sort((a, b) => a - b);
		const last = times[times.length - room - 1];
		const next = times.find((time) => time > last) ?? last + 1;
		this.advanceWatermark(Math.min(next, limit));
		return true;
	}
}

function forgetExcess(
	memory: { size: number; delete(digest: string): boolean },
	digests: string[],
	most: number,
	kept: ReadonlySet<string>,
): void {
	let excess = digests.length - most;
	for (const digest of digests) {
		if (excess <= 0) return;
		if (!kept.has(digest) && memory.delete(digest)) excess--;
	}
}

function countOf<T>(values: Iterable<T>, holds: (value: T) => boolean): number {
	let count = 0;
	for (const value of values) if (holds(value)) count++;
	return count;
}

/** What is remembered of a key: ids may have any length, and thousands have to be kept. */
const digestOf = (key: string): string =>
	createHash('sha256').update(key).digest('base64url').slice(0, DIGEST_LENGTH);
