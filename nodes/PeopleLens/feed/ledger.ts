import { type Entry, KEY_LENGTH } from './entry';
import { UndatedRowsError } from './errors';
import type { FeedRow } from './types';

/** Rows remembered with their time: about 16 bytes each, 51 kB. */
export const MOST_SEEN = 3200;

/** Rows without usable time remembered: 11 bytes each, 11 kB. */
const MOST_ODD = 1000;

/**
 * What has been delivered, as far as it may come again: everything created from the floor
 * on, and the latest rows without a usable time, which no floor ever leaves behind.
 */
export class Ledger {
	/** key → created_at */
	private readonly seen = new Map<string, number>();

	/** The longest unseen first. */
	private readonly odd = new Set<string>();

	/** @param floor ms; what was created before it is final and never new again */
	constructor(private floor: number) {}

	/** Reads what `store` has written. */
	static restore(floor: number, { seen, odd }: { seen: string; odd: string }): Ledger {
		const ledger = new Ledger(floor);
		for (const item of seen === '' ? [] : seen.split(' ')) {
			ledger.seen.set(item.slice(0, KEY_LENGTH), floor + parseInt(item.slice(KEY_LENGTH), 36));
		}
		for (const key of odd === '' ? [] : odd.split(' ')) ledger.odd.add(key);
		return ledger;
	}

	/** For JSON: each key followed by its time after the floor, in base 36. */
	store(): { floor: number; seen: string; odd: string } {
		const { floor } = this;
		const seen = [...this.seen].map(([key, time]) => `${key}${(time - floor).toString(36)}`);
		return { floor, seen: seen.join(' '), odd: [...this.odd].join(' ') };
	}

	isNew({ key, time }: Entry<FeedRow>): boolean {
		if (time === undefined) return !this.odd.has(key);
		return time >= this.floor && !this.seen.has(key);
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
				this.odd.delete(key);
				this.odd.add(key);
			} else if (time >= this.floor) {
				this.seen.set(key, time);
			}
		}
		for (const key of this.odd) {
			if (this.odd.size <= MOST_ODD) break;
			this.odd.delete(key);
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
		for (const [key, time] of this.seen) if (time < this.floor) this.seen.delete(key);
	}
}
