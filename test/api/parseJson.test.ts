import fc from 'fast-check';

import { parseJson, TooManyEntries } from '../../nodes/PeopleLens/api/http/parseJson';
import { letsOthersRun } from '../support/eventLoop';
import { IS_FULL } from '../support/node';

// Much work, and perhaps a busy machine.
jest.setTimeout(60_000);

/** Long enough to be parsed by and by. */
const PADDING = ' '.repeat(200_001);

const bothWays = async (text: string) => [await parseJson(text), await parseJson(text + PADDING)];

const native = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
};

/** Whole numbers that JavaScript may not hold have a test of their own, below. */
const hasLargeNumber = (text: string) =>
	(text.match(/\d{16,}(\.\d+)?([eE][+-]?\d+)?/g) ?? []).some((found) => /^\d+$/.test(found));

test('a large document means the same as a small one', async () => {
	await fc.assert(
		fc.asyncProperty(fc.json({ maxDepth: 6 }), fc.nat(3), async (text, spaces) => {
			fc.pre(!hasLargeNumber(text));
			const pretty = JSON.stringify(JSON.parse(text), undefined, spaces);
			const expected = native(pretty);
			expect(await bothWays(pretty)).toEqual([expected, expected]);
		}),
		{ seed: 1, numRuns: IS_FULL ? 300 : 100 },
	);
});

test('a document with something wrong in it is none, large or small', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.json({ maxDepth: 4 }),
			fc.nat(),
			fc.constantFrom('', '"', '{', ']', ',', ':', '\\', '\n', 'x', '1', '-', '\u0000'),
			async (text, place, wrong) => {
				const at = place % (text.length + 1);
				const broken = text.slice(0, at) + wrong + text.slice(at + 1);
				fc.pre(!hasLargeNumber(broken));
				const expected = native(broken);
				expect(await bothWays(broken)).toEqual([expected, expected]);
			},
		),
		{ seed: 2, numRuns: IS_FULL ? 2000 : 300 },
	);
});

test.each([
	'{"__proto__":{"a":1},"constructor":2}',
	'{"a":1,"a":2}',
	String.raw`["\"","\\","\\\"","\ud800","\u0041\/\n"]`,
	'[1e5,-0,0.1,true,false,null,""]',
	'  {"a" : [ ] , "b" : { } }  ',
	'"text"',
	'12',
	'{"a":1,}',
	'[1,]',
	'{"a"}',
	'{a:1}',
	'[01]',
	'["\t"]',
	"['a']",
	'[1]]',
	'',
])('%s', async (text) => {
	const expected = native(text);
	const results = await bothWays(text);
	expect(results).toEqual([expected, expected]);
	expect(JSON.stringify(results[1])).toBe(JSON.stringify(expected));
});

const MEGABYTES = 10_000_000;
const list = (entry: string, count: number) =>
	`{"data":[${Array(Math.floor(count)).fill(entry).join(',')}]}`;

test.each<[string, () => string, boolean]>([
	['nested lists', () => '['.repeat(MEGABYTES / 2) + ']'.repeat(MEGABYTES / 2), true],
	['nested objects', () => '{"a":'.repeat(MEGABYTES / 5), true],
	['empty lists', () => list('[]', MEGABYTES / 3), true],
	['empty objects', () => list('{}', MEGABYTES / 3), true],
	['numbers', () => list('1', MEGABYTES / 2), true],
	['empty texts', () => list('""', MEGABYTES / 3), true],
	[
		'different names',
		() => `{${Array.from({ length: MEGABYTES / 15 }, (_, i) => `"key${i}":1`).join(',')}}`,
		true,
	],
	['one long text', () => JSON.stringify(['\u0001"\\'.repeat(MEGABYTES / 10)]), false],
	['backslashes', () => `["${'\\'.repeat(MEGABYTES)}"]`, false],
	['quotation marks', () => `["${'\\"'.repeat(MEGABYTES / 2)}"]`, false],
	['white space', () => ' '.repeat(MEGABYTES), false],
	['digits', () => '1'.repeat(MEGABYTES), false],
	['no end', () => `["${'x'.repeat(MEGABYTES)}`, false],
	[
		'what PeopleLens sends',
		() => list('{"id":"123e4567-e89b-12d3","action":"USER_LOGIN","details":{"a":"b"}}', 80_000),
		false,
	],
])('ten megabytes of %s do not stop other work for long', async (_, make, isRefused) => {
	const text = make();
	let refused = false;
	const goesOn = await letsOthersRun(200, async () => {
		await parseJson(text).catch((error: unknown) => {
			refused = error instanceof TooManyEntries;
		});
	});
	expect(refused).toBe(isRefused);
	expect(goesOn).toBe(true);
});

describe('a whole number beyond 2^53', () => {
	const large = '9007199254740993';

	test.each([
		[`{"badge":${large}}`, { badge: large }],
		[`[${large},-${large}]`, [large, `-${large}`]],
		[large, large],
		[`{"badge":"${large}","a ${large}":1}`, { badge: large, [`a ${large}`]: 1 }],
		['9007199254740991', 9007199254740991],
		['1234567890123456.5', 1234567890123456.5],
		['1e21', 1e21],
	])('comes as the text with its digits: %s', async (text, value) => {
		expect(await bothWays(text)).toEqual([value, value]);
	});

	// A server that has lost them itself would have two records under one ID.
	test('is no ID, whose last digits nobody can vouch for', async () => {
		const [small, long] = await bothWays(`{"id":${large},"entity_id":${large}}`);
		for (const one of [small, long]) {
			expect(one).toEqual({ id: Number(large), entity_id: large });
		}
	});
});
