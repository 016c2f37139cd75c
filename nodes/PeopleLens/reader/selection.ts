import type { Entry } from './entry';
import { PAGE_LIMIT } from './list';
import type { ListOrder } from './order';
import type { ListRow } from './types';

/** With fewer rows than this in an answer, too little can be told about the list's order. */
const FEWEST_ROWS = 20;

export interface Selection<Row extends ListRow> {
	/** Of the output; and, together with `limit`, which rows: the newest or the oldest ones. */
	order: 'newest' | 'oldest';
	/** How many rows come out, counted after `accept`; Infinity for all. */
	limit: number;
	/** ms: only rows created after this instant. */
	since?: number;
	/** ms: only rows created up to this instant, itself included. */
	until?: number;
	/** Further conditions that the API does not know. */
	accept?: (row: Row) => boolean;
}

/** The first request asks only for what is wanted, if the API may already sort that way. */
export function firstLimit<Row extends ListRow>({ limit, accept, until }: Selection<Row>): number {
	if (accept !== undefined || until !== undefined) return PAGE_LIMIT;
	return Math.min(PAGE_LIMIT, Math.max(limit, FEWEST_ROWS));
}

/** Without a limit the same rows are wanted in either order, so the list's own is the shortest way. */
export function withListOrder<Row extends ListRow>(
	selection: Selection<Row>,
	order: ListOrder,
): Selection<Row> {
	if (Number.isFinite(selection.limit) || order === 'none' || order === 'unknown') return selection;
	return { ...selection, order };
}

/** Apart from the limit. */
export function isWanted<Row extends ListRow>(
	{ row, time }: Entry<Row>,
	{ since = -Infinity, until = Infinity, accept }: Selection<Row>,
): boolean {
	return (time === undefined || (time > since && time <= until)) && (accept?.(row) ?? true);
}

/** Tells while the list is being read, in its order, whether the selection is complete. */
export class SelectionProgress<Row extends ListRow> {
	private wanted = 0;

	private examined = 0;

	private isBeyond = false;

	constructor(private readonly selection: Selection<Row>) {}

	/** @param entries what has been read so far: the same array each time, only longer */
	isSatisfied(entries: ReadonlyArray<Entry<Row>>): boolean {
		const { order, since = -Infinity, until = Infinity, limit } = this.selection;
		for (; this.examined < entries.length; this.examined++) {
			const entry = entries[this.examined];
			if (entry.time === undefined) continue;
			if (isWanted(entry, this.selection)) this.wanted++;
			if (order === 'oldest' ? entry.time > until : entry.time <= since) this.isBeyond = true;
		}
		return this.isBeyond || this.wanted >= limit;
	}
}
