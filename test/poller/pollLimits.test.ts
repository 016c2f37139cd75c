import { MAX_AHEAD, MAX_UNDATED } from '../../nodes/PeopleLens/poller/ledger';
import { addMany, ORDERS, running } from './simulation/checks';
import { HOUR, MINUTE, SECOND } from './simulation/poller';

const YEAR = 365 * 24 * HOUR;

describe('what no algorithm can hold, and what happens then', () => {
	it('an event that becomes visible later than the overlap is not delivered, others are', async () => {
		const poller = await running();
		const { now } = poller.time;
		const events: number[] = [];
		const wanted: number[] = [];
		for (let n = 1; n <= 10; n++) {
			wanted.push(poller.add(now + n * MINUTE));
			if (n === 7) poller.add(now, now + 7 * MINUTE);
			if (n === 8) wanted.push(poller.add(now + 4 * MINUTE, now + 8 * MINUTE));
			events.push(...(await poller.poll()).events);
		}
		expect(events.sort((a, b) => a - b)).toEqual(wanted);
	});

	it('when more happens within the overlap than can be remembered, only a late event can be missed, and the user is told once', async () => {
		for (const order of ORDERS) {
			const poller = await running({ order });
			const { now } = poller.time;
			const numbers = addMany(poller, 9000, 10);
			poller.settings.maxEvents = 10_000;
			const all = await poller.poll(2 * MINUTE);
			expect(all.events).toEqual(numbers);
			expect(all.warnings).toEqual([{ kind: 'overlap', left: expect.any(Number) }]);
			poller.add(now + 5, poller.time.now);
			const late = poller.add(now + 89 * SECOND, poller.time.now);
			const later = addMany(poller, 9000, 1);
			const next = await poller.poll();
			expect(next.events).toEqual([late, ...later]);
			expect(next.warnings).toEqual([]);
		}
	});

	it('two rows without id that say the same are one event', async () => {
		const poller = await running();
		const number = poller.add(poller.time.now, poller.time.now, 'no id');
		poller.intercept = (fetchPage) => async (request) => {
			const page = await fetchPage(request);
			return {
				...page,
				rows: page.rows.flatMap((row) => (row.id === null ? [row, { ...row }] : [row])),
			};
		};
		expect((await poller.poll()).events).toEqual([number]);
	});

	it('an event whose id changes is another event', async () => {
		const poller = await running();
		const number = poller.add(poller.time.now);
		expect((await poller.poll(SECOND)).events).toEqual([number]);
		poller.intercept = (fetchPage) => async (request) => {
			const page = await fetchPage(request);
			const rows = page.rows.map((row) =>
				row.details.number === number ? { ...row, id: 'another' } : row,
			);
			return { ...page, rows };
		};
		expect((await poller.poll()).events).toEqual([number]);
		expect((await poller.poll()).events).toEqual([]);
	});

	it('a state from before the last delivery delivers that again, once', async () => {
		const poller = await running();
		const { state } = poller;
		const numbers = addMany(poller, 5);
		expect((await poller.poll()).events).toEqual(numbers);
		poller.state = state;
		expect((await poller.poll()).events).toEqual(numbers);
		expect((await poller.poll()).events).toEqual([]);
	});

	it('a backlog in no order that is too long for the time says so, and ignoreOlderThan gets it going', async () => {
		const poller = await running({ order: 'arbitrary', latency: [1000, 1000] });
		addMany(poller, 5000);
		const check = async (after: number) => {
			poller.settings.deadline = poller.time.now + after + 30 * SECOND;
			return await poller.poll(after);
		};
		await expect(check(2 * HOUR)).rejects.toThrow('not enough time');
		await expect(check(MINUTE)).rejects.toThrow('not enough time');
		poller.settings.ignoreOlderThan = HOUR;
		poller.settings.maxEvents = 10_000;
		const numbers = addMany(poller, 3);
		expect((await check(MINUTE)).events.slice(-3)).toEqual(numbers);
	});

	it('more rows without date than can be remembered wait, others are delivered, and the user is told once', async () => {
		for (const order of ORDERS) {
			const poller = await running({ order });
			const { now } = poller.time;
			for (let n = 0; n < 5000; n++) poller.add(now, now, 'no date');
			const first = await poller.poll();
			expect(first.events).toHaveLength(MAX_UNDATED);
			expect(first.warnings).toEqual([{ kind: 'undated', held: 1000 }]);
			for (let n = 0; n < 3; n++) {
				const number = poller.add(poller.time.now + SECOND);
				const check = await poller.poll();
				expect([check.events, check.warnings]).toEqual([[number], []]);
			}
			expect(JSON.stringify(poller.state).length).toBeLessThan(64 * 1024);
		}
	});

	it('more events dated ahead than can be remembered wait, others are delivered, and the user is told once', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			const poller = await running({ order });
			const { now } = poller.time;
			poller.settings.maxEvents = 10_000;
			const numbers = Array.from({ length: 7000 }, (_, n) => poller.add(now + YEAR + n, now));
			const first = await poller.poll();
			expect(first.events).toEqual(numbers.slice(0, MAX_AHEAD));
			expect(first.warnings).toEqual([{ kind: 'ahead', held: 1000 }]);
			for (let n = 0; n < 3; n++) {
				const number = poller.add(poller.time.now + SECOND);
				const check = await poller.poll();
				expect([check.events, check.warnings]).toEqual([[number], []]);
			}
			// A year later, their time has come.
			poller.time.now += YEAR;
			expect((await poller.poll()).events).toEqual(numbers.slice(MAX_AHEAD));
			expect((await poller.poll()).events).toEqual([]);
		}
	});
});
