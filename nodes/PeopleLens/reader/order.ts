import { type Entry, idOf } from './entry';
import type { ListRow } from './types';

/** `unknown`: not enough seen yet that differs in time. `none`: times go up and down. */
export type ListOrder = 'newest' | 'oldest' | 'none' | 'unknown';

/** So many steps in one direction are no accident: one in 9! = 362,880. */
const CONVINCING_STEPS = 8;

/** The API does not say how it sorts, so the order is what its rows show. */
export class ObservedOrder {
	private rises = 0;

	private falls = 0;

	/** @param entries neighbours in the list, in the list's order */
	observe(entries: ReadonlyArray<Entry<ListRow>>): void {
		let before: number | undefined;
		for (const { time } of entries) {
			if (time === undefined) continue;
			if (before !== undefined && time > before) this.rises++;
			if (before !== undefined && time < before) this.falls++;
			before = time;
		}
	}

	get order(): ListOrder {
		if (this.rises > 0 && this.falls > 0) return 'none';
		if (this.rises >= CONVINCING_STEPS) return 'oldest';
		return this.falls >= CONVINCING_STEPS ? 'newest' : 'unknown';
	}
}

/** By time, then by id; rows without a usable time come last. */
export function compareByCreatedAt(a: Entry<ListRow>, b: Entry<ListRow>): number {
	if (a.time !== b.time) return (a.time ?? Infinity) - (b.time ?? Infinity);
	const [idA, idB] = [idOf(a.row) ?? '', idOf(b.row) ?? ''];
	return idA < idB ? -1 : Number(idA > idB);
}
