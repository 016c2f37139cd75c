import { runNode } from '../support/n8n';

import type { Api } from '../../nodes/PeopleLens/api/client';
import { listAuditLogs } from '../../nodes/PeopleLens/api/auditLogs';
import { findUserByEmail } from '../../nodes/PeopleLens/api/userLookup';
import { inviteUser } from '../../nodes/PeopleLens/api/invitation';
import { deactivateUser, getUser, listUsers } from '../../nodes/PeopleLens/api/users';
import { useSandbox } from '../support/sandbox';
import { probe } from './probe';

const sandbox = useSandbox({ users: 3, auditLogs: 5 });

async function call<Result>(work: (api: Api) => Promise<Result>): Promise<Result> {
	const results: Result[] = [];
	await runNode(
		probe(async (api) => results.push(await work(api))),
		{ credentials: { baseUrl: sandbox.url, apiKey: sandbox.apiKey } },
	);
	return results[0];
}

const ada = { email: 'ada@acme.example', firstName: 'Ada', lastName: 'Lovelace' };

describe('a user', () => {
	test.each(['bare', 'data', 'user'] as const)('is read from a %s answer', async (userAnswer) => {
		sandbox.behaviour.userAnswer = userAnswer;
		const user = sandbox.tenant.addUser({ id: 'usr-1', first_name: 'Ada' });
		expect(await call((api) => getUser(api, 'usr-1'))).toMatchObject({
			id: 'usr-1',
			email: user.email,
			first_name: 'Ada',
		});
	});

	test.each([['a/b'], ['a?b=c'], ['a#b'], ['a b'], ['ü'], ['%2e'], ['../audit-logs'], ['...']])(
		'with the ID %j is asked for under that very ID',
		async (id) => {
			sandbox.tenant.addUser({ id });
			expect((await call((api) => getUser(api, id))).id).toBe(id);
			expect(sandbox.requests[0].path).toBe(`/api/v1/users/${encodeURIComponent(id)}`);
		},
	);

	test.each([
		['', "'User' is empty"],
		['   ', "'User' is empty"],
		['.', "'.' in 'User' is not a user ID"],
		['..', "'..' in 'User' is not a user ID"],
	])('with the ID %j is refused: it would be the address of all users', async (id, message) => {
		await expect(call((api) => getUser(api, id))).rejects.toThrow(message);
		await expect(call((api) => deactivateUser(api, id))).rejects.toThrow(message);
		expect(sandbox.requests).toEqual([]);
	});
});

describe('a person is found by email', () => {
	const find = async (email: string) => (await call((api) => findUserByEmail(api, email)))?.id;

	test('whatever case was typed, even where the API tells cases apart', async () => {
		sandbox.tenant.addUser({ id: 'usr-1', email: 'ada@acme.example' });
		expect(await find('ada@acme.example')).toBe('usr-1');
		expect(await find(' Ada@Acme.Example ')).toBe('usr-1');
	});

	test.each(['exact', 'ignoreCase', 'contains', 'ignored'] as const)(
		'and nobody else, when the filter of the API is: %s',
		async (emailFilter) => {
			sandbox.behaviour.emailFilter = emailFilter;
			sandbox.tenant.addUser({ id: 'usr-2', email: 'joada@acme.example' });
			expect(await find('ada@acme.example')).toBeUndefined();
			sandbox.tenant.addUser({ id: 'usr-1', email: 'ada@acme.example' });
			expect(await find('ada@acme.example')).toBe('usr-1');
		},
	);

	test('with a plus in it', async () => {
		sandbox.tenant.addUser({ id: 'usr-1', email: 'ada+hr@acme.example' });
		expect(await find('ada+hr@acme.example')).toBe('usr-1');
	});
});

test('a list of users is never longer than the API was asked for, and carries all fields', async () => {
	const users = await call((api) => listUsers(api, { limit: 2 }));
	expect(users).toHaveLength(2);
	expect(users[0]).toMatchObject({ first_name: expect.any(String), role: expect.any(String) });
});

describe('an invitation', () => {
	test.each(['bare', 'data', 'user'] as const)('is read from a %s answer', async (createAnswer) => {
		sandbox.behaviour.createAnswer = createAnswer;
		const { user } = await call((api) => inviteUser(api, { ...ada, role: 'HiringManager' }));
		expect(user).toMatchObject({ email: ada.email, first_name: 'Ada', role: 'HiringManager' });
	});

	test("without a role sends none, so that the tenant's default applies", async () => {
		await call((api) => inviteUser(api, { ...ada, email: '  ada@acme.example ' }));
		expect(JSON.parse(sandbox.requests[0].body)).toEqual({
			email: 'ada@acme.example',
			first_name: 'Ada',
			last_name: 'Lovelace',
		});
	});

	test('of something that is plainly no email is refused before a request is made', async () => {
		await expect(call((api) => inviteUser(api, { ...ada, email: 'ada' }))).rejects.toThrow(
			"'ada' in 'Email' is not an email address",
		);
		expect(sandbox.requests).toEqual([]);
	});
});

test.each([204, 200, '200-body'] as const)(
	'a deactivation is done when the API answers %s',
	async (deleteAnswer) => {
		sandbox.behaviour.deleteAnswer = deleteAnswer;
		sandbox.tenant.addUser({ id: 'usr-1' });
		await call((api) => deactivateUser(api, 'usr-1'));
		expect(sandbox.tenant.users.find(({ id }) => id === 'usr-1')?.state).toBe('deactivated');
	},
);

describe('a page of audit logs', () => {
	test("comes with the total and the server's clock", async () => {
		const page = await call((api) => listAuditLogs(api, { limit: 2, offset: 0 }));
		expect(page.rows).toHaveLength(2);
		expect(page.total).toBe(5);
		const ahead = (page.serverTime ?? NaN) - Date.now();
		expect(Math.abs(ahead)).toBeLessThan(60_000);
	});

	test('comes without them when the API sends none', async () => {
		sandbox.behaviour.total = 'noPagination';
		sandbox.behaviour.dateHeader = 'off';
		const page = await call((api) => listAuditLogs(api, { limit: 2, offset: 0 }));
		expect(page).toEqual({ rows: page.rows, serverTime: undefined });
	});

	test('sends only the filters that are set', async () => {
		await call((api) => listAuditLogs(api, { limit: 100, offset: 0 }));
		const since = '2026-03-01T10:35:39.817Z';
		await call((api) => listAuditLogs(api, { limit: 9, offset: 3, since, action: 'USER_LOGIN' }));
		expect(sandbox.requests.map(({ query }) => query)).toEqual([
			{ limit: '100', offset: '0' },
			{ limit: '9', offset: '3', since, action: 'USER_LOGIN' },
		]);
	});
});
