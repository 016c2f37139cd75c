import { PAGE_LIMIT, type PagedList } from './list';
import type { ContiguousRange } from './range';
import type { ListRow } from './types';

/** From so many rows it is told how many of those to come will pass a filter. */
const SAMPLE = 500;

/** So much of a whole list is asked for at once, before anything is known of it: five pages. */
const FIRST_ROWS = 3.9 * PAGE_LIMIT;

/** How many rows more the list is likely to have, in the direction in which the range grows. */
export function rowsToTheEnd<Row extends ListRow>(
	list: PagedList<Row>,
	range: ContiguousRange<Row>,
): number {
	const { length } = range.entries;
	if (length === 0) return Math.max(list.total ?? 0, FIRST_ROWS);
	const next = range.nextOffset(list.pageLength);
	const left = range.direction === 'forward' ? (list.total ?? 0) - next : next + list.pageLength;
	// Where nothing is known, as many again: what is read in vain stays in proportion.
	return left > 0 ? left : length;
}

/** How many rows more are likely to be needed for so many that pass the filter. */
export function rowsToTheLimit<Row extends ListRow>(
	list: PagedList<Row>,
	range: ContiguousRange<Row>,
	{ limit, accept }: { limit: number; accept?: (row: Row) => boolean },
): number {
	const { length } = range.entries;
	const there = rowsToTheEnd(list, range);
	if (!Number.isFinite(limit) || !accept) return Math.min(there, limit - length);

	const sample = range.entries.slice(-SAMPLE);
	const share = sample.filter(({ row }) => accept(row)).length / Math.max(1, sample.length);
	return Math.min(there, limit / share - length, 2 * length);
}
