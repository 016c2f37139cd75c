import { ODD_SHAPES } from '../reader/simulation/events';
import { IS_FULL } from '../support/node';
import type { Total } from '../reader/simulation/list';
import { addMany, drain, ORDERS, running } from './simulation/checks';
import { MINUTE, SECOND } from './simulation/poller';

const TOTALS: Total[] = ['too large', 'endless', 'fraction', 'text', 'random', 'missing'];

describe('a list that lies', () => {
	it.each(TOTALS)('total "%s", with offsets refused that are too large', async (total) => {
		for (const order of ORDERS) {
			for (const maxOffset of ['end', 10_000] as const) {
				const poller = await running({ order, total, maxOffset });
				const numbers = addMany(poller, IS_FULL ? 3000 : 1000);
				const { events } = await drain(poller, 55 * MINUTE);
				expect(events).toEqual(numbers);
			}
		}
	});

	it('listed oldest first, a server that ignores the offset delivers page by page', async () => {
		const poller = await running({ order: 'oldest' });
		const numbers = addMany(poller, 250, 20 * SECOND);
		poller.intercept = (fetchPage) => async (request) => await fetchPage({ ...request, offset: 0 });
		const events: number[] = [];
		for (let n = 0; n < 4; n++) events.push(...(await poller.poll(90 * MINUTE)).events);
		expect(events).toEqual(numbers);
	});

	it('listed newest first, more than is within reach of the largest offset ends in words, and changes nothing', async () => {
		const poller = await running({ maxOffset: 10_000 });
		addMany(poller, 12_000);
		const { state } = poller;
		await expect(poller.poll(4 * 60 * MINUTE)).rejects.toThrow('refuses the offset');
		expect(poller.state).toBe(state);
		poller.settings.ignoreOlderThan = 60 * MINUTE;
		expect((await poller.poll()).events.length).toBeGreaterThan(900);
	});
});

describe('odd rows', () => {
	const COUNT = IS_FULL ? 250 : 60;
	it.each(ODD_SHAPES)(`${COUNT} with "%s" come once, and stop nothing`, async (shape) => {
		for (const order of ORDERS) {
			const poller = await running({ order });
			const { now } = poller.time;
			const numbers = Array.from({ length: COUNT }, (_, n) =>
				poller.add(now + n * 100, now + n * 100, n % 2 === 0 ? shape : 'whole'),
			);
			const { events } = await poller.poll();
			expect([...events].sort((a, b) => a - b)).toEqual(numbers);
			expect((await poller.poll()).events).toEqual([]);
		}
	});
});

describe('very many events in one millisecond', () => {
	const COUNTS = [
		[12_000, 400],
		[50_000, 1200],
	];
	it.each(IS_FULL ? COUNTS : COUNTS.slice(0, 1))(
		'%i come once, at the price of at most %i requests in all',
		async (count, most) => {
			for (const order of ['newest', 'oldest'] as const) {
				const poller = await running({ order });
				const { now } = poller.time;
				const numbers = Array.from({ length: count }, () => poller.add(now));
				const { events, requests } = await drain(poller, MINUTE);
				expect([...events].sort((a, b) => a - b)).toEqual(numbers);
				expect(requests).toBeLessThanOrEqual(most);
				expect(JSON.stringify(poller.state).length).toBeLessThan(64 * 1024);
				await poller.poll();
				expect((await poller.poll()).requests).toBe(1);
				const next = poller.add(poller.time.now);
				expect((await poller.poll()).events).toEqual([next]);
			}
		},
	);
});
