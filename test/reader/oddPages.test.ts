import fc from 'fast-check';
import sortBy from 'lodash/sortBy';

import { UnsettledListError } from '../../nodes/PeopleLens/reader/errors';
import { readInListOrder, readRows } from '../../nodes/PeopleLens/reader/read';
import type { FetchPage, ListRow } from '../../nodes/PeopleLens/reader/types';
import { IS_FULL, nextTurn } from '../support/node';
import { windowOf, type Pages } from '../support/oddPages';

interface Server extends Pages {
	/** How many rows there are. */
	count: number;
	/** How many rows in a row were created at the same time. */
	group: number;
	/** How many turns of the event loop the answers take, one after the other and from the start again. */
	turns: number[];
}

/** Many times what any of these lists takes. */
const MOST_REQUESTS = 3_000;

function serve({ count, group, turns, ...pages }: Server) {
	const rows = Array.from({ length: count }, (_, n) => ({
		id: `row-${n}`,
		created_at: new Date(Date.UTC(2026, 2, 1) - Math.floor(n / group) * 60_000).toISOString(),
	}));
	let requests = 0;
	const fetchPage: FetchPage<ListRow> = async (request) => {
		if (++requests > MOST_REQUESTS) throw new Error('This list is read without end');
		for (let n = turns[requests % turns.length]; n > 0; n--) await nextTurn();
		const { offset, limit } = windowOf(pages, request, count);
		return { rows: rows.slice(offset, offset + limit) };
	};
	return { rows, fetchPage };
}

const servers = fc.record<Server>({
	count: fc.integer({ min: 2, max: 120 }),
	length: fc.integer({ min: 2, max: 60 }),
	isLimitIgnored: fc.boolean(),
	roundsTo: fc.integer({ min: 1, max: 40 }),
	group: fc.integer({ min: 1, max: 40 }),
	repeatsLast: fc.boolean(),
	turns: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 30 }),
});

const RUNS = IS_FULL ? 1_000 : 300;

const SOME = 30;
const WIDTH = () => 4;

type Reader = (fetchPage: FetchPage<ListRow>) => Promise<ListRow[]>;
type Expected = (newestFirst: ListRow[]) => ListRow[];

it.each<[string, Reader, Expected]>([
	[
		'in its own order',
		async (fetchPage) => await readInListOrder(fetchPage, { limit: Infinity }, WIDTH),
		(rows) => rows,
	],
	[
		'the newest first',
		async (fetchPage) => await readRows(fetchPage, { order: 'newest', limit: Infinity }, WIDTH),
		(rows) => sortBy(rows, 'created_at', 'id').reverse(),
	],
	[
		'the oldest of it',
		async (fetchPage) =>
			await readRows(
				fetchPage,
				{ order: 'oldest', limit: SOME, since: Date.UTC(2026, 1, 1) },
				WIDTH,
			),
		(rows) => sortBy(rows, 'created_at', 'id').slice(0, SOME),
	],
])(
	'whatever pages a server gives, its list is read whole or given up: %s',
	async (_, read, expected) => {
		let ended = 0;
		await fc.assert(
			fc.asyncProperty(servers, async (server) => {
				const { rows, fetchPage } = serve(server);
				const result = await read(fetchPage).catch((error: unknown) => {
					if (!(error instanceof UnsettledListError)) throw error;
				});
				if (!result) return;
				expect(result).toEqual(expected(rows));
				ended++;
			}),
			{ seed: 20261201, numRuns: RUNS },
		);
		// About a third: of the others, some rows can't be asked for at all.
		expect(ended).toBeGreaterThan(0.2 * RUNS);
	},
	120_000,
);
