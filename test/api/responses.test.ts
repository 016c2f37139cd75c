import fc from 'fast-check';

import {
	isWebPage,
	serverMessage as messageOf,
} from '../../nodes/PeopleLens/api/errors/serverMessage';
import {
	parseAuditLogs,
	parseDeactivation,
	parseUser,
	parseUsers,
} from '../../nodes/PeopleLens/api/responses';

const ada = { id: 'usr-1', email: 'ada@acme.com', role: 'Recruiter', team: { name: 'HR' } };

describe('a user', () => {
	test.each([
		['bare', ada],
		['in data', { data: ada }],
		['in user', { user: ada }],
	])('is read %s, with all its fields', (_, body) => {
		expect(parseUser(body)).toEqual(ada);
	});

	test('with a number as ID gets it as text, as every ID', () => {
		expect(parseUser({ id: 7, email: 'ada@acme.com' })?.id).toBe('7');
	});

	test('is the object that carries the ID, whatever else lies in it', () => {
		const theme = { id: 'theme-9', role: 'x' };
		expect(parseUser({ ...ada, data: theme })).toMatchObject({ id: 'usr-1', role: 'Recruiter' });
		expect(parseUser({ ...ada, user: theme })).toMatchObject({ id: 'usr-1', role: 'Recruiter' });
	});

	test.each([{ name: 'Administrator' }, ['Administrator'], 7, null])(
		'with the role %j, which is no text, has a role that is not known',
		(role) => {
			expect(parseUser({ ...ada, role })).not.toHaveProperty('role');
			expect(parseUsers({ data: [{ ...ada, role }] })?.[0]).not.toHaveProperty('role');
		},
	);

	test.each([
		[undefined],
		[null],
		[''],
		['<html>'],
		['{"id": "usr-'],
		[{ ...ada, id: Number.MAX_SAFE_INTEGER + 1 }],
		[{ ...ada, id: 1.5 }],
		[{ ...ada, id: '  ' }],
		[{ ...ada, id: '', data: ada }],
		[{ data: ada, user: { ...ada, id: 'usr-2' } }],
		[{}],
		[{ ok: true }],
		[{ id: '' }],
		[{ id: null, email: 'ada@acme.com' }],
		[[ada]],
		[{ data: [ada] }],
		[{ data: null }],
	])('is not read from %j', (body) => {
		expect(parseUser(body)).toBeUndefined();
	});
});

describe('a list of users', () => {
	test('is read with all fields', () => {
		expect(parseUsers({ data: [ada] })).toEqual([ada]);
		expect(parseUsers({ data: [] })).toEqual([]);
	});

	test.each([[undefined], [''], ['<html>'], [[ada]], [{ data: ada }], [{ users: [ada] }]])(
		'is not read from %j',
		(body) => {
			expect(parseUsers(body)).toBeUndefined();
		},
	);

	test('is not read when an entry is nobody', () => {
		expect(parseUsers({ data: [ada, { email: 'bob@acme.com' }] })).toBeUndefined();
		expect(parseUsers({ data: [ada, null] })).toBeUndefined();
	});
});

describe('a page of audit logs', () => {
	const log = { id: 'log-1', action: 'USER_LOGIN', created_at: '2026-03-01T10:35:39.817Z' };

	test('is read as sent, with the total as a hint', () => {
		expect(parseAuditLogs({ data: [log], pagination: { total: 12 } })).toEqual({
			rows: [log],
			total: 12,
		});
	});

	test.each([[undefined], [null], [{}], [{ total: null }], [{ total: '12' }], [{ total: -1 }]])(
		'is read without a total when pagination is %j',
		(pagination) => {
			expect(parseAuditLogs({ data: [log], pagination })).toEqual({ rows: [log] });
		},
	);

	test('keeps broken rows in their places: paging counts them, and none may be lost', () => {
		const rows = parseAuditLogs({ data: [null, { id: 7 }, 'odd', {}, log] })?.rows;
		expect(rows).toEqual([{ details: null }, { id: 7 }, { details: 'odd' }, {}, log]);
	});

	test.each([[undefined], [''], ['<html>'], [{ ok: true }], [{ data: {} }], [[log]]])(
		'is not read from %j',
		(body) => {
			expect(parseAuditLogs(body)).toBeUndefined();
		},
	);
});

describe('a deactivation', () => {
	test.each([
		[undefined],
		[null],
		[''],
		[true],
		['OK'],
		['Deleted.'],
		[{}],
		[{ success: true }],
		[{ success: true, message: 'User deactivated', errors: [], error: null }],
		[{ status: 'success' }],
		[{ data: ada }],
		[{ ...ada, is_active: false, status: 'deactivated' }],
	])('is done when the answer is %j', (body) => {
		expect(parseDeactivation(body, 200)).toBe('yes');
	});

	test('has to be looked at when the answer is 202, which promises it for later', () => {
		expect(parseDeactivation('', 202)).toBe('unclear');
	});

	test.each([['Goodbye'], [{ message: 'User deactivated' }], [{ message: { toString: 1 } }]])(
		'has to be looked at when the answer is %j',
		(body) => {
			expect(parseDeactivation(body, 200)).toBe('unclear');
		},
	);

	test.each([
		['<html>'],
		[' <!doctype html>'],
		['{"succ'],
		['Error: not allowed'],
		['denied'],
		[[]],
		[0],
		[false],
		[{ success: false }],
		[{ success: 'false' }],
		[{ ok: false }],
		[{ error: 'no' }],
		[{ errors: ['no'] }],
		[{ status: 'error', message: 'not allowed' }],
		[{ status: 'pending' }],
		[{ data: { success: false } }],
		[{ user: { ...ada, is_enabled: true } }],
		[{ success: true, user: { ...ada, status: 'active' } }],
	])('is not done when the answer is %j', (body) => {
		expect(parseDeactivation(body, 200)).toBeUndefined();
	});
});

test('no answer whatever makes a parser stumble', () => {
	fc.assert(
		fc.property(fc.jsonValue(), (body) => {
			const parseAnswer = (answer: unknown) => parseDeactivation(answer, 200);
			for (const parse of [parseUser, parseUsers, parseAuditLogs, parseAnswer, serverMessage]) {
				expect(() => parse(body)).not.toThrow();
			}
		}),
		{ seed: 1, numRuns: 1000 },
	);
});

const serverMessage = (body: unknown) => messageOf(body, (text) => text);

describe("PeopleLens's own words are found", () => {
	test.each([
		[{ message: 'Role unknown' }, 'Role unknown'],
		[{ error: 'Role unknown' }, 'Role unknown'],
		[{ error: { code: 'E1', message: 'Role unknown' } }, 'Role unknown'],
		[{ detail: 'Role unknown' }, 'Role unknown'],
		[{ title: 'Role unknown', status: 422 }, 'Role unknown'],
		[{ errors: ['Role unknown', 'Email missing'] }, 'Role unknown; Email missing'],
		[
			{ message: 'Invalid', errors: [{ field: 'role', message: 'is unknown' }] },
			'Invalid; role: is unknown',
		],
		[{ errors: { email: ['is taken', 'is odd'] } }, 'email: is taken; is odd'],
		[{ detail: [{ loc: ['body', 'role'], msg: 'is unknown' }] }, 'is unknown'],
		[{ message: ['a', 'b'] }, 'a; b'],
		['  Role\n unknown ', 'Role unknown'],
		['<html><head><title>502 Bad Gateway</title></head></html>', '502 Bad Gateway'],
		['<!DOCTYPE html><p>No title here', undefined],
		['', undefined],
		['{"data": [{"email": "ada@acme.com", "fi', undefined],
		[undefined, undefined],
		[null, undefined],
		[{}, undefined],
		[{ ok: true }, undefined],
		[{ message: '' }, undefined],
	])('%j', (body, words) => {
		expect(serverMessage(body)).toBe(words);
	});

	test('however deep or long they are', () => {
		const deep = { error: { error: { error: { error: { error: { message: 'deep' } } } } } };
		expect(serverMessage(deep)).toBeUndefined();
		expect(serverMessage('x'.repeat(1000))).toHaveLength(401);
	});
});

test.each([
	['<!DOCTYPE html><html></html>', true],
	['\n <HTML lang="en">', true],
	['<?xml version="1.0"?>', true],
	['<b>not a page', false],
	['{"a": 1}', false],
	[{ html: true }, false],
])('%j is a web page: %s', (body, expected) => {
	expect(isWebPage(body)).toBe(expected);
});
