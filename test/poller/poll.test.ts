import { addMany, drain, ORDERS, running } from './simulation/checks';
import { HOUR, MINUTE, SECOND } from './simulation/poller';

describe('what a check costs', () => {
	it('a quiet check is one request', async () => {
		for (const order of ORDERS) {
			const poller = await running({ order });
			for (let n = 0; n < 10; n++) expect((await poller.poll()).requests).toBe(1);
		}
	});

	it('a check with 10 events a minute is one request', async () => {
		for (const order of ORDERS) {
			const poller = await running({ order });
			for (let n = 0; n < 20; n++) {
				addMany(poller, 10, 6 * SECOND);
				const { events, requests } = await poller.poll();
				expect([events.length, requests]).toEqual([10, 1]);
			}
		}
	});

	it.each([
		['oldest', 1.1],
		['newest', 1.35],
	] as const)(
		'a backlog costs little more than its pages, listed %s first',
		async (order, most) => {
			for (const count of [100, 600, 1000, 5000, 20_000]) {
				for (const every of [100, SECOND, 20 * SECOND]) {
					const poller = await running({ order });
					const numbers = addMany(poller, count, every);
					const { events, requests } = await drain(poller, count * every + 6 * MINUTE);
					expect(events).toEqual(numbers);
					expect(requests).toBeLessThanOrEqual(Math.ceil(count / 100) * most + 3);
				}
			}
		},
	);

	it('what is remembered stays below 64 kB, however much happens', async () => {
		const poller = await running({ order: 'oldest' });
		const numbers = addMany(poller, 10_000, 10);
		const { events } = await drain(poller, 2 * MINUTE);
		expect(events).toEqual(numbers);
		expect(JSON.stringify(poller.state).length).toBeLessThan(64 * 1024);
	});
});

describe('what a check keeps', () => {
	it('a quiet check keeps the very state it had, so that nothing is written', async () => {
		for (const order of ORDERS) {
			const poller = await running({ order });
			const { state } = poller;
			for (let n = 0; n < 5; n++) await poller.poll();
			expect(poller.state).toBe(state);
		}
	});

	it('an event counts the revision up by one', async () => {
		const poller = await running({ order: 'newest' });
		const before = poller.state?.revision ?? NaN;
		addMany(poller, 1);
		await poller.poll();
		expect(poller.state?.revision).toBe(before + 1);
	});

	it('a quiet check after many events moves on, so that the next one reads less', async () => {
		const poller = await running({ order: 'newest' });
		addMany(poller, 51);
		await poller.poll();
		const { state } = poller;
		await poller.poll();
		expect(poller.state).not.toBe(state);
		for (let n = 0; n < 10; n++) await poller.poll();
		const last = poller.state;
		await poller.poll();
		expect(poller.state).toBe(last);
	});

	it('a server that begins to return longer pages is remembered, though nothing is new', async () => {
		const poller = await running({ order: 'newest' });
		Object.assign(poller.state ?? {}, { maxPageLength: 1 });
		await poller.poll();
		expect(poller.state?.maxPageLength).toBeGreaterThan(1);
	});
});

describe('settings', () => {
	it('no check delivers more than maxEvents, and nothing is dropped', async () => {
		for (const order of ORDERS) {
			for (const maxEvents of [1, 7, 130]) {
				const poller = await running({ order });
				const numbers = addMany(poller, 150);
				poller.settings.maxEvents = maxEvents;
				const events: number[] = [];
				for (let n = 0; n < 200 / maxEvents + 3; n++) {
					const check = await poller.poll(3 * MINUTE);
					expect(check.events.length).toBeLessThanOrEqual(maxEvents);
					events.push(...check.events);
				}
				expect(events).toEqual(numbers);
			}
		}
	});

	it('what a filter refuses counts as dealt with, and a filter changed later needs no new start', async () => {
		const poller = await running();
		poller.settings.accept = ({ details }) => details.number % 2 === 0;
		const numbers = addMany(poller, 40);
		expect((await poller.poll()).events).toEqual(numbers.filter((number) => number % 2 === 0));
		poller.settings.accept = () => true;
		expect((await poller.poll()).events).toEqual([]);
		const later = addMany(poller, 3);
		expect((await poller.poll()).events).toEqual(later);
	});

	it('after an outage, events older than ignoreOlderThan are passed over at the price of a page', async () => {
		for (const order of ORDERS) {
			const poller = await running({ order });
			const numbers = addMany(poller, 5000, 10 * SECOND);
			poller.settings.ignoreOlderThan = HOUR;
			const { events, requests } = await drain(poller, 50_000 * SECOND);
			expect(events).toEqual(numbers.slice(-events.length));
			expect(events.length).toBeGreaterThanOrEqual(360);
			expect(events.length).toBeLessThan(360 + 20);
			expect(requests).toBeLessThanOrEqual(8);
		}
	});

	it('when the time is spent, the oldest part is delivered and the rest with the next check', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			const poller = await running({ order, latency: [1000, 1000] });
			const numbers = addMany(poller, 3000);
			poller.settings.deadline = poller.time.now + 2 * HOUR + 6500;
			const cut = await poller.poll(2 * HOUR);
			expect(cut.requests).toBe(7);
			expect(cut.events.length).toBeGreaterThan(300);
			expect(cut.events).toEqual(numbers.slice(0, cut.events.length));
			expect(cut.failure).toBeDefined();
			poller.settings.deadline = undefined;
			const { events } = await drain(poller, MINUTE);
			expect([...cut.events, ...events]).toEqual(numbers);
		}
	});
});
