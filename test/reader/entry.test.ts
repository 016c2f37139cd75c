import { keyOf } from '../../nodes/PeopleLens/reader/entry';
import { timeOf } from '../../nodes/PeopleLens/reader/timestamp';

describe('when a row was created', () => {
	it.each([
		['2026-03-01T10:35:39.817Z', 1_772_361_339_817],
		['2026-03-01T10:35:39.817', 1_772_361_339_817],
		['2026-03-01 10:35:39.817', 1_772_361_339_817],
		['2026-03-01T10:35:39.817123Z', 1_772_361_339_817],
		['2026-03-01T11:35:39.817+01:00', 1_772_361_339_817],
		['2026-03-01T11:35:39.817+0100', 1_772_361_339_817],
		['2026-03-01T10:35:39Z', 1_772_361_339_000],
		['2026-03-01T10:35Z', 1_772_361_300_000],
		['2026-03-01 10:35:39.817+00', 1_772_361_339_817],
		['2026-03-01 11:35:39.817123+01', 1_772_361_339_817],
		['2026-03-01 10:35:39 UTC', 1_772_361_339_000],
		['2026-03-01T10:35:39,817Z', 1_772_361_339_817],
		['2024-02-29T00:00:00Z', 1_709_164_800_000],
		[1_772_361_339_817, 1_772_361_339_817],
		[1_772_361_339, 1_772_361_339_000],
		[1_772_361_339.817, 1_772_361_339_817],
		[1_772_361_339_817_123, 1_772_361_339_817],
		['1772361339817', 1_772_361_339_817],
		['1772361339.817', 1_772_361_339_817],
	])('%s is a point in time', (text, time) => {
		expect(timeOf(text)).toBe(time);
	});

	it.each([
		undefined,
		null,
		'',
		'yesterday',
		'17',
		'2026',
		'2026-13-41T99:00:00Z',
		'2026-02-30T10:00:00Z',
		17,
		NaN,
		Infinity,
		-1_772_361_339,
		1e20,
		true,
		{},
		[],
	])('%p is no point in time', (value) => {
		expect(timeOf(value)).toBeUndefined();
	});

	it('a megabyte is no point in time', () => {
		expect(timeOf('2026-03-01T10:35:39Z'.padEnd(1e6))).toBeUndefined();
		expect(timeOf('1'.repeat(1e6))).toBeUndefined();
	});
});

describe('by what a row is known', () => {
	it('a row is known by its id, whatever else it says', () => {
		expect(keyOf({ id: 'a', created_at: 'x' })).toBe(keyOf({ id: 'a', created_at: 'y' }));
		expect(keyOf({ id: 'a' })).not.toBe(keyOf({ id: 'b' }));
	});

	it('a row without id is known by all that it says, in whatever order', () => {
		const row = { id: null, created_at: 'x', details: { a: 1, b: [2, { c: 3, d: 4 }] } };
		const same = { details: { b: [2, { d: 4, c: 3 }], a: 1 }, created_at: 'x', id: null };
		expect(keyOf(row)).toBe(keyOf(same));
		const other = { ...row, details: { a: 1, b: [2, { c: 3, d: 5 }] } };
		expect(keyOf(row)).not.toBe(keyOf(other));
	});

	it('a row is known by a number as by the same text, unless it is too large to be exact', () => {
		expect(keyOf({ id: 42 })).toBe(keyOf({ id: '42' }));
		const [one, other] = [{ action: 'A' }, { action: 'B' }];
		expect(keyOf({ id: 2 ** 53, ...one })).not.toBe(keyOf({ id: 2 ** 53, ...other }));
	});

	it('a row without id is known however deep it is nested', () => {
		const deep = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000)) as unknown;
		expect(keyOf({ details: deep } as object)).toBe(keyOf({ details: deep } as object));
		expect(keyOf({ details: [deep] } as object)).not.toBe(keyOf({ details: deep } as object));
	});

	it.each([{ toString: 1 }, [], ['a'], true, NaN])('an id like %p is none', (id) => {
		expect(keyOf({ id, action: 'A' } as object)).not.toBe(keyOf({ id, action: 'B' } as object));
	});

	it('an empty id counts as no id', () => {
		const rows = [
			{ id: '', action: 'A' },
			{ id: '', action: 'B' },
		];
		expect(keyOf(rows[0])).not.toBe(keyOf(rows[1]));
	});
});
