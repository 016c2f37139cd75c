import type { Entry } from './entry';
import { UnsettledListError } from './errors';
import { type ListPage, PAGE_LIMIT, type PagedList } from './list';
import { grow, rowsAhead } from './parallel';
import { type Bearing, seek, seekEnd } from './seek';
import { enoughFor, type Selection } from './selection';
import { Stretch } from './range';
import type { FeedRow } from './types';

/**
 * Where the wanted rows lie far from the list's beginning, starts reading at them.
 *
 * @returns undefined when there is no such way, or the list turns out to be in no order
 */
export async function readShortcut<Row extends FeedRow>(
	list: PagedList<Row>,
	first: ListPage<Row>,
	selection: Selection<Row>,
	concurrency: number,
): Promise<Array<Entry<Row>> | undefined> {
	const { order } = list;
	if (order !== 'newest' && order !== 'oldest') return undefined;
	// Where the search ends nowhere, the list can still be read from its beginning.
	const start = await findStart(list, first, selection).catch((error: unknown) => {
		if (error instanceof UnsettledListError) return undefined;
		throw error;
	});
	if (start === undefined) return undefined;
	const stretch = new Stretch<Row>(order === selection.order ? 'end' : 'start');
	stretch.add(start);
	const enough = enoughFor(selection);
	let width = concurrency;
	while (!stretch.done && list.order === order && !enough(stretch.entries)) {
		width = (await grow(list, stretch, rowsAhead(list, stretch, selection), width)) ? width : 1;
	}
	return list.order === order ? stretch.entries : undefined;
}

/** The page across the selection's first row, where going there saves requests. */
async function findStart<Row extends FeedRow>(
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
			? await seek(list, across(tooNew), length)
			: undefined;
	}
	// The selection ends on the first page already.
	if (order === 'newest' && first.entries.some(tooNew)) return first;
	if (!Number.isFinite(limit) || rows <= limit + 2 * PAGE_LIMIT) return undefined;
	return order === 'newest' && until !== undefined
		? await seek(
				list,
				across((entry) => !tooNew(entry)),
				length,
			)
		: await seekEnd(list, length);
}

/** For the spot where rows stop being `before` it. The list's end will do, if that comes first. */
function across<Row extends FeedRow>(before: (entry: Entry<Row>) => boolean) {
	return ({ entries, end }: { entries: Array<Entry<Row>>; end: boolean }): Bearing => {
		const dated = entries.filter(({ time }) => time !== undefined);
		if (entries.length === 0 || (dated.length > 0 && !before(dated[0]))) return 'past';
		return end || !dated.every(before) ? 'here' : 'before';
	};
}
