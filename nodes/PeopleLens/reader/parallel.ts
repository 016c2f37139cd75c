import { type ListPage, PAGE_LIMIT, type PagedList } from './list';
import { Stretch } from './range';
import type { FeedRow } from './types';

/** Rows that a page has in common with the one before, where no two rows are of the same time. */
const OVERLAP = 2;

/** On shorter pages there is no room for parts to meet. */
const SHORTEST_PAGE = 10;

/** So many pages in a row that bring nothing new: the list moves too fast for this. */
const MAX_FRUITLESS_PAGES = 3;

/** From so many rows it is told how many of those to come will pass a filter. */
const SAMPLE = 500;

/** By so many rows two parts overlap, or equal times on the way would cost a further page. */
const spareRows = (pages: number) => 3 + Math.floor(pages / 16);

/**
 * Grows a stretch with several requests at a time: as many parts of the list are read at once, page
 * by page, each until it reaches the page that the next one began with. What counts is what the
 * stretch itself makes of all these pages, one after the other: a guess that is wrong costs
 * requests, never rows.
 *
 * @param rows about how many; the stretch may grow by more, or by less
 * @returns false when the parts did not meet, so that the rest is better read page by page
 * @throws what `list.page` throws, and UnsettledListError
 */
export async function grow<Row extends FeedRow>(
	list: PagedList<Row>,
	stretch: Stretch<Row>,
	rows: number,
	concurrency: number,
): Promise<boolean> {
	const begin = stretch.nextOffset(list.pageLength);
	const ahead = guess(rows, concurrency, list.pageLength)
		.map((distance) => (stretch.towards === 'end' ? begin + distance : begin - distance))
		.filter((offset) => offset >= 0);
	if (ahead.length === 0) {
		stretch.add(await list.page(begin));
		return true;
	}

	// Only the first offset is sure to lie in the list.
	const pageAt = async (offset: number, index: number) =>
		index === 0 ? await list.page(offset) : await list.probe(offset);
	const heads = [begin, ...ahead].map(pageAt);
	const parts = heads.map((_, index) =>
		index === 0 ? stretch : new Stretch<Row>(stretch.towards),
	);
	const pages = heads.map((): Array<ListPage<Row>> => []);
	let isBroken = false;

	async function read(index: number): Promise<void> {
		const part = parts[index];
		const nextHead = heads[index + 1];
		let page = await heads[index];
		for (let fruitless = 0; !isBroken;) {
			const known = part.entries.length;
			part.add(page);
			fruitless = part.entries.length > known ? 0 : fruitless + 1;
			if (fruitless === 0 || part.done) pages[index].push(page);
			const offset = part.nextOffset(list.pageLength);
			const isDone = nextHead ? part.reaches(await nextHead) : Math.abs(offset - begin) >= rows;
			if (part.done || isDone) return;
			isBroken ||= fruitless === MAX_FRUITLESS_PAGES;
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
		if (index === 0 || stretch.done) continue;
		const [head] = pages[index];
		if (head === undefined || !stretch.reaches(head)) return false;
		for (const page of pages[index]) {
			const provesEnd = part.done && page === pages[index].at(-1);
			if (!provesEnd && !goesBeyond(page, stretch, list.pageLength)) continue;
			stretch.add(page);
			if (stretch.lacks(page)) return false;
		}
	}
	return !isBroken;
}

/** Whether a page holds more than the stretch has come by on its own, beyond where the part began. */
function goesBeyond<Row extends FeedRow>(
	page: ListPage<Row>,
	stretch: Stretch<Row>,
	pageLength: number,
): boolean {
	const next = stretch.nextOffset(pageLength);
	const isAhead =
		stretch.towards === 'end'
			? page.offset + page.entries.length > next
			: page.offset < next + pageLength;
	return isAhead && stretch.lacks(page);
}

/** How many rows more are likely to be needed, as far as anything tells. */
export function rowsAhead<Row extends FeedRow>(
	list: PagedList<Row>,
	stretch: Stretch<Row>,
	{ limit, accept }: { limit: number; accept?: (row: Row) => boolean },
): number {
	const { length } = stretch.entries;
	const next = stretch.nextOffset(list.pageLength);
	const left = stretch.towards === 'end' ? (list.total ?? 0) - next : next + list.pageLength;
	// Where nothing is known, as many again: what is read in vain stays in proportion.
	const there = left > 0 ? left : length;
	if (!Number.isFinite(limit) || !accept) return Math.min(there, limit - length);

	const sample = stretch.entries.slice(-SAMPLE);
	const share = sample.filter(({ row }) => accept(row)).length / sample.length;
	return Math.min(there, limit / share - length, 2 * length);
}

/** @returns the offsets of so many pages, one after the other from the list's start */
export const consecutive = (pages: number): number[] =>
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
