import { startFromDate } from '../../nodes/PeopleLens/poller/baseline';
import { HOUR, MINUTE, SECOND, SimulatedPoller, START } from './simulation/poller';

const DAY = 24 * HOUR;
const ORDERS = ['newest', 'oldest', 'arbitrary'] as const;

describe('starting from now', () => {
	it('what is visible is old, what was created before and becomes visible later is new', async () => {
		for (const order of ORDERS) {
			const poller = new SimulatedPoller({ order });
			poller.addHistory();
			poller.add(START - 10 * SECOND);
			const late = poller.add(START - 4 * MINUTE, START + 20 * SECOND);
			await poller.start();
			expect((await poller.poll()).events).toEqual([late]);
			expect((await poller.poll()).events).toEqual([]);
		}
	});

	it('costs a handful of requests, even in a tenant where nothing has happened for days', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			for (const silence of [0, 3 * DAY]) {
				const poller = new SimulatedPoller({ order });
				for (let n = 0; n < 3000; n++) poller.add(START - silence - DAY + 20 * n * SECOND);
				expect((await poller.start()).requests).toBeLessThanOrEqual(10);
				const number = poller.add(poller.time.now + 5 * SECOND);
				expect((await poller.poll()).events).toEqual([number]);
			}
		}
	});

	it('an empty tenant starts too, and its first event is delivered', async () => {
		for (const dateAhead of [0, undefined]) {
			const poller = new SimulatedPoller({ dateAhead });
			await poller.start();
			const number = poller.add(poller.time.now + 5 * SECOND);
			expect((await poller.poll()).events).toEqual([number]);
			expect((await poller.poll()).events).toEqual([]);
		}
	});

	it('20,000 events in the last ten minutes are not all read where they need not be', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			const poller = new SimulatedPoller({ order });
			for (let n = 0; n < 20_000; n++) poller.add(START - 10 * MINUTE + 30 * n);
			expect((await poller.start()).requests).toBeLessThanOrEqual(46);
			const number = poller.add(poller.time.now + 5 * SECOND);
			expect((await poller.poll(10 * SECOND)).events).toEqual([number]);
		}
	});

	it('however many events are visible, in whatever order, none of them is delivered', async () => {
		for (const order of ORDERS) {
			const poller = new SimulatedPoller({ order });
			for (let n = 0; n < 6000; n++) poller.add(START - 10 * MINUTE + 99 * n);
			await poller.start();
			const number = poller.add(poller.time.now + 5 * SECOND);
			expect((await poller.poll(10 * SECOND)).events).toEqual([number]);
		}
	});

	it('rows without date that are visible are old as well', async () => {
		const poller = new SimulatedPoller();
		poller.add(START - 2 * MINUTE, START - 2 * MINUTE, 'no date');
		poller.add(START - MINUTE, START - MINUTE, 'broken date');
		await poller.start();
		const number = poller.add(poller.time.now, poller.time.now, 'no date');
		expect((await poller.poll()).events).toEqual([number]);
	});

	it('a Date header hours away from the events loses nothing', async () => {
		for (const dateAhead of [20 * HOUR, 3 * HOUR, -3 * HOUR]) {
			const poller = new SimulatedPoller({ dateAhead });
			poller.addHistory();
			await poller.start();
			const number = poller.add(poller.time.now + 5 * SECOND);
			expect((await poller.poll()).events).toEqual([number]);
		}
	});
});

describe('starting from a date', () => {
	it('everything from that instant on is new, and nothing before', async () => {
		for (const order of ORDERS) {
			const poller = new SimulatedPoller({ order });
			const numbers = Array.from({ length: 500 }, (_, n) => poller.add(START - (500 - n) * MINUTE));
			const fetchPage = poller.server.connect(async () => undefined);
			const date = START - 200 * MINUTE;
			const tenant = 'https://acme.peoplelensai.com';
			poller.state = await startFromDate(fetchPage, date, { tenant }, poller.clock);
			const { events } = await poller.poll();
			expect(events).toEqual(numbers.slice(300));
		}
	});
});
