import fc from 'fast-check';

import { readInListOrder, readRows } from '../../nodes/PeopleLens/reader/read';
import type { FetchPage, ListRow } from '../../nodes/PeopleLens/reader/types';
import { IS_FULL } from '../support/node';

/** A list that gets more rows with each request, as an audit log in which every request is noted. */
interface Growing {
	count: number;
	order: 'newest' | 'oldest';
	/** How many rows come with one request, before it is answered or after. */
	growth: number;
	isBefore: boolean;
	pageCap: number;
	total: 'right' | 'missing' | 'unfiltered' | 'page' | 'half';
	/** How many rows in a row are of the same time. */
	group: number;
}

function serve({ count, order, growth, isBefore, pageCap, total, group }: Growing) {
	const rows: ListRow[] = [];
	const add = () => {
		const created_at = new Date(Date.UTC(2026, 2, 1) + Math.floor(rows.length / group) * 1000);
		const id = `row-${String(rows.length).padStart(6, '0')}`;
		rows.push({ id, created_at: created_at.toISOString() });
	};
	const grow = (by: number) => {
		for (let n = 0; n < by; n++) add();
	};
	grow(count);
	const there = rows.map(({ id }) => id);
	let requests = 0;
	const fetchPage: FetchPage<ListRow> = async ({ limit, offset }) => {
		if (++requests > 1_000) throw new Error('This list is read without end');
		if (isBefore) grow(growth);
		const listed = order === 'newest' ? [...rows].reverse() : [...rows];
		if (!isBefore) grow(growth);
		const page = listed.slice(offset, offset + Math.min(limit, pageCap));
		const totals = {
			right: listed.length,
			missing: undefined,
			unfiltered: listed.length + 700,
			page: page.length,
			half: Math.floor(listed.length / 2),
		};
		return { rows: page, total: totals[total] };
	};
	return { there, fetchPage };
}

const lists = fc.record<Growing>({
	count: fc.integer({ min: 10, max: 310 }),
	order: fc.constantFrom('newest', 'oldest'),
	growth: fc.constantFrom(0, 1, 1, 2),
	isBefore: fc.boolean(),
	pageCap: fc.constantFrom(100, 100, 99, 60, 30),
	total: fc.constantFrom('right', 'missing', 'unfiltered', 'page', 'half'),
	group: fc.constantFrom(1, 1, 3),
});

// A busy machine is no reason to fail.
jest.setTimeout(120_000);

const RUNS = { seed: 20261201, numRuns: IS_FULL ? 1_000 : 300 };

it.each<[string, (fetchPage: FetchPage<ListRow>, width: number) => Promise<ListRow[]>]>([
	[
		'in its own order',
		async (fetchPage, width) => await readInListOrder(fetchPage, { limit: Infinity }, () => width),
	],
	[
		'the oldest first',
		async (fetchPage, width) =>
			await readRows(fetchPage, { order: 'oldest', limit: Infinity }, width),
	],
	[
		'the newest first, since a day before',
		async (fetchPage, width) =>
			await readRows(
				fetchPage,
				{ order: 'newest', limit: Infinity, since: Date.UTC(2026, 1, 28) },
				width,
			),
	],
])('all that was there comes once, however the list grows meanwhile: %s', async (_, read) => {
	await fc.assert(
		fc.asyncProperty(lists, fc.constantFrom(1, 5), async (list, width) => {
			const { there, fetchPage } = serve(list);
			const ids = (await read(fetchPage, width)).map(({ id }) => id);
			expect(new Set(ids).size).toBe(ids.length);
			expect(there.filter((id) => !ids.includes(id))).toEqual([]);
		}),
		RUNS,
	);
});

it.each([10, 50, 147, 250])('of %i rows, the newest 50 come', async (count) => {
	await fc.assert(
		fc.asyncProperty(lists, async (list) => {
			const { there, fetchPage } = serve({ ...list, count });
			const rows = await readRows(fetchPage, { order: 'newest', limit: 50 }, 5);
			const numbers = rows.map(({ id }) => Number(String(id).slice(4))).sort((a, b) => b - a);
			expect(numbers.length).toBeGreaterThanOrEqual(Math.min(50, count));
			// A part of the list without a gap, which reaches at least to what was the newest one.
			expect(numbers).toEqual(numbers.map((_, n) => numbers[0] - n));
			expect(numbers[0]).toBeGreaterThanOrEqual(there.length - 1);
		}),
		{ ...RUNS, numRuns: RUNS.numRuns / 10 },
	);
});

it.each([
	[3, 12],
	[3, 40],
	[12, 52],
	[8, 100],
])(
	'a list that does not grow is read whole, though from %i to %i rows come at once',
	async (min, max) => {
		const caps = fc.array(fc.integer({ min, max }), { minLength: 1, maxLength: 60 });
		// How many requests each of them holds for.
		const steps = fc.constantFrom(1, 12);
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 30, max: 400 }),
				caps,
				steps,
				async (count, caps, step) => {
					const rows = Array.from({ length: count }, (_, n) => ({ id: `row-${n}` }));
					let requests = 0;
					const fetchPage: FetchPage<ListRow> = async ({ limit, offset }) => {
						const cap = caps[Math.floor(requests++ / step) % caps.length];
						return { rows: rows.slice(offset, offset + Math.min(limit, cap)) };
					};
					expect(await readInListOrder(fetchPage, { limit: Infinity }, () => 4)).toEqual(rows);
				},
			),
			RUNS,
		);
	},
);
