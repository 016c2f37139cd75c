import { longText } from '../../nodes/PeopleLens/parameters/changes';
import { readEntries } from '../../nodes/PeopleLens/parameters/list';
import {
	filterText,
	optionalText,
	requireText,
	toText,
} from '../../nodes/PeopleLens/parameters/text';
import { isEmpty, isNoText, isRequired, isTooLong, panel, refusalOf } from './panel';

const NO_TEXT = [['a'], {}, true, NaN, Infinity, 2 ** 53, -(2 ** 53)];

describe('a text', () => {
	it.each([
		['Ada', 'Ada'],
		['  Ada\n', 'Ada'],
		['a'.repeat(1000), 'a'.repeat(1000)],
		[` ${'a'.repeat(1000)} `, 'a'.repeat(1000)],
		[42, '42'],
		[0, '0'],
		[1.5, '1.5'],
		[Number.MAX_SAFE_INTEGER, '9007199254740991'],
		[Number.MIN_SAFE_INTEGER, '-9007199254740991'],
	])('of %p is read without its outer spaces', (value, text) => {
		expect(optionalText(panel, value, 'Name')).toBe(text);
		expect(requireText(panel, value, 'Name')).toBe(text);
		expect(filterText(panel, value, 'Name')).toBe(text);
	});

	it.each(['', ' \t\n'])('that was left empty (%j) is none where none is needed', (value) => {
		expect(optionalText(panel, value, 'Name')).toBe('');
		expect(filterText(panel, value, 'Name')).toBe('');
		expect(refusalOf(() => requireText(panel, value, 'Name'))).toEqual(isRequired('Name'));
	});

	it.each([undefined, null])(
		'that an expression did not find (%p) never lets everything through a filter',
		(value) => {
			expect(optionalText(panel, value, 'Name')).toBe('');
			expect(refusalOf(() => requireText(panel, value, 'Name'))).toEqual(isRequired('Name'));
			expect(refusalOf(() => filterText(panel, value, 'Name'))).toEqual(isEmpty('Name'));
		},
	);

	it.each(NO_TEXT)('is not guessed from %p', (value) => {
		for (const read of [optionalText, requireText, filterText]) {
			expect(refusalOf(() => read(panel, value, 'Name'))).toEqual(isNoText('Name'));
		}
	});

	it('of more than 1,000 characters got there by mistake', () => {
		const value = 'a'.repeat(1001);
		for (const read of [optionalText, requireText, filterText]) {
			expect(refusalOf(() => read(panel, value, 'Name'))).toEqual(isTooLong('Name'));
		}
	});

	it('as it was given keeps its spaces', () => {
		expect([' a ', 7, ...NO_TEXT].map(toText)).toEqual([
			' a ',
			'7',
			...NO_TEXT.map(() => undefined),
		]);
	});
});

describe('a text of several paragraphs', () => {
	it.each([
		['\n Dear Ada,\n', '\n Dear Ada,\n'],
		['', ''],
		['a'.repeat(100_000), 'a'.repeat(100_000)],
		[7, '7'],
	])('is kept as it is', (value, text) => {
		expect(longText(panel, value, 'Letter')).toBe(text);
	});

	it.each([['a'.repeat(100_001)], [['a']], [{}], [true], [null]])('is not guessed', (value) => {
		expect(refusalOf(() => longText(panel, value, 'Letter'))).toEqual({
			message: "'Letter' is not a text of at most 100,000 characters",
			description: "Check the expression in 'Letter': it must return one text value for each item.",
		});
	});
});

describe('a list of texts', () => {
	it.each([
		[[], []],
		[
			['a', ' b ', 7],
			['a', 'b', '7'],
		],
		['a', ['a']],
		[' a , b,,c, ', ['a', 'b', 'c']],
		[7, ['7']],
		['a b', ['a b']],
		['a{', ['a{']],
		[Array(10_000).fill('a'), Array(10_000).fill('a')],
	])('may be a list, or a text with commas', (value, entries) => {
		expect(readEntries(panel, value, 'Names')).toEqual(entries);
	});

	it.each([undefined, null, '', ' '])('is not empty because an expression gave %p', (value) => {
		expect(refusalOf(() => readEntries(panel, value, 'Names'))).toEqual(isEmpty('Names'));
	});

	it.each<[unknown]>([
		[[null]],
		[['a', '']],
		[['a', ' ']],
		[[['a']]],
		[[true]],
		[{ a: 1 }],
		[true],
		[', ,'],
		['["a"]'],
		['{"a":1}'],
		['"a","b"'],
		[['a', ' [b']],
		[Array(10_001).fill('a')],
	])('is not guessed', (value) => {
		expect(refusalOf(() => readEntries(panel, value, 'Names'))).toEqual({
			message: "'Names' is not a list of text values",
			description:
				"Choose from the list, or check the expression in 'Names': it must return text values, as a list or separated by commas, and nothing else.",
		});
	});
});
