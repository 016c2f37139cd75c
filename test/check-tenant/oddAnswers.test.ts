import type { Answer } from '../../sandbox/http/answer';
import type { Sandbox } from '../../sandbox/index';
import type { Facts } from '../../sandbox/tenantReport/facts';
import { judge } from '../../scripts/check-tenant/verdicts';
import { createServer, type AddressInfo } from '../support/node';
import { checkTenant, personalDataIn, startTenant } from './tenant';

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startTenant();
});
afterEach(async () => await sandbox.stop());

type Json = { data?: Array<Record<string, unknown>>; [name: string]: unknown };

/** Changes every good JSON answer on its way out. */
function rewrite(change: (body: Json) => unknown): void {
	sandbox.rewriteAnswer = (answer) =>
		answer.status === 200
			? { ...answer, body: JSON.stringify(change(JSON.parse(answer.body) as Json)) }
			: answer;
}

const eachRow = (change: (row: Record<string, unknown>, index: number) => unknown) =>
	rewrite((body) => (body.data ? { ...body, data: body.data.map(change) } : body));

const answerAll = (answer: Partial<Answer>) => {
	sandbox.rewriteAnswer = (right) => ({ ...right, ...answer });
};

/** Checks, and shows which points break something. */
async function check() {
	sandbox.requests.length = 0;
	const { facts, report } = await checkTenant(sandbox);
	expect(sandbox.requests.length).toBeLessThanOrEqual(60);
	expect(personalDataIn(JSON.stringify(report), sandbox)).toEqual([]);
	const points = judge(facts).flatMap((section) => section.points);
	const broken = points.filter(({ verdict }) => verdict === 'breaks').map(({ id }) => id);
	return { facts, broken };
}

const LOGIN_PAGE = '<!DOCTYPE html><html><title>Sign in</title></html>';

it.each<[string, Partial<Answer>, Facts['auditLogAnswer']]>([
	['a login page', { status: 200, body: LOGIN_PAGE }, 'webPage'],
	['JSON that breaks off', { status: 200, body: '{"data": [{"id": "a"' }, 'brokenJson'],
	['nothing', { status: 200, body: '' }, 'empty'],
	['a text', { status: 200, body: 'It works!' }, 'text'],
	['other JSON', { status: 200, body: '{"ok": true}' }, 'otherJson'],
	['null', { status: 200, body: 'null' }, 'otherJson'],
	['a list of another form', { status: 200, body: '{"logs": [{"id": "a"}]}' }, 'otherList'],
	['a list without a name', { status: 200, body: '[{"id": "a"}]' }, 'otherList'],
	['a page of maintenance', { status: 503, body: LOGIN_PAGE }, 'status'],
	['an error without a body', { status: 500, body: '' }, 'status'],
])(
	'%s in place of a list is a finding, and breaks what needs lists',
	async (_name, answer, seen) => {
		answerAll(answer);
		const { facts, broken } = await check();
		expect(facts.auditLogAnswer).toBe(seen);
		expect(facts.userListAnswer).toBe(seen);
		expect(facts.unfinished).toEqual([]);
		expect(broken).toEqual(expect.arrayContaining(['auditLogAnswer', 'userListAnswer']));
	},
);

it('a redirect is not followed, and the key goes to no other place', async () => {
	let elsewhere = 0;
	const other = createServer((_request, response) => {
		elsewhere++;
		response.end();
	});
	await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', () => resolve()));
	const to = `http://127.0.0.1:${(other.address() as AddressInfo).port}/login`;
	sandbox.inject({ type: 'redirect', to }, { times: 1000 });
	const { facts, broken } = await check();
	await new Promise<void>((resolve) => other.close(() => resolve()));
	expect(elsewhere).toBe(0);
	expect(facts.auditLogAnswer).toBe('redirect');
	expect(broken).toContain('auditLogAnswer');
});

it('rows that are null or no objects do not stop the check', async () => {
	eachRow((row, index) => [null, 7, 'x', [], row][index % 5]);
	const { facts } = await check();
	expect(facts.unfinished).toEqual([]);
	expect(facts.auditLogIds).toBe('mixed');
	expect(facts.userIds).toBe('mixed');
});

it('a list that holds nothing but null says that IDs are missing', async () => {
	eachRow(() => null);
	const { facts, broken } = await check();
	expect(facts).toMatchObject({ userIds: 'missing', unfinished: [] });
	expect(broken).toContain('userIds');
});

it('IDs that are numbers are told from those that JSON cannot carry', async () => {
	eachRow((row, index) => ({ ...row, id: index + 1 }));
	expect((await check()).facts).toMatchObject({ auditLogIds: 'number', userIds: 'number' });
	eachRow((row, index) => ({ ...row, id: 2 ** 53 + index * 2 }));
	const { facts, broken } = await check();
	expect(facts).toMatchObject({ auditLogIds: 'unsafeNumber', userIds: 'unsafeNumber' });
	expect(broken).toContain('userIds');
});

it.each<[string, (date: string) => unknown, Facts['createdAt']]>([
	['without a zone', (date) => date.slice(0, -1), 'noZone'],
	['with another zone', (date) => date.replace('Z', '+00:00'), 'offset'],
	['as a database writes them', (date) => date.replace('T', ' ').replace('Z', '+00'), 'offset'],
	['with a space and without a zone', (date) => date.replace('T', ' ').slice(0, -1), 'noZone'],
	['with the zone in letters', (date) => date.replace('Z', ' UTC'), 'utc'],
	['with a comma', (date) => date.replace('.', ','), 'utc'],
	['in whole seconds', (date) => `${date.slice(0, 19)}Z`, 'utc'],
	['as numbers', (date) => Date.parse(date), 'epoch'],
	['as numbers in texts', (date) => String(Date.parse(date) / 1000), 'epoch'],
	['as words', () => 'yesterday', 'other'],
	['not at all', () => undefined, 'other'],
])('events dated %s are seen as such', async (_name, change, seen) => {
	eachRow((row) => ({ ...row, created_at: change(String(row.created_at)) }));
	const { facts, broken } = await check();
	expect(facts.createdAt).toBe(seen);
	expect(facts.unfinished).toEqual([]);
	// What the package reads breaks nothing.
	expect(broken.includes('createdAt')).toBe(seen === 'other');
});

it.each<[string, (date: string) => unknown]>([
	['as a database writes them', (date) => date.replace('T', ' ').replace('Z', '+00')],
	['without a zone', (date) => date.replace('T', ' ').slice(0, -1)],
	['as numbers', (date) => Date.parse(date)],
])('"since" is tried out with events that are dated %s', async (_name, change) => {
	eachRow((row) => ({ ...row, created_at: change(String(row.created_at)) }));
	expect((await check()).facts).toMatchObject({ sincePrecision: 'millisecond', total: 'exact' });
});

it('a total that is a text is no number', async () => {
	rewrite((body) => (body.pagination ? { ...body, pagination: { total: '300' } } : body));
	expect((await check()).facts.total).toBe('notANumber');
});

it('an offset that is ignored breaks reading on', async () => {
	sandbox.rewriteAnswer = (answer, { path, query }) => {
		if (!path.endsWith('audit-logs') || Number(query.offset ?? 0) === 0) return answer;
		const rows = sandbox.tenant.auditLogs.slice(-100).reverse();
		return { ...answer, status: 200, body: JSON.stringify({ data: rows, pagination: {} }) };
	};
	const { facts, broken } = await check();
	expect(facts).toMatchObject({ offset: 'ignored', offsetBeyondEnd: 'rows' });
	expect(broken).toEqual(expect.arrayContaining(['offset', 'offsetBeyondEnd']));
});

it.each([
	['since', { sincePrecision: 'ignored' }, 'sincePrecision'],
	['action', { actionFilter: 'ignored', actionUnknown: 'ignored' }, undefined],
] as const)('a tenant that ignores "%s" is seen', async (name, seen, id) => {
	sandbox.rewriteAnswer = (answer, { path, query }) => {
		if (!path.endsWith('audit-logs') || query[name] === undefined) return answer;
		const rows = sandbox.tenant.auditLogs.slice(-99).reverse();
		return { ...answer, status: 200, body: JSON.stringify({ data: rows, pagination: {} }) };
	};
	const { facts, broken } = await check();
	expect(facts).toMatchObject(seen);
	expect(broken).toEqual(id ? [id] : []);
});

it('deactivated users on the list are seen where a row says so', async () => {
	eachRow((row, index) => ({ ...row, ...(index === 3 && { is_active: false }) }));
	expect((await check()).facts.inactiveListed).toBe(true);
});

it('an answer about another user than the one asked for breaks working with users', async () => {
	rewrite((body) => (body.data ? body : { ...body, id: 'somebody-else' }));
	const { facts, broken } = await check();
	expect(facts.otherUserAnswered).toBe(true);
	expect(broken).toContain('otherUserAnswered');
});

it('a wrong key that is accepted is the worst of findings', async () => {
	sandbox.keys.grant('dummy-api-key-nobody-has');
	expect((await check()).broken).toEqual(['wrongKeyStatus']);
});

it('a key that PeopleLens refuses ends the check after one request', async () => {
	sandbox.keys.revoke(sandbox.apiKey);
	const { facts, broken } = await check();
	expect(broken).toEqual(['auditLogAnswer']);
	expect(facts.auditLogStatus).toBe(401);
	expect(sandbox.requests).toHaveLength(1);
});

it('a key that may read users only gets its findings about users', async () => {
	sandbox.keys.grant(sandbox.apiKey, ['users:read']);
	const { facts, broken } = await check();
	expect(facts).toMatchObject({ auditLogStatus: 403, userListAnswer: 'list', sortOrder: null });
	expect(broken).toEqual(['auditLogAnswer']);
});

it('a tenant without events and users gets "not seen", not a guess', async () => {
	await sandbox.stop();
	const { startSandbox } = await import('../../sandbox/index');
	sandbox = await startSandbox({ users: 0, auditLogs: 0 });
	const { facts, broken } = await check();
	expect(facts).toMatchObject({ sortOrder: null, total: null, emailFilter: null, usersCap: null });
	expect(facts.unfinished).toEqual([]);
	expect(broken).toEqual([]);
});

it('a tenant that does not answer is given up after three requests', async () => {
	const { url, apiKey } = sandbox;
	await sandbox.stop();
	const { facts, requests } = await checkTenant({ url, apiKey });
	expect(facts.auditLogAnswer).toBe('none');
	expect(requests).toBe(3);
	sandbox = await startTenant();
});

it('connections that break and answers that hang in between are findings, not the end', async () => {
	sandbox.inject({ type: 'drop' }, { after: 5 });
	sandbox.inject({ type: 'drop', midway: true }, { after: 9 });
	sandbox.inject({ type: 'truncated' }, { after: 14 });
	const { facts } = await check();
	expect(facts.auditLogAnswer).toBe('list');
	expect(facts.unfinished).toEqual([]);
});

it('a 429 that asks for an hour ends the check instead of waiting', async () => {
	sandbox.inject({ type: 'status', status: 429, retryAfterSeconds: 3600 }, { after: 4 });
	const { facts } = await check();
	expect(facts).toMatchObject({ rateLimitMet: true, retryAfter: 'seconds', sortOrder: 'newest' });
	expect(facts.unfinished).not.toEqual([]);
	expect(sandbox.requests).toHaveLength(5);
});
