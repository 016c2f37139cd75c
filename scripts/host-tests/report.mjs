/** What came out at the end of a scenario: checks for each workflow, and the rows of the table. */
import assert from 'node:assert/strict';

/** How long before its publication an event may have happened that a trigger still delivers. */
const OVERLAP_MS = 5 * 60_000;

/**
 * @param {(name: string, verify: () => unknown) => Promise<unknown>} check
 * @param {import('./stage.mjs').Stage} stage
 * @param {import('./feed.mjs').Feed[]} feeds
 * @returns {Promise<object[]>} rows
 */
export async function closeBooks(check, scenario, feeds) {
	const rows = [];
	for (const feed of feeds) {
		const { lost, repeated, foreign, interrupted, ...counts } = await feed.tally();
		await check(`${feed.name}: ${counts.events} events, each in exactly one execution`, () => {
			assert.ok(counts.events > 0);
			assert.deepEqual({ lost, repeated }, { lost: [], repeated: [] });
		});
		if (!feed.mayBeginEarly) {
			await check(`${feed.name}: nothing from before it was published`, () =>
				assert.deepEqual(foreign, []),
			);
		}
		rows.push({
			scenario: `${scenario}: ${feed.name}`,
			events: counts.events,
			executions: counts.executions,
			lost: lost.length,
			repeated: repeated.length,
			interrupted: interrupted.length,
			faults: counts.failures.length,
		});
	}
	return rows;
}
