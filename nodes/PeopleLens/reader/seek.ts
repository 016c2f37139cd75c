import { UnsettledListError } from './errors';
import { type ListPage, PAGE_LIMIT, type PagedList } from './list';
import type { ListRow } from './types';

/** Where a page lies, seen from what is looked for. */
export type Position = 'before' | 'here' | 'past';

const MAX_PROBES = 60;

/**
 * Finds the page that straddles a certain spot of the list, such as its end, by a guess
 * if there is one, then by exponential and binary search.
 *
 * @param positionOf must say `past` of an empty page
 * @param from the end (exclusive) of the rows known to lie before the spot
 */
export async function seek<Row extends ListRow>(
	list: PagedList<Row>,
	positionOf: (page: ListPage<Row>) => Position,
	from: number,
	guess?: number,
): Promise<ListPage<Row>> {
	let low = from;
	let high = Infinity;
	let stride = PAGE_LIMIT;
	let offset = guess !== undefined && guess >= from ? guess : from + stride;
	for (let probe = 0; probe < MAX_PROBES; probe++) {
		const page = await lookBehind(list, await list.probe(offset));
		const position = positionOf(page);
		if (position === 'here') return page;
		if (position === 'before') {
			low = offset + page.entries.length;
			stride *= 4;
			if (low >= high) {
				// The list has grown, so what was known to be past the spot may not be any more.
				high = Infinity;
				stride = PAGE_LIMIT;
			}
		} else {
			high = offset;
			if (high < low) low = 0;
		}
		// As soon as one page can reach from rows before the spot to rows past it, take that one.
		if (high - low <= Math.max(0, list.pageLength - 2)) offset = Math.max(0, low - 1);
		else offset = Math.min(low + stride, Math.floor((low + high) / 2));
	}
	throw new UnsettledListError();
}

/** Asks of a short page, which may be cut, whether its last row is the list's last. */
async function lookBehind<Row extends ListRow>(
	list: PagedList<Row>,
	page: ListPage<Row>,
): Promise<ListPage<Row>> {
	const { offset, entries, short, end } = page;
	if (end || !short || entries.length === 0) return page;
	const last = await list.probe(offset + entries.length - 1);
	const keys = new Set(entries.map(({ key }) => key));
	// A row of another key has moved there.
	return { ...page, end: last.entries.length === 1 && keys.has(last.entries[0].key) };
}

/** A tenth of a page is left for rows that arrive meanwhile: a full page proves no end. */
const ALMOST_A_PAGE = 0.9;

/** The page with which the list ends; it has as many rows as it can. */
export async function findLastPage<Row extends ListRow>(
	list: PagedList<Row>,
	from: number,
): Promise<ListPage<Row>> {
	const most = Math.floor(list.pageLength * ALMOST_A_PAGE);
	const guess = list.total === undefined ? undefined : list.total - most;
	const page = await seek(list, positionOfEnd, from, guess);
	const { offset, entries } = page;
	if (entries.length * 4 >= most * 3) return page;
	// So few may be a part of a group of equal times, with no row beside them to go on from.
	const longer = await list.probe(Math.max(0, offset + entries.length - most));
	const keys = new Set(longer.entries.map(({ key }) => key));
	return longer.short && entries.every(({ key }) => keys.has(key)) ? longer : page;
}

function positionOfEnd({ entries, end }: ListPage<ListRow>): Position {
	if (entries.length === 0) return 'past';
	return end ? 'here' : 'before';
}
