import get from 'lodash/get';
import has from 'lodash/has';
import type { IExecuteFunctions } from 'n8n-workflow';

import { AUTOMATIC } from '../../nodes/PeopleLens/api/http/limiter';
import { readConcurrency } from '../../nodes/PeopleLens/parameters/concurrency';
import { readLimit } from '../../nodes/PeopleLens/parameters/limit';
import { requireNumber } from '../../nodes/PeopleLens/parameters/number';
import { panel, refusalOf } from './panel';

const RANGE = { min: 1, max: 999_999, example: 1000 };
const read = (value: unknown, more = {}) =>
	requireNumber(panel, value, 'Size', { ...RANGE, ...more });

describe('a number', () => {
	it.each([
		[1, 1],
		[999_999, 999_999],
		['12', 12],
		[' 12 ', 12],
		['0012', 12],
		['12'.padStart(20, '0'), 12],
		['5.0', 5],
	])('may be %p', (value, number) => {
		expect(read(value)).toBe(number);
	});

	it.each([
		[2.5, 2.5],
		['2.25', 2.25],
		['-0.5', -0.5],
		[-3, -3],
	])('may have a fraction or be negative where that makes sense: %p', (value, number) => {
		expect(read(value, { fractions: true, min: -3 })).toBe(number);
	});

	it.each<[unknown]>(
		[0, 1_000_000, 1.5, NaN, Infinity, '', ' ', '1e3', '0x10', '1,000', '.5', '5.', 'a5', '5a']
			.concat(['1'.repeat(21), `1${' '.repeat(20)}`, '+5', '5.5.5', '--5'])
			.map((value): [unknown] => [value])
			.concat([[null], [undefined], [true], [[5]], [{}]]),
	)('is not guessed from %p', (value) => {
		expect(refusalOf(() => read(value))).toEqual({
			message: "'Size' is not a whole number from 1 to 999,999",
			description: 'Enter a number such as 1,000, or remove the option.',
		});
	});

	it('says what it is to be: with fractions, without an upper bound, and what to do without it', () => {
		const more = { fractions: true, max: 1_000_000, otherwise: 'leave it out' };
		expect(refusalOf(() => read('x', more))).toEqual({
			message: "'Size' is not a number of at least 1",
			description: 'Enter a number such as 1,000, or leave it out.',
		});
	});
});

/** Just what is read: parameters by name, of one item. */
function contextWith(parameters: Record<string, unknown>, itemIndex: number) {
	const { context } = panel;
	const getNodeParameter = (name: string, index: number, otherwise: unknown) =>
		index === itemIndex && has(parameters, name) ? get(parameters, name) : otherwise;
	return { ...context, getNodeParameter } as unknown as IExecuteFunctions;
}

describe('how many results are wanted', () => {
	const limit = (parameters: Record<string, unknown>) =>
		readLimit({ context: contextWith(parameters, 3), itemIndex: 3 });

	it('is 50 unless said otherwise, and all with Return All', () => {
		expect(limit({})).toBe(50);
		expect(limit({ limit: 7 })).toBe(7);
		expect(limit({ limit: 2 ** 31 })).toBe(2 ** 31);
		expect(limit({ returnAll: false, limit: 1 })).toBe(1);
		expect(limit({ returnAll: true, limit: 'x' })).toBe(Infinity);
		expect(limit({ returnAll: 'true' })).toBe(Infinity);
	});

	it.each([0, -1, 1.5, 2 ** 31 + 1, null, 'many'])('is not guessed from %p', (value) => {
		expect(refusalOf(() => limit({ limit: value }))).toEqual({
			message: "'Limit' is not a whole number of at least 1",
			description: "Enter a number such as 50, or switch on 'Return All'.",
		});
	});

	it('is not all because an expression in Return All says something else', () => {
		expect(refusalOf(() => limit({ returnAll: 'yes' })).message).toBe(
			"'Return All' is neither on nor off",
		);
	});
});

describe('how many requests are on their way at the same time', () => {
	const concurrency = (options: Record<string, unknown>) =>
		readConcurrency(contextWith({ options }, 0));

	it('is left to the node unless said otherwise, from 1 to 20', () => {
		expect(readConcurrency(contextWith({}, 0))).toBe(AUTOMATIC);
		expect(concurrency({})).toBe(AUTOMATIC);
		expect(concurrency({ concurrency: 0 })).toBe(AUTOMATIC);
		expect([1, 20, '7'].map((value) => concurrency({ concurrency: value }))).toEqual([1, 20, 7]);
	});

	it.each([-1, 21, 2.5, undefined, ''])('is not guessed from %p', (value) => {
		expect(() => concurrency({ concurrency: value })).toThrow(
			expect.objectContaining({
				message: "'Concurrency' is not a whole number from 0 to 20",
				description: 'Enter a number such as 5, or remove the option.',
			}),
		);
	});
});
