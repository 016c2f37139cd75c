import type { Entry } from '../../nodes/PeopleLens/reader/entry';
import { UnsettledListError } from '../../nodes/PeopleLens/reader/errors';
import { rowsToTheEnd, rowsToTheLimit } from '../../nodes/PeopleLens/reader/expectedRows';
import { type ListPage, PagedList } from '../../nodes/PeopleLens/reader/list';
import { PagePlan } from '../../nodes/PeopleLens/reader/pagePlan';
import { ContiguousRange } from '../../nodes/PeopleLens/reader/range';
import { findLastPage, seek } from '../../nodes/PeopleLens/reader/seek';
import type { ListRow, Page, PageRequest } from '../../nodes/PeopleLens/reader/types';

/** Row `n` of a list is the only one with its time. */
const entry = (n: number, time: number | undefined = n): Entry<ListRow> => ({
	row: { id: `${n}` },
	key: `id ${n}`,
	time,
});
const span = (from: number, to: number) =>
	Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n);

/** A list whose server answers as told, and what it was asked for. */
function listOf(
	answer: (request: PageRequest) => Page<ListRow>,
	since?: number,
	maxLength?: number,
) {
	const requests: PageRequest[] = [];
	const fetchPage = async (request: PageRequest) => {
		requests.push(request);
		return await Promise.resolve(answer(request));
	};
	return { list: new PagedList<ListRow>(fetchPage, since, maxLength), requests };
}

/** A list of so many rows, on a server that caps its pages. */
const rowsOf =
	(count: number, total: unknown = count, cap = 100) =>
	({ offset, limit }: PageRequest): Page<ListRow> => ({
		rows: span(offset, Math.min(count, offset + Math.min(limit, cap))).map((n) => entry(n).row),
		total,
	});

describe('a page', () => {
	it('is asked for from an instant on, if there is one', async () => {
		for (const [since, text] of [
			[1000, '1970-01-01T00:00:01.000Z'],
			[0, undefined],
			[-5, undefined],
			[undefined, undefined],
		] as const) {
			const { list, requests } = listOf(rowsOf(0), since);
			await list.page(7);
			await list.probe(8, 20);
			expect(requests).toEqual([
				{ since: text, limit: 100, offset: 7 },
				{ since: text, limit: 20, offset: 8 },
			]);
			expect(list.requests).toBe(2);
		}
	});

	it('that the server refuses is an error, and nothing where it was only a guess', async () => {
		const refused = new Error('Too far');
		const { list } = listOf(() => ({ rows: [], refused }));
		await expect(list.page(7)).rejects.toBe(refused);
		expect(await list.probe(7)).toEqual({
			offset: 7,
			entries: [],
			full: false,
			short: true,
			end: false,
		});
	});

	it('is not asked for more often than any list is long', async () => {
		const { list } = listOf(rowsOf(0));
		list.requests = 99_999;
		await list.page(0);
		await expect(list.page(0)).rejects.toBeInstanceOf(UnsettledListError);
		await expect(list.page(0)).rejects.toMatchObject({
			name: 'UnsettledListError',
			message: expect.stringContaining('may be ignoring the "offset" parameter'),
		});
	});

	it.each([
		[0, 0],
		[10_000_000, 10_000_000],
		[10_000_001, undefined],
		[-1, undefined],
		[1.5, undefined],
		['7', undefined],
		[undefined, undefined],
	])('tells the total %p, which counts as %p', async (total, counted) => {
		const { list } = listOf(() => ({ rows: [], total }));
		await list.page(0);
		expect(list.total).toBe(counted);
	});

	it('is expected to be as long as the longest, or 100 rows', async () => {
		const { list } = listOf(({ limit }) => rowsOf(500)({ offset: 0, limit }));
		expect(list.pageLength).toBe(100);
		await list.page(0, 40);
		expect([list.maxLength, list.pageLength]).toEqual([40, 40]);
		await list.page(0, 20);
		expect(list.maxLength).toBe(40);
	});

	it('of a server that ignores the limit is not expected again', async () => {
		const { list } = listOf(() => rowsOf(500)({ offset: 0, limit: 100 }));
		const { entries, short } = await list.page(0, 20);
		expect([entries.length, short, list.maxLength]).toEqual([100, false, 20]);
	});
});

describe('a page that is too large to be read', () => {
	const tooLarge = new Error('Too large');
	/** No more than so many rows fit into an answer. */
	const upTo = (most: number, count = 300) =>
		listOf((request) => (request.limit > most ? { rows: [], tooLarge } : rowsOf(count)(request)));

	it.each([
		[99, [100, 50]],
		[49, [100, 50, 10]],
		[9, [100, 50, 10, 3]],
	])('is asked for in parts: %i rows fit', async (most, limits) => {
		const { list, requests } = upTo(most);
		const { entries, short, end } = await list.page(7);
		expect([entries.length, short, end]).toEqual([limits.at(-1), false, false]);
		expect(requests.map(({ limit, offset }) => [limit, offset])).toEqual(
			limits.map((limit) => [limit, 7]),
		);
	});

	it('is not tried again at once, and says nothing about how long pages are', async () => {
		const { list, requests } = listOf(
			(request) => (request.limit > 50 ? { rows: [], tooLarge } : rowsOf(300)(request)),
			undefined,
			100,
		);
		await list.page(0);
		expect([list.maxLength, list.pageLength]).toEqual([100, 50]);
		await list.probe(50);
		await list.page(100, 20);
		expect(requests.map(({ limit }) => limit)).toEqual([100, 50, 50, 20]);
		for (let n = 0; n < 4; n++) await list.probe(150);
		expect(requests.map(({ limit }) => limit).slice(4)).toEqual([50, 50, 100, 50, 50]);
	});

	it('is an error where even a few rows are too large', async () => {
		await expect(upTo(2).list.page(0)).rejects.toBe(tooLarge);
		await expect(upTo(2).list.probe(0, 3)).rejects.toBe(tooLarge);
	});
});

describe('how long pages are', () => {
	/** How long pages are expected to be after some of these lengths. */
	async function after(...pages: Array<[offset: number, length: number, total?: number]>) {
		const answers = pages.map(([, length, total]) => rowsOf(length, total));
		const { list } = listOf(
			() => answers.shift()?.({ offset: 0, limit: 100 }) ?? { rows: [] },
			undefined,
			100,
		);
		for (const [offset] of pages) await list.page(offset);
		return list.maxLength;
	}

	it('is less where a page behind a short one is as short', async () => {
		expect(await after([0, 40], [38, 40])).toBe(40);
		expect(await after([0, 40], [38, 44])).toBe(44);
		expect(await after([200, 100, 300], [100, 30, 300])).toBe(30);
	});

	it('is no less where the list itself may have become shorter', async () => {
		expect(await after([200, 100, 300], [100, 30, 130])).toBe(100);
		expect(await after([200, 100], [100, 30])).toBe(100);
	});

	it('is no less because of few rows that have arrived behind a short one', async () => {
		expect(await after([0, 40])).toBe(100);
		expect(await after([0, 40], [38, 3])).toBe(100);
		expect(await after([0, 40], [40, 0])).toBe(100);
	});
});

describe('a page shows the end of the list', () => {
	/** @returns whether a page of so many rows, after one of 100, is short, and the end */
	async function ends(length: number, total: number | null, offset = 100, limit = 100) {
		const { list } = listOf(() => rowsOf(length, total)({ offset: 0, limit: 100 }), undefined, 100);
		const { short, end } = await list.page(offset, limit);
		return [short, end];
	}

	it('when it is empty, whatever the total says', async () => {
		expect(await ends(0, 1000)).toEqual([true, true]);
	});

	it('not when it is much shorter than others: the server may have lowered its cap', async () => {
		expect(await ends(49, 1000)).toEqual([true, false]);
		expect(await ends(49, null)).toEqual([true, false]);
		expect(await ends(1, 1000)).toEqual([true, false]);
	});

	it('when it is shorter than others, and the total says so too', async () => {
		expect(await ends(7, 107)).toEqual([true, true]);
		expect(await ends(50, 150)).toEqual([true, true]);
		expect(await ends(99, 199)).toEqual([true, true]);
		expect(await ends(99, 200)).toEqual([true, false]);
		expect(await ends(50, null)).toEqual([true, false]);
	});

	it('not when the total has only counted the rows of each page', async () => {
		const { list } = listOf(({ offset, limit }) => {
			const { rows } = rowsOf(300, null, offset === 0 ? 100 : 40)({ offset, limit });
			return { rows, total: offset + rows.length };
		});
		expect(await list.page(0)).toMatchObject({ short: false, end: false });
		expect(await list.page(98)).toMatchObject({ short: true, end: false });
	});

	it('not when the total has once been less than what was there', async () => {
		const totals = [5000, 99, 5000, 307];
		const { list } = listOf(({ offset }) => ({
			rows: rowsOf(offset + (offset === 300 ? 7 : 100))({ offset, limit: 100 }).rows,
			total: totals.shift(),
		}));
		for (const offset of [0, 100, 200]) await list.page(offset);
		expect(await list.page(300)).toMatchObject({ short: true, end: false });
	});

	it('not when it is full', async () => {
		expect(await ends(100, 200)).toEqual([false, false]);
		expect(await ends(20, 1000, 0, 20)).toEqual([false, false]);
		expect(await ends(19, 19, 0, 20)).toEqual([true, true]);
	});

	it('where nothing is known of the server, only with a single row or none', async () => {
		const ofFirst = async (count: number) => {
			const { short, end } = await listOf(rowsOf(count)).list.page(0);
			return [short, end];
		};
		expect(await ofFirst(0)).toEqual([true, true]);
		expect(await ofFirst(1)).toEqual([true, true]);
		expect(await ofFirst(2)).toEqual([false, false]);
	});
});

const page = (
	offset: number,
	entries: Array<Entry<ListRow>>,
	{ full = false, short = false, end = false }: Partial<ListPage<ListRow>> = {},
): ListPage<ListRow> => ({ offset, entries, full, short, end });
const pageOf = (from: number, to: number, more: Partial<ListPage<ListRow>> = {}) =>
	page(
		from,
		span(from, to).map((n) => entry(n)),
		more,
	);
const keysOf = ({ entries }: ContiguousRange<ListRow>) => entries.map(({ row }) => Number(row.id));

describe('a range that grows forward', () => {
	it('begins each page inside the one before', () => {
		const range = new ContiguousRange<ListRow>('forward');
		expect(range.nextOffset(10)).toBe(0);
		range.add(pageOf(0, 10));
		// The last row, and one of another time.
		expect(range.nextOffset(10)).toBe(8);
		range.add(pageOf(8, 18));
		expect([keysOf(range), range.nextOffset(10), range.done]).toEqual([span(0, 18), 16, false]);
		range.add(pageOf(16, 20, { short: true, end: true }));
		expect([keysOf(range), range.done]).toEqual([span(0, 20), true]);
	});

	it('ends with a short page that holds nothing new', () => {
		const range = new ContiguousRange<ListRow>('forward');
		range.add(pageOf(0, 10));
		range.add(pageOf(8, 11, { short: true }));
		expect(range.done).toBe(false);
		range.add(pageOf(9, 11, { short: true }));
		expect(range.done).toBe(true);
	});

	it('reads a group of equal times again whole, because it may be in another order', () => {
		const range = new ContiguousRange<ListRow>('forward');
		range.add(page(0, [entry(0), entry(1), entry(2), entry(3, 9), entry(4, 9), entry(5, 9)]));
		expect(range.nextOffset(6)).toBe(2);
		// Only rows of that group: no proof that the page joins.
		range.add(page(4, [entry(4, 9), entry(6), entry(7)]));
		expect([keysOf(range), range.nextOffset(6)]).toEqual([span(0, 6), 0]);
		range.add(page(2, [entry(2), entry(5, 9), entry(3, 9), entry(4, 9), entry(6), entry(7)]));
		expect(keysOf(range)).toEqual(span(0, 8));
	});

	it('reads one row again where a page is one single instant', () => {
		const range = new ContiguousRange<ListRow>('forward');
		range.add(
			page(
				0,
				span(0, 10).map((n) => entry(n, 5)),
			),
		);
		expect(range.nextOffset(10)).toBe(9);
		range.add(page(9, [entry(9, 5), entry(10, 5)]));
		expect(keysOf(range)).toEqual(span(0, 11));
	});

	it('looks further back where rows have moved away, twice as far each time', () => {
		const range = new ContiguousRange<ListRow>('forward');
		range.add(pageOf(0, 40));
		expect(range.nextOffset(10)).toBe(38);
		range.add(page(38, [entry(45), entry(46)]));
		expect(range.nextOffset(10)).toBe(33);
		range.add(page(33, [entry(45), entry(46)]));
		expect(range.nextOffset(10)).toBe(23);
		// Found: seven rows were removed before it.
		range.add(
			page(
				23,
				span(30, 42).map((n) => entry(n)),
			),
		);
		expect([keysOf(range), range.extraOverlap]).toEqual([span(0, 42), 7]);
		expect(range.nextOffset(20)).toBe(34 - 1 - 7);
	});

	it('expects as much movement again, and half of it after a page without', () => {
		const range = new ContiguousRange<ListRow>('forward');
		range.add(pageOf(0, 20));
		range.add(
			page(
				10,
				span(15, 30).map((n) => entry(n)),
			),
		);
		expect(range.extraOverlap).toBe(5);
		range.add(
			page(
				18,
				span(23, 38).map((n) => entry(n)),
			),
		);
		expect(range.extraOverlap).toBe(2);
		// Rows that came in before it are merely read twice.
		range.add(
			page(
				40,
				span(36, 45).map((n) => entry(n)),
			),
		);
		expect([range.extraOverlap, keysOf(range)]).toEqual([1, span(0, 45)]);
	});

	it('always asks for a row beyond the last, and for none before the list', () => {
		const range = new ContiguousRange<ListRow>('forward');
		range.add(pageOf(0, 5));
		expect(range.nextOffset(1)).toBe(4);
		expect(range.nextOffset(2)).toBe(4);
		range.add(page(4, [entry(99)]));
		expect(range.nextOffset(100)).toBe(0);
	});

	it('starts anew from the beginning where all that is known has vanished', () => {
		const range = new ContiguousRange<ListRow>('forward');
		range.add(pageOf(0, 5));
		range.add(page(0, [entry(50), entry(51), entry(52)]));
		expect(keysOf(range)).toEqual([0, 1, 2, 3, 4, 50, 51, 52]);
	});

	it('is given up after 30 pages in a row without anything new', () => {
		const range = new ContiguousRange<ListRow>('forward');
		range.add(pageOf(0, 5));
		for (let n = 0; n < 30; n++) range.add(pageOf(0, 5));
		expect(() => range.add(pageOf(0, 5))).toThrow(UnsettledListError);
	});

	it('is given up when all that is known has vanished a hundred times', () => {
		const range = new ContiguousRange<ListRow>('forward');
		for (let n = 0; n <= 100; n++) range.add(page(0, [entry(2 * n), entry(2 * n + 1)]));
		expect(() => range.add(page(0, [entry(900), entry(901)]))).toThrow(UnsettledListError);
	});
});

describe('a range that grows backward', () => {
	it('ends at the beginning of the list', () => {
		const range = new ContiguousRange<ListRow>('backward');
		range.add(pageOf(20, 30, { short: true, end: true }));
		expect([keysOf(range), range.nextOffset(10)]).toEqual([span(20, 30).reverse(), 12]);
		range.add(pageOf(12, 22));
		expect(range.nextOffset(10)).toBe(4);
		range.add(pageOf(4, 14));
		expect([range.nextOffset(10), range.done]).toEqual([0, false]);
		range.add(pageOf(0, 10));
		expect([keysOf(range), range.done]).toEqual([span(0, 30).reverse(), true]);
	});

	it('follows rows that have moved towards the end', () => {
		const range = new ContiguousRange<ListRow>('backward');
		range.add(pageOf(20, 30, { end: true }));
		range.add(
			page(
				12,
				span(9, 19).map((n) => entry(n)),
			),
		);
		expect(range.nextOffset(10)).toBe(17);
		range.add(
			page(
				17,
				span(14, 24).map((n) => entry(n)),
			),
		);
		expect([keysOf(range), range.extraOverlap]).toEqual([span(14, 30).reverse(), 3]);
		expect(range.nextOffset(10)).toBe(17 + 2 + 3 - 10);
	});

	it('looks for an end that has come nearer', () => {
		const range = new ContiguousRange<ListRow>('backward');
		range.add(pageOf(20, 30, { end: true }));
		range.add(page(12, [], { end: true }));
		expect(range.nextOffset(10)).toBe(4);
		range.add(
			page(
				4,
				span(50, 54).map((n) => entry(n)),
				{ end: true },
			),
		);
		expect(keysOf(range)).toEqual([...span(20, 30).reverse(), ...span(50, 54).reverse()]);
	});
});

describe('a page that was read apart from a range', () => {
	const range = new ContiguousRange<ListRow>('forward');
	range.add(page(0, [entry(0), entry(1), entry(2), entry(3), entry(4, 9), entry(5, 9)]));

	it.each<[Array<Entry<ListRow>>, boolean, boolean]>([
		[[entry(3), entry(6)], true, true],
		[[entry(3)], true, false],
		[[entry(4, 9), entry(6)], false, true],
		[[entry(6), entry(7)], false, true],
		[[], false, false],
	])('joins it, or holds rows that it does not have', (entries, joins, hasMore) => {
		expect([range.overlaps(page(2, entries)), range.hasUnknownRows(page(2, entries))]).toEqual([
			joins,
			hasMore,
		]);
	});

	it('joins by no row without a time, and none where the range is one instant or nothing', () => {
		const undated = new ContiguousRange<ListRow>('forward');
		undated.add(page(0, [{ ...entry(0), time: undefined }, entry(1), entry(2), entry(3)]));
		expect(undated.overlaps(page(0, [{ ...entry(0), time: undefined }]))).toBe(false);
		expect(new ContiguousRange<ListRow>('forward').overlaps(pageOf(0, 5))).toBe(false);
		const instant = new ContiguousRange<ListRow>('forward');
		instant.add(
			page(
				0,
				span(0, 5).map((n) => entry(n, 7)),
			),
		);
		expect(instant.overlaps(page(0, [entry(0, 8)]))).toBe(false);
	});
});

describe('how many rows are still to come', () => {
	/** A range of so many rows, in a list that tells its total. */
	async function known(
		length: number,
		total: unknown,
		direction: 'forward' | 'backward' = 'forward',
	) {
		const { list } = listOf(() => ({ rows: [], total }), undefined, 10);
		await list.page(0);
		const range = new ContiguousRange<ListRow>(direction);
		const from = direction === 'forward' ? 0 : 100 - length;
		if (length > 0) range.add(pageOf(from, from + length));
		return { list, range };
	}

	it('is what the total says, from the next page on', async () => {
		const { list, range } = await known(30, 100);
		expect(rowsToTheEnd(list, range)).toBe(100 - 28);
	});

	it('is as many again where the total says nothing, or nonsense', async () => {
		for (const total of [undefined, 28, 5]) {
			const { list, range } = await known(30, total);
			expect(rowsToTheEnd(list, range)).toBe(30);
		}
	});

	it('is all before the range, where it grows backward', async () => {
		const { list, range } = await known(30, undefined, 'backward');
		expect(rowsToTheEnd(list, range)).toBe(72);
	});

	it('is some pages at first, or more if the total says so', async () => {
		const { list, range } = await known(0, 5000);
		expect(rowsToTheEnd(list, range)).toBe(5000);
		const small = await known(0, 100);
		expect(rowsToTheEnd(small.list, small.range)).toBe(390);
		const unknown = await known(0, undefined);
		expect(rowsToTheEnd(unknown.list, unknown.range)).toBe(390);
	});

	it('is no more than the limit', async () => {
		const { list, range } = await known(30, 100);
		expect(rowsToTheLimit(list, range, { limit: 50 })).toBe(20);
		expect(rowsToTheLimit(list, range, { limit: 1000 })).toBe(72);
		expect(rowsToTheLimit(list, range, { limit: Infinity, accept: () => false })).toBe(72);
	});

	it('is more where few of the last rows have passed the filter, within reason', async () => {
		const { list, range } = await known(600, 10_000);
		const every = (n: number) => (row: ListRow) =>
			Number(row.id) >= 100 && Number(row.id) % n === 0;
		const expected = (limit: number, accept: (row: ListRow) => boolean) =>
			rowsToTheLimit(list, range, { limit, accept });
		expect(expected(400, every(2))).toBe(200);
		expect(expected(200, every(4))).toBe(200);
		expect(expected(1000, every(4))).toBe(1200);
		expect(expected(1, () => false)).toBe(1200);
		const near = await known(600, 700);
		expect(rowsToTheLimit(near.list, near.range, { limit: 1000, accept: every(4) })).toBe(102);
	});
});

describe('which pages are read ahead', () => {
	/** The offsets that are planned, after a first page of so many rows of a list. */
	async function planned(
		rows: number,
		pageLength = 100,
		direction: 'forward' | 'backward' = 'forward',
	) {
		const { list } = listOf(rowsOf(0), undefined, pageLength);
		await list.page(0);
		const range = new ContiguousRange<ListRow>(direction);
		if (direction === 'forward') range.add(pageOf(0, pageLength));
		else range.add(pageOf(1000 - pageLength, 1000, { end: true }));
		const plan = new PagePlan(list, range, () => rows);
		const offsets = [plan.restart()];
		for (let next = plan.next(); next !== undefined && offsets.length < 50; next = plan.next()) {
			offsets.push(next);
		}
		return { plan, range, offsets };
	}

	it('are those that reach as far as is expected, evenly, each inside the one before', async () => {
		expect((await planned(400)).offsets).toEqual([98, 195, 292, 389, 486]);
		expect((await planned(297)).offsets).toEqual([98, 195, 292, 389]);
		expect((await planned(97)).offsets).toEqual([98]);
	});

	it('go towards the beginning of a list that is read from its end', async () => {
		const { offsets } = await planned(902, 100, 'backward');
		expect(offsets[0]).toBe(802);
		expect(offsets.at(-1)).toBe(0);
		for (const [index, offset] of offsets.entries()) {
			if (index > 0) expect(offsets[index - 1] - offset).toBeLessThanOrEqual(98);
		}
	});

	it('are at least half a page apart where rows have moved lately', async () => {
		const { list } = listOf(rowsOf(0), undefined, 20);
		await list.page(0);
		const range = new ContiguousRange<ListRow>('forward');
		range.add(pageOf(0, 40));
		// Five rows before them were removed.
		range.add(
			page(
				30,
				span(35, 55).map((n) => entry(n)),
			),
		);
		const plan = new PagePlan(list, range, () => 1000);
		const first = plan.restart();
		expect(first).toBe(50 - 1 - 6);
		expect(plan.next()).toBe(first + 18 - 5);
		const far = new ContiguousRange<ListRow>('forward');
		far.add(pageOf(0, 60));
		far.add(
			page(
				30,
				span(45, 65).map((n) => entry(n)),
			),
		);
		const farther = new PagePlan(list, far, () => 1000);
		expect(farther.next()).toBeUndefined();
		const begin = farther.restart();
		expect((farther.next() ?? 0) - begin).toBe(10);
	});

	it('do not go beyond the beginning, and end where a page has shown the end', async () => {
		const { plan, offsets } = await planned(10_000, 100, 'backward');
		expect([offsets.at(-1), plan.next()]).toEqual([0, undefined]);
		plan.endAt(500);
		plan.restart();
		expect(plan.next()).toBeLessThan(900);
		const forward = await planned(10_000);
		forward.plan.restart();
		forward.plan.endAt(196);
		expect([forward.plan.next(), forward.plan.next()]).toEqual([undefined, undefined]);
		forward.plan.restart();
		forward.plan.endAt(197);
		expect(forward.plan.next()).toBe(196);
	});

	it('are none before the first one is known, and none where pages are short', async () => {
		const { list } = listOf(rowsOf(0), undefined, 100);
		const plan = new PagePlan(list, new ContiguousRange<ListRow>('forward'), () => 1000);
		expect(plan.next()).toBeUndefined();
		expect((await planned(1000, 9)).offsets).toHaveLength(1);
		expect((await planned(1000, 10)).offsets.length).toBeGreaterThan(10);
	});

	it('are none where a page has shown the end, until the range goes on by itself', async () => {
		const { plan } = await planned(0);
		plan.restart();
		plan.endAt(300);
		plan.endAt(500);
		const long = await planned(1000);
		long.plan.restart();
		long.plan.endAt(300);
		long.plan.endAt(500);
		const offsets = [long.plan.next(), long.plan.next(), long.plan.next()];
		expect(offsets[0]).toBeLessThan(200);
		expect(offsets[1]).toBeLessThan(300);
		expect(offsets[2]).toBeUndefined();
		expect(long.plan.restart()).toBe(98);
		expect([long.plan.next(), long.plan.next(), long.plan.next()].every(Number.isFinite)).toBe(
			true,
		);
	});
});

describe('a spot in a list is found', () => {
	it.each([150, 999, 1000, 4321, 100_000])('of %i rows: its end', async (count) => {
		for (const total of [count, null, count - 50, count + 1000, 3]) {
			const { list, requests } = listOf(rowsOf(count, total));
			await list.page(0);
			const last = await findLastPage(list, 100);
			expect(last.offset + last.entries.length).toBe(count);
			expect(last.entries.length).toBeGreaterThanOrEqual(Math.min(50, count - 100));
			expect(requests.length).toBeLessThan(25);
		}
	});

	it('with one request where the total is right', async () => {
		const { list, requests } = listOf(rowsOf(5000));
		await list.page(0);
		const last = await findLastPage(list, 100);
		expect([last.offset, last.entries.length, requests.length]).toEqual([4910, 90, 2]);
	});

	it('with few requests where nothing is told', async () => {
		const { list, requests } = listOf(rowsOf(10_000, null));
		await list.page(0);
		const found = await seek(
			list,
			({ offset, entries }) =>
				entries.length === 0 || offset > 7777
					? 'past'
					: offset + entries.length > 7777
						? 'here'
						: 'before',
			100,
		);
		expect(found.offset).toBeLessThanOrEqual(7777);
		expect(found.offset + found.entries.length).toBeGreaterThan(7777);
		expect(requests.length).toBeLessThanOrEqual(14);
	});

	it('or given up after 60 requests', async () => {
		const { list, requests } = listOf(rowsOf(10_000));
		await expect(seek(list, () => 'past', 100)).rejects.toBeInstanceOf(UnsettledListError);
		expect(requests).toHaveLength(60);
	});
});
