import type { Entry } from './entry';
import { UnsettledListError } from './errors';
import { rowsToTheEnd, rowsToTheLimit } from './expectedRows';
import { grow } from './grow';
import { PagedList } from './list';
import { compareByCreatedAt } from './order';
import type { Width } from './pagePool';
import { ContiguousRange } from './range';
import { readFromWithin } from './readFromWithin';
import {
	firstLimit,
	isWanted,
	type Selection,
	SelectionProgress,
	withListOrder,
} from './selection';
import type { FetchPage, ListRow } from './types';

/**
 * ms. A server may take `since` as inclusive or exclusive, and round it to seconds: it is
 * asked for a little more, and the rest is done here.
 */
export const SINCE_SLACK = 1000;

const ONE_BY_ONE: Width = () => 1;

/**
 * Reads the list completely: whatever order the API lists in, each row that is there from
 * beginning to end comes exactly once, however many are added or removed meanwhile.
 *
 * @param concurrency how many requests may be on their way at the same time: a number, or a
 *   function that may change its mind during the reading
 * @returns sorted by `created_at`, then `id`, in the selection's order. Rows without a
 *   usable `created_at` come last; `since` and `until` cannot judge them, so all of them come
 *   that were met on the way to the others.
 * @throws UnsettledListError when the pages never fit together, and what `fetchPage` throws
 */
export async function readRows<Row extends ListRow>(
	fetchPage: FetchPage<Row>,
	selection: Selection<Row>,
	concurrency: number | Width = 1,
): Promise<Row[]> {
	const since = selection.since === undefined ? undefined : selection.since - SINCE_SLACK;
	const read = async (width: Width) =>
		await readList(new PagedList(fetchPage, since), selection, width);
	const width = typeof concurrency === 'number' ? () => concurrency : concurrency;
	const entries = await read(width).catch(async (error: unknown) => {
		// A list may move too fast for several pages at a time, and still be read one by one.
		if (concurrency !== 1 && error instanceof UnsettledListError) return await read(ONE_BY_ONE);
		throw error;
	});
	const dated = entries.filter(({ time }) => time !== undefined).sort(compareByCreatedAt);
	const undated = entries.filter(({ time }) => time === undefined);
	if (selection.order === 'newest') dated.reverse();
	return [...dated, ...undated].slice(0, selection.limit).map(({ row }) => row);
}

/**
 * Reads a list in its own order, whether its rows say when they were created or not: each row that
 * is there from beginning to end comes exactly once.
 *
 * @param limit how many rows come out, counted after `accept`; Infinity for all
 * @throws UnsettledListError when the pages never fit together, and what `fetchPage` throws
 */
export async function readInListOrder<Row extends ListRow>(
	fetchPage: FetchPage<Row>,
	{ limit, accept = () => true }: { limit: number; accept?: (row: Row) => boolean },
	width: Width = ONE_BY_ONE,
): Promise<Row[]> {
	const read = async (at: Width) => {
		const list = new PagedList(fetchPage);
		const range = new ContiguousRange<Row>('forward');
		let examined = 0;
		let accepted = 0;
		const goal = {
			expectedRows: () => rowsToTheLimit(list, range, { limit, accept }),
			isReached: () => {
				for (; examined < range.entries.length; examined++) {
					if (accept(range.entries[examined].row)) accepted++;
				}
				return accepted >= limit;
			},
		};
		await grow(list, range, goal, at);
		return range.entries.map(({ row }) => row).filter(accept);
	};
	const rows = await read(width).catch(async (error: unknown) => {
		if (error instanceof UnsettledListError) return await read(ONE_BY_ONE);
		throw error;
	});
	return rows.slice(0, limit);
}

/**
 * As readRows, but of a list about which something may be known already, and with all that
 * was read of the selection: in no order, and beyond its limit.
 */
export async function readList<Row extends ListRow>(
	list: PagedList<Row>,
	selection: Selection<Row>,
	width: Width = ONE_BY_ONE,
): Promise<Array<Entry<Row>>> {
	const { since = -Infinity, until = Infinity, limit } = selection;
	if (limit <= 0 || until <= since) return [];
	const wanted = (entry: Entry<Row>) => isWanted(entry, selection);
	const forward = new ContiguousRange<Row>('forward');
	// A whole list is long, as a rule, and needs no look at its first page before the others.
	if (limit === Infinity && since === -Infinity && until === Infinity) {
		const expectedRows = () => rowsToTheEnd(list, forward);
		await grow(list, forward, { expectedRows, isReached: () => false }, width);
		return forward.entries.filter(wanted);
	}
	const first = await list.page(0, firstLimit(selection));
	forward.add(first);
	const plan = withListOrder(selection, list.order);
	const within = forward.done ? undefined : await readFromWithin(list, first, plan, width);
	if (within !== undefined) return within.filter(wanted);
	const progress = new SelectionProgress(plan);
	const goal = {
		expectedRows: () => rowsToTheLimit(list, forward, plan),
		isReached: () => list.order === plan.order && progress.isSatisfied(forward.entries),
	};
	await grow(list, forward, goal, width);
	return forward.entries.filter(wanted);
}
