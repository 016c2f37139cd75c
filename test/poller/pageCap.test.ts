import fc from 'fast-check';

import type { Total } from '../reader/simulation/list';
import { everyNth, IS_FULL } from '../support/node';
import { addMany, drain, ORDERS, running } from './simulation/checks';
import { HOUR, MINUTE } from './simulation/poller';

const TOTALS: Total[] = [
	'right',
	'missing',
	'unfiltered',
	'random',
	'too large',
	'page',
	'endless',
	'fraction',
	'text',
];
const CAPS = [99, 60, 50, 49, 40, 25, 10, 3];

/** Events of a whole day off, and then some with each check, until all must have come. */
async function afterOutage(poller: Awaited<ReturnType<typeof running>>, before: () => void) {
	const wanted = addMany(poller, 500, 50_000);
	before();
	const events = [...(await poller.poll(8 * HOUR)).events];
	for (let n = 0; n < 40; n++) {
		wanted.push(...addMany(poller, 4, 10_000));
		events.push(...(await poller.poll()).events);
	}
	for (let n = 0; n < 70; n++) events.push(...(await poller.poll()).events);
	return { wanted, events: events.sort((a, b) => a - b) };
}

describe('a server that lowers its page cap loses no event', () => {
	describe.each(TOTALS)('with the total "%s"', (total) => {
		it.each(everyNth(3, CAPS, TOTALS.indexOf(total)))(
			'from 100 to %i during an outage',
			async (pageCap) => {
				for (const order of ORDERS) {
					const poller = await running({ order, total });
					const { wanted, events } = await afterOutage(poller, () => {
						poller.server.traits.pageCap = pageCap;
					});
					expect(events).toEqual(wanted);
				}
			},
		);
	});

	it('at any moment, to any length, whatever the total says', async () => {
		const schedule = fc.record({
			order: fc.constantFrom(...ORDERS),
			total: fc.constantFrom(...TOTALS),
			dateAhead: fc.constantFrom(0, undefined),
			steps: fc.array(
				fc.record({
					pageCap: fc.integer({ min: 4, max: 100 }),
					count: fc.constantFrom(0, 0, 1, 4, 12, 40, 130),
					after: fc.constantFrom(MINUTE, MINUTE, 10 * MINUTE, HOUR),
				}),
				{ minLength: 1, maxLength: 12 },
			),
		});
		await fc.assert(
			fc.asyncProperty(schedule, async ({ steps, ...traits }) => {
				const poller = await running(traits);
				const wanted: number[] = [];
				const events: number[] = [];
				for (const { pageCap, count, after } of steps) {
					poller.server.traits.pageCap = pageCap;
					wanted.push(...addMany(poller, count, after / 200));
					events.push(...(await poller.poll(after)).events);
				}
				for (let n = 0; n < 4; n++) events.push(...(await poller.poll(35 * MINUTE)).events);
				expect(events.sort((a, b) => a - b)).toEqual(wanted);
			}),
			{ seed: 20260301, numRuns: IS_FULL ? 150 : 40 },
		);
	});

	it('while a backlog is read', async () => {
		for (const order of ORDERS) {
			for (const total of TOTALS) {
				for (const pageCap of [40, 10]) {
					const poller = await running({ order, total });
					const numbers = addMany(poller, 900);
					poller.intercept = (fetchPage) => {
						let requests = 0;
						return async (request) => {
							if (++requests === 4) poller.server.traits.pageCap = pageCap;
							return await fetchPage(request);
						};
					};
					const { events } = await drain(poller, HOUR);
					expect(events).toEqual(numbers);
				}
			}
		}
	});

	it('where the pages are cut at a number of bytes, each at another length', async () => {
		for (const order of ORDERS) {
			for (const total of TOTALS) {
				const poller = await running({ order, total });
				let answers = 0;
				const cut = () => {
					poller.intercept = (fetchPage) => async (request) => {
						const limit = Math.min(request.limit, 12 + ((7 * answers++) % 41));
						return await fetchPage({ ...request, limit });
					};
				};
				const { wanted, events } = await afterOutage(poller, cut);
				expect(events).toEqual(wanted);
			}
		}
	});
});

describe('what the care costs', () => {
	it.each(TOTALS)('a quiet check is one request, with the total "%s"', async (total) => {
		for (const order of ORDERS) {
			for (const dateAhead of [0, undefined]) {
				for (const count of [1, 40, 70]) {
					const poller = await running({ order, total, dateAhead });
					addMany(poller, count);
					for (let n = 0; n < 12; n++) await poller.poll();
					let requests = 0;
					let writes = 0;
					for (let n = 0; n < 120; n++) {
						const { state } = poller;
						requests += (await poller.poll()).requests;
						if (poller.state !== state) writes++;
					}
					// Once an hour the end is looked for again; a total that is any number may be right by chance.
					const most = total === 'random' ? 12 : 4;
					expect(Math.max(requests - 120, writes)).toBeLessThanOrEqual(most);
				}
			}
		}
	});

	it('a check that delivers is two requests at most, however wrong the total is', async () => {
		for (const order of ORDERS) {
			for (const total of TOTALS) {
				const poller = await running({ order, total });
				for (let n = 0; n < 20; n++) {
					addMany(poller, 5, 6000);
					const { events, requests } = await poller.poll();
					expect([events.length, requests <= 2]).toEqual([5, true]);
				}
			}
		}
	});

	it('a page cap that has fallen is known from then on', async () => {
		for (const order of ORDERS) {
			const poller = await running({ order });
			poller.server.traits.pageCap = 25;
			addMany(poller, 200);
			await poller.poll(10 * MINUTE);
			expect(poller.state?.maxPageLength).toBe(25);
		}
	});
});
