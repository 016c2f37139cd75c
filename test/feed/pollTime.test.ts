import { startFromDate } from '../../nodes/PeopleLens/feed/baseline';
import { addMany, follow, ORDERS, running, setDate } from './simulation/checks';
import { HOUR, MINUTE, SECOND, SimulatedFeed, START } from './simulation/feed';

const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const TENANT = 'https://acme.peoplelensai.com';
const WRONG = [6 * MINUTE, HOUR, 26 * HOUR, 73 * YEAR, -6 * MINUTE, -HOUR, -56 * YEAR];

describe('a clock that is wrong loses no event', () => {
	it.each(WRONG)('one answer whose Date is %i ms ahead, in a quiet check', async (ahead) => {
		for (const order of ORDERS) {
			const feed = await running({ order });
			setDate(feed, ahead);
			expect((await feed.poll()).events).toEqual([]);
			setDate(feed, 0);
			const { wanted, events } = await follow(feed);
			expect(events).toEqual(wanted);
		}
	});

	it.each(WRONG)('a Date that is %i ms ahead while the workflow is activated', async (ahead) => {
		for (const order of ORDERS) {
			const feed = new SimulatedFeed({ order });
			feed.addHistory(3000);
			setDate(feed, ahead);
			await feed.start();
			setDate(feed, 0);
			const { wanted, events } = await follow(feed);
			expect(events).toEqual(wanted);
		}
	});

	it.each(WRONG)('a Date that is always %i ms ahead', async (ahead) => {
		for (const order of ORDERS) {
			const feed = new SimulatedFeed({ order, dateAhead: ahead });
			feed.addHistory();
			await feed.start();
			const { wanted, events } = await follow(feed, 20);
			expect(events).toEqual(wanted);
		}
	});

	it.each([MINUTE, 10 * MINUTE, HOUR, 30 * DAY])(
		"n8n's clock set back by %i ms while a request is on its way",
		async (back) => {
			for (const dateAhead of [0, undefined]) {
				const feed = await running({ dateAhead });
				feed.intercept = (fetchPage) => async (request) => {
					feed.clockAhead -= back;
					return await fetchPage(request);
				};
				expect((await feed.poll()).events).toEqual([]);
				setDate(feed, 0);
				const { wanted, events } = await follow(feed);
				expect(events).toEqual(wanted);
			}
		},
	);

	it.each([10 * MINUTE, 3 * HOUR, 30 * DAY])(
		"n8n's clock set forth by %i ms, also where no answer has a Date",
		async (forth) => {
			for (const dateAhead of [0, undefined]) {
				const feed = await running({ dateAhead });
				feed.clockAhead = forth;
				// In a window that is worth moving.
				addMany(feed, 200, 10);
				expect((await feed.poll()).events).toHaveLength(200);
				expect((await feed.poll()).events).toEqual([]);
				const { wanted, events } = await follow(feed);
				expect(events).toEqual(wanted);
			}
		},
	);

	it('PeopleLens an hour ahead, Date and events alike, while 3,300 events happen, and then right', async () => {
		for (const order of ORDERS) {
			const feed = await running({ order });
			feed.settings.maxEvents = 10_000;
			const { now } = feed.time;
			setDate(feed, HOUR);
			const numbers = Array.from({ length: 3300 }, (_, n) => feed.add(now + HOUR + n * 10, now));
			expect((await feed.poll()).events).toEqual(numbers);
			setDate(feed, 0);
			const { wanted, events } = await follow(feed);
			expect(events).toEqual(wanted);
		}
	});

	it('all clocks two hours ahead together, as on one machine: after that some come again, and the user is told', async () => {
		const feed = await running();
		feed.clockAhead = 2 * HOUR;
		setDate(feed, 2 * HOUR);
		const { now } = feed.time;
		const early = feed.add(now + 2 * HOUR, now);
		expect((await feed.poll()).events).toEqual([early]);
		feed.clockAhead = 0;
		setDate(feed, 0);
		const { wanted, events, warnings } = await follow(feed);
		expect(events.filter((number) => wanted.includes(number))).toEqual(wanted);
		expect(events.length).toBeLessThanOrEqual(wanted.length + 6);
		expect(warnings).toEqual([{ kind: 'watermark', ahead: expect.any(Number) }]);
	});

	it('Ignore Older Than skips nothing because of one Date in the future', async () => {
		const feed = await running();
		feed.settings.ignoreOlderThan = HOUR;
		setDate(feed, 26 * HOUR);
		const first = feed.add(feed.time.now + SECOND);
		expect((await feed.poll()).events).toEqual([first]);
		setDate(feed, 0);
		const { wanted, events } = await follow(feed);
		expect(events).toEqual(wanted);
	});
});

describe('events dated ahead', () => {
	it('5,000 at once come once, and stop nothing', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			const feed = await running({ order });
			feed.settings.maxEvents = 10_000;
			const numbers = Array.from({ length: 5000 }, (_, n) =>
				feed.add(feed.time.now + YEAR + n * 7, feed.time.now),
			);
			expect((await feed.poll()).events).toEqual(numbers);
			const { wanted, events } = await follow(feed);
			expect(events).toEqual(wanted);
			expect(JSON.stringify(feed.state).length).toBeLessThan(100_000);
		}
	});

	it('5,000 that are there at activation are old', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			const feed = new SimulatedFeed({ order });
			feed.addHistory();
			for (let n = 0; n < 5000; n++) feed.add(START + YEAR + n, START);
			await feed.start();
			const { wanted, events } = await follow(feed);
			expect(events).toEqual(wanted);
		}
	});
});

describe('a Start Date in the future', () => {
	it('is waited for: nothing before it is delivered, everything from then on', async () => {
		for (const order of ORDERS) {
			const feed = new SimulatedFeed({ order });
			feed.addHistory();
			const date = START + 10 * MINUTE;
			const fetchPage = feed.server.connect(async () => undefined);
			feed.state = await startFromDate(fetchPage, date, { tenant: TENANT }, feed.clock);
			const { events, wanted, warnings } = await follow(feed, 20);
			expect(events).toEqual(wanted.slice(-events.length));
			expect(events.length).toBeGreaterThanOrEqual(10);
			expect(events.length).toBeLessThanOrEqual(11);
			expect(warnings).toEqual([]);
		}
	});
});

describe('what a check that finds nothing new costs', () => {
	it('it leaves the state as it is, so that n8n has nothing to write', async () => {
		for (const order of ORDERS) {
			const feed = await running({ order });
			for (let n = 0; n < 10; n++) {
				const { state } = feed;
				await feed.poll();
				expect(feed.state).toBe(state);
			}
		}
	});

	it('after a burst it goes back to one request, though nothing more happens', async () => {
		for (const order of ORDERS) {
			const feed = await running({ order });
			addMany(feed, 900, 100);
			for (let n = 0; n < 10; n++) await feed.poll();
			const { state } = feed;
			expect((await feed.poll()).requests).toBe(1);
			expect(feed.state).toBe(state);
		}
	});

	it('in a tenant with few events in all it goes back to one request, though none is new', async () => {
		for (const order of ORDERS) {
			for (const count of [1, 2, 30]) {
				const feed = new SimulatedFeed({ order });
				for (let n = 0; n < count; n++) feed.add(START - 3 * DAY + n * SECOND);
				await feed.start();
				for (let n = 0; n < 7; n++) await feed.poll();
				expect((await feed.poll()).requests).toBe(1);
			}
		}
	});
});

describe('clocks that disagree', () => {
	it('are told of once a day, not with each check', async () => {
		const feed = await running();
		feed.clockAhead = 3 * HOUR;
		const told: unknown[] = [];
		for (let n = 0; n < 25; n++) told.push(...(await feed.poll(HOUR)).warnings);
		const warning = { kind: 'clocks', difference: expect.any(Number) };
		expect(told).toEqual([warning, warning]);
	});

	it('that is all one of three servers with a wrong clock does', async () => {
		const feed = await running({ wrongDates: { ahead: 10 * MINUTE, which: 'a third' } });
		const { wanted, events, warnings } = await follow(feed, 90);
		expect(events).toEqual(wanted);
		expect(warnings).toHaveLength(1);
	});
});
