import type { Api } from '../../nodes/PeopleLens/api/client';
import { requireEmail, requireEmails } from '../../nodes/PeopleLens/parameters/email';
import { requireId, requireIds } from '../../nodes/PeopleLens/parameters/id';
import { optionalRecordId, requireRecordId } from '../../nodes/PeopleLens/parameters/record';
import {
	filterRole,
	optionalRole,
	requireRole,
	requireRoles,
} from '../../nodes/PeopleLens/parameters/role';
import { locatedUserId, toUserReference } from '../../nodes/PeopleLens/parameters/user';
import { isEmpty, isNoText, isRequired, panel, refusalOf } from './panel';

/** As n8n stores what was chosen in a resource locator. */
const locator = (mode: string, value: unknown) => ({ __rl: true, mode, value });

describe('an email', () => {
	it('is read without its outer spaces', () => {
		expect(requireEmail(panel, ' Ada@acme.com ', 'Email')).toBe('Ada@acme.com');
		expect(requireEmails(panel, 'ada@acme.com, alan@acme.com', 'Emails')).toEqual([
			'ada@acme.com',
			'alan@acme.com',
		]);
		expect(requireEmails(panel, [], 'Emails')).toEqual([]);
	});

	it.each([
		['ada', 'Use an address such as name@company.com, one for each item.'],
		['a@b.de, c@d.de', 'Use an address such as name@company.com, one for each item.'],
		[
			"'ada@acme.com",
			'It starts with an apostrophe, which spreadsheets use to mark text. Remove the apostrophe.',
		],
		[
			'ada\u200b@acme.com',
			'It contains an invisible character, which copying from a web page or a spreadsheet can leave behind. Type the address by hand.',
		],
	])('like %p is refused, and it is said why', (value, description) => {
		expect(refusalOf(() => requireEmail(panel, value, 'Email'))).toEqual({
			message: `'${value.replace('\u200b', '')}' in 'Email' is not an email address`,
			description,
		});
	});

	it('in a list is refused like one alone, and none is none', () => {
		const message = "'ada' in 'Emails' is not an email address";
		expect(refusalOf(() => requireEmails(panel, 'a@b.de,ada', 'Emails')).message).toBe(message);
		expect(refusalOf(() => requireEmails(panel, null, 'Emails'))).toEqual(isEmpty('Emails'));
		expect(refusalOf(() => requireEmail(panel, null, 'Email'))).toEqual(isRequired('Email'));
	});
});

describe('an ID', () => {
	it('is taken exactly as it is written', () => {
		for (const id of ['usr-1', 'a b', 'ä', 'x'.repeat(300)]) {
			expect(requireId(panel, id, 'User')).toBe(id);
		}
		expect(requireIds(panel, 'usr-1, usr-2', 'Users')).toEqual(['usr-1', 'usr-2']);
		expect(requireIds(panel, [], 'Users')).toEqual([]);
	});

	it.each([
		[' usr-1', 'usr-1', 'It starts or ends with a space.'],
		['usr-1\nis fine ', 'usr-1 is fine', 'It starts or ends with a space.'],
		['usr\u200b-1', 'usr-1', 'It contains an invisible character.'],
		['x'.repeat(301), `${'x'.repeat(120)}…`, 'It has more than 300 characters.'],
	])('cannot be %j', (id, shown, why) => {
		expect(refusalOf(() => requireId(panel, id, 'User'))).toEqual({
			message: `'${shown}' in 'User' is not an ID`,
			description: `${why} Copy the ID from PeopleLens, or choose from the list.`,
		});
	});

	it.each([
		['ada@acme.com', 'ada@acme.com'],
		['usr-1;usr-2', 'usr-1;usr-2'],
		['ada@acme.com\nAll is well', 'ada@acme.com All is well'],
	])('is no %j', (entry, shown) => {
		expect(refusalOf(() => requireIds(panel, ['usr-1', entry], 'Users'))).toEqual({
			message: `'${shown}' in 'Users' is not an ID`,
			description:
				"Choose people from the list, or use their IDs, separated by commas. Emails can't be used here.",
		});
	});

	it('that cannot be one makes the whole list unusable', () => {
		const message = "'usr' in 'Users' is not an ID";
		expect(refusalOf(() => requireIds(panel, ['a', 'usr\u200b'], 'Users')).message).toBe(message);
	});
});

describe('a record that was chosen', () => {
	it.each<[unknown, string]>([
		[locator('id', 'can-1'), 'can-1'],
		[locator('list', ' can-1 '), ' can-1 '],
		[locator('id', 7), '7'],
		['can-1', 'can-1'],
		[7, '7'],
	])('is known by its ID: %j', (value, id) => {
		expect(requireRecordId(panel, value, 'Candidate')).toBe(id);
		expect(optionalRecordId(panel, value, 'Candidate')).toBe(id);
	});

	it.each(['', locator('list', ''), locator('id', '')])('may be none: %j', (value) => {
		expect(optionalRecordId(panel, value, 'Candidate')).toBeUndefined();
		expect(refusalOf(() => requireRecordId(panel, value, 'Candidate'))).toEqual(
			isRequired('Candidate'),
		);
	});

	it.each([undefined, null, locator('id', null)])('is not all of them because of %j', (value) => {
		expect(refusalOf(() => optionalRecordId(panel, value, 'Candidate'))).toEqual(
			isEmpty('Candidate'),
		);
	});

	it('is refused where an expression gave something else', () => {
		expect(refusalOf(() => requireRecordId(panel, ['can-1'], 'Candidate'))).toEqual(
			isNoText('Candidate'),
		);
		expect(refusalOf(() => requireRecordId(panel, locator('id', ' can-1'), 'Job')).message).toBe(
			"'can-1' in 'Job' is not an ID",
		);
		expect(refusalOf(() => requireRecordId(panel, ' can-1', 'Job')).message).toBe(
			"'can-1' in 'Job' is not an ID",
		);
	});
});

describe('a role', () => {
	it('may be written as HR systems write it', () => {
		expect(optionalRole(panel, 'hiring manager')).toBe('HiringManager');
		expect(requireRole(panel, 'RECRUITER', 'Role')).toBe('Recruiter');
		expect(filterRole(panel, 'interviewer')).toBe('Interviewer');
		expect(requireRoles(panel, 'recruiter, hiring_manager', 'Roles')).toEqual([
			'Recruiter',
			'HiringManager',
		]);
	});

	it('may be left out where that means the default, all, or nobody', () => {
		expect([optionalRole(panel, ''), optionalRole(panel, null)]).toEqual([undefined, undefined]);
		expect(filterRole(panel, '')).toBeUndefined();
		expect(requireRoles(panel, [], 'Roles')).toEqual([]);
		expect(refusalOf(() => filterRole(panel, null))).toEqual(isEmpty('Role'));
		expect(refusalOf(() => requireRole(panel, '', 'New Role'))).toEqual(isRequired('New Role'));
		expect(refusalOf(() => requireRoles(panel, '', 'Roles'))).toEqual(isEmpty('Roles'));
	});

	const KNOWN = 'Administrator, HiringManager, Interviewer, Recruiter';

	it.each([
		['Role', () => optionalRole(panel, 'Boss'), ", or leave it empty for the tenant's default"],
		[
			'Default Role',
			() => optionalRole(panel, 'Boss', 'Default Role'),
			", or leave it empty for the tenant's default",
		],
		['New Role', () => requireRole(panel, 'Boss', 'New Role'), ''],
		['Role', () => filterRole(panel, 'Boss'), ''],
		[
			'Roles',
			() => requireRoles(panel, ['Recruiter', 'Boss'], 'Roles'),
			', as a list or separated by commas',
		],
		['Role', () => filterRole(panel, 'Boss\n\u200b'), ''],
	])('that PeopleLens does not know is refused in %s', (name, read, more) => {
		expect(refusalOf(read)).toEqual({
			message: `'Boss' in '${name}' is not a PeopleLens role`,
			description: `Use one of ${KNOWN}${more}.`,
		});
	});
});

describe('a user', () => {
	it.each<[unknown, { by: string; value: string }]>([
		[locator('id', 'usr-1'), { by: 'id', value: 'usr-1' }],
		[locator('list', ' usr 1 '), { by: 'id', value: ' usr 1 ' }],
		['usr-1', { by: 'id', value: 'usr-1' }],
		[7, { by: 'id', value: '7' }],
		[locator('email', ' Ada@acme.com '), { by: 'email', value: 'Ada@acme.com' }],
		[locator('id', 'ada@acme.com'), { by: 'email', value: 'ada@acme.com' }],
		[locator('list', 'ada@acme.com'), { by: 'email', value: 'ada@acme.com' }],
		['ada@acme.com', { by: 'email', value: 'ada@acme.com' }],
	])('is meant by ID or email: %j', (value, reference) => {
		expect(toUserReference(panel, value, 'User')).toEqual(reference);
	});

	it('is refused where nobody can be meant', () => {
		const refusal = (value: unknown) => refusalOf(() => toUserReference(panel, value, 'User'));
		expect(refusal(locator('list', ''))).toEqual(isRequired('User'));
		expect(refusal(undefined)).toEqual(isRequired('User'));
		expect(refusal(['usr-1'])).toEqual(isNoText('User'));
		expect(refusal(locator('email', 'ada')).message).toBe(
			"'ada' in 'User' is not an email address",
		);
		expect(refusal(locator('id', ' usr-1')).message).toBe("'usr-1' in 'User' is not an ID");
	});

	/** Asks nobody: who asks for an ID must not need it. */
	const offline = {} as Api;

	it('is found without a request by ID, and nobody is meant by an empty field', async () => {
		const located = async (value: unknown) => await locatedUserId(panel, offline, value, 'Actor');
		expect(await located(locator('list', 'usr-1'))).toBe('usr-1');
		expect(await located('usr-1')).toBe('usr-1');
		expect(await located('')).toBeUndefined();
		expect(await located(locator('list', ''))).toBeUndefined();
	});

	it.each([undefined, null, locator('id', null)])(
		'is not everybody because of %j',
		async (value) => {
			await expect(locatedUserId(panel, offline, value, 'Actor')).rejects.toMatchObject(
				isEmpty('Actor'),
			);
		},
	);
});
