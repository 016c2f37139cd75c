import type { FetchPage } from '../../nodes/PeopleLens/reader/types';
import { addMany, drain, failAt, ORDERS, running } from './simulation/checks';
import { HOUR, MINUTE, SECOND } from './simulation/feed';
import type { SimulatedRow } from '../reader/simulation/list';

const YEAR = 365 * 24 * HOUR;

describe('faults that drafts of this had', () => {
	it('a server that caps its pages at 25 loses nothing', async () => {
		for (const order of ORDERS) {
			const feed = await running({ order, pageCap: 25, total: 'missing' });
			const numbers = addMany(feed, 400, 100);
			expect((await feed.poll()).events).toEqual(numbers);
		}
	});

	it('a full page of new events between two slow requests hides nothing', async () => {
		for (const order of ORDERS) {
			const feed = await running({ order });
			const numbers = addMany(feed, 400, 100);
			feed.intercept = (fetchPage) => {
				let requests = 0;
				return async (request) => {
					if (++requests === 2) numbers.push(...addMany(feed, 150, 1));
					return await fetchPage(request);
				};
			};
			const { events } = await feed.poll();
			feed.intercept = (fetchPage) => fetchPage;
			const rest = (await feed.poll()).events;
			expect([...events, ...rest].sort((a, b) => a - b)).toEqual(numbers);
		}
	});

	it('300 events in one millisecond come through, even when one check may deliver only 50', async () => {
		for (const order of ORDERS) {
			const feed = await running({ order });
			const { now } = feed.time;
			const numbers = Array.from({ length: 300 }, () => feed.add(now));
			feed.settings.maxEvents = 50;
			const events: number[] = [];
			for (let n = 0; n < 8; n++) events.push(...(await feed.poll()).events);
			expect([...events].sort((a, b) => a - b)).toEqual(numbers);
		}
	});

	it('a row without date amid equal times does not break the reading', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			const feed = await running({ order });
			const { now } = feed.time;
			const numbers = Array.from({ length: 260 }, (_, n) =>
				feed.add(now + Math.floor(n / 40), now, n % 40 === 17 ? 'no date' : 'whole'),
			);
			const { events } = await feed.poll();
			expect([...events].sort((a, b) => a - b)).toEqual(numbers);
		}
	});

	it('a row without date that a lagging replica hides for a while is not delivered again', async () => {
		const feed = await running();
		const number = feed.add(feed.time.now, feed.time.now, 'no date');
		expect((await feed.poll(SECOND)).events).toEqual([number]);
		const hide = async (...[request]: Parameters<FetchPage<SimulatedRow>>) => {
			const page = feed.server.connect(async () => undefined);
			const { rows, ...rest } = await page(request);
			return { ...rest, rows: rows.filter(({ details }) => details.number !== number) };
		};
		feed.intercept = () => hide;
		for (let n = 0; n < 3; n++) expect((await feed.poll()).events).toEqual([]);
		feed.intercept = (fetchPage) => fetchPage;
		expect((await feed.poll()).events).toEqual([]);
	});

	it('an event dated next year is delivered once and does not stop the feed', async () => {
		for (const order of ORDERS) {
			for (const dateAhead of [0, undefined]) {
				const feed = await running({ order, dateAhead });
				const strange = feed.add(feed.time.now + YEAR, feed.time.now);
				const events = [...(await feed.poll(SECOND)).events];
				const numbers = [strange];
				for (let n = 0; n < 20; n++) {
					numbers.push(...addMany(feed, 3));
					events.push(...(await feed.poll()).events);
				}
				expect(events).toEqual(numbers);
			}
		}
	});

	it('an event dated two hours ahead gains no credit when its time comes', async () => {
		const feed = await running({ dateAhead: HOUR });
		const numbers = [feed.add(feed.time.now + 2 * HOUR, feed.time.now)];
		const events: number[] = [];
		for (let n = 0; n < 180; n++) {
			numbers.push(feed.add(feed.time.now + 30 * SECOND));
			events.push(...(await feed.poll()).events);
		}
		expect([...events].sort((a, b) => a - b)).toEqual(numbers);
	});

	it('a Date header that runs two minutes, or hours, ahead costs no late event', async () => {
		for (const dateAhead of [2 * MINUTE, 3 * HOUR, -3 * HOUR]) {
			const feed = await running({ dateAhead });
			const numbers: number[] = [];
			const events: number[] = [];
			for (let n = 0; n < 30; n++) {
				const { now } = feed.time;
				numbers.push(feed.add(now + 5 * SECOND));
				// Visible as late as the overlap allows.
				if (n % 3 === 0) numbers.push(feed.add(now + 50 * SECOND - 5 * MINUTE, now + 50 * SECOND));
				events.push(...(await feed.poll()).events);
			}
			expect([...events].sort((a, b) => a - b)).toEqual(numbers);
		}
	});

	it('a failure at the eighth request that repeats for ever does not stop a backlog of 30 pages', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			const feed = await running({ order });
			const numbers = addMany(feed, 3000);
			failAt(feed, 8);
			const { events } = await drain(feed, 2 * HOUR);
			expect(events).toEqual(numbers);
		}
	});

	it('a failure before anything could be delivered is thrown, and the next check starts over', async () => {
		for (const order of ORDERS) {
			const feed = await running({ order });
			const numbers = addMany(feed, 450);
			const before = JSON.stringify(feed.state);
			failAt(feed, order === 'oldest' ? 1 : 3);
			await expect(feed.poll(10 * MINUTE)).rejects.toThrow('The service is down');
			expect(JSON.stringify(feed.state)).toBe(before);
			feed.intercept = (fetchPage) => fetchPage;
			expect((await feed.poll()).events).toEqual(numbers);
		}
	});
});
