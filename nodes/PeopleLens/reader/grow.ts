import type { ListPage, PagedList } from './list';
import { PagePlan } from './pagePlan';
import { PagePool, type PooledPage, type Width } from './pagePool';
import type { ContiguousRange } from './range';
import type { ListRow } from './types';

/** What a range is to grow to. */
export interface Goal {
	/** About how many rows more are needed. Too many costs requests in vain, too few costs time. */
	expectedRows: () => number;
	isReached: () => boolean;
}

/**
 * Grows a range until the goal is reached or the list ends, with several requests at a time:
 *
 * 1. The plan says which pages come next, by guess.
 * 2. The pool reads them, as many at a time as there are places.
 * 3. Here they are joined, one after the other: a page counts only where it holds an anchor. Where
 *    two don't meet, what lies between them is read. A wrong guess costs requests, never rows.
 *
 * @throws what `list.page` throws, and UnsettledListError
 */
export async function grow<Row extends ListRow>(
	list: PagedList<Row>,
	range: ContiguousRange<Row>,
	goal: Goal,
	width: Width,
): Promise<void> {
	const plan = new PagePlan(list, range, goal.expectedRows);
	const pool = new PagePool(list, plan, width);
	try {
		while (!range.done && !goal.isReached()) await join(list, range, await pool.next(), pool);
	} finally {
		pool.stop();
	}
}

async function join<Row extends ListRow>(
	list: PagedList<Row>,
	range: ContiguousRange<Row>,
	{ page, isGuess }: PooledPage<Row>,
	pool: PagePool<Row>,
): Promise<void> {
	// The very page that reading one by one would ask for: it counts even if pages turned out to have
	// another length meanwhile, so a list whose pages never fit together is given up at some time.
	if (!isGuess || page.offset === range.nextOffset(list.pageLength)) {
		range.add(page);
		return;
	}
	while (!range.done && reachesFurther(page, range, list.pageLength)) {
		if (range.overlaps(page)) {
			range.add(page);
			return;
		}
		if (!page.end && !range.hasUnknownRows(page)) {
			// The server repeats itself, so further guesses would be in vain.
			pool.endAt(page.offset);
			return;
		}
		range.add(await pool.readNow(range.nextOffset(list.pageLength)));
	}
}

/** Whether a page lies beyond what the range has come by on its own, or proves the end. */
function reachesFurther<Row extends ListRow>(
	page: ListPage<Row>,
	range: ContiguousRange<Row>,
	pageLength: number,
): boolean {
	const next = range.nextOffset(pageLength);
	if (range.direction === 'backward') return page.offset < next + pageLength;
	return page.end || page.offset + page.entries.length > next;
}
