import { canonicalJson } from '../../nodes/PeopleLens/reader/canonicalJson';
import { type Entry, entryOf, idOf, keyOf, newestTime } from '../../nodes/PeopleLens/reader/entry';
import { compareByCreatedAt, ObservedOrder } from '../../nodes/PeopleLens/reader/order';
import {
	firstLimit,
	isWanted,
	type Selection,
	SelectionProgress,
	withListOrder,
} from '../../nodes/PeopleLens/reader/selection';
import { timeOf } from '../../nodes/PeopleLens/reader/timestamp';
import type { ListRow } from '../../nodes/PeopleLens/reader/types';

const at = (time: number | undefined, id?: unknown): Entry<ListRow> => ({
	row: { id },
	key: `${time} ${String(id)}`,
	time,
});

describe('JSON in which the order of the fields means nothing', () => {
	it.each([
		[null, 'null'],
		[undefined, 'null'],
		['a"b', '"a\\"b"'],
		[1.5, '1.5'],
		[true, 'true'],
		[[], '[]'],
		[[1], '[1]'],
		[[1, 'b', null], '[1,"b",null]'],
		[{}, '{}'],
		[{ a: 1 }, '{"a":1}'],
		[{ b: 1, a: [2, { d: 3, c: {} }], 'c"': '' }, '{"a":[2,{"c":{},"d":3}],"b":1,"c\\"":""}'],
		[[[], [[]], {}], '[[],[[]],{}]'],
	])('of %j', (value, json) => {
		expect(canonicalJson(value)).toBe(json);
	});
});

describe('a row', () => {
	it.each([
		['a', 'a'],
		[' ', ' '],
		[0, '0'],
		[-7, '-7'],
		[2 ** 53 - 1, '9007199254740991'],
		[2 ** 53, undefined],
		[1.5, undefined],
		['', undefined],
		[null, undefined],
		[true, undefined],
		[{ a: 1 }, undefined],
	])('with the id %p is known as %p', (id, known) => {
		expect(idOf({ id })).toBe(known);
	});

	it('that says its id is never taken for one that says nothing else', () => {
		expect(keyOf({ id: 'a' })).toBe('id a');
		expect(keyOf({ created_at: 'x' })).toBe('row {"created_at":"x"}');
	});

	it('goes with its key and its time', () => {
		const row = { id: 'a', created_at: '1970-01-01T00:00:01Z' };
		expect(entryOf(row)).toEqual({ row, key: 'id a', time: 1000 });
		expect(entryOf({ id: 'b' })).toEqual({ row: { id: 'b' }, key: 'id b', time: undefined });
	});

	it('is the newest up to an instant', () => {
		const entries = [at(2), at(undefined), at(5), at(3)];
		expect([newestTime(entries), newestTime(entries, 5), newestTime(entries, 4)]).toEqual([
			5, 5, 3,
		]);
		expect([newestTime(entries, 1), newestTime([]), newestTime([at(undefined)])]).toEqual([
			-Infinity,
			-Infinity,
			-Infinity,
		]);
	});

	it('is sorted by time, then by id, and comes last without a time', () => {
		const sorted = [
			at(1, 'b'),
			at(2, 10),
			at(2, '9'),
			at(2, 'a'),
			at(undefined, 'a'),
			at(undefined, 'b'),
		];
		expect([...sorted].reverse().sort(compareByCreatedAt)).toEqual(sorted);
		expect(compareByCreatedAt(at(1), at(1))).toBe(0);
		expect(compareByCreatedAt(at(1), at(1, 'a'))).toBe(-1);
		expect(compareByCreatedAt(at(1, 'a'), at(1))).toBe(1);
	});
});

describe('when a row was created, at the edges', () => {
	it.each<[unknown, number | undefined]>([
		[1e8, 1e11],
		[1e8 - 1, undefined],
		[1e11, 1e11],
		[1e11 - 1, 1e14 - 1000],
		[1e14, 1e11],
		[1e14 - 1, 1e14 - 1],
		[1e17, undefined],
		[99_999_999_999_999_000, 99_999_999_999_999],
		['1772361339.5', 1_772_361_339_500],
		['100000000', undefined],
		['177236133', undefined],
		['1'.repeat(18), undefined],
		[' 1772361339', undefined],
		['1772361339x', undefined],
		['1772361339.', undefined],
		['2026-02-28T00:00:00Z', Date.UTC(2026, 1, 28)],
		['2026-02-29T00:00:00Z', undefined],
		['2026-04-30T00:00:00Z', Date.UTC(2026, 3, 30)],
		['2026-04-31T00:00:00Z', undefined],
		['2026-12-31T00:00:00Z', Date.UTC(2026, 11, 31)],
		['2026-00-29T00:00:00Z', undefined],
		['0099-01-29T00:00:00Z', Date.parse('0099-01-29T00:00:00Z')],
		['2026-03-01T24:01Z', undefined],
		['2026-03-01T10:00:00z', Date.UTC(2026, 2, 1, 10)],
		['2026-03-01t10:00:00Z', Date.UTC(2026, 2, 1, 10)],
		['2026-03-01T10:00:00GMT', Date.UTC(2026, 2, 1, 10)],
		['2026-03-01T10:00:00 +00:00', Date.UTC(2026, 2, 1, 10)],
		['2026-03-01T10:00:00 -01', Date.UTC(2026, 2, 1, 11)],
		['2026-03-01T10:00:00-0130', Date.UTC(2026, 2, 1, 11, 30)],
		['2026-03-01T10:00:00CET', undefined],
		['2026-03-01T10:00:00ZZ', undefined],
		['x2026-03-01T10:00:00Z', undefined],
		['2026-03-01T10', undefined],
		['2026-03-01T10:00:00.Z', undefined],
		['2026-03-01T10:00.5Z', undefined],
		['2026-03-01_10:00:00Z', undefined],
		['2026-03-01', undefined],
		[`2026-03-01T10:00:00.${'0'.repeat(43)}Z`, Date.UTC(2026, 2, 1, 10)],
		[`2026-03-01T10:00:00.${'0'.repeat(44)}Z`, undefined],
	])('%p is %p', (createdAt, time) => {
		expect(timeOf(createdAt)).toBe(time);
	});
});

describe('the order of a list', () => {
	const orderOf = (...runs: Array<Array<number | undefined>>) => {
		const observed = new ObservedOrder();
		for (const times of runs) observed.observe(times.map((time) => at(time)));
		return observed.order;
	};

	it('is told by eight steps in one direction', () => {
		expect(orderOf([1, 2, 3, 4, 5, 6, 7, 8, 9])).toBe('oldest');
		expect(orderOf([9, 8, 7, 6, 5, 4, 3, 2, 1])).toBe('newest');
		expect(orderOf([1, 2, 3, 4, 5, 6, 7, 8])).toBe('unknown');
		expect(orderOf([9, 8, 7, 6, 5, 4, 3, 2])).toBe('unknown');
	});

	it('is not told by equal times, rows without one, or the step from one answer to the next', () => {
		expect(orderOf([1, 1, undefined, 1, 1, 1, 1, 1, 1, 1, 1])).toBe('unknown');
		expect(orderOf([1, 2, 3, 4, undefined, 5], [1, 2, 3, 4, 5])).toBe('oldest');
		expect(orderOf([1, 2, 3, 4, 5], [4, 5, 6, 7])).toBe('unknown');
	});

	it('is none where times go up and down', () => {
		expect(orderOf([1, 2, 1])).toBe('none');
		expect(orderOf([1, 2, 3, 4, 5, 6, 7, 8, 9], [2, 1])).toBe('none');
		expect(orderOf([2, undefined, 1, 2])).toBe('none');
	});
});

describe('a selection', () => {
	const ALL: Selection<ListRow> = { order: 'newest', limit: Infinity };

	it('asks first for no more than it wants, but for enough to tell the order', () => {
		const first = (more: Partial<Selection<ListRow>>) => firstLimit({ ...ALL, ...more });
		expect([5, 20, 21, 100, 101, Infinity].map((limit) => first({ limit }))).toEqual([
			20, 20, 21, 100, 100, 100,
		]);
		expect(first({ limit: 5, until: 0 })).toBe(100);
		expect(first({ limit: 5, accept: () => true })).toBe(100);
	});

	it('goes with the list where it wants all of it', () => {
		expect(withListOrder(ALL, 'oldest')).toEqual({ ...ALL, order: 'oldest' });
		for (const order of ['none', 'unknown'] as const) expect(withListOrder(ALL, order)).toBe(ALL);
		const limited = { ...ALL, limit: 5 };
		expect(withListOrder(limited, 'oldest')).toBe(limited);
	});

	it('wants what lies in its time, and what its filter accepts', () => {
		const wanted = (entry: Entry<ListRow>, more: Partial<Selection<ListRow>>) =>
			isWanted(entry, { ...ALL, ...more });
		const span = { since: 10, until: 20 };
		expect([10, 11, 20, 21, undefined].map((time) => wanted(at(time), span))).toEqual([
			false,
			true,
			true,
			false,
			true,
		]);
		const accept = ({ id }: ListRow) => id === 'a';
		expect(['a', 'b'].map((id) => wanted(at(15, id), { ...span, accept }))).toEqual([true, false]);
		expect([
			wanted(at(undefined, 'b'), { accept }),
			wanted(at(9, 'a'), { ...span, accept }),
		]).toEqual([false, false]);
	});

	it('is complete with enough rows that have a time', () => {
		const progress = new SelectionProgress({ ...ALL, limit: 2, accept: ({ id }) => id !== 'x' });
		const entries = [at(9), at(undefined), at(8, 'x')];
		expect(progress.isSatisfied(entries)).toBe(false);
		entries.push(at(7));
		expect(progress.isSatisfied(entries)).toBe(true);
		expect(new SelectionProgress({ ...ALL, limit: 0 }).isSatisfied([])).toBe(true);
	});

	it.each([
		['newest', [21, 11], 10],
		['oldest', [9, 20], 21],
	] as const)('is complete behind its far end, in the order %s', (order, before, beyond) => {
		const progress = new SelectionProgress({ ...ALL, order, since: 10, until: 20 });
		const entries = [...before, undefined].map((time) => at(time));
		expect(progress.isSatisfied(entries)).toBe(false);
		entries.push(at(beyond));
		expect(progress.isSatisfied(entries)).toBe(true);
	});
});
