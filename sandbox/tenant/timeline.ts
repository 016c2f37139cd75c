import type { AuditLog } from '../../nodes/PeopleLens/api/types';
import type { SortOrder } from '../behaviour';

/** An audit log with what the server sorts it by. */
export interface Entry {
	row: AuditLog;
	/** `created_at` in ms; where that is missing or broken, the moment it was written. */
	at: number;
	/** Settles ties of `at`. */
	sequence: number;
	/** Its place in the arbitrary, stable order. */
	shuffle: number;
}

export interface Window {
	/** Rows created before this moment (ms) are left out. */
	from: number;
	order: SortOrder;
	limit: number;
	offset: number;
}

const byTime = (a: Entry, b: Entry) => a.at - b.at || a.sequence - b.sequence;
const byShuffle = (a: Entry, b: Entry) => a.shuffle - b.shuffle;

/** The first index whose entry does not come before `entry`. */
function lowerBound(list: Entry[], entry: Entry, compare: typeof byTime): number {
	let low = 0;
	let high = list.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (compare(list[middle], entry) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

function insert(list: Entry[], entries: Entry[], compare: typeof byTime): void {
	if (entries.length > 50) {
		for (const entry of entries) list.push(entry);
		list.sort(compare);
		return;
	}
	for (const entry of entries) list.splice(lowerBound(list, entry, compare), 0, entry);
}

function withdraw(list: Entry[], entries: Entry[], compare: typeof byTime): void {
	for (const entry of entries) {
		list.splice(list.indexOf(entry, lowerBound(list, entry, compare)), 1);
	}
}

/** Audit logs kept in order, so that a page out of 100,000 costs microseconds. */
export class Timeline {
	#entries: Entry[] = [];
	/** Only kept once somebody has asked for the arbitrary order. */
	#shuffled: Entry[] | undefined;

	/** Oldest first. */
	get entries(): readonly Entry[] {
		return this.#entries;
	}

	add(entries: Entry[]): void {
		insert(this.#entries, entries, byTime);
		if (this.#shuffled) insert(this.#shuffled, entries, byShuffle);
	}

	/** Removes the first `count` entries in time, and tells which they were. */
	removeOldest(count: number): Entry[] {
		const removed = this.#entries.splice(0, count);
		if (this.#shuffled) withdraw(this.#shuffled, removed, byShuffle);
		return removed;
	}

	/** One page, and how many rows there are on all pages. */
	page({ from, order, limit, offset }: Window): { rows: AuditLog[]; total: number } {
		const floor = { row: {}, at: from, sequence: -1, shuffle: 0 };
		const first = lowerBound(this.#entries, floor, byTime);
		const total = this.#entries.length - first;
		return { rows: this.#slice(first, from, order, limit, offset).map(({ row }) => row), total };
	}

	#slice(first: number, from: number, order: SortOrder, limit: number, offset: number): Entry[] {
		if (order === 'oldest') return this.#entries.slice(first + offset, first + offset + limit);
		if (order === 'newest') {
			const end = this.#entries.length - offset;
			if (end <= first) return [];
			return this.#entries.slice(Math.max(first, end - limit), end).reverse();
		}
		this.#shuffled ??= [...this.#entries].sort(byShuffle);
		const page: Entry[] = [];
		let skipped = 0;
		for (const entry of this.#shuffled) {
			if (entry.at < from) continue;
			if (skipped < offset) skipped++;
			else page.push(entry);
			if (page.length === limit) break;
		}
		return page;
	}
}
