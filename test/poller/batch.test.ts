import { type BatchLimits, takeBatch } from '../../nodes/PeopleLens/poller/batch';
import { BatchProgress } from '../../nodes/PeopleLens/poller/batchProgress';
import { Ledger, MAX_SEEN } from '../../nodes/PeopleLens/poller/ledger';
import type { Entry } from '../../nodes/PeopleLens/reader/entry';
import { PagedList } from '../../nodes/PeopleLens/reader/list';
import type { ListRow } from '../../nodes/PeopleLens/reader/types';

interface Row extends ListRow {
	id: string;
}

const at = (time: number | undefined, id = `${time}`): Entry<Row> => ({
	row: { id },
	key: `id ${id}`,
	time,
});
const many = (count: number, time: number | undefined, name = `${time}`) =>
	Array.from({ length: count }, (_, n) => at(time, `${name} ${n}`));

const LIMITS: BatchLimits<Row> = {
	maxEvents: 100,
	accept: () => true,
	present: 1000,
	room: { ahead: 10, undated: 10 },
	countAt: () => 0,
	isWhole: () => true,
};

/** The IDs that are taken, and the rest. */
function take(newRows: Array<Entry<Row>>, limits: Partial<BatchLimits<Row>> = {}) {
	const { rows, ...rest } = takeBatch(newRows, { ...LIMITS, ...limits });
	return { ids: rows.map(({ row }) => row.id), ...rest };
}

const NOTHING_HELD = { ahead: 0, undated: 0 };

describe('a batch', () => {
	it('is everything where that is not too much', () => {
		expect(take([at(1), at(1, '1b'), at(2), at(undefined, 'x')])).toEqual({
			ids: ['1', '1b', '2', 'x'],
			firstRemaining: Infinity,
			held: NOTHING_HELD,
		});
		expect(take([])).toEqual({ ids: [], firstRemaining: Infinity, held: NOTHING_HELD });
	});

	it('is the oldest rows, and those without a time besides', () => {
		const rows = [at(1), at(2), at(3), at(4), at(undefined, 'x')];
		expect(take(rows, { maxEvents: 2 })).toEqual({
			ids: ['1', '2', 'x'],
			firstRemaining: 3,
			held: NOTHING_HELD,
		});
	});

	it('may end in the middle of an instant, which is remembered in part', () => {
		expect(take([at(1), at(2, 'a'), at(2, 'b')], { maxEvents: 2 })).toEqual({
			ids: ['1', 'a'],
			firstRemaining: 2,
			held: NOTHING_HELD,
		});
	});

	it('counts what passes the filters, and takes what does not besides', () => {
		const accept = ({ id }: Row) => id !== '2';
		expect(take([at(1), at(2), at(3), at(4)], { maxEvents: 2, accept })).toMatchObject({
			ids: ['1', '2', '3'],
			firstRemaining: 4,
		});
	});

	it('holds back what is dated ahead, or not at all, where there is no room to remember it', () => {
		const rows = [at(1000), at(1001), at(1002), at(1003), ...many(3, undefined, 'x')];
		expect(take(rows, { room: { ahead: 2, undated: 1 } })).toEqual({
			ids: ['1000', '1001', '1002', 'x 0'],
			firstRemaining: Infinity,
			held: { ahead: 1, undated: 2 },
		});
		expect(take(rows, { room: { ahead: 0, undated: -5 } })).toMatchObject({
			ids: ['1000'],
			held: { ahead: 3, undated: 3 },
		});
	});

	it('changes nothing in the limits that it is given', () => {
		const room = { ahead: 1, undated: 1 };
		take([at(1001), at(undefined, 'x')], { room });
		expect(room).toEqual({ ahead: 1, undated: 1 });
	});
});

describe('an instant that cannot be remembered in part', () => {
	const crowd = many(MAX_SEEN + 1, 5);

	it('is delivered whole, beyond the most events', () => {
		const taken = take([at(1), ...crowd, at(6)], { maxEvents: 2 });
		expect([taken.ids.length, taken.firstRemaining]).toEqual([MAX_SEEN + 2, 6]);
	});

	it('is delivered in part, as far as it can be remembered, where it was not read whole', () => {
		const taken = take(crowd, { maxEvents: 1e6, isWhole: (time) => time !== 5 });
		expect([taken.ids.length, taken.firstRemaining]).toEqual([MAX_SEEN, 5]);
		const rest = take(crowd, { maxEvents: 1e6, isWhole: () => false, countAt: () => MAX_SEEN - 7 });
		expect([rest.ids.length, rest.firstRemaining]).toEqual([7, 5]);
	});

	it('waits where the batch is full before it', () => {
		const taken = take([at(1), ...crowd], { maxEvents: 1 });
		expect([taken.ids, taken.firstRemaining]).toEqual([['1'], 5]);
	});

	it('is told by what is remembered of it already', () => {
		const countAt = (time: number) => (time === 5 ? MAX_SEEN - 1 : 0);
		expect(take([at(5, 'a')], { countAt, isWhole: () => false }).ids).toEqual(['a']);
		expect(take(many(2, 5), { countAt, isWhole: () => false, maxEvents: 1e6 })).toMatchObject({
			ids: ['5 0'],
			firstRemaining: 5,
		});
	});
});

describe('a reading has enough', () => {
	const list = (pageLength: number) =>
		new PagedList<Row>(async () => await Promise.resolve({ rows: [] }), undefined, pageLength);
	const progress = (maxEvents: number, accept?: (row: Row) => boolean, pageLength = 10) =>
		new BatchProgress(list(pageLength), new Ledger(0), { maxEvents, accept });
	const rising = (count: number) => Array.from({ length: count }, (_, n) => at(n));

	it('when one page more could not be delivered', () => {
		const reading = progress(30);
		expect(reading.isFull(rising(20))).toBe(false);
		expect(reading.isFull(rising(21))).toBe(true);
	});

	it('not before there is something to deliver', () => {
		expect(progress(5).isFull([])).toBe(false);
		expect(progress(5).isFull(rising(1))).toBe(true);
		expect(progress(5, () => false).isFull(rising(9999))).toBe(false);
	});

	it('with 10,000 new rows, whether they pass the filters or not', () => {
		expect(progress(1e6, () => false).isFull(rising(10_000))).toBe(true);
		expect(progress(1e6, () => false).isFull(rising(9999))).toBe(false);
	});

	it('not counting what is known', () => {
		const ledger = new Ledger(15);
		const reading = new BatchProgress(list(10), ledger, { maxEvents: 20 });
		expect(reading.isFull(rising(25))).toBe(false);
		expect(reading.isFull(rising(26))).toBe(true);
	});

	it('not in the middle of an instant that has to be read whole', () => {
		const crowd = many(MAX_SEEN, 5);
		expect(progress(20).isFull(crowd)).toBe(true);
		const reading = progress(20);
		const more = [...crowd, at(undefined, 'x'), at(5, 'one more')];
		expect(reading.isFull(more)).toBe(false);
		expect(reading.isFull([...more, at(6)])).toBe(true);
		expect(progress(20).isFull([at(4), ...crowd])).toBe(true);
	});
});
