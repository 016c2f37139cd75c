import fc from 'fast-check';

import { normalizeEmail, sameEmail } from '../../nodes/PeopleLens/api/email';

test.each([
	['ada@acme.com', 'ada@acme.com'],
	['  ada@acme.com\n', 'ada@acme.com'],
	['Ada.Lovelace+hr@Acme.Example', 'Ada.Lovelace+hr@Acme.Example'],
	["o'neill@acme.co.uk", "o'neill@acme.co.uk"],
	['zoë@münchen.example', 'zoë@münchen.example'],
])('%j is the email %s', (typed, email) => {
	expect(normalizeEmail(typed)).toBe(email);
});

test.each([
	[''],
	['   '],
	['ada'],
	['ada@acme'],
	['@acme.com'],
	['ada@'],
	['ada@@acme.com'],
	['ada@acme..com'],
	['ada@.acme.com'],
	['ada lovelace@acme.com'],
	['ada@acme.com, bob@acme.com'],
	['ada@acme.com;bob@acme.com'],
	['Ada <ada@acme.com>'],
	['mailto:ada@acme.com'],
	[`${'a'.repeat(250)}@acme.com`],
	[undefined],
	[null],
	[42],
	[{ email: 'ada@acme.com' }],
])('%j is plainly not an email', (typed) => {
	expect(normalizeEmail(typed)).toBeUndefined();
});

test('every address a mail program accepts is accepted, and trimming twice changes nothing', () => {
	fc.assert(
		fc.property(fc.emailAddress(), (email) => {
			expect(normalizeEmail(` ${email} `)).toBe(email);
		}),
		{ seed: 1 },
	);
});

test('the same person is recognised without case and outer spaces', () => {
	expect(sameEmail('Ada@Acme.com', ' ada@acme.COM ')).toBe(true);
	expect(sameEmail('ada@acme.com', 'ada@acme.co')).toBe(false);
	expect(sameEmail('ada@acme.com', 'ada+hr@acme.com')).toBe(false);
});
