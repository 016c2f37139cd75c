import type { Total } from './simulation/list';
import { addMany, drain, ORDERS, running } from './simulation/checks';
import { MINUTE, SECOND } from './simulation/feed';
import { ODD_SHAPES } from './simulation/events';

const TOTALS: Total[] = ['too large', 'endless', 'fraction', 'text', 'random', 'missing'];

describe('a list that lies', () => {
	it.each(TOTALS)('total "%s", with offsets refused that are too large', async (total) => {
		for (const order of ORDERS) {
			for (const maxOffset of ['end', 10_000] as const) {
				const feed = await running({ order, total, maxOffset });
				const numbers = addMany(feed, 3000);
				const { events } = await drain(feed, 55 * MINUTE);
				expect(events).toEqual(numbers);
			}
		}
	});

	it('listed oldest first, a server that ignores the offset delivers page by page', async () => {
		const feed = await running({ order: 'oldest' });
		const numbers = addMany(feed, 250, 20 * SECOND);
		feed.intercept = (fetchPage) => async (request) => await fetchPage({ ...request, offset: 0 });
		const events: number[] = [];
		for (let n = 0; n < 4; n++) events.push(...(await feed.poll(90 * MINUTE)).events);
		expect(events).toEqual(numbers);
	});

	it('listed newest first, more than is within reach of the largest offset ends in words, and changes nothing', async () => {
		const feed = await running({ maxOffset: 10_000 });
		addMany(feed, 12_000);
		const { state } = feed;
		await expect(feed.poll(4 * 60 * MINUTE)).rejects.toThrow('refuses the offset');
		expect(feed.state).toBe(state);
		feed.settings.ignoreOlderThan = 60 * MINUTE;
		expect((await feed.poll()).events.length).toBeGreaterThan(900);
	});
});

describe('odd rows', () => {
	it.each(ODD_SHAPES)('250 with "%s" come once, and stop nothing', async (shape) => {
		for (const order of ORDERS) {
			const feed = await running({ order });
			const { now } = feed.time;
			const numbers = Array.from({ length: 250 }, (_, n) =>
				feed.add(now + n * 100, now + n * 100, n % 2 === 0 ? shape : 'whole'),
			);
			const { events } = await feed.poll();
			expect([...events].sort((a, b) => a - b)).toEqual(numbers);
			expect((await feed.poll()).events).toEqual([]);
		}
	});
});

describe('very many events in one millisecond', () => {
	it.each([
		[12_000, 400],
		[50_000, 1200],
	])('%i come once, at the price of at most %i requests in all', async (count, most) => {
		for (const order of ['newest', 'oldest'] as const) {
			const feed = await running({ order });
			const { now } = feed.time;
			const numbers = Array.from({ length: count }, () => feed.add(now));
			const { events, requests } = await drain(feed, MINUTE);
			expect([...events].sort((a, b) => a - b)).toEqual(numbers);
			expect(requests).toBeLessThanOrEqual(most);
			expect(JSON.stringify(feed.state).length).toBeLessThan(64 * 1024);
			await feed.poll();
			expect((await feed.poll()).requests).toBe(1);
			const next = feed.add(feed.time.now);
			expect((await feed.poll()).events).toEqual([next]);
		}
	});
});
