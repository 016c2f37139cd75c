import type { Entry } from './entry';
import { UnsettledListError } from './errors';
import { type ListPage, PagedList } from './list';
import { compareByCreatedAt } from './order';
import { consecutiveOffsets, expectedRows, grow } from './parallel';
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

/**
 * Reads the list completely: whatever order the API lists in, each row that is there from
 * beginning to end comes exactly once, however many are added or removed meanwhile.
 *
 * @param concurrency how many requests may be on their way at the same time
 * @returns sorted by `created_at`, then `id`, in the selection's order. Rows without a
 *   usable `created_at` come last; `since` and `until` cannot judge them, so all of them come
 *   that were met on the way to the others.
 * @throws UnsettledListError when the pages never fit together, and what `fetchPage` throws
 */
export async function readRows<Row extends ListRow>(
	fetchPage: FetchPage<Row>,
	selection: Selection<Row>,
	concurrency = 1,
): Promise<Row[]> {
	const since = selection.since === undefined ? undefined : selection.since - SINCE_SLACK;
	const read = async (width: number) =>
		await readList(new PagedList(fetchPage, since), selection, width);
	const entries = await read(concurrency).catch(async (error: unknown) => {
		// A list may move too fast for several pages at a time, and still be read one by one.
		if (concurrency > 1 && error instanceof UnsettledListError) return await read(1);
		throw error;
	});
	const dated = entries.filter(({ time }) => time !== undefined).sort(compareByCreatedAt);
	const undated = entries.filter(({ time }) => time === undefined);
	if (selection.order === 'newest') dated.reverse();
	return [...dated, ...undated].slice(0, selection.limit).map(({ row }) => row);
}

/**
 * As readRows, but of a list about which something may be known already, and with all that
 * was read of the selection: in no order, and beyond its limit.
 */
export async function readList<Row extends ListRow>(
	list: PagedList<Row>,
	selection: Selection<Row>,
	concurrency = 1,
): Promise<Array<Entry<Row>>> {
	const { since = -Infinity, until = Infinity, limit } = selection;
	if (limit <= 0 || until <= since) return [];
	const [first, ...ahead] = await readBeginning(list, selection, concurrency);
	const forward = new ContiguousRange<Row>('forward');
	forward.add(first);
	for (const page of ahead) if (!forward.done && forward.overlaps(page)) forward.add(page);
	const plan = withListOrder(selection, list.order);
	const within = forward.done ? undefined : await readFromWithin(list, first, plan, concurrency);
	if (within !== undefined) return within.filter((entry) => isWanted(entry, selection));
	const progress = new SelectionProgress(plan);
	let width = concurrency;
	while (!forward.done && !(list.order === plan.order && progress.isSatisfied(forward.entries))) {
		width = (await grow(list, forward, expectedRows(list, forward, plan), width)) ? width : 1;
	}
	return forward.entries.filter((entry) => isWanted(entry, selection));
}

/**
 * The first page; and some more with it when all of the list is wanted, which is long, as a rule,
 * and hardly ever ends on the first page.
 */
async function readBeginning<Row extends ListRow>(
	list: PagedList<Row>,
	selection: Selection<Row>,
	concurrency: number,
): Promise<Array<ListPage<Row>>> {
	const { limit, since, until } = selection;
	const isLong = limit === Infinity && since === undefined && until === undefined;
	const offsets = isLong ? consecutiveOffsets(concurrency) : [0];
	const first = firstLimit(selection);
	const pages = offsets.map(async (offset) =>
		offset === 0 ? await list.page(offset, first) : await list.probe(offset, first),
	);
	return await Promise.all(pages);
}
