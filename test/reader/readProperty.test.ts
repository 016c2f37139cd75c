import fc from 'fast-check';

import { readRows } from '../../nodes/PeopleLens/reader/read';
import type { Selection } from '../../nodes/PeopleLens/reader/selection';
import { timeOf } from '../../nodes/PeopleLens/reader/timestamp';
import type { FetchPage } from '../../nodes/PeopleLens/reader/types';
import { IS_FULL } from '../support/node';
import { EventSource, ODD_SHAPES, type Shape } from './simulation/events';
import {
	type ListBehaviour,
	type SimulatedEvent,
	SimulatedList,
	type SimulatedRow,
} from './simulation/list';
import { Random } from './simulation/random';

const START = Date.parse('2026-03-01T10:00:00.000Z');
const numbers = (rows: SimulatedRow[]) => rows.map(({ details }) => details.number);

interface World {
	seed: number;
	behaviour: ListBehaviour;
	count: number;
	every: number;
	ties: number;
	odd: number;
	inserts: number;
	late: boolean;
	deletes: 'none' | 'oldest' | 'any';
	order: 'newest' | 'oldest';
	limit: number;
	span?: { since: number; until: number };
	filtered: boolean;
	/** How many at a time; of several, the reading is told another one at every request. */
	widths: number[];
}

const world: fc.Arbitrary<World> = fc.record({
	seed: fc.nat(),
	behaviour: fc.record({
		order: fc.constantFrom('newest', 'oldest', 'arbitrary'),
		sinceInclusive: fc.boolean(),
		pageCap: fc.oneof(fc.constant(100), fc.integer({ min: 10, max: 99 })),
		total: fc.constantFrom('right', 'missing', 'unfiltered', 'random'),
	}),
	count: fc.oneof(fc.nat(250), fc.nat(1500)),
	every: fc.constantFrom(1, 50, 1000, 20_000),
	ties: fc.oneof(fc.constant(0), fc.nat(300)),
	odd: fc.constantFrom(0, 0.05),
	inserts: fc.nat(5),
	late: fc.boolean(),
	deletes: fc.constantFrom('none', 'oldest', 'any'),
	order: fc.constantFrom('newest', 'oldest'),
	limit: fc.oneof(fc.constant(Infinity), fc.integer({ min: 1, max: 400 })),
	span: fc.option(fc.record({ since: fc.nat(800), until: fc.integer({ min: 400, max: 1500 }) }), {
		nil: undefined,
	}),
	filtered: fc.boolean(),
	widths: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 4 }),
});

async function readWorld(settings: World) {
	const random = new Random(settings.seed);
	const source = new EventSource(random);
	const list = new SimulatedList(settings.behaviour);
	const shape = (): Shape => (random.chance(settings.odd) ? random.pick(ODD_SHAPES) : 'whole');
	for (let n = 0; n < settings.count; n++)
		list.add(source.create(START + n * settings.every, shape()));
	const tieAt = START + random.between(0, settings.count) * settings.every;
	for (let n = 0; n < settings.ties; n++) list.add(source.create(tieAt, shape()));
	const atStart = [...list.events];
	const deleted = new Set<SimulatedEvent>();
	let end = START + settings.count * settings.every;
	// More than can move within two pages is a list that nobody can read.
	const most = Math.min(30, Math.floor(settings.behaviour.pageCap / 3));
	// Of several requests at a time, any may be answered first.
	const aWhile = async () => {
		for (let n = random.between(0, 9); n > 0; n--) await Promise.resolve();
	};
	const fetchPage: FetchPage<SimulatedRow> = async (request) => {
		await aWhile();
		const page = list.answer(request, random.next());
		for (let n = random.between(0, settings.inserts); n > 0; n--) {
			list.add(source.create(settings.late ? random.between(START, end) : ++end, shape()));
		}
		if (settings.deletes !== 'none' && random.chance(0.3)) {
			const oldest = [...list.events].sort((a, b) => a.at - b.at);
			for (let n = random.between(0, most); n > 0 && oldest.length > 0; n--) {
				const index = settings.deletes === 'any' ? random.between(0, oldest.length - 1) : 0;
				deleted.add(oldest.splice(index, 1)[0]);
			}
			list.remove(deleted);
		}
		await aWhile();
		return page;
	};
	const { order, limit, span, every } = settings;
	const selection: Selection<SimulatedRow> = {
		order,
		limit,
		...(span && { since: START + span.since * every, until: START + span.until * every }),
		...(settings.filtered && { accept: ({ action }) => action !== 'USER_LOGIN' }),
	};
	const { widths } = settings;
	const width = widths.length === 1 ? widths[0] : () => random.pick(widths);
	const rows = await readRows(fetchPage, selection, width);
	const stayed = atStart.filter((event) => !deleted.has(event)).map(({ row }) => row);
	return { rows, stayed, selection };
}

/** The position in the asked order that a row must have reached to be left out by the limit. */
function age(row: SimulatedRow, order: 'newest' | 'oldest'): number {
	const time = timeOf(row.created_at);
	if (time === undefined) return Infinity;
	return order === 'oldest' ? time : -time;
}

describe('whatever the server does', () => {
	it('read 1 to 20 pages at a time, each row that stays comes exactly once, sorted, and a limit leaves out only the far end', async () => {
		await fc.assert(
			fc.asyncProperty(world, async (settings) => {
				const { rows, stayed, selection } = await readWorld(settings);
				const { order, limit, since = -Infinity, until = Infinity, accept } = selection;
				const got = new Set(numbers(rows));
				expect(got.size).toBe(rows.length);
				expect(rows.length).toBeLessThanOrEqual(limit);
				const ages = rows.map((row) => age(row, order));
				expect(ages).toEqual([...ages].sort((a, b) => a - b));
				const wanted = (row: SimulatedRow) => {
					const time = timeOf(row.created_at);
					const inside = time === undefined || (time > since && time <= until);
					return inside && (accept === undefined || accept(row));
				};
				expect(rows.every(wanted)).toBe(true);
				const dated = ages.filter(Number.isFinite);
				const farthest = rows.length < limit ? Infinity : (dated[dated.length - 1] ?? Infinity);
				const missing = stayed.filter(
					(row) => wanted(row) && !got.has(row.details.number) && age(row, order) < farthest,
				);
				expect(numbers(missing)).toEqual([]);
				if (limit < Infinity || selection.until !== undefined) return;
				expect(numbers(stayed.filter(wanted)).filter((number) => !got.has(number))).toEqual([]);
			}),
			{ numRuns: IS_FULL ? 1000 : 60, seed: 20260301 },
		);
	});
});
