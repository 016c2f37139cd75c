import fc from 'fast-check';

import { UnsettledListError } from '../../nodes/PeopleLens/reader/errors';
import { IS_FULL } from '../support/node';
import { windowOf, type Pages } from '../support/oddPages';
import { addMany, ORDERS, running } from './simulation/checks';
import { HOUR, MINUTE, type SimulatedPoller } from './simulation/poller';

const oddPages = fc.record<Pages>({
	length: fc.integer({ min: 5, max: 100 }),
	isLimitIgnored: fc.boolean(),
	roundsTo: fc.constantFrom(1, 'pages' as const),
	repeatsLast: fc.boolean(),
});

/** From now on, the server has these pages, or those it is asked for. */
function serve(poller: SimulatedPoller, pages: Pages | null): void {
	poller.intercept = (fetchPage) => {
		if (!pages) return fetchPage;
		// How long the list is isn't known here: the last page is the last one that was met.
		let last = 0;
		return async (request) => {
			const { limit, offset } = windowOf(pages, request);
			const page = await fetchPage({ ...request, limit, offset });
			if (page.rows.length > 0) last = Math.max(last, offset);
			else if (pages.repeatsLast) return await fetchPage({ ...request, limit, offset: last });
			return page;
		};
	};
}

it('an event comes exactly once, or the check fails, whatever pages the server gives for a while', async () => {
	const schedule = fc.record({
		order: fc.constantFrom(...ORDERS),
		total: fc.constantFrom(
			'right' as const,
			'missing' as const,
			'page' as const,
			'unfiltered' as const,
		),
		dateAhead: fc.constantFrom(0, undefined),
		steps: fc.array(
			fc.record({
				pages: fc.option(oddPages),
				count: fc.constantFrom(0, 0, 1, 4, 12, 40, 130),
				after: fc.constantFrom(MINUTE, MINUTE, 10 * MINUTE, HOUR),
			}),
			{ minLength: 1, maxLength: 12 },
		),
	});
	// Of the checks that met such pages.
	let [checks, ended] = [0, 0];
	await fc.assert(
		fc.asyncProperty(schedule, async ({ steps, ...traits }) => {
			const poller = await running(traits);
			const wanted: number[] = [];
			const events: number[] = [];
			const check = async (count: number, after: number) => {
				wanted.push(...addMany(poller, count, after / 200));
				const outcome = await poller.poll(after).catch((error: unknown) => {
					if (!(error instanceof UnsettledListError)) throw error;
				});
				events.push(...(outcome?.events ?? []));
				return outcome !== undefined;
			};
			for (const { pages, count, after } of steps) {
				serve(poller, pages);
				const hasEnded = await check(count, after);
				if (!pages) continue;
				checks++;
				if (hasEnded) ended++;
			}
			serve(poller, null);
			for (let n = 0; n < 20; n++) await check(1, MINUTE);
			for (let n = 0; n < 4; n++) await check(0, 35 * MINUTE);
			expect(events.sort((a, b) => a - b)).toEqual(wanted);
		}),
		{ seed: 20261201, numRuns: IS_FULL ? 500 : 100 },
	);
	// About three in four.
	expect(ended).toBeGreaterThan(0.5 * checks);
}, 120_000);
