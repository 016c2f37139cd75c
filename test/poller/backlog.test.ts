import { readBacklog } from '../../nodes/PeopleLens/poller/backlog';
import { UnsettledListError } from '../../nodes/PeopleLens/reader/errors';
import { PagedList } from '../../nodes/PeopleLens/reader/list';
import type { ListRow, Page, PageRequest } from '../../nodes/PeopleLens/reader/types';

interface Row extends ListRow {
	n: number;
}

type Order = 'newest' | 'oldest' | 'none';

/** Row `n` was created in second `n`; the list shows them in this order. */
function listOf(count: number, order: Order, total: unknown = count) {
	const rows = Array.from({ length: count }, (_, n): Row => {
		const second = order === 'none' && n % 2 === 1 ? n - 1.5 : n;
		return { id: `r${n}`, n, created_at: new Date(1e12 + second * 1000).toISOString() };
	});
	const shown = order === 'newest' ? [...rows].reverse() : rows;
	const requests: number[] = [];
	const answer = ({ offset, limit }: PageRequest): Page<Row> => ({
		rows: shown.slice(offset, offset + limit),
		total,
	});
	const server = { answer };
	const list = new PagedList<Row>(async (request) => {
		requests.push(request.offset);
		return await Promise.resolve(server.answer(request));
	});
	return { list, requests, server, shown };
}

/** What is read, in the order of time, and whether that is all. */
async function read(
	{ list, requests }: ReturnType<typeof listOf>,
	enough = Infinity,
	isTimeShort?: () => boolean,
) {
	const first = await list.page(0);
	requests.length = 0;
	const isFull = (entries: readonly unknown[]) => entries.length >= enough;
	const { entries, complete, failure } = await readBacklog(list, first, isFull, isTimeShort);
	return { numbers: entries.map(({ row }) => row.n).sort((a, b) => a - b), complete, failure };
}

const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);

describe('a backlog', () => {
	it.each<Order>(['newest', 'oldest', 'none'])('is read whole, listed %s first', async (order) => {
		const whole = await read(listOf(320, order));
		expect(whole).toEqual({ numbers: upTo(320), complete: true, failure: undefined });
	});

	it('that is one page needs no further request', async () => {
		const one = listOf(1, 'newest');
		expect(await read(one)).toMatchObject({ numbers: [0], complete: true });
		expect(one.requests).toEqual([]);
	});

	it('listed oldest first is read until there is enough', async () => {
		const list = listOf(320, 'oldest');
		expect(await read(list, 150)).toEqual({
			numbers: upTo(198),
			complete: false,
			failure: undefined,
		});
		expect(list.requests).toEqual([98]);
	});

	it('listed newest first is read from its end where it is long', async () => {
		const list = listOf(501, 'newest');
		const { numbers, complete } = await read(list, 80);
		expect([numbers, complete]).toEqual([upTo(90), false]);
		expect(list.requests).toHaveLength(1);
	});

	it('listed newest first is read from its beginning where it is not long, and time is not short', async () => {
		const list = listOf(500, 'newest');
		expect(await read(list, 80)).toMatchObject({ numbers: upTo(500), complete: true });
		expect(list.requests).toEqual([...list.requests].sort((a, b) => a - b));
	});

	it('listed newest first is read from its end where time is short', async () => {
		const list = listOf(400, 'newest');
		const { numbers, complete } = await read(list, 80, () => true);
		expect([numbers, complete]).toEqual([upTo(90), false]);
	});

	it('without a total is read from its end from 2,000 rows on', async () => {
		const list = listOf(3000, 'newest', null);
		const { numbers, complete } = await read(list, 80);
		expect([numbers[0], complete]).toEqual([0, false]);
		expect(numbers.length).toBeLessThan(200);
		expect(list.requests.filter((offset) => offset < 1900)).toHaveLength(19);
	});

	it('is complete where the whole was read from its end', async () => {
		expect(await read(listOf(700, 'newest'))).toMatchObject({ numbers: upTo(700), complete: true });
	});

	it('in no order is read whole, whatever is enough', async () => {
		expect(await read(listOf(700, 'none'), 50)).toMatchObject({
			numbers: upTo(700),
			complete: true,
		});
	});

	it('whose end is in no order is read page by page', async () => {
		const list = listOf(700, 'newest');
		const last = list.shown.splice(690).reverse();
		list.shown.push(...last);
		const { numbers, complete } = await read(list, 80);
		expect([numbers, complete]).toEqual([upTo(700), true]);
	});
});

describe('a failure in the middle', () => {
	const broken = new Error('Not available');
	const refuse = (list: ReturnType<typeof listOf>, from: number, to: number) => {
		const { answer } = list.server;
		list.server.answer = (request) => {
			if (request.offset >= from && request.offset < to) throw broken;
			return answer(request);
		};
	};

	it('leaves the oldest part of a list that begins with it', async () => {
		const list = listOf(320, 'oldest');
		refuse(list, 150, 1000);
		expect(await read(list)).toEqual({ numbers: upTo(198), complete: false, failure: broken });
	});

	it('leaves nothing of a list that begins with the newest, or is in no order', async () => {
		for (const order of ['newest', 'none'] as const) {
			const list = listOf(320, order);
			refuse(list, 150, 1000);
			expect(await read(list)).toEqual({ numbers: [], complete: false, failure: broken });
		}
	});

	it('leaves what was read from the end', async () => {
		const list = listOf(700, 'newest');
		refuse(list, 1, 550);
		expect(await read(list)).toEqual({ numbers: upTo(90), complete: false, failure: broken });
	});

	it('leaves nothing where the end itself could not be read', async () => {
		const list = listOf(700, 'newest');
		refuse(list, 1, 1000);
		expect(await read(list)).toEqual({ numbers: [], complete: false, failure: broken });
	});

	it('leaves nothing where what was read from the end is in no order', async () => {
		const list = listOf(700, 'newest');
		const last = list.shown.splice(690).reverse();
		list.shown.push(...last);
		const { answer } = list.server;
		list.server.answer = (request) => {
			if (request.offset > 0 && request.offset < 600) throw broken;
			return answer(request);
		};
		expect(await read(list)).toEqual({ numbers: [], complete: false, failure: broken });
	});
});

it('where the end is not found, the list is read from its beginning, and is not looked for again', async () => {
	const list = listOf(700, 'newest');
	const { answer } = list.server;
	let tries = 0;
	list.server.answer = (request) => {
		if (request.offset > 600 && tries === 0) {
			tries++;
			throw new UnsettledListError();
		}
		return answer(request);
	};
	expect(await read(list, 80)).toMatchObject({ numbers: upTo(700), complete: true });
	expect(tries).toBe(1);
});
