import { startFromDate } from '../../nodes/PeopleLens/poller/baseline';
import { HOUR, MINUTE, SECOND, SimulatedFeed, START } from './simulation/feed';

const DAY = 24 * HOUR;
const ORDERS = ['newest', 'oldest', 'arbitrary'] as const;

describe('starting from now', () => {
	it('what is visible is old, what was created before and becomes visible later is new', async () => {
		for (const order of ORDERS) {
			const feed = new SimulatedFeed({ order });
			feed.addHistory();
			feed.add(START - 10 * SECOND);
			const late = feed.add(START - 4 * MINUTE, START + 20 * SECOND);
			await feed.start();
			expect((await feed.poll()).events).toEqual([late]);
			expect((await feed.poll()).events).toEqual([]);
		}
	});

	it('costs a handful of requests, even in a tenant where nothing has happened for days', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			for (const silence of [0, 3 * DAY]) {
				const feed = new SimulatedFeed({ order });
				for (let n = 0; n < 3000; n++) feed.add(START - silence - DAY + 20 * n * SECOND);
				expect((await feed.start()).requests).toBeLessThanOrEqual(10);
				const number = feed.add(feed.time.now + 5 * SECOND);
				expect((await feed.poll()).events).toEqual([number]);
			}
		}
	});

	it('an empty tenant starts too, and its first event is delivered', async () => {
		for (const dateAhead of [0, undefined]) {
			const feed = new SimulatedFeed({ dateAhead });
			await feed.start();
			const number = feed.add(feed.time.now + 5 * SECOND);
			expect((await feed.poll()).events).toEqual([number]);
			expect((await feed.poll()).events).toEqual([]);
		}
	});

	it('20,000 events in the last ten minutes are not all read where they need not be', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			const feed = new SimulatedFeed({ order });
			for (let n = 0; n < 20_000; n++) feed.add(START - 10 * MINUTE + 30 * n);
			expect((await feed.start()).requests).toBeLessThanOrEqual(46);
			const number = feed.add(feed.time.now + 5 * SECOND);
			expect((await feed.poll(10 * SECOND)).events).toEqual([number]);
		}
	});

	it('rows without date that are visible are old as well', async () => {
		const feed = new SimulatedFeed();
		feed.add(START - 2 * MINUTE, START - 2 * MINUTE, 'no date');
		feed.add(START - MINUTE, START - MINUTE, 'broken date');
		await feed.start();
		const number = feed.add(feed.time.now, feed.time.now, 'no date');
		expect((await feed.poll()).events).toEqual([number]);
	});

	it('a Date header hours away from the events loses nothing', async () => {
		for (const dateAhead of [20 * HOUR, 3 * HOUR, -3 * HOUR]) {
			const feed = new SimulatedFeed({ dateAhead });
			feed.addHistory();
			await feed.start();
			const number = feed.add(feed.time.now + 5 * SECOND);
			expect((await feed.poll()).events).toEqual([number]);
		}
	});
});

describe('starting from a date', () => {
	it('everything from that instant on is new, and nothing before', async () => {
		for (const order of ORDERS) {
			const feed = new SimulatedFeed({ order });
			const numbers = Array.from({ length: 500 }, (_, n) => feed.add(START - (500 - n) * MINUTE));
			const fetchPage = feed.server.connect(async () => undefined);
			const date = START - 200 * MINUTE;
			const tenant = 'https://acme.peoplelensai.com';
			feed.state = await startFromDate(fetchPage, date, { tenant }, feed.clock);
			const { events } = await feed.poll();
			expect(events).toEqual(numbers.slice(300));
		}
	});
});
