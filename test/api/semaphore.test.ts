import fc from 'fast-check';

import { Semaphore } from '../../nodes/PeopleLens/api/http/semaphore';
import { nextTurn } from '../support/node';

it('a semaphore never lets more work run at a time than there are places, and begins it in the order it came', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 1, max: 5 }),
			fc.array(fc.record({ turns: fc.nat(4), fails: fc.boolean() }), { maxLength: 20 }),
			async (places, pieces) => {
				const semaphore = new Semaphore(places);
				const begun: number[] = [];
				let running = 0;
				let most = 0;
				const results = await Promise.allSettled(
					pieces.map(
						async ({ turns, fails }, index) =>
							await semaphore.run(async () => {
								begun.push(index);
								most = Math.max(most, ++running);
								for (let turn = 0; turn < turns; turn++) await nextTurn();
								running--;
								if (fails) throw new Error('no');
								return index;
							}),
					),
				);
				expect(begun).toEqual(pieces.map((_, index) => index));
				expect(most).toBeLessThanOrEqual(places);
				expect(results.map(({ status }) => status)).toEqual(
					pieces.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')),
				);
			},
		),
		{ seed: 20260301, numRuns: 200 },
	);
});
