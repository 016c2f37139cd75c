import fc from 'fast-check';

import { UnsettledListError } from '../../nodes/PeopleLens/reader/errors';
import { IS_FULL } from '../support/node';
import { addMany, ORDERS, running } from './simulation/checks';
import { HOUR, MINUTE, type SimulatedPoller } from './simulation/poller';

/** A server with pages of its own, for a while. */
interface Pages {
	/** How many rows a page has where the limit is ignored, and at most otherwise. */
	length: number;
	isLimitIgnored: boolean;
	/** Whether an offset is rounded down to whole pages. */
	isRounded: boolean;
	/** Whether the last page that was met comes once more for offsets beyond the end. */
	repeatsLast: boolean;
}

const pages = fc.record<Pages>({
	length: fc.integer({ min: 5, max: 110 }),
	isLimitIgnored: fc.boolean(),
	isRounded: fc.boolean(),
	repeatsLast: fc.boolean(),
});

function serve(poller: SimulatedPoller, server: Pages | null): void {
	poller.intercept = (fetchPage) => {
		if (!server) return fetchPage;
		let last = 0;
		return async (request) => {
			const { length, isLimitIgnored, isRounded, repeatsLast } = server;
			const limit = Math.min(isLimitIgnored ? 100 : request.limit, length);
			const offset = request.offset - (isRounded ? request.offset % limit : 0);
			const page = await fetchPage({ ...request, limit, offset });
			if (page.rows.length > 0) last = Math.max(last, offset);
			else if (repeatsLast) return await fetchPage({ ...request, limit, offset: last });
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
				server: fc.option(pages),
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
			const check = async (count: number, after: number) => {
				wanted.push(...addMany(poller, count, after / 200));
				const outcome = await poller.poll(after).catch((error: unknown) => {
					if (!(error instanceof UnsettledListError)) throw error;
				});
				events.push(...(outcome?.events ?? []));
			};
			for (const { server, count, after } of steps) {
				serve(poller, server);
				await check(count, after);
			}
			serve(poller, null);
			for (let n = 0; n < 20; n++) await check(1, MINUTE);
			for (let n = 0; n < 4; n++) await check(0, 35 * MINUTE);
			expect(events.sort((a, b) => a - b)).toEqual(wanted);
		}),
		{ seed: 20261201, numRuns: IS_FULL ? 1_500 : 100 },
	);
});
