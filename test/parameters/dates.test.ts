import { DateTime } from 'luxon';

import { excerpt } from '../../nodes/PeopleLens/domain/excerpt';
import { optionalDate } from '../../nodes/PeopleLens/parameters/date';
import { toInstant } from '../../nodes/PeopleLens/parameters/instant';
import { isEmpty, panel, refusalOf } from './panel';

const NINE_IN_BERLIN = Date.UTC(2026, 2, 1, 8);

describe('a date', () => {
	it.each<[unknown, number]>([
		['2026-03-01T09:00:00', NINE_IN_BERLIN],
		[' 2026-03-01T09:00 ', NINE_IN_BERLIN],
		['2026-03-01 09:00:00', NINE_IN_BERLIN],
		['2026-03-01T09:00:00Z', Date.UTC(2026, 2, 1, 9)],
		['2026-03-01T09:00:00+02:00', Date.UTC(2026, 2, 1, 7)],
		['2026-03-01 09:00:00 +02:00', Date.UTC(2026, 2, 1, 7)],
		['2026-03-01 09:00:00 UTC', Date.UTC(2026, 2, 1, 9)],
		['2026-03-01 09:00:00 GMT', Date.UTC(2026, 2, 1, 9)],
		['2026-03-01T09:00-10:00', Date.UTC(2026, 2, 1, 19)],
		['2026-03-01T09:00+14', Date.UTC(2026, 1, 28, 19)],
		['2026-03-01T09:00+05:45', Date.UTC(2026, 2, 1, 3, 15)],
		['20260301T090000', NINE_IN_BERLIN],
		['20260301t09', NINE_IN_BERLIN],
		['2026-W09-7T09:00', NINE_IN_BERLIN],
		['2026-060T09:00', NINE_IN_BERLIN],
		['2026-03-01', Date.UTC(2026, 1, 28, 23)],
		['2026-03', Date.UTC(2026, 1, 28, 23)],
		[new Date(NINE_IN_BERLIN), NINE_IN_BERLIN],
		[DateTime.fromMillis(NINE_IN_BERLIN), NINE_IN_BERLIN],
	])('%p is read in the time zone of the workflow, unless it has one', (value, instant) => {
		expect(toInstant(value, 'Europe/Berlin')).toBe(instant);
		expect(optionalDate(panel, value, 'After')).toBe(instant);
	});

	const inBerlin = (year: number, month: number, day: number) =>
		DateTime.local(year, month, day, { zone: 'Europe/Berlin' });

	it.each<[string, DateTime, DateTime]>([
		['2026-03-31', inBerlin(2026, 3, 31), inBerlin(2026, 4, 1)],
		['2026-090', inBerlin(2026, 3, 31), inBerlin(2026, 4, 1)],
		['2026-W14-2', inBerlin(2026, 3, 31), inBerlin(2026, 4, 1)],
		['2026-W14', inBerlin(2026, 3, 30), inBerlin(2026, 4, 6)],
		['2026-03', inBerlin(2026, 3, 1), inBerlin(2026, 4, 1)],
	])('without a time, %s, means its beginning or its end', (text, first, next) => {
		expect(toInstant(text, 'Europe/Berlin')).toBe(+first);
		expect(toInstant(text, 'Europe/Berlin', 'last')).toBe(+next - 1);
	});

	it('that comes twice means the first or the last of both, that is left out the time after it', () => {
		const at = (text: string) => [
			toInstant(text, 'Europe/Berlin'),
			toInstant(text, 'Europe/Berlin', 'last'),
		];
		expect(at('2026-10-25T02:30')).toEqual([
			Date.UTC(2026, 9, 25, 0, 30),
			Date.UTC(2026, 9, 25, 1, 30),
		]);
		const leftOut = Date.UTC(2026, 2, 29, 1, 30);
		expect(at('2026-03-29T02:30')).toEqual([leftOut, leftOut]);
	});

	it.each([new Date(0), DateTime.fromMillis(0)])('is not made of nothing: %p', (value) => {
		expect(refusalOf(() => optionalDate(panel, value, 'After'))).toEqual({
			message: "'After' is the first moment of 1970, which an expression makes of nothing",
			description: expect.stringContaining('1970-01-01T00:00:00Z'),
		});
		expect(optionalDate(panel, '1970-01-01T00:00:00Z', 'After')).toBe(0);
	});

	it('that was left empty filters nothing', () => {
		expect(optionalDate(panel, '', 'After')).toBeUndefined();
	});

	it.each([undefined, null])('that an expression did not find (%p) is not none', (value) => {
		expect(refusalOf(() => optionalDate(panel, value, 'After'))).toEqual(isEmpty('After'));
	});

	it.each<[unknown]>([
		['12'],
		['12:30'],
		['170000'],
		['2026'],
		['20260301'],
		['yesterday'],
		['2026-02-30'],
		['on 2026-03-01'],
		['at 20260301T09'],
		['2026-Wxx'],
		['2026-03-01T09:00:00 UTC'],
		['2026-03-01 09:00 BST'],
		['2026-03-01 09:00 Europe/Berlin'],
		['2026-03-01T09:00+01:00[Europe/Berlin]'],
		['2026-03-01 09:00-10:00'],
		['2026-03-01 09:00 -10:00'],
		['2026-03-01T09:00+15:00'],
		['2026-03-01T09:00-05:20'],
		[new Date(Date.UTC(10_000, 1))],
		[' '],
		[`2026-03-01T09:00:00${' '.repeat(90)}x`],
		[`2026-03-01T09:00:00.${'0'.repeat(81)}`],
		[NINE_IN_BERLIN],
		[true],
		[['2026-03-01']],
		[new Date(NaN)],
		[DateTime.fromISO('never')],
	])('is not guessed from %p', (value) => {
		expect(toInstant(value, 'Europe/Berlin')).toBeUndefined();
		expect(refusalOf(() => optionalDate(panel, value, 'After'))).toEqual({
			message: `'${excerpt(String(value))}' in 'After' is not a date`,
			description:
				'Pick one from the calendar, or use a format such as 2026-03-01T09:00:00 (in the time zone of the workflow) or 2026-03-01T09:00:00Z.',
		});
	});

	it('of 100 characters is read', () => {
		expect(toInstant(`2026-03-01T09:00:00.${'0'.repeat(80)}`, 'Europe/Berlin')).toBeUndefined();
		expect(toInstant(`2026-03-01T09:00:00.${'0'.repeat(30)}`, 'Europe/Berlin')).toBe(
			NINE_IN_BERLIN,
		);
	});
});
