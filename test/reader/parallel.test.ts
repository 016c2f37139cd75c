import { UnsettledListError } from '../../nodes/PeopleLens/reader/errors';
import { readRows } from '../../nodes/PeopleLens/reader/read';
import type { Selection } from '../../nodes/PeopleLens/reader/selection';
import type { FetchPage, PageRequest } from '../../nodes/PeopleLens/reader/types';
import { nextTurn } from '../support/node';
import { EventSource } from './simulation/events';
import { type ListBehaviour, PLAIN, SimulatedList, type SimulatedRow } from './simulation/list';
import { Random } from './simulation/random';

const START = Date.parse('2026-03-01T10:00:00.000Z');
const ALL: Selection<SimulatedRow> = { order: 'newest', limit: Infinity };
const ORDERS = ['newest', 'oldest', 'arbitrary'] as const;

/** Events as a company makes them: two minutes apart on average, 3 % at once with the one before. */
function listOf(count: number, behaviour: Partial<ListBehaviour> = {}) {
	const list = new SimulatedList({ ...PLAIN, ...behaviour });
	const random = new Random(count);
	const source = new EventSource(random);
	for (let at = START, n = 0; n < count; n++) {
		at += random.chance(0.03) ? 0 : Math.ceil(-Math.log(1 - random.next()) * 120_000);
		list.add(source.create(at));
	}
	const requests: PageRequest[] = [];
	let [open, most] = [0, 0];
	/** Answers one turn later, so that several may wait. */
	const fetchPage: FetchPage<SimulatedRow> = async (request) => {
		requests.push(request);
		most = Math.max(most, ++open);
		await nextTurn();
		open--;
		return list.answer(request);
	};
	return { list, source, requests, fetchPage, mostAtOnce: () => most };
}

const numbers = (rows: SimulatedRow[]) => rows.map(({ details }) => details.number);
const ascending = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const sorted = (rows: SimulatedRow[]) => numbers(rows).sort((a, b) => a - b);

describe.each(ORDERS)('a long list in the order "%s", several pages at a time', (order) => {
	it.each([
		[1, 103],
		[5, 103],
		[10, 103],
	])('%i at a time: 10,000 rows cost at most %i requests', async (concurrency, most) => {
		const { fetchPage, requests, mostAtOnce } = listOf(10_000, { order });
		const rows = await readRows(fetchPage, ALL, concurrency);
		expect(sorted(rows)).toEqual(ascending(10_000));
		expect(requests.length).toBeLessThanOrEqual(most);
		expect(mostAtOnce()).toBe(concurrency);
	});

	it('takes little longer than so many pages at a time can take', async () => {
		const { fetchPage, requests } = listOf(10_000, { order });
		let turns = 0;
		let waiting: Array<() => void> = [];
		const inRounds: FetchPage<SimulatedRow> = async (request) => {
			await new Promise<void>((answer) => waiting.push(answer));
			return await fetchPage(request);
		};
		let isDone = false;
		const reading = readRows(inRounds, ALL, 5).then(() => (isDone = true));
		for (; !isDone; turns++) {
			for (let n = 0; n < 5; n++) await nextTurn();
			const round = waiting;
			waiting = [];
			for (const answer of round) answer();
		}
		await reading;
		expect(turns).toBeLessThanOrEqual(Math.ceil(requests.length / 5) + 5);
	});

	it.each(['missing', 'unfiltered', 'random'] as const)(
		'is read whole when the total is "%s", with few requests in vain',
		async (total) => {
			const { fetchPage, requests } = listOf(10_000, { order, total });
			expect(sorted(await readRows(fetchPage, ALL, 5))).toEqual(ascending(10_000));
			expect(requests.length).toBeLessThanOrEqual(125);
		},
	);

	it.each([25, 10, 7, 2])('is read whole when the server caps its pages at %i', async (pageCap) => {
		const { fetchPage } = listOf(600, { order, pageCap });
		expect(sorted(await readRows(fetchPage, ALL, 5))).toEqual(ascending(600));
	});
});

it.each(['newest', 'oldest'] as const)(
	'rows that come and go meanwhile cost requests, never rows (listed %s first)',
	async (order) => {
		const { list, source, fetchPage, requests } = listOf(5000, { order });
		const gone = new Set<number>();
		const rows = await readRows<SimulatedRow>(
			async (request) => {
				const page = await fetchPage(request);
				list.add(source.create(START + 1e10 + requests.length));
				const oldest = [...list.events].sort((a, b) => a.at - b.at).slice(0, 2);
				for (const { number } of oldest) gone.add(number);
				list.remove(new Set(oldest));
				return page;
			},
			ALL,
			5,
		);
		const got = numbers(rows);
		expect(new Set(got).size).toBe(got.length);
		const stayed = ascending(5000).filter((number) => !gone.has(number));
		expect(got).toEqual(expect.arrayContaining(stayed));
		expect(requests.length).toBeLessThan(200);
	},
);

describe.each(['newest', 'oldest'] as const)('a server that lies, listed %s first', (order) => {
	it.each(['too large', 'endless', 'fraction', 'text'] as const)(
		'a total "%s" and refused offsets cost requests, never rows',
		async (total) => {
			for (const maxOffset of ['end', 10_000] as const) {
				for (const selection of [
					ALL,
					{ order: 'newest', limit: 150 },
					{ order: 'oldest', limit: 150 },
				] as const) {
					const { fetchPage, requests } = listOf(3000, { order, total, maxOffset });
					const wanted = ascending(3000);
					const { limit } = selection;
					const kept = selection.order === 'oldest' ? wanted.slice(0, limit) : wanted.slice(-limit);
					for (const concurrency of [1, 5]) {
						expect(sorted(await readRows(fetchPage, selection, concurrency))).toEqual(kept);
					}
					expect(requests.length).toBeLessThan(110);
				}
			}
		},
	);

	it('an offset refused in the middle of the list ends the reading with the reason', async () => {
		const { fetchPage } = listOf(3000, { order, maxOffset: 1000 });
		for (const concurrency of [1, 5]) {
			await expect(readRows(fetchPage, ALL, concurrency)).rejects.toThrow('refuses the offset');
		}
	});
});

it('500 equal times, in the middle of the list, are all read', async () => {
	for (const order of ORDERS) {
		const { list, source, fetchPage } = listOf(2000, { order });
		for (let n = 0; n < 500; n++) list.add(source.create(START + 120_000_000));
		expect(sorted(await readRows(fetchPage, ALL, 5))).toEqual(ascending(2500));
	}
});

describe('reading only what is wanted', () => {
	it.each([
		['all of the list', {}, 6],
		['what is newer than a date', { since: START }, 2],
		['what is older than a date', { until: START + 1e10 }, 2],
		['a limited number', { limit: 1000 }, 2],
	])('of a list of one page, %s costs few requests', async (_, selection, most) => {
		const { fetchPage, requests } = listOf(60);
		const rows = await readRows(fetchPage, { ...ALL, ...selection }, 5);
		expect(sorted(rows)).toEqual(ascending(60));
		expect(requests.length).toBeLessThanOrEqual(most);
	});

	it('reads no more pages than the limit needs', async () => {
		const { fetchPage, requests } = listOf(10_000);
		const rows = await readRows(fetchPage, { order: 'newest', limit: 1000 }, 5);
		expect(sorted(rows)).toEqual(ascending(10_000).slice(-1000));
		expect(requests.length).toBeLessThanOrEqual(11);
	});

	it('walks back from the far end several pages at a time too', async () => {
		const { fetchPage, requests, mostAtOnce } = listOf(10_000, { order: 'oldest' });
		const rows = await readRows(fetchPage, { order: 'newest', limit: 1000 }, 5);
		expect(sorted(rows)).toEqual(ascending(10_000).slice(-1000));
		expect(requests.length).toBeLessThanOrEqual(15);
		expect(mostAtOnce()).toBe(5);
	});

	it('looks for few rows in a long list with requests in proportion', async () => {
		const { fetchPage, requests } = listOf(10_000);
		const wanted = new Set([9990, 9700, 9500]);
		const accept = ({ details }: SimulatedRow) => wanted.has(details.number);
		const rows = await readRows(fetchPage, { order: 'newest', limit: 3, accept }, 5);
		expect(numbers(rows)).toEqual([9990, 9700, 9500]);
		expect(requests.length).toBeLessThanOrEqual(12);
	});
});

it('a request that fails ends the reading, and no further ones are sent', async () => {
	const { fetchPage, requests } = listOf(10_000);
	const reading = readRows<SimulatedRow>(
		async (request) => {
			if (requests.length === 20) throw new Error('Not available');
			return await fetchPage(request);
		},
		ALL,
		5,
	);
	await expect(reading).rejects.toThrow('Not available');
	for (let n = 0; n < 50; n++) await nextTurn();
	expect(requests.length).toBeLessThanOrEqual(25);
});

it('a server that ignores the offset ends it in words', async () => {
	const { list } = listOf(1000);
	const reading = readRows<SimulatedRow>(
		async (request) => list.answer({ ...request, offset: 0 }),
		ALL,
		5,
	);
	await expect(reading).rejects.toBeInstanceOf(UnsettledListError);
});
