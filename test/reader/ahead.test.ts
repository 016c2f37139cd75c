import { UnsettledListError } from '../../nodes/PeopleLens/reader/errors';
import { readInListOrder, readList, readRows } from '../../nodes/PeopleLens/reader/read';
import { PagedList } from '../../nodes/PeopleLens/reader/list';
import type { FetchPage, Page, PageRequest } from '../../nodes/PeopleLens/reader/types';
import { nextTurn } from '../support/node';

interface Row {
	id: string;
	created_at?: string;
	n: number;
}

/** Row 0 is the first of the list; each is a second older than the one before, or younger. */
function listOf(count: number, { order = 'newest', dated = true, total = count as unknown } = {}) {
	const rows = Array.from({ length: count }, (_, n): Row => {
		const at = 1_772_359_200_000 + (order === 'newest' ? count - n : n) * 1000;
		return { id: `r${n}`, n, ...(dated && { created_at: new Date(at).toISOString() }) };
	});
	const requests: PageRequest[] = [];
	let [open, most] = [0, 0];
	const fetchPage: FetchPage<Row> = async (request): Promise<Page<Row>> => {
		requests.push(request);
		most = Math.max(most, ++open);
		await nextTurn();
		open--;
		return { rows: rows.slice(request.offset, request.offset + request.limit), total };
	};
	return { rows, requests, fetchPage, mostAtOnce: () => most };
}

const numbers = (rows: Row[]) => rows.map(({ n }) => n);
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('in its own order, a list', () => {
	it.each([true, false])('is read whole, whether its rows have times or not: %s', async (dated) => {
		const { fetchPage, requests, mostAtOnce } = listOf(450, { dated });
		expect(numbers(await readInListOrder(fetchPage, { limit: Infinity }))).toEqual(upTo(450));
		expect(mostAtOnce()).toBe(1);
		expect(requests.length).toBeLessThanOrEqual(6);
	});

	it('is read no further than its limit', async () => {
		const { fetchPage, requests } = listOf(450);
		expect(numbers(await readInListOrder(fetchPage, { limit: 150 }))).toEqual(upTo(150));
		expect(requests).toHaveLength(2);
		expect(numbers(await readInListOrder(fetchPage, { limit: 100 }))).toEqual(upTo(100));
		expect(requests).toHaveLength(3);
	});

	it('counts what a filter accepts', async () => {
		const { fetchPage, requests } = listOf(450);
		const accept = ({ n }: Row) => n % 2 === 1;
		const odd = upTo(450).filter((n) => n % 2 === 1);
		expect(numbers(await readInListOrder(fetchPage, { limit: 60, accept }))).toEqual(
			odd.slice(0, 60),
		);
		expect(requests).toHaveLength(2);
		expect(numbers(await readInListOrder(fetchPage, { limit: Infinity, accept }))).toEqual(odd);
	});

	it.each(['readInListOrder', 'readRows'] as const)(
		'is read again, one page after the other, where pages that were read ahead do not fit: %s',
		async (how) => {
			const { fetchPage } = listOf(450);
			let isGivenUp = false;
			let [openAgain, most] = [0, 0];
			const fetchOrGiveUp: FetchPage<Row> = async (request) => {
				if (isGivenUp) {
					most = Math.max(most, ++openAgain);
					const page = await fetchPage(request);
					openAgain--;
					return page;
				}
				await fetchPage(request);
				isGivenUp = true;
				throw new UnsettledListError();
			};
			const all = { order: 'newest', limit: Infinity } as const;
			const rows =
				how === 'readRows'
					? await readRows(fetchOrGiveUp, all, 3)
					: await readInListOrder(fetchOrGiveUp, all, () => 3);
			expect(numbers(rows)).toEqual(upTo(450));
			expect([isGivenUp, most]).toEqual([true, 1]);
		},
	);

	it('ends with the reason why the server fails', async () => {
		const failing = async () => await Promise.reject(new Error('Not available'));
		await expect(readInListOrder(failing, { limit: 5 })).rejects.toThrow('Not available');
		await expect(readRows(failing, { order: 'newest', limit: 5 })).rejects.toThrow('Not available');
	});
});

describe('several pages at a time', () => {
	it.each(['newest', 'oldest'])(
		'read a whole list, listed %s first, with one page more',
		async (order) => {
			const { fetchPage, requests, mostAtOnce } = listOf(950, { order });
			const rows = await readRows(fetchPage, { order: 'oldest', limit: Infinity }, 4);
			expect(numbers(rows)).toEqual(order === 'oldest' ? upTo(950) : upTo(950).reverse());
			expect(mostAtOnce()).toBe(4);
			expect(requests.length).toBeLessThanOrEqual(11);
		},
	);

	it('are as many as there are places, at every request anew', async () => {
		const { fetchPage, requests, mostAtOnce } = listOf(950);
		const width = () => (requests.length < 6 ? 2 : 1);
		await readRows(fetchPage, { order: 'newest', limit: Infinity }, width);
		expect(mostAtOnce()).toBe(2);
		const offsets = requests.map(({ offset }) => offset);
		expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
	});

	it('are one where less than one is allowed', async () => {
		const { fetchPage, rows, mostAtOnce } = listOf(350);
		expect(await readRows(fetchPage, { order: 'newest', limit: Infinity }, 0)).toEqual(rows);
		expect(mostAtOnce()).toBe(1);
	});

	it('go on while one of them is slow', async () => {
		const { fetchPage, requests, rows } = listOf(950);
		let answer: () => void = () => {};
		const slow = new Promise<void>((resolve) => (answer = resolve));
		const reading = readRows<Row>(
			async (request) => {
				if (requests.length === 1) await Promise.all([fetchPage(request), slow]);
				return await fetchPage(request);
			},
			{ order: 'newest', limit: Infinity },
			3,
		);
		for (let n = 0; n < 60; n++) await nextTurn();
		expect(requests.length).toBeGreaterThanOrEqual(10);
		answer();
		expect(await reading).toEqual(rows);
	});

	it('end with the first that fails, and ask for nothing more', async () => {
		const { fetchPage, requests } = listOf(5000);
		const reading = readRows<Row>(
			async (request) => {
				if (requests.length === 6) throw new Error('Not available');
				return await fetchPage(request);
			},
			{ order: 'newest', limit: Infinity },
			3,
		);
		await expect(reading).rejects.toThrow('Not available');
		const sent = requests.length;
		for (let n = 0; n < 20; n++) await nextTurn();
		expect([sent <= 9, requests.length - sent <= 2]).toEqual([true, true]);
	});

	it('that do not meet are joined by what lies between them', async () => {
		const { fetchPage, rows, requests } = listOf(950);
		// While the reading goes on, twenty rows are put before the others at every third request.
		const reading = readRows<Row>(
			async (request) => {
				const page = await fetchPage(request);
				if (requests.length % 3 === 0 && rows.length < 1100) {
					const at = Date.parse(rows[0].created_at ?? '');
					const more = Array.from({ length: 20 }, (_, n): Row => {
						const created_at = new Date(at + (20 - n) * 1000).toISOString();
						return { id: `new ${rows.length} ${n}`, n: -1, created_at };
					});
					rows.unshift(...more);
				}
				return page;
			},
			{ order: 'newest', limit: Infinity },
			4,
		);
		expect(numbers(await reading).filter((n) => n >= 0)).toEqual(upTo(950));
	});
});

describe('only what is wanted is read', () => {
	const LAST = 1_772_359_200_000;

	it('from within a list that begins elsewhere', async () => {
		const { fetchPage, requests } = listOf(5000, { order: 'oldest' });
		const rows = await readRows(fetchPage, { order: 'newest', limit: 120 });
		expect(numbers(rows)).toEqual(upTo(5000).reverse().slice(0, 120));
		expect(requests.length).toBeLessThanOrEqual(4);
	});

	it('in the middle of a long list', async () => {
		const { fetchPage, requests } = listOf(9000);
		const span = { since: LAST + 2000 * 1000, until: LAST + 2100 * 1000 };
		const rows = await readRows(fetchPage, { order: 'newest', limit: Infinity, ...span });
		expect(rows).toHaveLength(100);
		expect(numbers(rows)).toEqual(Array.from({ length: 100 }, (_, n) => 9000 - 2100 + n));
		expect(requests.length).toBeLessThanOrEqual(12);
	});

	it('and nothing where nothing can be wanted', async () => {
		const { fetchPage, requests } = listOf(500);
		for (const selection of [
			{ limit: 0 },
			{ limit: -1 },
			{ limit: 5, since: 7, until: 7 },
			{ limit: 5, since: 8, until: 7 },
		]) {
			const list = new PagedList(fetchPage);
			expect(await readList(list, { order: 'newest', ...selection })).toEqual([]);
		}
		expect(requests).toEqual([]);
	});

	it('from the beginning where the search for the end fails', async () => {
		const { fetchPage, requests, rows } = listOf(5000, { order: 'oldest' });
		const reading = await readRows<Row>(
			async (request) => {
				// A server that gives less the further one asks, until the 60 tries are over.
				if (request.offset > 200 && requests.length < 62) {
					requests.push(request);
					return { rows: [], total: 5000 };
				}
				return await fetchPage(request);
			},
			{ order: 'newest', limit: 5 },
		);
		expect(reading).toEqual(rows.slice(-5).reverse());
	});
});
