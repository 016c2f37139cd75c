import {
	DIGEST_LENGTH,
	Ledger,
	MAX_AHEAD,
	MAX_SEEN,
	MAX_UNDATED,
} from '../../nodes/PeopleLens/poller/ledger';
import type { Entry } from '../../nodes/PeopleLens/reader/entry';
import type { ListRow } from '../../nodes/PeopleLens/reader/types';

type Known = Entry<ListRow>;
const at = (time: number | undefined, key = `at ${time}`): Known => ({ row: {}, key, time });
const many = (count: number, timeOf: (n: number) => number | undefined, name = 'row'): Known[] =>
	Array.from({ length: count }, (_, n) => at(timeOf(n), `${name} ${n}`));
const isKnown = (ledger: Ledger) => (entry: Known) => !ledger.isNew(entry);

describe('what is new', () => {
	it('is what lies at the watermark or later, once', () => {
		const ledger = new Ledger(100);
		expect([at(99), at(100), at(101)].map((entry) => ledger.isNew(entry))).toEqual([
			false,
			true,
			true,
		]);
		ledger.add([at(100), at(99)], 1000);
		expect(ledger.isNew(at(100))).toBe(false);
		expect(ledger.isNew(at(100, 'another'))).toBe(true);
		expect(ledger.times.size).toBe(1);
	});

	it('is a row without a time, once', () => {
		const ledger = new Ledger(100);
		expect(ledger.isNew(at(undefined, 'a'))).toBe(true);
		ledger.add([at(undefined, 'a')], 1000);
		expect([ledger.isNew(at(undefined, 'a')), ledger.isNew(at(undefined, 'b'))]).toEqual([
			false,
			true,
		]);
		expect(ledger.undatedDigests).toHaveLength(1);
	});

	it('is known by a short digest, whatever the key', () => {
		const ledger = new Ledger(0);
		ledger.add([at(1, 'a'.repeat(10_000)), at(undefined, 'b')], 1000);
		const digests = [...ledger.times.keys(), ...ledger.undatedDigests];
		expect(digests).toEqual([
			expect.stringMatching(/^[\w-]{10}$/),
			expect.stringMatching(/^[\w-]{10}$/),
		]);
		expect(DIGEST_LENGTH).toBe(10);
	});

	it('is counted by its instant', () => {
		const ledger = new Ledger(0);
		ledger.add([at(5, 'a'), at(5, 'b'), at(6, 'c')], 1000);
		expect([4, 5, 6].map(ledger.countByTime())).toEqual([0, 2, 1]);
	});
});

describe('the watermark', () => {
	const filled = () => {
		const ledger = new Ledger(100);
		ledger.add([at(100), at(104), at(105), at(undefined, 'undated')], 1000);
		return ledger;
	};

	it('moves on in whole milliseconds, and what lies before it is forgotten', () => {
		const ledger = filled();
		ledger.advanceWatermark(105.9);
		expect(ledger.watermark).toBe(105);
		expect([...ledger.times.values()]).toEqual([105]);
		expect(ledger.undatedDigests).toHaveLength(1);
	});

	it.each([100, 99, NaN, -Infinity])('does not move back to %p', (watermark) => {
		const ledger = filled();
		ledger.advanceWatermark(watermark);
		expect([ledger.watermark, ledger.times.size]).toEqual([100, 3]);
	});

	it('is brought back where that is meant, and nothing is forgotten by that', () => {
		const ledger = filled();
		ledger.rewindWatermark(50.5);
		expect([ledger.watermark, ledger.times.size]).toEqual([50, 3]);
		expect(ledger.isNew(at(60))).toBe(true);
	});
});

describe('room', () => {
	it('is counted for what is dated ahead, and for what has no time', () => {
		const ledger = new Ledger(0);
		ledger.add([at(10), at(11), at(12), at(undefined, 'a')], 10);
		expect(ledger.room(10)).toEqual({ ahead: MAX_AHEAD - 2, undated: MAX_UNDATED - 1 });
		expect(ledger.room(12)).toEqual({ ahead: MAX_AHEAD, undated: MAX_UNDATED - 1 });
	});

	it('is taken only by what a complete reading has met again', () => {
		const ledger = new Ledger(0);
		ledger.add([at(11), at(12), at(undefined, 'a')], 10);
		expect(ledger.room(10, [at(12), at(9)])).toEqual({
			ahead: MAX_AHEAD - 1,
			undated: MAX_UNDATED,
		});
		expect(ledger.room(10, [at(undefined, 'a')])).toEqual({
			ahead: MAX_AHEAD,
			undated: MAX_UNDATED - 1,
		});
	});

	it.each([
		['without a time', MAX_UNDATED, undefined],
		['dated ahead', MAX_AHEAD, 2000],
	])('for rows %s is made by the oldest that the list no longer shows', (_, most, time) => {
		const ledger = new Ledger(0);
		const old = many(most, () => time);
		ledger.add(old, 1000);
		const [first, ...others] = many(2, () => time, 'new');
		// All but rows 1 and 2 are still listed.
		ledger.add([first], 1000, [old[0], ...old.slice(3)]);
		expect([old[0], old[1], old[2], old[3], first].map(isKnown(ledger))).toEqual([
			true,
			false,
			true,
			true,
			true,
		]);
		ledger.add(others, 1000, old.slice(3));
		expect([old[0], old[2], old[3], first, others[0]].map(isKnown(ledger))).toEqual([
			false,
			true,
			true,
			true,
			true,
		]);
	});

	it('is not made by a reading that was not complete, nor before it is needed', () => {
		const ledger = new Ledger(0);
		const old = many(MAX_UNDATED, () => undefined);
		ledger.add(old, 1000, []);
		expect(old.every(isKnown(ledger))).toBe(true);
		ledger.add(
			many(1, () => undefined, 'new'),
			1000,
		);
		expect(ledger.undatedDigests).toHaveLength(MAX_UNDATED + 1);
	});

	it('is not made by rows of the present', () => {
		const ledger = new Ledger(0);
		const past = many(10, () => 1000);
		ledger.add(past, 1000);
		ledger.add(
			many(MAX_AHEAD + 1, () => 1001, 'ahead'),
			1000,
			[],
		);
		expect(past.every(isKnown(ledger))).toBe(true);
	});
});

describe('where more has happened than can be remembered', () => {
	const ledgerOf = (rows: Known[]) => {
		const ledger = new Ledger(0);
		ledger.add(rows, 1e6);
		return ledger;
	};

	it('the watermark moves on to the first instant that leaves little enough', () => {
		const ledger = ledgerOf(many(MAX_SEEN + 1, (n) => 10 + n));
		expect(ledger.fitIntoMemory(1e6, Infinity)).toBe(true);
		expect([ledger.watermark, ledger.times.size]).toEqual([11, MAX_SEEN]);
	});

	it('it stays where all can be remembered', () => {
		const ledger = ledgerOf(many(MAX_SEEN, (n) => 10 + n));
		expect(ledger.fitIntoMemory(1e6, Infinity)).toBe(false);
		expect([ledger.watermark, ledger.times.size]).toEqual([0, MAX_SEEN]);
	});

	it('in whatever order it was met', () => {
		const ledger = ledgerOf(many(MAX_SEEN + 2, (n) => 10_000 - n));
		ledger.fitIntoMemory(1e6, Infinity);
		expect([ledger.watermark, ledger.times.size]).toEqual([10_001 - MAX_SEEN, MAX_SEEN]);
	});

	it('an instant is forgotten whole', () => {
		const ledger = ledgerOf(many(MAX_SEEN + 10, (n) => (n < 20 ? 10 : 10 + n)));
		ledger.fitIntoMemory(1e6, Infinity);
		expect([ledger.watermark, ledger.times.size]).toEqual([30, MAX_SEEN - 10]);
	});

	it('the watermark moves past the last instant where there is no other', () => {
		const ledger = ledgerOf(many(MAX_SEEN + 1, () => 10));
		ledger.fitIntoMemory(1e6, Infinity);
		expect([ledger.watermark, ledger.times.size]).toEqual([11, 0]);
	});

	it('it never passes what was not read without a gap', () => {
		const ledger = ledgerOf(many(MAX_SEEN + 100, (n) => 10 + n));
		expect(ledger.fitIntoMemory(1e6, 50)).toBe(true);
		expect(ledger.watermark).toBe(50);
	});

	it('rows dated ahead take nobody’s place, but are read again where the clocks disagree', () => {
		const ledger = ledgerOf([
			...many(MAX_SEEN, (n) => 10 + n),
			...many(100, () => 1e6 + 1, 'ahead'),
		]);
		expect(ledger.fitIntoMemory(1e6, Infinity)).toBe(false);
		ledger.add(
			many(2000, (n) => 5000 + n, 'more'),
			1e6,
		);
		expect(ledger.fitIntoMemory(1e6, Infinity, 100)).toBe(false);
		expect(ledger.fitIntoMemory(1e6, Infinity, 76)).toBe(true);
		expect(ledger.times.size).toBe(80 * 76);
	});

	it('at most 8,000 rows are read again, however long the pages are', () => {
		const ledger = ledgerOf(many(8001, (n) => 10 + n));
		expect(ledger.fitIntoMemory(1e6, Infinity, 1000)).toBe(true);
		expect(ledger.times.size).toBe(8000);
	});
});
