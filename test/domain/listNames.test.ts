import fc from 'fast-check';

import {
	emailIn,
	isTitleIn,
	personLabel,
	titleLabel,
} from '../../nodes/PeopleLens/domain/listNames';

/** What the list of the panel has shown is all that tells later whose ID was chosen. */

const SEED = 20261201;

/** Names and titles as people write them, with all that labels are made of. */
const text = fc
	.array(fc.constantFrom('Ada', 'O’Neill', 'Nurse', ' ', ',', ', ', '(', ')', ' (m/f/d)', '@'), {
		maxLength: 6,
	})
	.map((parts) => parts.join('').trim());
const word = fc.constantFrom('', 'open', 'Care, Home', 'hired (again)', 'x');

const email = fc
	.tuple(fc.stringMatching(/^[a-z0-9.+]{1,8}$/), fc.stringMatching(/^[a-z0-9]{1,8}$/))
	.map(([local, domain]) => `${local}@${domain}.example`);

it('the email of a person is read from the label as it was written into it', () => {
	fc.assert(
		fc.property(text, email, word, (name, address, detail) => {
			expect(emailIn(personLabel({ name, email: address, id: 'can-1' }, detail))).toBe(address);
		}),
		{ seed: SEED, numRuns: 500 },
	);
});

it('a person without an email has none in the label, whatever the name', () => {
	fc.assert(
		fc.property(text, word, (name, detail) => {
			expect(emailIn(personLabel({ name, id: 'can-1' }, detail))).toBeUndefined();
		}),
		{ seed: SEED, numRuns: 500 },
	);
});

it('a title is found in the label that begins with it', () => {
	const title = text.filter((words) => words !== '');
	fc.assert(
		fc.property(title, fc.array(word), (words, details) => {
			expect(isTitleIn(titleLabel(words, details), words)).toBe(true);
		}),
		{ seed: SEED, numRuns: 500 },
	);
});

it('a title without a comma is found in no label of another one', () => {
	const title = text.filter((words) => words !== '' && !words.includes(','));
	fc.assert(
		fc.property(title, title, fc.array(word), (words, other, details) => {
			expect(isTitleIn(titleLabel(words, details), other)).toBe(words === other);
		}),
		{ seed: SEED, numRuns: 500 },
	);
});

it.each([
	[{ name: 'Ada Lovelace', email: 'ada@mail.com' }, 'hired', 'Ada Lovelace, hired (ada@mail.com)'],
	[{ name: '', email: 'ada@mail.com' }, 'hired', 'ada@mail.com, hired'],
	[{ name: 'Ada', email: '' }, '', 'Ada'],
	[{ name: '', email: '', id: 'can-1' }, undefined, 'can-1'],
])('a person is shown by whatever is known: %j', (person, detail, label) => {
	expect(personLabel(person, detail)).toBe(label);
});
