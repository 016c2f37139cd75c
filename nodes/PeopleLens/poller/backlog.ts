import type { Entry } from '../reader/entry';
import { UnsettledListError } from '../reader/errors';
import type { ListPage, PagedList } from '../reader/list';
import { ContiguousRange } from '../reader/range';
import { findLastPage } from '../reader/seek';
import type { ListRow } from '../reader/types';

/** Listed newest first, a list longer than this (if its total is right) is read from its end. */
const LONG_BY_TOTAL = 500;

/** Without a total, finding the end costs more: a list is read from its end from this length on. */
const LONG_BY_READING = 2000;

/** What the list holds: all of it, or its oldest part without a gap. */
export interface Backlog<Row extends ListRow> {
	entries: Array<Entry<Row>>;
	complete: boolean;
	/** Why the reading ended too early. There may be no entries then. */
	failure?: unknown;
}

/**
 * Reads the whole list or, when that is more than `enough` or something fails in the middle,
 * the oldest part of it.
 *
 * @param first the list's first page
 * @param enough tells of a growing array whether it may end here
 * @param isTimeShort tells whether the time may not do for the whole list
 */
export async function readBacklog<Row extends ListRow>(
	list: PagedList<Row>,
	first: ListPage<Row>,
	enough: (entries: ReadonlyArray<Entry<Row>>) => boolean,
	isTimeShort: () => boolean = () => false,
): Promise<Backlog<Row>> {
	const forward = new ContiguousRange<Row>('forward');
	forward.add(first);
	let last = first;
	let mayJump = true;
	try {
		while (!forward.done) {
			if (list.order === 'oldest' && enough(forward.entries)) return oldestPart(forward);
			// A short page is likely to be the end, whatever the total says: the next one will tell.
			const isLikelyLong = !last.short && (isLong(list, forward) || isTimeShort());
			if (mayJump && list.order === 'newest' && isLikelyLong) {
				const oldest = await readFromEnd(list, forward.entries.length, enough);
				if (oldest !== undefined) return oldest;
				mayJump = false;
			}
			last = await list.page(forward.nextOffset(list.pageLength));
			forward.add(last);
		}
	} catch (failure) {
		return { ...oldestPart(forward, list.order === 'oldest'), failure };
	}
	return { entries: forward.entries, complete: true };
}

/**
 * Listed newest first, the oldest part is found at the end and grows towards the newest.
 *
 * @returns undefined when the end is not found, or the list turns out to be in no order: then it
 *   has to be read page by page
 */
async function readFromEnd<Row extends ListRow>(
	list: PagedList<Row>,
	from: number,
	enough: (entries: ReadonlyArray<Entry<Row>>) => boolean,
): Promise<Backlog<Row> | undefined> {
	const backward = new ContiguousRange<Row>('backward');
	try {
		backward.add(await findLastPage(list, from));
		while (!backward.done && list.order === 'newest') {
			if (enough(backward.entries)) return oldestPart(backward);
			backward.add(await list.page(backward.nextOffset(list.pageLength)));
		}
	} catch (failure) {
		if (failure instanceof UnsettledListError && backward.entries.length === 0) return undefined;
		return { ...oldestPart(backward, list.order === 'newest'), failure };
	}
	return list.order === 'newest' ? { entries: backward.entries, complete: true } : undefined;
}

function isLong<Row extends ListRow>(
	{ total = 0 }: PagedList<Row>,
	{ entries }: ContiguousRange<Row>,
) {
	return total > LONG_BY_TOTAL || entries.length >= LONG_BY_READING;
}

/** What was read is the oldest part only when the list is in the order that this relied on. */
function oldestPart<Row extends ListRow>(
	{ entries }: ContiguousRange<Row>,
	inOrder = true,
): Backlog<Row> {
	return { entries: inOrder ? entries : [], complete: false };
}
