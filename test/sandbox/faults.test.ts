import { connectSocket, delay } from '../support/node';
import { connect } from '../../sandbox/client';
import { startSandbox, type Fault, type Sandbox } from '../../sandbox';

let sandbox: Sandbox;
let api: ReturnType<typeof connect>;
beforeEach(async () => {
	sandbox = await startSandbox();
	api = connect(sandbox);
});
afterEach(async () => await sandbox.stop());

const GRACE = { email: 'grace@northwind.example', first_name: 'Grace', last_name: 'Hopper' };
const invited = () => sandbox.tenant.people.withEmail(GRACE.email) !== undefined;
const list = async () => await api.send('GET', '/api/v1/users');
const invite = async () => await api.send('POST', '/api/v1/users', GRACE);

it.each([
	[{}, 'application/json; charset=utf-8', /"message":"Status 503/],
	[{ body: 'html' }, 'text/html; charset=utf-8', /^<!DOCTYPE html>/],
	[{ body: 'text', message: 'try later' }, 'text/plain', /^try later$/],
	[{ body: 'empty' }, null, /^$/],
] as const)('fails with a status and the body %j', async (fields, contentType, words) => {
	sandbox.inject({ type: 'status', status: 503, ...fields });
	const { status, headers, text } = await list();
	expect([status, headers.get('content-type')]).toEqual([503, contentType]);
	expect(text).toMatch(words);
	expect(headers.get('retry-after')).toBeNull();
	expect((await list()).status).toBe(200);
});

it('the sandbox says when to come back, in seconds or as a date', async () => {
	sandbox.inject({ type: 'status', status: 429, retryAfterSeconds: 7 });
	expect((await list()).headers.get('retry-after')).toBe('7');
	sandbox.inject({ type: 'status', status: 429, retryAfterSeconds: 7, retryAfterForm: 'date' });
	const { headers } = await list();
	const wait = Date.parse(headers.get('retry-after') ?? '') - Date.parse(headers.get('date') ?? '');
	expect(wait).toBeGreaterThanOrEqual(7000);
	expect(wait).toBeLessThanOrEqual(8000);
});

it.each<[Fault, unknown, RegExp]>([
	[{ type: 'html' }, undefined, /<title>Sign in<\/title>/],
	[{ type: 'html', title: 'Maintenance' }, undefined, /<title>Maintenance<\/title>/],
	[{ type: 'wrongShape' }, { ok: true }, /./],
	[{ type: 'wrongShape', body: { data: {} } }, { data: {} }, /./],
	[{ type: 'empty' }, undefined, /^$/],
	[{ type: 'truncated' }, undefined, /^\{"data":\[\{"id":/],
])('the sandbox answers 200 with nonsense: %j', async (fault, json, words) => {
	sandbox.inject(fault);
	const reply = await list();
	expect([reply.status, reply.json]).toEqual([200, json]);
	expect(reply.text).toMatch(words);
});

it('the sandbox never answers a request that is to hang', async () => {
	sandbox.inject({ type: 'hang' });
	const answer = list().catch(() => 'closed');
	expect(await Promise.race([answer, delay(150)])).toBeUndefined();
	await sandbox.stop();
	expect(await answer).toBe('closed');
});

it.each(['headers', 'body'] as const)(
	'the sandbox sends the %s byte by byte, without end',
	async (part) => {
		sandbox.inject({ type: 'trickle', part, everyMs: 5 });
		const socket = connectSocket(Number(new URL(sandbox.url).port), '127.0.0.1');
		socket.write('GET /api/v1/users HTTP/1.1\r\nHost: sandbox\r\n\r\n');
		let received = '';
		socket.on('data', (data) => (received += String(data)));
		const until = async (length: number) => {
			while (received.length < length) await delay(10);
		};
		await until(1);
		await until(received.length + 10);
		socket.destroy();
		expect(received.includes('\r\n\r\n')).toBe(part === 'body');
	},
	30_000,
);

it.each([[{}], [{ gzip: true }], [{ status: 500 }]])(
	'the sandbox answers with so many megabytes: %j',
	async (fields) => {
		sandbox.inject({ type: 'oversize', megabytes: 3, ...fields });
		const { status, text, json } = await list();
		expect(status).toBe('status' in fields ? fields.status : 200);
		expect(text.length).toBe(3_000_000 + '{"data":[""]}'.length);
		expect(json).toHaveProperty('data');
	},
	30_000,
);

it.each<[Fault, boolean]>([
	[{ type: 'drop' }, false],
	[{ type: 'drop', acted: true }, true],
	[{ type: 'drop', midway: true }, true],
])('drops the connection: %j', async (fault, acted) => {
	sandbox.inject(fault);
	await expect(invite()).rejects.toThrow();
	expect(invited()).toBe(acted);
	expect(sandbox.requests).toHaveLength(1);
});

it.each<[Fault, boolean]>([
	[{ type: 'status', status: 502, body: 'html' }, false],
	[{ type: 'status', status: 504, acted: true }, true],
	[{ type: 'empty', acted: true }, true],
	[{ type: 'truncated' }, true],
])('carries the request out or not before %j', async (fault, acted) => {
	sandbox.inject(fault);
	await invite();
	expect(invited()).toBe(acted);
});

it('the sandbox redirects to another origin, whose log shows whether the key came along', async () => {
	const elsewhere = await startSandbox();
	try {
		const to = `${elsewhere.url}/api/v1/users`;
		sandbox.inject({ type: 'redirect', to, status: 307 });
		const { status, headers } = await list();
		expect([status, headers.get('location')]).toEqual([307, to]);

		sandbox.inject({ type: 'redirect', to });
		const authorization = `Bearer ${sandbox.apiKey}`;
		await fetch(`${sandbox.url}/api/v1/users`, { headers: { authorization, 'x-mark': '1' } });
		expect(elsewhere.requests).toHaveLength(1);
		expect(elsewhere.requests[0].headers).toMatchObject({ 'x-mark': '1' });
		expect(elsewhere.requests[0].headers).not.toHaveProperty('authorization');
		expect(sandbox.requests[1].headers).toMatchObject({ authorization });
	} finally {
		await elsewhere.stop();
	}
});

it('the sandbox redirects within its own origin', async () => {
	sandbox.inject({ type: 'redirect', to: '/api/v1/audit-logs' });
	expect((await list()).headers.get('location')).toBe('/api/v1/audit-logs');
});

it('the sandbox hits so many requests, after so many, of the kind that was meant', async () => {
	sandbox.inject(
		{ type: 'status', status: 500 },
		{ times: 2, after: 1, match: ({ path }) => path === '/api/v1/users' },
	);
	const statuses: number[] = [];
	for (let index = 0; index < 5; index++) {
		expect((await api.send('GET', '/api/v1/audit-logs')).status).toBe(200);
		statuses.push((await list()).status);
	}
	expect(statuses).toEqual([200, 500, 500, 200, 200]);
	expect(sandbox.requests.filter(({ fault }) => fault === 'status')).toHaveLength(2);
});

it('the sandbox hits a share of the requests, until it is told to stop', async () => {
	sandbox.inject({ type: 'status', status: 503 }, { times: Infinity, chance: 0.3 });
	const statuses = await Promise.all(
		Array.from({ length: 200 }, async () => (await list()).status),
	);
	const failed = statuses.filter((status) => status === 503).length;
	expect(failed).toBeGreaterThan(35);
	expect(failed).toBeLessThan(85);
	sandbox.faults.clear();
	expect((await list()).status).toBe(200);
});

it('the sandbox queues different faults one behind the other', async () => {
	sandbox.inject({ type: 'status', status: 429, retryAfterSeconds: 0 });
	sandbox.inject({ type: 'html' });
	expect((await list()).headers.get('retry-after')).toBe('0');
	expect((await list()).text).toMatch(/<html>/);
	expect((await list()).json).toHaveProperty('data');
});

it('refuses what it has not read', async () => {
	sandbox.inject({ type: 'unread', status: 413, message: 'Too large' });
	const { status, json } = await invite();
	expect([status, json]).toEqual([413, { statusCode: 413, message: 'Too large' }]);
	expect(sandbox.requests.at(-1)).toMatchObject({ status: 413, fault: 'unread', body: '' });
	expect(invited()).toBe(false);
	expect((await invite()).status).toBe(201);
});
