import type { Entry } from './entry';
import { UnsettledListError } from './errors';
import { type ListPage, PAGE_LIMIT, PagedList } from './list';
import { byAge, type ListOrder } from './order';
import { consecutive, grow, rowsAhead } from './parallel';
import { type Bearing, seek, seekEnd } from './seek';
import { Stretch } from './stretch';
import type { FeedRow, FetchPage } from './types';

/** With fewer rows than this in an answer, too little can be told about the list's order. */
const FEWEST_ROWS = 20;

/**
 * ms. A server may take `since` as inclusive or exclusive, and round it to seconds: it is
 * asked for a little more, and the rest is done here.
 */
export const SINCE_SLACK = 1000;

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
export async function readRows<Row extends FeedRow>(
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
	const dated = entries.filter(({ time }) => time !== undefined).sort(byAge);
	const undated = entries.filter(({ time }) => time === undefined);
	if (selection.order === 'newest') dated.reverse();
	return [...dated, ...undated].slice(0, selection.limit).map(({ row }) => row);
}

/**
 * As readRows, but of a list about which something may be known already, and with all that
 * was read of the selection: in no order, and beyond its limit.
 */
export async function readList<Row extends FeedRow>(
	list: PagedList<Row>,
	selection: Selection<Row>,
	concurrency = 1,
): Promise<Array<Entry<Row>>> {
	const { since = -Infinity, until = Infinity, limit } = selection;
	if (limit <= 0 || until <= since) return [];
	const [first, ...ahead] = await readBeginning(list, selection, concurrency);
	const forward = new Stretch<Row>('end');
	forward.add(first);
	for (const page of ahead) if (!forward.done && forward.reaches(page)) forward.add(page);
	const plan = planned(selection, list.order);
	const shortcut = forward.done ? undefined : await readShortcut(list, first, plan, concurrency);
	if (shortcut !== undefined) return shortcut.filter((entry) => isWanted(entry, selection));
	const enough = enoughFor(plan);
	let width = concurrency;
	while (!forward.done && !(list.order === plan.order && enough(forward.entries))) {
		width = (await grow(list, forward, rowsAhead(list, forward, plan), width)) ? width : 1;
	}
	return forward.entries.filter((entry) => isWanted(entry, selection));
}

/**
 * The first page; and some more with it when all of the list is wanted, which is long, as a rule,
 * and hardly ever ends on the first page.
 */
async function readBeginning<Row extends FeedRow>(
	list: PagedList<Row>,
	selection: Selection<Row>,
	concurrency: number,
): Promise<Array<ListPage<Row>>> {
	const { limit, since, until } = selection;
	const isLong = limit === Infinity && since === undefined && until === undefined;
	const offsets = isLong ? consecutive(concurrency) : [0];
	const pages = offsets.map(async (offset) => await list.page(offset, firstLimit(selection)));
	return await Promise.all(pages);
}

/** The first request asks only for what is wanted, if the API may already sort that way. */
function firstLimit<Row extends FeedRow>({ limit, accept, until }: Selection<Row>): number {
	if (accept !== undefined || until !== undefined) return PAGE_LIMIT;
	return Math.min(PAGE_LIMIT, Math.max(limit, FEWEST_ROWS));
}

/** Without a limit the same rows are wanted in either order, so the list's own is the shortest way. */
function planned<Row extends FeedRow>(selection: Selection<Row>, order: ListOrder): Selection<Row> {
	if (Number.isFinite(selection.limit) || order === 'none' || order === 'unknown') return selection;
	return { ...selection, order };
}

/**
 * Where the wanted rows lie far from the list's beginning, starts reading at them.
 *
 * @returns undefined when there is no such way, or the list turns out to be in no order
 */
async function readShortcut<Row extends FeedRow>(
	list: PagedList<Row>,
	first: ListPage<Row>,
	selection: Selection<Row>,
	concurrency: number,
): Promise<Array<Entry<Row>> | undefined> {
	const { order } = list;
	if (order !== 'newest' && order !== 'oldest') return undefined;
	const start = await findStart(list, first, selection);
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

function isWanted<Row extends FeedRow>(
	{ row, time }: Entry<Row>,
	{ since = -Infinity, until = Infinity, accept }: Selection<Row>,
): boolean {
	return (time === undefined || (time > since && time <= until)) && (accept?.(row) ?? true);
}

/** Tells of a growing array in the list's order whether the selection is complete. */
function enoughFor<Row extends FeedRow>(selection: Selection<Row>) {
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
