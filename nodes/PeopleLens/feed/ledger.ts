import { createHash } from 'crypto';

import type { Entry } from './entry';
import { UndatedRowsError } from './errors';
import type { FeedRow } from './types';

/** 60 bits: in a million rows, two share a mark with a chance of one in two million. */
export const MARK_LENGTH = 10;

/** Rows remembered with their time: about 16 bytes each, 51 kB. */
export const MOST_SEEN = 3200;

/** Rows without usable time remembered: 11 bytes each, 11 kB. */
const MOST_ODD = 1000;

/**
 * What has been delivered, as far as it may come again: everything created from the floor
 * on, and the latest rows without a usable time, which no floor ever leaves behind.
 */
export class Ledger {
	/** mark → created_at */
	private readonly seen = new Map<string, number>();

	/** The longest unseen first. */
	private readonly odd = new Set<string>();

	/** @param floor ms; what was created before it is final and never new again */
	constructor(private floor: number) {}

	/** Reads what `store` has written. */
	static restore(floor: number, { seen, odd }: { seen: string; odd: string }): Ledger {
		const ledger = new Ledger(floor);
		for (const item of seen === '' ? [] : seen.split(' ')) {
			ledger.seen.set(item.slice(0, MARK_LENGTH), floor + parseInt(item.slice(MARK_LENGTH), 36));
		}
		for (const mark of odd === '' ? [] : odd.split(' ')) ledger.odd.add(mark);
		return ledger;
	}

	/** For JSON: each mark followed by its time after the floor, in base 36. */
	store(): { floor: number; seen: string; odd: string } {
		const { floor } = this;
		const seen = [...this.seen].map(([mark, time]) => `${mark}${(time - floor).toString(36)}`);
		return { floor, seen: seen.join(' '), odd: [...this.odd].join(' ') };
	}

	isNew({ key, time }: Entry<FeedRow>): boolean {
		if (time === undefined) return !this.odd.has(markOf(key));
		return time >= this.floor && !this.seen.has(markOf(key));
	}

	/**
	 * Notes what a reading has met, new or not.
	 *
	 * @throws UndatedRowsError when some of it would be forgotten and come again as new
	 */
	add(entries: ReadonlyArray<Entry<FeedRow>>): void {
		if (entries.filter(({ time }) => time === undefined).length > MOST_ODD) {
			throw new UndatedRowsError(MOST_ODD);
		}
		for (const { key, time } of entries) {
			if (time === undefined) {
				const mark = markOf(key);
				this.odd.delete(mark);
				this.odd.add(mark);
			} else if (time >= this.floor) {
				this.seen.set(markOf(key), time);
			}
		}
		for (const mark of this.odd) {
			if (this.odd.size <= MOST_ODD) break;
			this.odd.delete(mark);
		}
	}

	/**
	 * Forgets what was created before `floor`; and if that leaves too much, before the lowest
	 * point in time that leaves little enough, but never past `cut`.
	 */
	raiseFloor(floor: number, cut: number): void {
		this.forgetBefore(floor);
		if (this.seen.size <= MOST_SEEN) return;
		const times = [...this.seen.values()].sort((a, b) => a - b);
		const last = times[times.length - MOST_SEEN - 1];
		const next = times.find((time) => time > last) ?? last + 1;
		this.forgetBefore(Math.min(next, cut));
	}

	private forgetBefore(floor: number): void {
		if (!(floor > this.floor)) return;
		this.floor = Math.floor(floor);
		for (const [mark, time] of this.seen) if (time < this.floor) this.seen.delete(mark);
	}
}

/** What is remembered of a key: ids may have any length, and thousands have to be kept. */
const markOf = (key: string): string =>
	createHash('sha256').update(key).digest('base64url').slice(0, MARK_LENGTH);
