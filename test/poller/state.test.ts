import {
	decodeSeen,
	decodeUndated,
	encodeSeen,
	encodeUndated,
} from '../../nodes/PeopleLens/poller/memory';
import { emptyState, parseState, type PollerState } from '../../nodes/PeopleLens/poller/state';
import {
	dueWarnings,
	type PollWarning,
	warningsOf,
	withWarned,
} from '../../nodes/PeopleLens/poller/warnings';

const TENANT = 'https://acme.peoplelensai.com';
const DAY = 24 * 60 * 60_000;
const NOON = Date.UTC(2026, 2, 1, 12);
const LAST_TIME = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** Digests have ten characters. */
const [ONE, TWO, THREE] = ['digest-one', 'digest_two', 'DIGEST3-_0'];

const STATE: PollerState = {
	version: 2,
	revision: 7,
	tenant: TENANT,
	watermark: NOON,
	notBefore: NOON - DAY,
	newest: { createdAt: NOON, localTime: NOON + 1, serverTime: NOON + 2 },
	seen: `${ONE}5`,
	undated: TWO,
	maxPageLength: 100,
	warned: { clocks: NOON },
};

describe('what is remembered of events', () => {
	it('is written oldest first, and read as it was', () => {
		const times = new Map([
			[TWO, NOON + 36],
			[ONE, NOON],
			[THREE, NOON + 36],
		]);
		const text = encodeSeen(NOON, times);
		expect(text).toBe(`${ONE}0 ${TWO}10 ${THREE}0`);
		expect(decodeSeen(NOON, text)).toEqual(times);
		expect(decodeSeen(NOON + 1, text)?.get(ONE)).toBe(NOON + 1);
	});

	it('of those without a time is their order', () => {
		expect(encodeUndated([ONE, TWO])).toBe(`${ONE} ${TWO}`);
		expect([...(decodeUndated(`${TWO} ${ONE}`) ?? [])]).toEqual([TWO, ONE]);
	});

	it('may be nothing', () => {
		expect([encodeSeen(NOON, new Map()), encodeUndated([])]).toEqual(['', '']);
		expect([decodeSeen(NOON, ''), decodeUndated('')]).toEqual([new Map(), new Set()]);
	});

	it('reaches to the end of time', () => {
		const times = new Map([[ONE, LAST_TIME]]);
		expect(decodeSeen(0, encodeSeen(0, times))).toEqual(times);
	});

	it.each<[unknown]>([
		[undefined],
		[null],
		[7],
		[[]],
		[{}],
		[' '],
		[`${ONE}0 `],
		[`${ONE}0  ${TWO}0`],
		[`${ONE}0,${TWO}0`],
		['digest-on0'],
		[`${ONE}`],
		[`${ONE}-1`],
		[`${ONE}A`],
		[`${ONE}${'0'.repeat(12)}`],
		[`digest+one0`],
		[` ${ONE}0`],
		[`${ONE}0\n`],
		[Array(90_000).fill(`${ONE}0`).join(' ')],
	])('is not guessed from anything else', (text) => {
		expect(decodeSeen(NOON, text)).toBeUndefined();
	});

	it.each<[unknown]>([[null], [[ONE]], ['digest-on'], [`${ONE}0`], [`${ONE} `], ['digest+one']])(
		'without a time is not guessed from %j',
		(text) => {
			expect(decodeUndated(text)).toBeUndefined();
		},
	);

	it('of a million characters is read, and of more is not looked at', () => {
		const item = `${ONE}${'0'.repeat(9)}`;
		const most = Array(50_000).fill(item).join(' ').concat('0');
		expect(most).toHaveLength(1_000_000);
		expect(decodeSeen(NOON, most)?.size).toBe(1);
		expect(decodeSeen(NOON, `${most}0`)).toBeUndefined();
	});
});

describe('a state that is found', () => {
	it.each([undefined, null])('is none where there is %p', (stored) => {
		expect(parseState(stored, TENANT)).toEqual({ kind: 'none' });
	});

	it.each([
		STATE,
		emptyState(TENANT, NOON, 20),
		{ ...STATE, watermark: -LAST_TIME, seen: '', newest: { ...STATE.newest, serverTime: null } },
		{ ...STATE, watermark: LAST_TIME, seen: '', newest: null, warned: {} },
		{ ...STATE, tellsTotal: true, knownEnd: { rows: 7, isTotalWrong: false, localTime: NOON } },
	])('is used as it was written', (stored) => {
		const found = parseState(JSON.parse(JSON.stringify(stored)), TENANT);
		expect(found).toEqual({ kind: 'state', state: stored });
	});

	it('is a copy, which later changes of the stored one do not reach', () => {
		const stored = structuredClone(STATE);
		const found = parseState(stored, TENANT);
		Object.assign(stored.newest ?? {}, { createdAt: 0 });
		stored.warned.clocks = 0;
		expect(found).toEqual({ kind: 'state', state: STATE });
	});

	it('knows nothing at first', () => {
		expect(emptyState(TENANT, NOON, 20)).toEqual({
			version: 2,
			revision: 0,
			tenant: TENANT,
			watermark: NOON,
			notBefore: 0,
			newest: null,
			seen: '',
			undated: '',
			maxPageLength: 20,
			warned: {},
		});
	});

	it('is told apart where it is about another tenant', () => {
		const tenant = 'https://other.peoplelensai.com';
		expect(parseState({ ...STATE, tenant }, TENANT)).toEqual({
			...{ kind: 'otherTenant', tenant },
			state: STATE,
		});
		expect(parseState({ tenant }, TENANT)).toEqual({ kind: 'otherTenant', tenant });
	});

	it.each([undefined, null, '2026-03-01', NaN, Infinity, 0.5, LAST_TIME + 1, -LAST_TIME - 1])(
		'is unreadable with the watermark %p',
		(watermark) => {
			expect(parseState({ ...STATE, watermark }, TENANT)).toEqual({
				kind: 'unreadable',
				isNewer: false,
			});
		},
	);

	it.each<[unknown]>([['text'], [7], [true], [[]], [{}]])('is unreadable as %j', (stored) => {
		expect(parseState(stored, TENANT)).toEqual({ kind: 'unreadable', isNewer: false });
	});

	it.each<[Partial<Record<keyof PollerState, unknown>>, Partial<PollerState>]>([
		[{ revision: -1 }, { revision: 0 }],
		[{ revision: 1.5 }, { revision: 0 }],
		[{ revision: '7' }, { revision: 0 }],
		[{ maxPageLength: -1 }, { maxPageLength: 0 }],
		[{ maxPageLength: null }, { maxPageLength: 0 }],
		[{ notBefore: LAST_TIME + 1 }, { notBefore: 0 }],
		[{ newest: undefined }, { newest: null }],
		[{ newest: 7 }, { newest: null }],
		[{ newest: { createdAt: NOON, localTime: NOON } }, { newest: null }],
		[{ newest: { createdAt: NOON, localTime: NOON, serverTime: 'x' } }, { newest: null }],
		[{ newest: { createdAt: NOON, localTime: 'x', serverTime: null } }, { newest: null }],
		[{ newest: { createdAt: 'x', localTime: NOON, serverTime: null } }, { newest: null }],
		[{ seen: 'broken' }, { seen: '' }],
		[{ seen: 7 }, { seen: '' }],
		[{ undated: 'broken' }, { undated: '' }],
		[{ warned: null }, { warned: {} }],
		[{ warned: 'x' }, { warned: {} }],
		[{ warned: { clocks: NOON, ahead: 'x' } }, { warned: {} }],
		[{ version: 1 }, { seen: '', undated: '' }],
		[{ version: undefined }, { seen: '', undated: '' }],
		[{ tenant: undefined }, {}],
	])('with %j keeps what can be used', (broken, kept) => {
		expect(parseState({ ...STATE, ...broken }, TENANT)).toEqual({
			kind: 'unreadable',
			isNewer: false,
			state: { ...STATE, ...kept },
		});
	});

	it.each([
		{ tellsTotal: 'yes' },
		{ knownEnd: 7 },
		{ knownEnd: null },
		{ knownEnd: { rows: -1, isTotalWrong: true, localTime: NOON } },
		{ knownEnd: { rows: 7, isTotalWrong: 1, localTime: NOON } },
		{ knownEnd: { rows: 7, isTotalWrong: true, localTime: 'x' } },
	])('is whole without what it knew of the end: with %j, that is asked again', (broken) => {
		expect(parseState({ ...STATE, ...broken }, TENANT)).toEqual({ kind: 'state', state: STATE });
	});

	it('of a later version keeps what this one understands, and is known for newer', () => {
		expect(parseState({ ...STATE, version: 3 }, TENANT)).toEqual({
			kind: 'unreadable',
			isNewer: true,
			state: { ...STATE, seen: '', undated: '' },
		});
		expect(parseState({ version: 3 }, TENANT)).toEqual({ kind: 'unreadable', isNewer: true });
	});

	it('may have fields that nobody knows', () => {
		expect(parseState({ ...STATE, more: 1 }, TENANT)).toEqual({ kind: 'state', state: STATE });
	});
});

describe('what the user is told', () => {
	const ALL: PollWarning[] = [
		{ kind: 'watermark', ahead: 3 },
		{ kind: 'clocks', skew: -4 },
		{ kind: 'overlap', left: 0 },
		{ kind: 'ahead', held: 1 },
		{ kind: 'undated', held: 2 },
	];

	it('is nothing where all is well, and each thing that is not', () => {
		expect(warningsOf({ held: { ahead: 0, undated: 0 } })).toEqual([]);
		const held = { ahead: 1, undated: 2 };
		expect(warningsOf({ watermarkAhead: 3, clockSkew: -4, overlapLeft: 0, held })).toEqual(ALL);
	});

	it('is told again after a day, each thing for itself, and at once when the clock was set back', () => {
		const warned = {
			watermark: NOON - DAY,
			clocks: NOON - DAY + 1,
			overlap: NOON + 1,
			ahead: NOON,
		};
		expect(dueWarnings(ALL, warned, NOON).map(({ kind }) => kind)).toEqual([
			'watermark',
			'overlap',
			'undated',
		]);
		expect(dueWarnings([], warned, NOON)).toEqual([]);
	});

	it('is noted with its time', () => {
		const warned = { clocks: NOON - 1, ahead: NOON - 2 };
		expect(withWarned(warned, ALL.slice(1, 3), NOON)).toEqual({
			clocks: NOON,
			overlap: NOON,
			ahead: NOON - 2,
		});
		// The same object shows that nothing has changed.
		expect(withWarned(warned, [], NOON)).toBe(warned);
	});
});
