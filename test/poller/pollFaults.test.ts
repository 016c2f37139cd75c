import type { FetchPage } from '../../nodes/PeopleLens/reader/types';
import type { SimulatedRow } from '../reader/simulation/list';
import { addMany, drain, failAt, ORDERS, running } from './simulation/checks';
import { HOUR, MINUTE, SECOND } from './simulation/poller';

const YEAR = 365 * 24 * HOUR;

describe('faults that drafts of this had', () => {
	it('a server that caps its pages at 25 loses nothing', async () => {
		for (const order of ORDERS) {
			const poller = await running({ order, pageCap: 25, total: 'missing' });
			const numbers = addMany(poller, 400, 100);
			expect((await poller.poll()).events).toEqual(numbers);
		}
	});

	it('a full page of new events between two slow requests hides nothing', async () => {
		for (const order of ORDERS) {
			const poller = await running({ order });
			const numbers = addMany(poller, 400, 100);
			poller.intercept = (fetchPage) => {
				let requests = 0;
				return async (request) => {
					if (++requests === 2) numbers.push(...addMany(poller, 150, 1));
					return await fetchPage(request);
				};
			};
			const { events } = await poller.poll();
			poller.intercept = (fetchPage) => fetchPage;
			const rest = (await poller.poll()).events;
			expect([...events, ...rest].sort((a, b) => a - b)).toEqual(numbers);
		}
	});

	it('a page that is too large to be read is read in parts, also page by page from the end', async () => {
		for (const order of ORDERS) {
			for (const [most, cost] of [
				[60, 35],
				[20, 60],
				[5, 300],
			]) {
				const poller = await running({ order });
				const numbers = addMany(poller, 700);
				// So many of them fit into an answer.
				const isHeavy = (row: SimulatedRow) =>
					row.details.number > numbers[100] && row.details.number < numbers[200];
				poller.intercept = (fetchPage) => async (request) => {
					const page = await fetchPage(request);
					const isTooLarge = page.rows.filter(isHeavy).length > most;
					return isTooLarge ? { rows: [], tooLarge: new Error('Too large') } : page;
				};
				const { events, requests } = await drain(poller, HOUR);
				expect(events).toEqual(numbers);
				expect(requests).toBeLessThanOrEqual(cost);
				expect(poller.state?.maxPageLength).toBe(100);
			}
		}
	});

	it('300 events in one millisecond come through, even when one check may deliver only 50', async () => {
		for (const order of ORDERS) {
			const poller = await running({ order });
			const { now } = poller.time;
			const numbers = Array.from({ length: 300 }, () => poller.add(now));
			poller.settings.maxEvents = 50;
			const events: number[] = [];
			for (let n = 0; n < 8; n++) events.push(...(await poller.poll()).events);
			expect([...events].sort((a, b) => a - b)).toEqual(numbers);
		}
	});

	it.each([
		[2000, 100, 8, 20],
		[100, 10, 4, 200],
		[40, 10, 2, 500],
	])(
		'%i events come through a service that shows %i a page and fails at page %i, each time',
		async (count, pageCap, failing, every) => {
			const poller = await running({ order: 'oldest', pageCap });
			// Long enough that nothing older is looked at any more.
			for (let n = 0; n < 12; n++) await poller.poll();
			const numbers = addMany(poller, count, every);
			failAt(poller, failing);
			const events: number[] = [];
			for (let n = 0; n < 40 && events.length < numbers.length; n++) {
				events.push(...(await poller.poll().catch(() => ({ events: [] }))).events);
			}
			expect(events).toEqual(numbers);
		},
	);

	it('a row without date amid equal times does not break the reading', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			const poller = await running({ order });
			const { now } = poller.time;
			const numbers = Array.from({ length: 260 }, (_, n) =>
				poller.add(now + Math.floor(n / 40), now, n % 40 === 17 ? 'no date' : 'whole'),
			);
			const { events } = await poller.poll();
			expect([...events].sort((a, b) => a - b)).toEqual(numbers);
		}
	});

	it('a row without date that a lagging replica hides for a while is not delivered again', async () => {
		const poller = await running();
		const number = poller.add(poller.time.now, poller.time.now, 'no date');
		expect((await poller.poll(SECOND)).events).toEqual([number]);
		const hide = async (...[request]: Parameters<FetchPage<SimulatedRow>>) => {
			const page = poller.server.connect(async () => undefined);
			const { rows, ...rest } = await page(request);
			return { ...rest, rows: rows.filter(({ details }) => details.number !== number) };
		};
		poller.intercept = () => hide;
		for (let n = 0; n < 3; n++) expect((await poller.poll()).events).toEqual([]);
		poller.intercept = (fetchPage) => fetchPage;
		expect((await poller.poll()).events).toEqual([]);
	});

	it('an event dated next year is delivered once and does not stop the trigger', async () => {
		for (const order of ORDERS) {
			for (const dateAhead of [0, undefined]) {
				const poller = await running({ order, dateAhead });
				const strange = poller.add(poller.time.now + YEAR, poller.time.now);
				const events = [...(await poller.poll(SECOND)).events];
				const numbers = [strange];
				for (let n = 0; n < 20; n++) {
					numbers.push(...addMany(poller, 3));
					events.push(...(await poller.poll()).events);
				}
				expect(events).toEqual(numbers);
			}
		}
	});

	it('an event dated two hours ahead gains no credit when its time comes', async () => {
		const poller = await running({ dateAhead: HOUR });
		const numbers = [poller.add(poller.time.now + 2 * HOUR, poller.time.now)];
		const events: number[] = [];
		for (let n = 0; n < 180; n++) {
			numbers.push(poller.add(poller.time.now + 30 * SECOND));
			events.push(...(await poller.poll()).events);
		}
		expect([...events].sort((a, b) => a - b)).toEqual(numbers);
	});

	it('a Date header that runs two minutes, or hours, ahead costs no late event', async () => {
		for (const dateAhead of [2 * MINUTE, 3 * HOUR, -3 * HOUR]) {
			const poller = await running({ dateAhead });
			const numbers: number[] = [];
			const events: number[] = [];
			for (let n = 0; n < 30; n++) {
				const { now } = poller.time;
				numbers.push(poller.add(now + 5 * SECOND));
				// Visible as late as the overlap allows.
				if (n % 3 === 0)
					numbers.push(poller.add(now + 50 * SECOND - 5 * MINUTE, now + 50 * SECOND));
				events.push(...(await poller.poll()).events);
			}
			expect([...events].sort((a, b) => a - b)).toEqual(numbers);
		}
	});

	it('a failure at the eighth request that repeats for ever does not stop a backlog of 30 pages', async () => {
		for (const order of ['newest', 'oldest'] as const) {
			const poller = await running({ order });
			const numbers = addMany(poller, 3000);
			failAt(poller, 8);
			const { events } = await drain(poller, 2 * HOUR);
			expect(events).toEqual(numbers);
		}
	});

	it('a failure before anything could be delivered is thrown, and the next check starts over', async () => {
		for (const order of ORDERS) {
			const poller = await running({ order });
			const numbers = addMany(poller, 450);
			const before = JSON.stringify(poller.state);
			failAt(poller, order === 'oldest' ? 1 : 3);
			await expect(poller.poll(10 * MINUTE)).rejects.toThrow('The service is down');
			expect(JSON.stringify(poller.state)).toBe(before);
			poller.intercept = (fetchPage) => fetchPage;
			expect((await poller.poll()).events).toEqual(numbers);
		}
	});
});
