import { type ListPage, PAGE_LIMIT, type PagedList } from './list';
import { ContiguousRange } from './range';
import type { ListRow } from './types';

/** Rows that a page has in common with the one before, where no two rows are of the same time. */
const OVERLAP = 2;

/** On shorter pages there is no room for parts to meet. */
const SHORTEST_PAGE = 10;

/** So many pages in a row that bring nothing new: the list moves too fast for this. */
const MAX_PAGES_WITHOUT_PROGRESS = 3;

/** From so many rows it is told how many of those to come will pass a filter. */
const SAMPLE = 500;

/** By so many rows two parts overlap, or equal times on the way would cost a further page. */
const spareRows = (pages: number) => 3 + Math.floor(pages / 16);

/**
 * Grows a range with several requests at a time: as many parts of the list are read at once, page
 * by page, each until it overlaps the page that the next one began with. What counts is what the
 * range itself makes of all these pages, one after the other: a guess that is wrong costs
 * requests, never rows.
 *
 * @param rows about how many; the range may grow by more, or by less
 * @returns false when the parts did not meet, so that the rest is better read page by page
 * @throws what `list.page` throws, and UnsettledListError
 */
export async function grow<Row extends ListRow>(
	list: PagedList<Row>,
	range: ContiguousRange<Row>,
	rows: number,
	concurrency: number,
): Promise<boolean> {
	const begin = range.nextOffset(list.pageLength);
	const ahead = guess(rows, concurrency, list.pageLength)
		.map((distance) => (range.direction === 'forward' ? begin + distance : begin - distance))
		.filter((offset) => offset >= 0);
	if (ahead.length === 0) {
		range.add(await list.page(begin));
		return true;
	}

	// Only the first offset is sure to lie in the list.
	const pageAt = async (offset: number, index: number) =>
		index === 0 ? await list.page(offset) : await list.probe(offset);
	const heads = [begin, ...ahead].map(pageAt);
	const parts = heads.map((_, index) =>
		index === 0 ? range : new ContiguousRange<Row>(range.direction),
	);
	const pages = heads.map((): Array<ListPage<Row>> => []);
	let isBroken = false;

	async function read(index: number): Promise<void> {
		const part = parts[index];
		const nextHead = heads[index + 1];
		let page = await heads[index];
		for (let pagesWithoutProgress = 0; !isBroken;) {
			const known = part.entries.length;
			part.add(page);
			pagesWithoutProgress = part.entries.length > known ? 0 : pagesWithoutProgress + 1;
			if (pagesWithoutProgress === 0 || part.done) pages[index].push(page);
			const offset = part.nextOffset(list.pageLength);
			const isDone = nextHead ? part.overlaps(await nextHead) : Math.abs(offset - begin) >= rows;
			if (part.done || isDone) return;
			isBroken ||= pagesWithoutProgress === MAX_PAGES_WITHOUT_PROGRESS;
			if (!isBroken) page = await pageAt(offset, index);
		}
	}

	await Promise.all(
		parts.map(async (_, index) => {
			await read(index).catch((error: unknown) => {
				isBroken = true;
				throw error;
			});
		}),
	);
	for (const [index, part] of parts.entries()) {
		if (index === 0 || range.done) continue;
		const [head] = pages[index];
		if (head === undefined || !range.overlaps(head)) return false;
		for (const page of pages[index]) {
			const provesEnd = part.done && page === pages[index].at(-1);
			if (!provesEnd && !goesBeyond(page, range, list.pageLength)) continue;
			range.add(page);
			if (range.hasUnknownRows(page)) return false;
		}
	}
	return !isBroken;
}

/** Whether a page holds more than the range has come by on its own, beyond where the part began. */
function goesBeyond<Row extends ListRow>(
	page: ListPage<Row>,
	range: ContiguousRange<Row>,
	pageLength: number,
): boolean {
	const next = range.nextOffset(pageLength);
	const isAhead =
		range.direction === 'forward'
			? page.offset + page.entries.length > next
			: page.offset < next + pageLength;
	return isAhead && range.hasUnknownRows(page);
}

/** How many rows more are likely to be needed, as far as anything tells. */
export function expectedRows<Row extends ListRow>(
	list: PagedList<Row>,
	range: ContiguousRange<Row>,
	{ limit, accept }: { limit: number; accept?: (row: Row) => boolean },
): number {
	const { length } = range.entries;
	const next = range.nextOffset(list.pageLength);
	const left = range.direction === 'forward' ? (list.total ?? 0) - next : next + list.pageLength;
	// Where nothing is known, as many again: what is read in vain stays in proportion.
	const there = left > 0 ? left : length;
	if (!Number.isFinite(limit) || !accept) return Math.min(there, limit - length);

	const sample = range.entries.slice(-SAMPLE);
	const share = sample.filter(({ row }) => accept(row)).length / sample.length;
	return Math.min(there, limit / share - length, 2 * length);
}

/** @returns the offsets of so many pages, one after the other from the list's start */
export const consecutiveOffsets = (pages: number): number[] =>
	Array.from({ length: pages }, (_, index) => index * (PAGE_LIMIT - OVERLAP));

/** How far from the first page the other parts begin, so that all have about the same length. */
function guess(rows: number, concurrency: number, pageLength: number): number[] {
	if (pageLength < SHORTEST_PAGE || rows <= 0) return [];
	const step = pageLength - OVERLAP;
	const pages = Math.ceil(rows / step);
	const each = Math.ceil(pages / Math.min(concurrency, pages));
	const distance = each * step - spareRows(each);
	return Array.from({ length: Math.ceil(pages / each) - 1 }, (_, index) => (index + 1) * distance);
}
