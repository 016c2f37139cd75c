import type { Entry } from './entry';
import type { FeedRow } from './types';

/** `unknown`: nothing seen yet that differs in time. `none`: times go up and down. */
export type ListOrder = 'newest' | 'oldest' | 'none' | 'unknown';

/** The API does not say how it sorts, so the order is what its rows show. */
export class ShownOrder {
	private rises = false;

	private falls = false;

	/** @param entries neighbours in the list, in the list's order */
	observe(entries: ReadonlyArray<Entry<FeedRow>>): void {
		let before: number | undefined;
		for (const { time } of entries) {
			if (time === undefined) continue;
			if (before !== undefined && time > before) this.rises = true;
			if (before !== undefined && time < before) this.falls = true;
			before = time;
		}
	}

	get order(): ListOrder {
		if (this.rises) return this.falls ? 'none' : 'oldest';
		return this.falls ? 'newest' : 'unknown';
	}
}

/** By time, then by id; rows without a usable time come last. */
export function byAge(a: Entry<FeedRow>, b: Entry<FeedRow>): number {
	if (a.time !== b.time) return (a.time ?? Infinity) - (b.time ?? Infinity);
	const [idA, idB] = [String(a.row.id ?? ''), String(b.row.id ?? '')];
	return idA < idB ? -1 : Number(idA > idB);
}
