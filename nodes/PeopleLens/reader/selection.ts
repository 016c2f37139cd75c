import type { Entry } from './entry';
import { PAGE_LIMIT } from './list';
import type { ListOrder } from './order';
import type { FeedRow } from './types';

/** With fewer rows than this in an answer, too little can be told about the list's order. */
const FEWEST_ROWS = 20;

export interface Selection<Row extends FeedRow> {
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
export function firstLimit<Row extends FeedRow>({ limit, accept, until }: Selection<Row>): number {
	if (accept !== undefined || until !== undefined) return PAGE_LIMIT;
	return Math.min(PAGE_LIMIT, Math.max(limit, FEWEST_ROWS));
}

/** Without a limit the same rows are wanted in either order, so the list's own is the shortest way. */
export function planned<Row extends FeedRow>(
	selection: Selection<Row>,
	order: ListOrder,
): Selection<Row> {
	if (Number.isFinite(selection.limit) || order === 'none' || order === 'unknown') return selection;
	return { ...selection, order };
}

/** Apart from the limit. */
export function isWanted<Row extends FeedRow>(
	{ row, time }: Entry<Row>,
	{ since = -Infinity, until = Infinity, accept }: Selection<Row>,
): boolean {
	return (time === undefined || (time > since && time <= until)) && (accept?.(row) ?? true);
}

/** Tells of a growing array in the list's order whether the selection is complete. */
export function enoughFor<Row extends FeedRow>(selection: Selection<Row>) {
	const { order, since = -Infinity, until = Infinity, limit } = selection;
	let wanted = 0;
	let looked = 0;
	let beyond = false;
	return (entries: ReadonlyArray<Entry<Row>>): boolean => {
		for (; looked < entries.length; looked++) {
			const { time } = entries[looked];
			if (time === undefined) continue;
			if (isWanted(entries[looked], selection)) wanted++;
			if (order === 'oldest' ? time > until : time <= since) beyond = true;
		}
		return beyond || wanted >= limit;
	};
}
