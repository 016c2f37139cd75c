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

/** Reads all, five pages at a time that are all answered together. */
async function readInRounds(fetchPage: FetchPage<SimulatedRow>) {
	let waiting: Array<() => void> = [];
	let isDone = false;
	const inRounds: FetchPage<SimulatedRow> = async (request) => {
		await new Promise<void>((answer) => waiting.push(answer));
		return await fetchPage(request);
	};
	const reading = readRows(inRounds, ALL, 5).finally(() => (isDone = true));
	let rounds = 0;
	for (; !isDone; rounds++) {
		for (let n = 0; n < 5; n++) await nextTurn();
		const round = waiting;
		waiting = [];
		for (const answer of round) answer();
	}
	return { rows: await reading, rounds };
}

const numbers = (rows: SimulatedRow[]) => rows.map(({ details }) => details.number);
const ascending = (count: number) => Array.from({ length: count }, (_, n) => n + 1);
const sorted = (rows: SimulatedRow[]) => numbers(rows).sort((a, b) => a - b);

describe.each(ORDERS)('a long list in the order "%s", several pages at a time', (order) => {
	it.each([
		[1, 104],
		[5, 104],
		[10, 104],
		[20, 104],
	])('with %i pages at a time, 10,000 rows cost at most %i requests', async (concurrency, most) => {
		const { fetchPage, requests, mostAtOnce } = listOf(10_000, { order });
		const rows = await readRows(fetchPage, ALL, concurrency);
		expect(sorted(rows)).toEqual(ascending(10_000));
		expect(requests.length).toBeLessThanOrEqual(most);
		expect(mostAtOnce()).toBe(concurrency);
	});

	it('a long list takes little longer to read than so many pages at a time can take', async () => {
		const { fetchPage, requests } = listOf(10_000, { order });
		const { rounds } = await readInRounds(fetchPage);
		expect(rounds).toBeLessThanOrEqual(Math.ceil(requests.length / 5) + 5);
	});

	it.each(['missing', 'unfiltered', 'random'] as const)(
		'a long list is read whole when the total is "%s", with few requests in vain',
		async (total) => {
			const { fetchPage, requests } = listOf(10_000, { order, total });
			expect(sorted(await readRows(fetchPage, ALL, 5))).toEqual(ascending(10_000));
			expect(requests.length).toBeLessThanOrEqual(125);
		},
	);

	it.each([25, 10, 7, 2])(
		'a list is read whole when the server caps its pages at %i',
		async (pageCap) => {
			const { fetchPage } = listOf(600, { order, pageCap });
			expect(sorted(await readRows(fetchPage, ALL, 5))).toEqual(ascending(600));
		},
	);
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
				const oldest = order === 'oldest' ? list.events.slice(0, 2) : list.events.slice(-2);
				for (const { number } of oldest) gone.add(number);
				list.remove(new Set(oldest));
				return page;
			},
			ALL,
			5,
		);
		const got = new Set(numbers(rows));
		expect(got.size).toBe(rows.length);
		const stayed = ascending(5000).filter((number) => !gone.has(number));
		expect(stayed.filter((number) => !got.has(number))).toEqual([]);
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

it('500 equal times in the middle of the list are all read, several pages at a time', async () => {
	for (const order of ORDERS) {
		const { list, source, fetchPage } = listOf(2000, { order });
		for (let n = 0; n < 500; n++) list.add(source.create(START + 120_000_000));
		expect(sorted(await readRows(fetchPage, ALL, 5))).toEqual(ascending(2500));
	}
});

it.each([3, 10, 30])(
	'events that come %i at a time, as from a bulk import, are read several pages at a time',
	async (together) => {
		for (const order of ['newest', 'oldest'] as const) {
			const { list, source, requests, fetchPage } = listOf(0, { order });
			for (let n = 0; n < 10_000; n++) {
				list.add(source.create(START + Math.floor(n / together) * 1000));
			}
			const { rows, rounds } = await readInRounds(fetchPage);
			expect(sorted(rows)).toEqual(ascending(10_000));
			// The first pages, and a seam now and then, don't join, and what lies between is read alone.
			expect(rounds).toBeLessThanOrEqual(Math.ceil(requests.length / 5) + 25);
			expect(requests.length).toBeLessThanOrEqual(180);
		}
	},
);

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

	it('a limited reading asks for no more pages than the limit needs', async () => {
		const { fetchPage, requests } = listOf(10_000);
		const rows = await readRows(fetchPage, { order: 'newest', limit: 1000 }, 5);
		expect(sorted(rows)).toEqual(ascending(10_000).slice(-1000));
		expect(requests.length).toBeLessThanOrEqual(11);
	});

	it('the newest rows of a list that begins with the oldest are read several pages at a time, too', async () => {
		const { fetchPage, requests, mostAtOnce } = listOf(10_000, { order: 'oldest' });
		const rows = await readRows(fetchPage, { order: 'newest', limit: 1000 }, 5);
		expect(sorted(rows)).toEqual(ascending(10_000).slice(-1000));
		expect(requests.length).toBeLessThanOrEqual(15);
		expect(mostAtOnce()).toBe(5);
	});

	it('few rows are looked for in a long list with requests in proportion', async () => {
		const { fetchPage, requests } = listOf(10_000);
		const wanted = new Set([9990, 9700, 9500]);
		const accept = ({ details }: SimulatedRow) => wanted.has(details.number);
		const rows = await readRows(fetchPage, { order: 'newest', limit: 3, accept }, 5);
		expect(numbers(rows)).toEqual([9990, 9700, 9500]);
		expect(requests.length).toBeLessThanOrEqual(12);
	});
});

describe('how many pages at a time', () => {
	it('a width that changes during the reading is obeyed from the next request on', async () => {
		const { fetchPage, requests } = listOf(10_000);
		let open = 0;
		const width = () => (requests.length < 30 ? 2 : requests.length < 60 ? 12 : 3);
		const most = [0, 0, 0];
		const rows = await readRows<SimulatedRow>(
			async (request) => {
				const phase = requests.length < 30 ? 0 : requests.length < 60 ? 1 : 2;
				// Those that were on their way when the width shrank may still come in.
				if (phase < 2 || requests.length > 75) most[phase] = Math.max(most[phase], open + 1);
				open++;
				const page = await fetchPage(request);
				open--;
				return page;
			},
			ALL,
			width,
		);
		expect(sorted(rows)).toEqual(ascending(10_000));
		expect(most).toEqual([2, 12, 3]);
	});

	it.each([0, -1, 0.5, NaN])('a width of %d reads one page at a time', async (width) => {
		const { fetchPage, mostAtOnce } = listOf(500);
		expect(sorted(await readRows(fetchPage, ALL, () => width))).toEqual(ascending(500));
		expect(mostAtOnce()).toBe(1);
	});

	it.each([0, 1, 7])(
		'no page waits for a slower one: while the answer to request %i is awaited, all others are read',
		async (slow) => {
			const { fetchPage, requests } = listOf(3000);
			let answer: () => void = () => undefined;
			const isLate = new Promise<void>((resolve) => (answer = resolve));
			let sent = 0;
			const reading = readRows<SimulatedRow>(
				async (request) => {
					if (sent++ === slow) await isLate;
					return await fetchPage(request);
				},
				ALL,
				3,
			);
			for (let n = 0; n < 100; n++) await nextTurn();
			const read = requests.length;
			answer();
			expect(sorted(await reading)).toEqual(ascending(3000));
			expect(read).toBeGreaterThanOrEqual(requests.length - 3);
		},
	);
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

it.each([1000, 1_000_000])(
	'a server that ignores the offset, and tells of %i rows, is given up in words after few requests',
	async (total) => {
		const { list } = listOf(1000);
		let requests = 0;
		const reading = readRows<SimulatedRow>(
			async (request) => {
				requests++;
				return { ...list.answer({ ...request, offset: 0 }), total };
			},
			ALL,
			5,
		);
		await expect(reading).rejects.toBeInstanceOf(UnsettledListError);
		expect(requests).toBeLessThan(200);
	},
);
