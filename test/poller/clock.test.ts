import { type Clock, type NewestEvent, ReadingClock } from '../../nodes/PeopleLens/poller/clock';
import { OutOfTimeError } from '../../nodes/PeopleLens/poller/errors';
import { emptyState } from '../../nodes/PeopleLens/poller/state';
import { isCrowded, openWindow } from '../../nodes/PeopleLens/poller/window';
import { MAX_SEEN } from '../../nodes/PeopleLens/poller/ledger';
import type { Entry } from '../../nodes/PeopleLens/reader/entry';
import type { ListRow, Page, PageRequest } from '../../nodes/PeopleLens/reader/types';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const NOON = Date.UTC(2026, 2, 1, 12);

const at = (time: number | undefined): Entry<ListRow> => ({ row: {}, key: `at ${time}`, time });

/** This machine's clocks, to be moved by hand. */
class HandClock implements Clock {
	time = NOON;

	tick = 500;

	now = () => this.time;

	monotonic = () => this.tick;

	pass(ms: number): void {
		this.time += ms;
		this.tick += ms;
	}
}

/** A reading whose answers carry these dates, each after so many ms. */
async function readingOf(
	answers: Array<[date: number | undefined, after: number]>,
	{ clock = new HandClock(), deadline }: { clock?: HandClock; deadline?: number } = {},
) {
	const time = new ReadingClock(clock, deadline);
	for (const [serverTime, after] of answers) {
		const fetchPage = time.watch(async () => {
			clock.pass(after);
			return await Promise.resolve({ rows: [], serverTime });
		});
		await fetchPage({ limit: 1, offset: 0 });
	}
	return { time, clock };
}

describe('the time at the beginning of a reading', () => {
	it('is the first Date, less what the answer took, and no later one', async () => {
		const { time, clock } = await readingOf([
			[NOON + 300, 200],
			[NOON + DAY, 100],
		]);
		expect(time.serverTime).toBe(NOON + 100);
		expect([time.localTime, time.elapsed]).toEqual([NOON, 300]);
		expect(time.skew).toBe(-100);
		clock.tick -= 1000;
		expect(time.elapsed).toBe(0);
	});

	it('is only this machine’s, where the first answer has no Date', async () => {
		const { time } = await readingOf([
			[undefined, 200],
			[NOON + DAY, 100],
		]);
		expect([time.serverTime, time.skew, time.clocksAgree]).toEqual([undefined, undefined, false]);
		expect([time.earliest, time.present]).toEqual([NOON, NOON]);
	});

	it.each([
		[0, true],
		[5 * MINUTE, true],
		[-5 * MINUTE, true],
		[5 * MINUTE + 1, false],
		[-5 * MINUTE - 1, false],
	])('is the same by two clocks that differ by %i ms: %s', async (ahead, agree) => {
		const { time } = await readingOf([[NOON + ahead, 0]]);
		expect(time.clocksAgree).toBe(agree);
	});

	it('is the earlier of the two; events of the present may be as late as the later one', async () => {
		const { time: behind } = await readingOf([[NOON - 7, 0]]);
		expect([behind.earliest, behind.present]).toEqual([NOON - 7, NOON]);
		const { time: ahead } = await readingOf([[NOON + DAY, 0]]);
		expect([ahead.earliest, ahead.present]).toEqual([NOON, NOON + DAY]);
		const { time: far } = await readingOf([[NOON + DAY + 1, 0]]);
		expect([far.earliest, far.present]).toEqual([NOON, NOON]);
	});
});

describe('the deadline', () => {
	it('lets no request begin from then on, by a clock that nobody sets', async () => {
		const clock = new HandClock();
		const { time } = await readingOf([[NOON, 300]], { clock, deadline: NOON + 301 });
		const fetchPage = time.watch(async () => await Promise.resolve({ rows: [] }));
		clock.time += DAY;
		expect(await fetchPage({ limit: 1, offset: 0 })).toEqual({ rows: [] });
		clock.tick += 1;
		await expect(fetchPage({ limit: 1, offset: 0 })).rejects.toThrow(new OutOfTimeError());
		await expect(fetchPage({ limit: 1, offset: 0 })).rejects.toMatchObject({
			name: 'OutOfTimeError',
			message: 'There was not enough time to read the audit log',
		});
	});

	it('makes the time short after a third of it', async () => {
		const { time, clock } = await readingOf([[NOON, 300]], { deadline: NOON + 900 });
		expect(time.isShort).toBe(false);
		clock.pass(1);
		expect(time.isShort).toBe(true);
	});

	it('is none unless there is one', async () => {
		const { time } = await readingOf([[NOON, DAY]]);
		expect(time.isShort).toBe(false);
	});
});

/** Met at noon, an hour after it was created, by clocks that told the same. */
const KNOWN: NewestEvent = { createdAt: NOON - 60 * MINUTE, localTime: NOON, serverTime: NOON };

/** A reading that begins so much after noon. */
async function later(local: number, server?: number) {
	const clock = new HandClock();
	clock.pass(local);
	return await readingOf([[server === undefined ? undefined : NOON + server, 0]], { clock });
}

describe('what has passed since an event was met', () => {
	it.each([
		[10, 8, 8],
		[8, 10, 8],
		[10, undefined, 10],
		[-5, 10, 0],
		[10, -5, 0],
	])(
		'is estimated by the clock that says less: %p and %p make %p',
		async (local, server, passed) => {
			const { time } = await later(local, server);
			expect(time.estimateBy(KNOWN)).toBe(KNOWN.createdAt + passed);
		},
	);

	it('is told by this machine alone where there was no Date then', async () => {
		const { time } = await later(10, 5);
		expect(time.estimateBy({ ...KNOWN, serverTime: null })).toBe(KNOWN.createdAt + 10);
	});
});

describe('the newest event', () => {
	it('is noted with what both clocks show at the latest', async () => {
		const { time, clock } = await readingOf([
			[NOON, 100],
			[NOON + 1000, 400],
		]);
		clock.pass(50);
		const entries = [at(NOON - 500), at(NOON - 300), at(NOON - 400), at(undefined)];
		expect(time.newest(entries, undefined)).toEqual({
			createdAt: NOON - 300,
			localTime: NOON + 550,
			// A Date is cut off to whole seconds.
			serverTime: NOON + 1000 + 50 + 999,
		});
	});

	it('is noted without the time of a server that tells none', async () => {
		const { time } = await readingOf([[undefined, 0]]);
		expect(time.newest([at(NOON)], undefined)).toEqual({
			createdAt: NOON,
			localTime: NOON,
			serverTime: null,
		});
	});

	it('is none that is dated ahead of either clock', async () => {
		const { time } = await later(0, -100);
		expect(time.newest([at(NOON - 99), at(NOON + 1)], undefined)).toBeUndefined();
		expect(time.newest([at(NOON - 99)], KNOWN)).toBe(KNOWN);
		expect(time.newest([at(NOON - 100)], KNOWN)?.createdAt).toBe(NOON - 100);
	});

	it('stays the known one, as long as what has passed since says more', async () => {
		const { time, clock } = await later(30 * MINUTE, 30 * MINUTE);
		const atHalf = KNOWN.createdAt + 30 * MINUTE;
		expect(time.newest([at(atHalf)], KNOWN)).toBe(KNOWN);
		expect(time.newest([at(atHalf + 1)], KNOWN)?.createdAt).toBe(atHalf + 1);
		clock.pass(1);
		expect(time.newest([at(atHalf + 1)], KNOWN)).toBe(KNOWN);
	});
});

describe('the bounds of what a reading has seen', () => {
	it('lie at the newest event, less what the reading has taken', async () => {
		const { time } = await readingOf([[NOON, 200]]);
		expect(time.bounds([at(NOON - 1000)], undefined, true)).toEqual({
			startLowerBound: NOON - 1200,
			latest: NOON - 999,
		});
	});

	it('lie at neither clock’s future', async () => {
		const { time } = await later(0, 100);
		expect(time.bounds([at(NOON + 50)], undefined, false)).toEqual({
			startLowerBound: -Infinity,
			latest: NOON + 51,
		});
		expect(time.bounds([at(NOON + 100)], undefined, false).latest).toBe(NOON + 100);
		expect(time.bounds([at(NOON), at(NOON + 101)], undefined, false)).toEqual({
			startLowerBound: NOON,
			latest: NOON + 1,
		});
	});

	it.each([
		[true, 30 * MINUTE],
		[false, 0],
	])(
		'go on from the known event where nothing newer was met: %s',
		async (mayExtrapolate, passed) => {
			const { time } = await later(30 * MINUTE, 30 * MINUTE);
			const bound = KNOWN.createdAt + passed;
			expect(time.bounds([], KNOWN, mayExtrapolate)).toEqual({
				startLowerBound: bound,
				latest: bound,
			});
		},
	);

	it.each([
		['one clock was set', 30 * MINUTE, 36 * MINUTE, 0],
		['the clocks almost agree', 30 * MINUTE, 35 * MINUTE, 30 * MINUTE],
		['the other one says less', 35 * MINUTE, 30 * MINUTE, 30 * MINUTE],
		['both were set back', -MINUTE, -MINUTE, 0],
		['there is no Date', 30 * MINUTE, undefined, 0],
	])('go on by nothing that is doubtful: %s', async (_, local, server, passed) => {
		const { time } = await later(local, server);
		expect(time.bounds([], KNOWN, true).startLowerBound).toBe(KNOWN.createdAt + passed);
	});

	it('go on by nothing where there was no Date when the event was met', async () => {
		const { time } = await later(30 * MINUTE, 30 * MINUTE);
		const { startLowerBound } = time.bounds([], { ...KNOWN, serverTime: null }, true);
		expect(startLowerBound).toBe(KNOWN.createdAt);
	});
});

describe('where a check begins to read', () => {
	const OVERLAP = 5 * MINUTE;

	/** An empty list, and from when on it was asked. */
	async function open(
		state: Partial<ReturnType<typeof emptyState>>,
		{
			server,
			end = true,
			...settings
		}: { server?: number; end?: boolean; ignoreOlderThan?: number },
	) {
		const asked: Array<string | undefined> = [];
		const page: Page<ListRow> = {
			rows: end ? [] : Array.from({ length: 100 }, (_, n) => ({ id: `${n}` })),
			serverTime: server,
		};
		const fetchPage = async ({ since }: PageRequest) => {
			asked.push(since);
			return await Promise.resolve(page);
		};
		const time = new ReadingClock(new HandClock());
		const all = { ...emptyState('t', NOON - DAY, 20), ...state };
		const opened = await openWindow(
			fetchPage,
			all,
			{ maxEvents: 10, overlap: OVERLAP, ...settings },
			time,
		);
		const iso = (ms: number) => new Date(ms).toISOString();
		return { ...opened, asked, iso };
	}

	it('is the watermark, less a second', async () => {
		const { asked, iso, ledger, list, first } = await open({}, { server: NOON });
		expect(asked).toEqual([iso(NOON - DAY - 1000)]);
		expect([ledger.watermark, list.maxLength, first.entries]).toEqual([NOON - DAY, 20, []]);
	});

	it('is later where old events are to be ignored', async () => {
		const ignoreOlderThan = 60 * MINUTE;
		const { asked, iso, ledger } = await open(
			{},
			{ server: NOON - 7, ignoreOlderThan, end: false },
		);
		expect(asked).toEqual([iso(NOON - DAY - 1000), iso(NOON - 7 - ignoreOlderThan - 1000)]);
		expect(ledger.watermark).toBe(NOON - 7 - ignoreOlderThan);
	});

	it('is not asked for again where the first page was all there is', async () => {
		const ignoreOlderThan = 60 * MINUTE;
		const { asked, ledger } = await open({}, { server: NOON, ignoreOlderThan });
		expect([asked.length, ledger.watermark]).toEqual([1, NOON - ignoreOlderThan]);
	});

	it('is no later than by the newest event that is known', async () => {
		const ignoreOlderThan = 60 * MINUTE;
		const newest = { createdAt: NOON - 40, localTime: NOON - 10, serverTime: null };
		const { ledger } = await open({ newest }, { server: NOON, ignoreOlderThan });
		expect(ledger.watermark).toBe(NOON - 30 - ignoreOlderThan);
	});

	it('never goes back because old events are ignored', async () => {
		const { asked, ledger } = await open({}, { server: NOON, ignoreOlderThan: 2 * DAY });
		expect([asked.length, ledger.watermark]).toEqual([1, NOON - DAY]);
	});

	it('is brought back from a future that two clocks know for one', async () => {
		const watermark = NOON + DAY;
		const { asked, iso, ledger } = await open({ watermark }, { server: NOON + 7 });
		expect(asked).toEqual([iso(watermark - 1000), iso(NOON - OVERLAP - 1000)]);
		expect(ledger.watermark).toBe(NOON - OVERLAP);
	});

	it.each([
		['the clocks disagree', { watermark: NOON + DAY }, NOON - DAY],
		['it is a Start Date', { watermark: NOON + DAY, notBefore: NOON + DAY }, NOON],
		['it is the present', { watermark: NOON + 7 }, NOON + 7],
	])('is not brought back where %s', async (_, state, server) => {
		const { asked, ledger } = await open(state, { server });
		expect([asked.length, ledger.watermark]).toEqual([1, state.watermark]);
	});

	it('is never brought back before a Start Date', async () => {
		const state = { watermark: NOON + DAY, notBefore: NOON - 1 };
		const { ledger } = await open(state, { server: NOON });
		expect(ledger.watermark).toBe(NOON - 1);
	});

	it.each([
		['to the newest event, by one clock alone', NOON - 50, NOON - 50 - OVERLAP],
		['to that event also where it is of this very moment', NOON, NOON - OVERLAP],
		['not at all by a clock that is behind an event', NOON + 1, NOON + DAY],
	])('is brought back %s', async (_, createdAt, watermark) => {
		const newest = { createdAt, localTime: NOON, serverTime: null };
		const { ledger } = await open({ watermark: NOON + DAY, newest }, {});
		expect(ledger.watermark).toBe(watermark);
	});

	it('is brought back to now by one clock alone where no event is known', async () => {
		const { ledger } = await open({ watermark: NOON + DAY }, {});
		expect(ledger.watermark).toBe(NOON - OVERLAP);
	});
});

it('the second before the watermark is crowded with more rows than can be remembered', () => {
	const rows = (count: number, time: number | undefined) =>
		Array<Entry<ListRow>>(count).fill(at(time));
	const outside = [...rows(9, NOON), ...rows(9, NOON - 1001), ...rows(9, undefined)];
	expect(isCrowded([...rows(MAX_SEEN, NOON - 1000), ...outside], NOON)).toBe(false);
	const crowd = [...rows(MAX_SEEN, NOON - 1000), ...rows(1, NOON - 1)];
	expect(isCrowded([...crowd, ...outside], NOON)).toBe(true);
});
