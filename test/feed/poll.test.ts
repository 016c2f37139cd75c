import { UndatedRowsError } from '../../nodes/PeopleLens/feed/errors';
import type { FetchPage } from '../../nodes/PeopleLens/feed/types';
import { HOUR, MINUTE, SECOND, SimulatedFeed } from './simulation/feed';
import type { SimulatedRow } from './simulation/list';

const ORDERS = ['newest', 'oldest', 'arbitrary'] as const;
const YEAR = 365 * 24 * HOUR;

/** A feed that has been started and has met an event in time, so it knows the server's clock. */
async function running(...[traits]: ConstructorParameters<typeof SimulatedFeed>) {
	const feed = new SimulatedFeed(traits);
	feed.addHistory();
	await feed.start();
	feed.add(feed.time.now + 50 * SECOND);
	await feed.poll();
	return feed;
}

/** Adds `count` events from now on; returns their numbers. */
function addMany(feed: SimulatedFeed, count: number, every = SECOND): number[] {
	const { now } = feed.time;
	return Array.from({ length: count }, (_, n) => feed.add(now + n * every));
}

/** Checks until nothing is left; the first time after all is there and older than the overlap. */
async function drain(feed: SimulatedFeed, first: number) {
	const sum = { events: [] as number[], requests: 0, polls: 0 };
	for (let complete = false; !complete;) {
		const check = await feed.poll(sum.polls === 0 ? first : MINUTE);
		sum.events.push(...check.events);
		sum.requests += check.requests;
		sum.polls++;
		complete = check.complete;
	}
	return sum;
}

/** Fails a request chosen by its number within the next check, as often as that comes. */
function failAt(feed: SimulatedFeed, number: number): void {
	feed.intercept = (fetchPage) => {
		let requests = 0;
		return async (request) => {
			if (++requests === number) throw new Error('The service is down');
			return await fetchPage(request);
		};
	};
}

describe('what a check costs', () => {
	it('a quiet check is one request', async () => {
		for (const order of ORDERS) {
			const feed = await running({ order });
			for (let n = 0; n < 10; n++) expect((await feed.poll()).requests).toBe(1);
		}
	});

	it('a check with 10 events a minute is one request too', async () => {
		for (const order of ORDERS) {
			const feed = await running({ order });
			for (let n = 0; n < 20; n++) {
				addMany(feed, 10, 6 * SECOND);
				const { events, requests } = await feed.poll();
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
					const feed = await running({ order });
					const numbers = addMany(feed, count, every);
					const { events, requests } = await drain(feed, count * every + 6 * MINUTE);
					expect(events).toEqual(numbers);
					expect(requests).toBeLessThanOrEqual(Math.ceil(count / 100) * most + 3);
				}
			}
		},
	);

	it('what is remembered stays below 64 kB, however much happens', async () => {
		const feed = await running({ order: 'oldest' });
		const numbers = addMany(feed, 10_000, 10);
		const { events } = await drain(feed, 2 * MINUTE);
		expect(events).toEqual(numbers);
		expect(JSON.stringify(feed.state).length).toBeLessThan(64 * 1024);
	});
});

describe('settings', () => {
	it('no check delivers more than maxEvents, and nothing is dropped', async () => {
		for (const order of ORDERS) {
			for (const maxEvents of [1, 7, 130]) {
				const feed = await running({ order });
				const numbers = addMany(feed, 150);
				feed.settings.maxEvents = maxEvents;
				const events: number[] = [];
				for (let n = 0; n < 200 / maxEvents + 3; n++) {
					const check = await feed.poll(3 * MINUTE);
					expect(check.events.length).toBeLessThanOrEqual(maxEvents);
					events.push(...check.events);
				}
				expect(events).toEqual(numbers);
			}
		}
	});

	it('what a filter refuses counts as dealt with, and a filter changed later needs no new start', async () => {
		const feed = await running();
		feed.settings.accept = ({ details }) => details.number % 2 === 0;
		const numbers = addMany(feed, 40);
		expect((await feed.poll()).events).toEqual(numbers.filter((number) => number % 2 === 0));
		feed.settings.accept = () => true;
		expect((await feed.poll()).events).toEqual([]);
		const later = addMany(feed, 3);
		expect((await feed.poll()).events).toEqual(later);
	});

	it('after an outage, events older than ignoreOlderThan are passed over at the price of a page', async () => {
		for (const order of ORDERS) {
			const feed = await running({ order });
			const numbers = addMany(feed, 5000, 10 * SECOND);
			feed.settings.ignoreOlderThan = HOUR;
			const { events, requests } = await drain(feed, 50_000 * SECOND);
			expect(events).toEqual(numbers.slice(-events.length));
			expect(events.length).toBeGreaterThanOrEqual(360);
			expect(events.length).toBeLessThan(360 + 20);
			expect(requests).toBeLessThanOrEqual(8);
		}
	});

	it('when the time is spent, the oldest part is delivered and the rest with the next check', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			const feed = await running({ order, latency: [1000, 1000] });
			const numbers = addMany(feed, 3000);
			feed.settings.deadline = feed.time.now + 2 * HOUR + 6500;
			const cut = await feed.poll(2 * HOUR);
			expect(cut.requests).toBe(7);
			expect(cut.events.length).toBeGreaterThan(300);
			expect(cut.events).toEqual(numbers.slice(0, cut.events.length));
			expect(cut.failure).toBeDefined();
			feed.settings.deadline = undefined;
			const { events } = await drain(feed, MINUTE);
			expect([...cut.events, ...events]).toEqual(numbers);
		}
	});
});

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

describe('what no algorithm can hold, and what happens then', () => {
	it('an event that becomes visible later than the overlap is not delivered, others are', async () => {
		const feed = await running();
		const { now } = feed.time;
		feed.add(now, now + 7 * MINUTE);
		const other = feed.add(now + 3 * MINUTE, now + 7 * MINUTE);
		const events: number[] = [];
		for (let n = 0; n < 10; n++) events.push(...(await feed.poll()).events);
		expect(events).toEqual([other]);
	});

	it('when more happens within the overlap than can be remembered, only a late event can be missed', async () => {
		const feed = await running();
		const { now } = feed.time;
		const numbers = addMany(feed, 4000, 10);
		const late = feed.add(now + 5, now + 290 * SECOND);
		const { events } = await drain(feed, MINUTE);
		for (let n = 0; n < 5; n++) events.push(...(await feed.poll()).events);
		expect(events).toEqual(numbers);
		expect(events).not.toContain(late);
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

	it('where the server itself is an hour ahead, an event dated half an hour ahead makes it forget late ones', async () => {
		const feed = await running({ dateAhead: HOUR });
		feed.add(feed.time.now + 30 * MINUTE, feed.time.now);
		await feed.poll(SECOND);
		addMany(feed, 3);
		expect((await feed.poll()).events).toEqual([]);
	});

	it('more rows without date than can be remembered end in words, not in a flood', async () => {
		const feed = await running();
		const { now } = feed.time;
		for (let n = 0; n < 1001; n++) feed.add(now, now, 'no date');
		await expect(feed.poll()).rejects.toThrow(UndatedRowsError);
	});
});
