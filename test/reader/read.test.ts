import { UnsettledListError } from '../../nodes/PeopleLens/reader/errors';
import { readRows } from '../../nodes/PeopleLens/reader/read';
import type { Selection } from '../../nodes/PeopleLens/reader/selection';
import { timeOf } from '../../nodes/PeopleLens/reader/timestamp';
import type { FetchPage, PageRequest } from '../../nodes/PeopleLens/reader/types';
import { EventSource, type Shape } from './simulation/events';
import { type ListBehaviour, PLAIN, SimulatedList, type SimulatedRow } from './simulation/list';
import { Random } from './simulation/random';

const START = Date.parse('2026-03-01T10:00:00.000Z');
const ALL: Selection<SimulatedRow> = { order: 'newest', limit: Infinity };

/** A list with events a second apart, and a log of the requests. */
function listOf(count: number, behaviour: Partial<ListBehaviour> = {}, every = 1000) {
	const list = new SimulatedList({ ...PLAIN, ...behaviour });
	const source = new EventSource(new Random(count));
	for (let index = 0; index < count; index++) list.add(source.create(START + index * every));
	const requests: PageRequest[] = [];
	const fetchPage: FetchPage<SimulatedRow> = async (request) => {
		requests.push(request);
		return list.answer(request);
	};
	return { list, source, requests, fetchPage };
}

const numbers = (rows: SimulatedRow[]) => rows.map(({ details }) => details.number);
const ascending = (count: number, from = 1) => Array.from({ length: count }, (_, n) => n + from);

/** Each row that is still in the list was read, and none twice. */
function expectWhole(rows: SimulatedRow[], list: SimulatedList): void {
	const got = new Set(numbers(rows));
	expect(got.size).toBe(rows.length);
	expect(list.events.filter(({ number }) => !got.has(number))).toEqual([]);
}

describe('complete reading', () => {
	it.each(['newest', 'oldest', 'arbitrary'] as const)(
		'5,000 events, listed %s first, come exactly once while 5 more arrive during every page',
		async (order) => {
			const { list, source, requests, fetchPage } = listOf(5000, { order });
			const rows = await readRows<SimulatedRow>(async (request) => {
				const page = await fetchPage(request);
				for (let n = 0; n < 5; n++) list.add(source.create(START + 5e6 + requests.length * 10 + n));
				return page;
			}, ALL);
			const got = numbers(rows);
			expect(new Set(got).size).toBe(got.length);
			expect(new Set(got.filter((number) => number <= 5000)).size).toBe(5000);
			// Listed newest first, the 5 arrivals push 5 known rows into every page.
			expect(requests.length).toBeLessThanOrEqual(
				Math.ceil(5000 / (order === 'oldest' ? 93 : 91)) + 2,
			);
		},
	);

	it.each([
		['newest', 'newest'],
		['newest', 'oldest'],
		['oldest', 'newest'],
		['oldest', 'oldest'],
	] as const)(
		'the output is sorted %s first when the API lists %s first',
		async (order, listed) => {
			const { fetchPage } = listOf(350, { order: listed });
			const wanted = ascending(350);
			if (order === 'newest') wanted.reverse();
			expect(numbers(await readRows(fetchPage, { order, limit: Infinity }))).toEqual(wanted);
		},
	);

	it('asks little more than a request per 100 rows when nothing changes', async () => {
		for (const order of ['newest', 'oldest', 'arbitrary'] as const) {
			const { fetchPage, requests } = listOf(5000, { order });
			expect(await readRows(fetchPage, ALL)).toHaveLength(5000);
			expect(requests.length).toBeLessThanOrEqual(52);
		}
	});

	it('a server that caps its pages at 25 is read to the end', async () => {
		const { fetchPage } = listOf(1000, { pageCap: 25, total: 'missing' });
		expect(await readRows(fetchPage, ALL)).toHaveLength(1000);
	});

	it('a server that lowers its cap in the middle is read to the end', async () => {
		const { list, fetchPage, requests } = listOf(1000);
		const rows = await readRows<SimulatedRow>(async (request) => {
			if (requests.length === 3) list.behaviour.pageCap = 50;
			return await fetchPage(request);
		}, ALL);
		expect(rows).toHaveLength(1000);
	});

	it.each([40, 25, 10])(
		'a server that lowers its cap from 100 to %i in the middle is read to the end',
		async (pageCap) => {
			for (const order of ['newest', 'oldest', 'arbitrary'] as const) {
				for (const total of ['right', 'missing', 'unfiltered', 'random', 'page'] as const) {
					for (const limit of [Infinity, 700]) {
						for (const concurrency of [1, 5]) {
							for (const lowered of [1, 3, 9]) {
								const { list, fetchPage, requests } = listOf(1000, { order, total });
								const rows = await readRows<SimulatedRow>(
									async (request) => {
										if (requests.length === lowered) list.behaviour.pageCap = pageCap;
										return await fetchPage(request);
									},
									{ order: 'newest', limit },
									concurrency,
								);
								const wanted = ascending(1000).reverse().slice(0, limit);
								expect(numbers(rows)).toEqual(wanted);
							}
						}
					}
				}
			}
		},
	);

	it('a server that ignores the limit once is read to the end', async () => {
		const { list, fetchPage, requests } = listOf(1000, { pageCap: 300 });
		const rows = await readRows<SimulatedRow>(async (request) => {
			const limit = requests.length === 0 ? 300 : request.limit;
			const page = await fetchPage({ ...request, limit });
			list.behaviour.pageCap = 100;
			return page;
		}, ALL);
		expect(rows).toHaveLength(1000);
	});

	it('300 events in the same millisecond are all read, with any page cap', async () => {
		for (const pageCap of [2, 7, 25, 100]) {
			for (const order of ['newest', 'oldest'] as const) {
				const { list, source, fetchPage } = listOf(50, { order, pageCap });
				for (let n = 0; n < 300; n++) list.add(source.create(START + 10_500));
				expect(await readRows(fetchPage, ALL)).toHaveLength(350);
			}
		}
	});

	it('equal times that the server shuffles between requests are all read, also while rows vanish', async () => {
		for (let seed = 0; seed < 60; seed++) {
			const vanishing = seed % 6;
			const { list, source, fetchPage } = listOf(400, { order: 'oldest' });
			for (let n = 0; n < 60; n++) list.add(source.create(START + 70_500));
			const random = new Random(seed);
			const rows = await readRows<SimulatedRow>(async (request) => {
				const page = await fetchPage(request);
				const tied = list.events.filter(({ at }) => at === START + 70_500);
				list.remove(new Set([...tied, ...list.events.slice(0, vanishing)]));
				for (const event of tied) list.add({ ...event, rank: random.next() });
				return page;
			}, ALL);
			expectWhole(rows, list);
		}
	});

	it('rows removed before the page that is being read do not hide the ones behind it', async () => {
		const { list, fetchPage } = listOf(2000, { order: 'oldest' });
		const rows = await readRows<SimulatedRow>(async (request) => {
			const page = await fetchPage(request);
			list.remove(new Set(list.events.slice(0, 37)));
			return page;
		}, ALL);
		expectWhole(rows, list);
	});

	it('a last row that is removed before anyone has looked behind it costs few requests', async () => {
		for (const total of ['right', 'missing', 'unfiltered'] as const) {
			for (const count of [2, 30, 230]) {
				const { list, fetchPage, requests } = listOf(count, { total });
				const rows = await readRows<SimulatedRow>(async (request) => {
					const page = await fetchPage(request);
					if (page.rows.length < 100 && list.events.length === count) {
						list.remove(new Set(list.events.slice(-1)));
					}
					return page;
				}, ALL);
				expect(rows.length).toBeGreaterThanOrEqual(count - 1);
				expect(requests.length).toBeLessThanOrEqual(count / 98 + 6);
			}
		}
	});

	it('a list that repeats the same page for every offset ends in words, not in an endless loop', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			const { fetchPage, requests } = listOf(500);
			const reading = readRows<SimulatedRow>(
				async (request) => await fetchPage({ ...request, offset: 0 }),
				{ order, limit: 300 },
			);
			await expect(reading).rejects.toThrow(UnsettledListError);
			expect(requests.length).toBeLessThan(100);
		}
	});

	it('a list that shows other rows at every request ends in words, not in an endless loop', async () => {
		const { source } = listOf(0);
		let requests = 0;
		const reading = readRows<SimulatedRow>(async () => {
			requests++;
			const rows = ascending(100).map((n) => source.create(START - requests * 1e6 - n).row);
			return { rows };
		}, ALL);
		await expect(reading).rejects.toThrow(UnsettledListError);
		expect(requests).toBeLessThan(500);
	});

	it('a request that fails makes the reading fail with the same words', async () => {
		const { fetchPage, requests } = listOf(500);
		const reading = readRows<SimulatedRow>(async (request) => {
			if (requests.length === 3) throw new Error('The service is down');
			return await fetchPage(request);
		}, ALL);
		await expect(reading).rejects.toThrow('The service is down');
	});
});

describe('reading only what is wanted', () => {
	it('the newest 50 of a newest-first list are one request for 50 rows', async () => {
		const { fetchPage, requests } = listOf(5000);
		const rows = await readRows(fetchPage, { order: 'newest', limit: 50 });
		expect(numbers(rows)).toEqual(ascending(50, 4951).reverse());
		expect(requests).toEqual([{ limit: 50, offset: 0 }]);
	});

	it.each([
		['newest', 'oldest', 'right', 4],
		['newest', 'oldest', 'missing', 18],
		['newest', 'oldest', 'random', 20],
		['oldest', 'newest', 'right', 4],
		['oldest', 'newest', 'missing', 18],
		['oldest', 'newest', 'random', 20],
	] as const)(
		'the %s 150 are found in a list of 20,000, %s first, with a %s total, in %d requests or fewer',
		async (order, listed, total, most) => {
			const { fetchPage, requests } = listOf(20_000, { order: listed, total });
			const rows = await readRows(fetchPage, { order, limit: 150 });
			const wanted = order === 'newest' ? ascending(150, 19_851).reverse() : ascending(150);
			expect(numbers(rows)).toEqual(wanted);
			expect(requests.length).toBeLessThanOrEqual(most);
		},
	);

	it('a time span in the middle of a long list is not paid for with the whole list', async () => {
		for (const listed of ['newest', 'oldest'] as const) {
			for (const order of ['newest', 'oldest'] as const) {
				for (const limit of [200, Infinity]) {
					const { fetchPage, requests } = listOf(20_000, { order: listed });
					const span = { since: START + 9_000_000, until: START + 10_000_000 };
					const rows = await readRows(fetchPage, { order, limit, ...span });
					const wanted = ascending(1000, 9002);
					if (order === 'newest') wanted.reverse();
					expect(numbers(rows)).toEqual(wanted.slice(0, limit));
					expect(requests.length).toBeLessThanOrEqual(limit === 200 ? 20 : 28);
				}
			}
		}
	});

	it('since is exclusive and until inclusive, whatever the server does', async () => {
		for (const sinceInclusive of [true, false]) {
			const { fetchPage } = listOf(20, { sinceInclusive });
			const span = { since: START + 5000, until: START + 10_000 };
			const rows = await readRows(fetchPage, { ...ALL, order: 'oldest', ...span });
			expect(numbers(rows)).toEqual(ascending(5, 7));
		}
	});

	it('the limit counts what passes the filter', async () => {
		const { fetchPage } = listOf(2000, { order: 'oldest' });
		const accept = ({ details }: SimulatedRow) => details.number % 10 === 0;
		const rows = await readRows(fetchPage, { order: 'newest', limit: 30, accept });
		expect(numbers(rows)).toEqual(
			ascending(30, 171)
				.reverse()
				.map((n) => n * 10),
		);
	});

	it('rows without id or usable date are not lost, and the latter come last', async () => {
		const { list, source, fetchPage } = listOf(0);
		const shapes: Shape[] = ['whole', 'no id', 'no date', 'broken date', 'neither'];
		for (let n = 0; n < 250; n++) list.add(source.create(START + n * 1000, shapes[n % 5]));
		const rows = await readRows(fetchPage, ALL);
		expect(new Set(numbers(rows)).size).toBe(250);
		expect(rows.findIndex((row) => timeOf(row.created_at) === undefined)).toBe(100);
	});

	it('an empty list is read with one request, and gives no rows', async () => {
		const { fetchPage, requests } = listOf(0);
		expect(await readRows(fetchPage, ALL)).toEqual([]);
		expect(requests).toHaveLength(1);
	});
});
