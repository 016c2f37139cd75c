import fc from 'fast-check';

import { createRedactor } from '../../nodes/PeopleLens/api/http/redact';
import { decoded, formsOf, leaks } from '../support/keyForms';
import { letsOthersRun } from '../support/eventLoop';
import { everyNth, IS_FULL, nextTurn } from '../support/node';
import { redactJson } from '../../nodes/PeopleLens/api/http/redactJson';

// Much work, and perhaps a busy machine.
jest.setTimeout(60_000);

const KEY = 'dummy+Zq7/v3&x=K9"_wL2-example';
const BASE_URL = 'https://acme.peoplelensai.com';
const { redact, holdsKey } = createRedactor(KEY, BASE_URL);

const FORMS = formsOf(KEY);

describe.each(Object.entries(FORMS))('a key %s', (name, form) => {
	test('is masked, and the words around it stay', () => {
		const shown = redact(`Sorry, ${form} is wrong`);
		expect(shown).toMatch(/^Sorry, .*\*\*\*/);
		expect(shown).toMatch(/wrong$/);
		expect(
			leaks(shown, KEY) ||
				(!name.includes('other text') && leaks(shown, form)) ||
				leaks(decoded(shown), KEY),
		).toBe(false);
	});

	test('is masked wherever it was cut', () => {
		for (let cut = 0; cut < form.length; cut++) {
			for (const piece of [form.slice(0, cut), form.slice(cut)]) {
				const shown = redact(`${piece}`);
				expect(leaks(shown, KEY) || leaks(decoded(shown), KEY)).toBe(false);
			}
		}
	});
});

test('words without the key stay as they are', async () => {
	for (const text of [
		'',
		'The email is not valid: 100% of "a&b" \\ c',
		`See ${BASE_URL}/docs?x=%41`,
		'An example of a dummy',
	]) {
		expect(redact(text)).toBe(text);
		expect(await holdsKey(text)).toBe(false);
	}
});

test('the name of the product and the address may be shown, although keys begin with them', () => {
	const { redact: hide } = createRedactor('peoplelens_acme.peoplelensai_8Zk2Qw', BASE_URL);
	expect(hide(`PeopleLens at ${BASE_URL} refused peoplelens_acme.peoplelensai_8Zk2Qw`)).toMatch(
		/^PeopleLens at https:\/\/acme\.peoplelensai\.com refused [^8]*\*\*\*$/,
	);
	expect(createRedactor('peoplelens', BASE_URL).redact('key peoplelens')).toBe('key ***');
});

test.each(['a', 'abc', 'seven77'])('the short key %s is masked as a whole', async (key) => {
	const short = createRedactor(key, BASE_URL);
	expect(short.redact(`[${key}]`)).toBe('[***]');
	expect(short.redact('[zz seven7 zz]')).toBe('[zz seven7 zz]');
	expect(await short.holdsKey(`[${key}]`)).toBe(true);
});

test('whatever stands around a key, and however it is cut, no eight characters remain', () => {
	const piece = fc
		.tuple(fc.nat(KEY.length), fc.nat(KEY.length))
		.map(([from, to]) => KEY.slice(Math.min(from, to), Math.max(from, to)));
	const part = fc.oneof(fc.string(), piece, fc.constantFrom(...Object.values(FORMS)));
	fc.assert(
		fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
			const shown = redact(parts.join(''));
			expect(leaks(shown, KEY)).toBe(false);
			expect(redact(shown)).toBe(shown);
		}),
		{ seed: 1, numRuns: IS_FULL ? 500 : 200 },
	);
});

describe('data that PeopleLens returns', () => {
	test('is left alone unless the key is in it', async () => {
		expect(
			await holdsKey(JSON.stringify({ email: 'example@acme.example', id: 'dummy+Zq7/' })),
		).toBe(false);
	});

	test.each(Object.entries(FORMS).filter(([name]) => !/lines|white|invisible/.test(name)))(
		'has the key found %s',
		async (_, form) => {
			expect(await holdsKey(JSON.stringify({ data: [{ name: `x ${form} y` }] }))).toBe(true);
		},
	);

	test('is searched wherever the key stands', async () => {
		for (const before of [...Array(40).keys(), 99_990, 100_990, 101_010, 500_000]) {
			expect(await holdsKey('x'.repeat(before) + KEY)).toBe(true);
			expect(await holdsKey(`${'x'.repeat(before)}${KEY.slice(7, 23)}${'x'.repeat(before)}`)).toBe(
				true,
			);
		}
	});

	test('has the key masked in its texts and names, and nothing else changed', async () => {
		const body = JSON.parse(
			JSON.stringify({
				data: [{ id: 'usr-1', name: KEY, n: 1, no: null, [KEY]: [KEY, true] }, 'plain'],
			}),
		) as unknown;
		expect(await redactJson(body, { redact, holdsKey })).toEqual({
			data: [{ id: 'usr-1', name: '***', n: 1, no: null, '***': ['***', true] }, 'plain'],
		});
		expect(await redactJson(KEY, { redact, holdsKey })).toBe('***');
	});

	test('has the key masked at any depth', async () => {
		const depth = 100_000;
		const body = JSON.parse(
			`${'['.repeat(depth)}${JSON.stringify(KEY)}${']'.repeat(depth)}`,
		) as unknown;
		let inner = await redactJson(body, { redact, holdsKey });
		while (Array.isArray(inner)) inner = inner[0];
		expect(inner).toBe('***');
	});
});

describe('however long a text is, other work goes on: a text of', () => {
	const TEXTS: Array<[string, string]> = [
		['spaces', ' '],
		['percent signs', '%25'],
		['letters, percent-encoded', '%41'],
		['backslashes', '\\'],
		['ampersands', '&amp;'],
		['entities', '&#x41;'],
		['beginnings of the key', KEY.slice(0, 9)],
		['unicode escapes', '\\u0041'],
	];
	test.each(everyNth(2, TEXTS))('%s', async (_, part) => {
		const text = part.repeat(5_000_000 / part.length);
		const goesOn = await letsOthersRun(200, async () => {
			redact(text.slice(0, 100_000));
			await nextTurn();
			await holdsKey(text);
		});
		expect(goesOn).toBe(true);
	});
});
