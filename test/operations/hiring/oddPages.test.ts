import fc from 'fast-check';

import { UnsettledListError } from '../../../nodes/PeopleLens/reader/errors';
import { IS_FULL } from '../../support/node';
import { windowOf, type Pages } from '../../support/oddPages';
import { openHiringTenant, type HiringTenant } from './tenant';

/** Servers that know pages of their own: what they give is complete, or is said to be perhaps not. */

const RUNS = IS_FULL ? 150 : 25;

let tenant: HiringTenant;
afterEach(async () => await tenant.stop());

function serve(pages: Pages) {
	tenant.sandbox.rewriteAnswer = (answer, { query }) => {
		const rows = tenant.hiring.candidates.all();
		const asked = { limit: Number(query.limit ?? Infinity), offset: Number(query.offset ?? 0) };
		const { offset, limit } = windowOf(pages, asked, rows.length);
		return { ...answer, body: JSON.stringify({ data: rows.slice(offset, offset + limit) }) };
	};
}

async function readAll() {
	const getAll = { resource: 'candidate', operation: 'getAll', returnAll: true };
	const { items, hints } = await tenant.run(getAll);
	return { ids: items.map(({ json }) => json.id), hints };
}

async function read(count: number, pages: Pages) {
	while (tenant.hiring.candidates.size < count) tenant.hiring.addCandidate();
	serve(pages);
	return await readAll();
}

const INCOMPLETE = [expect.stringContaining('this list is incomplete')];

it.each<[string, Pages]>([
	[
		'ignores the limit and rounds an offset down to pages of its own length',
		{ length: 30, isLimitIgnored: true, roundsTo: 'pages', repeatsLast: false },
	],
	[
		'gives fewer rows at once than it rounds an offset to',
		{ length: 30, isLimitIgnored: false, roundsTo: 50, repeatsLast: false },
	],
])('where a server %s, the first page comes, and a hint', async (_, pages) => {
	tenant = await openHiringTenant();
	const { ids, hints } = await read(70, pages);
	expect(ids).toEqual(tenant.candidateIds().slice(0, 30));
	expect(hints).toEqual(INCOMPLETE);
	expect(tenant.sandbox.requests.length).toBeLessThanOrEqual(10);
});

it('no server, whatever its pages, makes a part of the list pass for all of it', async () => {
	tenant = await openHiringTenant();
	// Answers may overtake each other.
	tenant.sandbox.onRequest = () => {
		tenant.sandbox.behaviour.latencyMs = tenant.sandbox.requests.length % 3 === 0 ? 5 : 0;
	};
	let [ended, whole] = [0, 0];
	await fc.assert(
		fc.asyncProperty(
			fc.integer({ min: 2, max: 120 }),
			fc.record<Pages>({
				length: fc.integer({ min: 2, max: 60 }),
				isLimitIgnored: fc.boolean(),
				roundsTo: fc.oneof(fc.constantFrom(1, 'pages' as const), fc.integer({ min: 2, max: 80 })),
				repeatsLast: fc.boolean(),
			}),
			async (more, pages) => {
				for (const id of tenant.candidateIds().slice(more)) tenant.hiring.candidates.remove(id);
				const reading = await read(more, pages).catch((error: Error) => {
					// Where the pages never fit together, it is no list at all.
					if (!(error.cause instanceof UnsettledListError)) throw error;
				});
				if (!reading) return;
				ended++;
				if (reading.hints.length > 0) return;
				expect(reading.ids.sort()).toEqual(tenant.candidateIds().sort());
				whole++;
			},
		),
		{ seed: 20261201, numRuns: RUNS },
	);
	// About 95 and 35 in a hundred: the others are given up, or come with a hint.
	expect(ended).toBeGreaterThan(0.8 * RUNS);
	expect(whole).toBeGreaterThan(0.2 * RUNS);
}, 300_000);

describe('many new candidates at once do not look like a server without pages', () => {
	const readWhile = async (arriving: number, before: number) => {
		tenant = await openHiringTenant({ hiringPageCap: 4, sortOrder: 'newest' });
		while (tenant.hiring.candidates.size < 30) tenant.hiring.addCandidate();
		const there = tenant.candidateIds();
		let requests = 0;
		tenant.sandbox.onRequest = () => {
			if (++requests !== before) return;
			for (let index = 0; index < arriving; index++) tenant.hiring.addCandidate();
		};
		const { ids, hints } = await readAll();
		expect(there.filter((id) => !ids.includes(id))).toEqual([]);
		expect(hints).toEqual([]);
	};

	// A page's length of them, to the row, can't be told apart from such a server: then a hint says so.
	it.each([
		...[1, 2, 3, 5, 6, 7, 9, 10, 40].map((arriving) => [arriving, 2] as const),
		...[5, 6, 7, 8, 9, 10, 12, 14].map((arriving) => [arriving, 3] as const),
	])('%s of them before request %s', readWhile);
});
