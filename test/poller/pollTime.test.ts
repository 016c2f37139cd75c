import { startFromDate } from '../../nodes/PeopleLens/poller/baseline';
import { addMany, follow, ORDERS, running, setDate } from './simulation/checks';
import { HOUR, MINUTE, SECOND, SimulatedPoller, START } from './simulation/poller';

const DAY = 24 * HOUR;
const YEAR = 365 * DAY;
const TENANT = 'https://acme.peoplelensai.com';
const WRONG = [6 * MINUTE, HOUR, 26 * HOUR, 73 * YEAR, -6 * MINUTE, -HOUR, -56 * YEAR];

describe('a clock that is wrong loses no event', () => {
	it.each(WRONG)('one answer whose Date is %i ms ahead, in a quiet check', async (ahead) => {
		for (const order of ORDERS) {
			const poller = await running({ order });
			setDate(poller, ahead);
			expect((await poller.poll()).events).toEqual([]);
			setDate(poller, 0);
			const { wanted, events } = await follow(poller);
			expect(events).toEqual(wanted);
		}
	});

	it.each(WRONG)('a Date that is %i ms ahead while the workflow is activated', async (ahead) => {
		for (const order of ORDERS) {
			const poller = new SimulatedPoller({ order });
			poller.addHistory(3000);
			setDate(poller, ahead);
			await poller.start();
			setDate(poller, 0);
			const { wanted, events } = await follow(poller);
			expect(events).toEqual(wanted);
		}
	});

	it.each(WRONG)('a Date that is always %i ms ahead', async (ahead) => {
		for (const order of ORDERS) {
			const poller = new SimulatedPoller({ order, dateAhead: ahead });
			poller.addHistory();
			await poller.start();
			const { wanted, events } = await follow(poller, 20);
			expect(events).toEqual(wanted);
		}
	});

	it.each([MINUTE, 10 * MINUTE, HOUR, 30 * DAY])(
		"n8n's clock set back by %i ms while a request is on its way",
		async (back) => {
			for (const dateAhead of [0, undefined]) {
				const poller = await running({ dateAhead });
				poller.intercept = (fetchPage) => async (request) => {
					poller.clockAhead -= back;
					return await fetchPage(request);
				};
				expect((await poller.poll()).events).toEqual([]);
				setDate(poller, 0);
				const { wanted, events } = await follow(poller);
				expect(events).toEqual(wanted);
			}
		},
	);

	it.each([10 * MINUTE, 3 * HOUR, 30 * DAY])(
		"n8n's clock set forth by %i ms, also where no answer has a Date",
		async (forth) => {
			for (const dateAhead of [0, undefined]) {
				const poller = await running({ dateAhead });
				poller.clockAhead = forth;
				// In a window that is worth moving.
				addMany(poller, 200, 10);
				expect((await poller.poll()).events).toHaveLength(200);
				expect((await poller.poll()).events).toEqual([]);
				const { wanted, events } = await follow(poller);
				expect(events).toEqual(wanted);
			}
		},
	);

	it('PeopleLens an hour ahead, Date and events alike, while 3,300 events happen, and then right', async () => {
		for (const order of ORDERS) {
			const poller = await running({ order });
			poller.settings.maxEvents = 10_000;
			const { now } = poller.time;
			setDate(poller, HOUR);
			const numbers = Array.from({ length: 3300 }, (_, n) => poller.add(now + HOUR + n * 10, now));
			expect((await poller.poll()).events).toEqual(numbers);
			setDate(poller, 0);
			const { wanted, events } = await follow(poller);
			expect(events).toEqual(wanted);
		}
	});

	it('all clocks two hours ahead together, as on one machine: after that some come again, and the user is told', async () => {
		const poller = await running();
		poller.clockAhead = 2 * HOUR;
		setDate(poller, 2 * HOUR);
		const { now } = poller.time;
		const early = poller.add(now + 2 * HOUR, now);
		expect((await poller.poll()).events).toEqual([early]);
		poller.clockAhead = 0;
		setDate(poller, 0);
		const { wanted, events, warnings } = await follow(poller);
		expect(events.filter((number) => wanted.includes(number))).toEqual(wanted);
		expect(events.length).toBeLessThanOrEqual(wanted.length + 6);
		expect(warnings).toEqual([{ kind: 'watermark', ahead: expect.any(Number) }]);
	});

	it('Ignore Older Than skips nothing because of one Date in the future', async () => {
		const poller = await running();
		poller.settings.ignoreOlderThan = HOUR;
		setDate(poller, 26 * HOUR);
		const first = poller.add(poller.time.now + SECOND);
		expect((await poller.poll()).events).toEqual([first]);
		setDate(poller, 0);
		const { wanted, events } = await follow(poller);
		expect(events).toEqual(wanted);
	});
});

describe('events dated ahead', () => {
	it('5,000 at once come once, and stop nothing', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			const poller = await running({ order });
			poller.settings.maxEvents = 10_000;
			const numbers = Array.from({ length: 5000 }, (_, n) =>
				poller.add(poller.time.now + YEAR + n * 7, poller.time.now),
			);
			expect((await poller.poll()).events).toEqual(numbers);
			const { wanted, events } = await follow(poller);
			expect(events).toEqual(wanted);
			expect(JSON.stringify(poller.state).length).toBeLessThan(100_000);
		}
	});

	it('5,000 that are there at activation are old', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			const poller = new SimulatedPoller({ order });
			poller.addHistory();
			for (let n = 0; n < 5000; n++) poller.add(START + YEAR + n, START);
			await poller.start();
			const { wanted, events } = await follow(poller);
			expect(events).toEqual(wanted);
		}
	});
});

describe('a Start Date in the future', () => {
	it('is waited for: nothing before it is delivered, everything from then on', async () => {
		for (const order of ORDERS) {
			const poller = new SimulatedPoller({ order });
			poller.addHistory();
			const date = START + 10 * MINUTE;
			const fetchPage = poller.server.connect(async () => undefined);
			poller.state = await startFromDate(fetchPage, date, { tenant: TENANT }, poller.clock);
			const { events, wanted, warnings } = await follow(poller, 20);
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
			const poller = await running({ order });
			for (let n = 0; n < 10; n++) {
				const { state } = poller;
				await poller.poll();
				expect(poller.state).toBe(state);
			}
		}
	});

	it('after a burst it goes back to one request, though nothing more happens', async () => {
		for (const order of ORDERS) {
			const poller = await running({ order });
			addMany(poller, 900, 100);
			for (let n = 0; n < 10; n++) await poller.poll();
			const { state } = poller;
			expect((await poller.poll()).requests).toBe(1);
			expect(poller.state).toBe(state);
		}
	});

	it('in a tenant with few events in all it goes back to one request, though none is new', async () => {
		for (const order of ORDERS) {
			for (const count of [1, 2, 30]) {
				const poller = new SimulatedPoller({ order });
				for (let n = 0; n < count; n++) poller.add(START - 3 * DAY + n * SECOND);
				await poller.start();
				for (let n = 0; n < 7; n++) await poller.poll();
				expect((await poller.poll()).requests).toBe(1);
			}
		}
	});
});

describe('clocks that disagree', () => {
	it('are told of once a day, not with each check', async () => {
		const poller = await running();
		poller.clockAhead = 3 * HOUR;
		const told: unknown[] = [];
		for (let n = 0; n < 25; n++) told.push(...(await poller.poll(HOUR)).warnings);
		const warning = { kind: 'clocks', skew: expect.any(Number) };
		expect(told).toEqual([warning, warning]);
	});

	it('that is all one of three servers with a wrong clock does', async () => {
		const poller = await running({ wrongDates: { ahead: 10 * MINUTE, which: 'a third' } });
		const { wanted, events, warnings } = await follow(poller, 90);
		expect(events).toEqual(wanted);
		expect(warnings).toHaveLength(1);
	});
});
