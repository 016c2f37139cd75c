import { MAX_AHEAD, MAX_UNDATED } from '../../nodes/PeopleLens/poller/ledger';
import { addMany, ORDERS, running } from './simulation/checks';
import { HOUR, MINUTE, SECOND } from './simulation/feed';

const YEAR = 365 * 24 * HOUR;

describe('what no algorithm can hold, and what happens then', () => {
	it('an event that becomes visible later than the overlap is not delivered, others are', async () => {
		const feed = await running();
		const { now } = feed.time;
		const events: number[] = [];
		const wanted: number[] = [];
		for (let n = 1; n <= 10; n++) {
			wanted.push(feed.add(now + n * MINUTE));
			if (n === 7) feed.add(now, now + 7 * MINUTE);
			if (n === 8) wanted.push(feed.add(now + 4 * MINUTE, now + 8 * MINUTE));
			events.push(...(await feed.poll()).events);
		}
		expect(events.sort((a, b) => a - b)).toEqual(wanted);
	});

	it('when more happens within the overlap than can be remembered, only a late event can be missed, and the user is told once', async () => {
		for (const order of ORDERS) {
			const feed = await running({ order });
			const { now } = feed.time;
			const numbers = addMany(feed, 9000, 10);
			feed.settings.maxEvents = 10_000;
			const all = await feed.poll(2 * MINUTE);
			expect(all.events).toEqual(numbers);
			expect(all.warnings).toEqual([{ kind: 'overlap', left: expect.any(Number) }]);
			feed.add(now + 5, feed.time.now);
			const late = feed.add(now + 89 * SECOND, feed.time.now);
			const later = addMany(feed, 9000, 1);
			const next = await feed.poll();
			expect(next.events).toEqual([late, ...later]);
			expect(next.warnings).toEqual([]);
		}
	});

	it('two rows without id that say the same are one event', async () => {
		const feed = await running();
		const number = feed.add(feed.time.now, feed.time.now, 'no id');
		feed.intercept = (fetchPage) => async (request) => {
			const page = await fetchPage(request);
			return {
				...page,
				rows: page.rows.flatMap((row) => (row.id === null ? [row, { ...row }] : [row])),
			};
		};
		expect((await feed.poll()).events).toEqual([number]);
	});

	it('an event whose id changes is another event', async () => {
		const feed = await running();
		const number = feed.add(feed.time.now);
		expect((await feed.poll(SECOND)).events).toEqual([number]);
		feed.intercept = (fetchPage) => async (request) => {
			const page = await fetchPage(request);
			const rows = page.rows.map((row) =>
				row.details.number === number ? { ...row, id: 'another' } : row,
			);
			return { ...page, rows };
		};
		expect((await feed.poll()).events).toEqual([number]);
		expect((await feed.poll()).events).toEqual([]);
	});

	it('a state from before the last delivery delivers that again, once', async () => {
		const feed = await running();
		const { state } = feed;
		const numbers = addMany(feed, 5);
		expect((await feed.poll()).events).toEqual(numbers);
		feed.state = state;
		expect((await feed.poll()).events).toEqual(numbers);
		expect((await feed.poll()).events).toEqual([]);
	});

	it('a backlog in no order that is too long for the time says so, and ignoreOlderThan gets it going', async () => {
		const feed = await running({ order: 'arbitrary', latency: [1000, 1000] });
		addMany(feed, 5000);
		const check = async (after: number) => {
			feed.settings.deadline = feed.time.now + after + 30 * SECOND;
			return await feed.poll(after);
		};
		await expect(check(2 * HOUR)).rejects.toThrow('not enough time');
		await expect(check(MINUTE)).rejects.toThrow('not enough time');
		feed.settings.ignoreOlderThan = HOUR;
		feed.settings.maxEvents = 10_000;
		const numbers = addMany(feed, 3);
		expect((await check(MINUTE)).events.slice(-3)).toEqual(numbers);
	});

	it('more rows without date than can be remembered wait, others are delivered, and the user is told once', async () => {
		for (const order of ORDERS) {
			const feed = await running({ order });
			const { now } = feed.time;
			for (let n = 0; n < 5000; n++) feed.add(now, now, 'no date');
			const first = await feed.poll();
			expect(first.events).toHaveLength(MAX_UNDATED);
			expect(first.warnings).toEqual([{ kind: 'undated', held: 1000 }]);
			for (let n = 0; n < 3; n++) {
				const number = feed.add(feed.time.now + SECOND);
				const check = await feed.poll();
				expect([check.events, check.warnings]).toEqual([[number], []]);
			}
			expect(JSON.stringify(feed.state).length).toBeLessThan(64 * 1024);
		}
	});

	it('more events dated ahead than can be remembered wait, others are delivered, and the user is told once', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			const feed = await running({ order });
			const { now } = feed.time;
			feed.settings.maxEvents = 10_000;
			const numbers = Array.from({ length: 7000 }, (_, n) => feed.add(now + YEAR + n, now));
			const first = await feed.poll();
			expect(first.events).toEqual(numbers.slice(0, MAX_AHEAD));
			expect(first.warnings).toEqual([{ kind: 'ahead', held: 1000 }]);
			for (let n = 0; n < 3; n++) {
				const number = feed.add(feed.time.now + SECOND);
				const check = await feed.poll();
				expect([check.events, check.warnings]).toEqual([[number], []]);
			}
			// A year later, their time has come.
			feed.time.now += YEAR;
			expect((await feed.poll()).events).toEqual(numbers.slice(MAX_AHEAD));
			expect((await feed.poll()).events).toEqual([]);
		}
	});
});
