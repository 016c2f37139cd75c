import type { Entry } from './entry';
import { UnsettledListError } from './errors';
import { rowsToTheLimit } from './expectedRows';
import { grow } from './grow';
import { type ListPage, PAGE_LIMIT, type PagedList } from './list';
import type { Width } from './pagePool';
import { ContiguousRange } from './range';
import { findLastPage, type Position, seek } from './seek';
import { type Selection, SelectionProgress } from './selection';
import type { ListRow } from './types';

/**
 * Where the wanted rows lie far from the list's beginning, starts reading at them.
 *
 * @returns undefined when there is no such way, or the list turns out to be in no order
 */
export async function readFromWithin<Row extends ListRow>(
	list: PagedList<Row>,
	first: ListPage<Row>,
	selection: Selection<Row>,
	width: Width,
): Promise<Array<Entry<Row>> | undefined> {
	const { order } = list;
	if (order !== 'newest' && order !== 'oldest') return undefined;
	// Where the search ends nowhere, the list can still be read from its beginning.
	const start = await findStart(list, first, selection).catch((error: unknown) => {
		if (error instanceof UnsettledListError) return undefined;
		throw error;
	});
	if (start === undefined) return undefined;
	const range = new ContiguousRange<Row>(order === selection.order ? 'forward' : 'backward');
	range.add(start);
	const progress = new SelectionProgress(selection);
	const goal = {
		expectedRows: () => rowsToTheLimit(list, range, selection),
		isReached: () => list.order !== order || progress.isSatisfied(range.entries),
	};
	await grow(list, range, goal, width);
	return list.order === order ? range.entries : undefined;
}

/** The page that straddles the selection's first row, where going there saves requests. */
async function findStart<Row extends ListRow>(
	list: PagedList<Row>,
	first: ListPage<Row>,
	{ order, limit, until }: Selection<Row>,
): Promise<ListPage<Row> | undefined> {
	const { length } = first.entries;
	const rows = list.total ?? Infinity;
	const tooNew = ({ time }: Entry<Row>) =>
		time !== undefined && until !== undefined && time > until;
	if (list.order === order) {
		const outside = order === 'newest' && first.entries.every(tooNew);
		return outside && rows > length + 2 * PAGE_LIMIT
			? await seek(list, straddles(tooNew), length)
			: undefined;
	}
	// The selection ends on the first page already.
	if (order === 'newest' && first.entries.some(tooNew)) return first;
	if (!Number.isFinite(limit) || rows <= limit + 2 * PAGE_LIMIT) return undefined;
	return order === 'newest' && until !== undefined
		? await seek(
				list,
				straddles((entry) => !tooNew(entry)),
				length,
			)
		: await findLastPage(list, length);
}

/** For the spot where rows stop being `before` it. The list's end will do, if that comes first. */
function straddles<Row extends ListRow>(before: (entry: Entry<Row>) => boolean) {
	return ({ entries, end }: { entries: Array<Entry<Row>>; end: boolean }): Position => {
		const dated = entries.filter(({ time }) => time !== undefined);
		if (entries.length === 0 || (dated.length > 0 && !before(dated[0]))) return 'past';
		return end || !dated.every(before) ? 'here' : 'before';
	};
}
