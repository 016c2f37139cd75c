import { longText, readChanges, readFields } from '../../nodes/PeopleLens/parameters/changes';
import { requireObject } from '../../nodes/PeopleLens/parameters/object';
import { optionOr, requireBoolean, requireChoice } from '../../nodes/PeopleLens/parameters/choice';
import { isAdded, isBlank, isMissing } from '../../nodes/PeopleLens/parameters/source';
import { requireText } from '../../nodes/PeopleLens/parameters/text';
import { isEmpty, isNoText, panel, refusalOf } from './panel';

describe('a switch', () => {
	it('is on or off, also in the words of an expression', () => {
		const read = (value: unknown) => requireBoolean(panel, value, 'Notify');
		expect([true, 'true', false, 'false'].map(read)).toEqual([true, true, false, false]);
	});

	it.each([undefined, null, '', 1, 0, 'yes', 'TRUE', []])('is not guessed from %p', (value) => {
		expect(refusalOf(() => requireBoolean(panel, value, 'Notify'))).toEqual({
			message: "'Notify' is neither on nor off",
			description:
				"Switch it by hand, or check that the expression in 'Notify' returns true or false.",
		});
	});
});

describe('a choice', () => {
	const CHOICES = ['preview', 'apply'] as const;

	it.each(CHOICES)('is one of its options: %s', (value) => {
		expect(requireChoice(panel, value, 'Mode', CHOICES)).toBe(value);
	});

	it.each([undefined, null, '', 'Apply', ' apply', ['apply'], 1])(
		'is not guessed from %p',
		(value) => {
			expect(refusalOf(() => requireChoice(panel, value, 'Mode', CHOICES))).toEqual({
				message: "'Mode' is not one of its options",
				description:
					"Choose from the list, or check that the expression in 'Mode' returns one of preview, apply.",
			});
		},
	);
});

describe('an option that was not added', () => {
	it('has its default, and one whose expression found nothing is read all the same', () => {
		const read = (value: unknown) => [value];
		expect(optionOr({}, 'size', ['none'], read)).toEqual(['none']);
		expect(optionOr({ size: 5 }, 'size', ['none'], read)).toEqual([5]);
		expect(optionOr({ size: undefined }, 'size', ['none'], read)).toEqual([undefined]);
	});

	it('is told from what every object has', () => {
		expect(isAdded({}, 'toString')).toBe(false);
		expect(isAdded({ toString: 'x' }, 'toString')).toBe(true);
	});
});

it('nothing is what an expression did not find; blank is also what was left empty', () => {
	const values = [undefined, null, '', ' \n', 0, false, 'a', []];
	expect(values.map(isMissing)).toEqual([true, true, ...Array(6).fill(false)]);
	expect(values.map(isBlank)).toEqual([true, true, true, true, ...Array(4).fill(false)]);
});

describe('fields to change', () => {
	const FIELDS = {
		firstName: { key: 'first_name', displayName: 'First Name' },
		badge: {
			key: 'badge',
			displayName: 'Badge',
			read: (source: unknown, value: unknown, name: string) => [source === panel, value, name],
		},
	};

	it('are those that were added, in the words of PeopleLens', () => {
		const added = { firstName: ' Ada ', badge: 7, unknown: 'x' };
		expect(readFields(panel, added, FIELDS)).toEqual({
			first_name: 'Ada',
			badge: [true, 7, 'Badge'],
		});
		expect(readFields(panel, {}, FIELDS)).toEqual({});
		expect(readChanges(panel, { firstName: '' }, FIELDS)).toEqual({ first_name: '' });
	});

	it.each([undefined, null])('are never emptied because an expression found %p', (firstName) => {
		const { message, description } = isEmpty('First Name');
		const added = { firstName };
		expect(refusalOf(() => readFields(panel, added, FIELDS))).toEqual({ message, description });
	});

	const CLEARED = ' Only a field that is left empty, without an expression, clears it.';

	it.each([
		['is told how to be cleared', undefined, CLEARED],
		['is told how to be cleared', longText, CLEARED],
		['can’t be', requireText, ''],
	])('one that found nothing %s', (_, read, toClear) => {
		const fields = { name: { key: 'name', displayName: 'Name', read } };
		expect(refusalOf(() => readChanges(panel, { name: null }, fields))).toEqual({
			message: "'Name' is empty",
			description: `Enter a value, or check that the expression in 'Name' returns one. To leave it as it is, remove 'Name'.${toClear}`,
		});
	});

	it('are refused where one cannot be used', () => {
		const refusal = refusalOf(() => readChanges(panel, { firstName: ['Ada'] }, FIELDS));
		expect(refusal).toEqual(isNoText('First Name'));
	});

	it('may not be none', () => {
		expect(refusalOf(() => readChanges(panel, { unknown: 'x' }, FIELDS))).toEqual({
			message: "'Update Fields' is empty",
			description: "Choose 'Add field' and say what is to be changed.",
		});
	});
});

describe('an object', () => {
	it.each<[unknown]>([[{ badge: 7 }], ['{"badge": 7}']])('may be given as %j', (value) => {
		expect(requireObject(panel, value, 'Metadata')).toEqual({ badge: 7 });
	});

	it.each<[unknown]>([['{'], ['null'], [null], ['[1]'], [[1]], ['7'], [7], [undefined], ['']])(
		'is not guessed from %j',
		(value) => {
			expect(refusalOf(() => requireObject(panel, value, 'Metadata'))).toEqual({
				message: "'Metadata' is not a JSON object",
				description:
					'Enter an object such as {"badge": 7}, or check the expression in \'Metadata\'.',
			});
		},
	);
});
