import fc from 'fast-check';

import {
	emailKey,
	lookalikes,
	normalizeEmail,
	samePerson,
} from '../../nodes/PeopleLens/domain/identity';

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
	['a@x.com?role=Administrator'],
	['a@x.com#'],
	['a@x_y.com'],
	["'ada@acme.com"],
	['ada\u200b@acme.com'],
	['ada@acme.com\u200b'],
	['a\u00adda@acme.com'],
	['ada\u0000@acme.com'],
	['\u202eada@acme.com'],
	['a\u034fda@acme.com'],
	['a\u115fda@acme.com'],
	['a\u3164da@acme.com'],
	['a\uffa0da@acme.com'],
	['a\ufe0fda@acme.com'],
	['a\u{e0100}da@acme.com'],
	['a\ud800da@acme.com'],
	['ada＠acme.com'],
	[`${'a'.repeat(250)}@acme.com`],
	[undefined],
	[null],
	[42],
	[{ email: 'ada@acme.com' }],
])('%j is plainly not an email', (typed) => {
	expect(normalizeEmail(typed)).toBeUndefined();
});

test('every address a mail program accepts is accepted, but for an apostrophe that Excel may have put there', () => {
	fc.assert(
		fc.property(fc.emailAddress(), (email) => {
			fc.pre(!email.startsWith("'"));
			expect(normalizeEmail(` ${email} `)).toBe(email);
			expect(samePerson(email, email.toUpperCase())).toBe(true);
		}),
		{ seed: 1 },
	);
});

describe('two emails', () => {
	test.each([
		['Ada@Acme.com', ' ada@acme.COM '],
		['jos\u00e9@x.com', 'jose\u0301@x.com'],
		['b@b\u00fccher.de', 'b@xn--bcher-kva.de'],
		['b@B\u00dcCHER.de', 'b@bu\u0308cher.de'],
	])('%j and %j are the same person', (a, b) => {
		expect(samePerson(a, b)).toBe(true);
		expect(samePerson(b, a)).toBe(true);
	});

	test.each([
		['ada@acme.com', 'ada@acme.co'],
		['ada@acme.com', 'ada+hr@acme.com'],
		['ada@acme.com', 'ada\u200b@acme.com'],
		['', ' '],
		['ada', 'ADA'],
	])('%j and %j are not', (a, b) => {
		expect(samePerson(a, b)).toBe(false);
	});

	test.each([
		['ada@acme.com', 'ada\u200b@acme.com'],
		['ada@acme.com', "'ada@acme.com"],
		['\u0130da@acme.com', 'ida@acme.com'],
		['jose@acme.com', 'jos\u00e9@acme.com'],
		['ada@acme.com', '\uff41da@acme.com'],
		['lukasz@acme.com', '\u0142ukasz@acme.com'],
	])('%j and %j look alike', (a, b) => {
		expect(lookalikes(a).some((look) => lookalikes(b).includes(look))).toBe(true);
	});

	test.each([
		['ada@acme.com', 'eda@acme.com'],
		['\u674e@acme.com', '\u738b@acme.com'],
	])('%j and %j do not look alike', (a, b) => {
		expect(lookalikes(a).some((look) => lookalikes(b).includes(look))).toBe(false);
	});
});

test('an email that can not be read is nobody in particular', () => {
	expect(emailKey('ada\u200b@acme.com')).toBeUndefined();
	expect(emailKey('')).toBeUndefined();
});
