import { delay } from '../support/node';
import { connect } from '../../sandbox/client';
import { startSandbox, type Behaviour, type Sandbox } from '../../sandbox';

let sandbox: Sandbox;
let api: ReturnType<typeof connect>;

async function start(behaviour: Partial<Behaviour> = {}) {
	sandbox = await startSandbox({ behaviour });
	api = connect(sandbox);
}
afterEach(async () => await sandbox.stop());

const list = async () => await api.send('GET', '/api/v1/users');

it.each<[Behaviour['errorBody'], unknown, RegExp]>([
	['message', { statusCode: 404, message: expect.stringMatching(/nobody/) }, /./],
	['error', { error: expect.stringMatching(/nobody/) }, /./],
	['errorObject', { error: { code: 'E404', message: expect.stringMatching(/nobody/) } }, /./],
	['errors', { errors: [{ code: 'E404', message: expect.stringMatching(/nobody/) }] }, /./],
	['detail', { status: 404, detail: expect.stringMatching(/nobody/) }, /./],
	['title', { status: 404, title: expect.stringMatching(/nobody/) }, /./],
	['text', undefined, /^There is no user nobody$/],
	['html', undefined, /<h1>There is no user nobody<\/h1>/],
	['empty', undefined, /^$/],
])('the sandbox explains an error in the form %s', async (errorBody, json, words) => {
	await start({ errorBody });
	const reply = await api.send('GET', '/api/v1/users/nobody');
	expect([reply.status, reply.json]).toEqual([404, json]);
	expect(reply.text).toMatch(words);
});

it('the sandbox takes its time, halfway before and halfway after it acts', async () => {
	await start({ latencyMs: 200 });
	const before = Date.now();
	const answer = list();
	const acted = new Promise<number>((resolve) => {
		sandbox.onRequest = () => resolve(Date.now());
	});
	expect((await acted) - before).toBeGreaterThanOrEqual(95);
	await answer;
	expect(Date.now() - before).toBeGreaterThanOrEqual(195);
});

it('the sandbox lets another thing happen before a request is acted on', async () => {
	await start();
	sandbox.onRequest = ({ method }) => {
		if (method === 'POST') sandbox.tenant.addUser({ email: 'race@northwind.example' });
	};
	const person = { email: 'race@northwind.example', first_name: 'R', last_name: 'S' };
	expect((await api.send('POST', '/api/v1/users', person)).status).toBe(409);
});

it('the sandbox works on so many requests at a time, and lets the others wait', async () => {
	await start({ workers: 2, latencyMs: 50 });
	const began = Date.now();
	await Promise.all(Array.from({ length: 6 }, list));
	expect(Date.now() - began).toBeGreaterThanOrEqual(145);
	const ends = sandbox.requests.map(({ endedAt = 0 }) => endedAt);
	expect(ends).toEqual([...ends].sort((a, b) => a - b));
});

it('the sandbox lets so many requests through per second', async () => {
	await start({ rateLimit: 10 });
	const replies = await Promise.all(Array.from({ length: 40 }, list));
	const passed = replies.filter(({ status }) => status === 200).length;
	// The 40 may fall into two neighbouring seconds.
	expect([10, 20]).toContain(passed);
	const refused = replies.filter(({ status }) => status === 429);
	expect(refused).toHaveLength(40 - passed);
	expect(new Set(refused.map(({ headers }) => headers.get('retry-after')))).toEqual(new Set(['1']));

	sandbox.behaviour.rateLimit = 1;
	sandbox.behaviour.retryAfter = 'date';
	const { headers } = (await Promise.all([list(), list(), list()]))[2];
	const wait = Date.parse(headers.get('retry-after') ?? '') - Date.parse(headers.get('date') ?? '');
	expect(wait).toBeGreaterThanOrEqual(1000);
	expect(wait).toBeLessThanOrEqual(2000);
	sandbox.behaviour.retryAfter = 'none';
	const last = (await Promise.all([list(), list(), list()]))[2];
	expect([last.status, last.headers.get('retry-after')]).toEqual([429, null]);
});

it('the sandbox lives in a time of its own', async () => {
	await start({ clockOffsetMs: -7_200_000, dateHeaderOffsetMs: 120_000 });
	const { clock } = sandbox.tenant;
	expect(Math.abs(clock.now() - (Date.now() - 7_200_000))).toBeLessThan(1000);
	clock.hold(Date.UTC(2026, 2, 1, 10));
	expect(sandbox.tenant.addEvent().created_at).toBe('2026-03-01T10:00:00.000Z');
	clock.advance(90_000);
	expect(sandbox.tenant.addEvent().created_at).toBe('2026-03-01T10:01:30.000Z');
	expect((await list()).headers.get('date')).toBe('Sun, 01 Mar 2026 10:03:30 GMT');
	sandbox.behaviour.clockOffsetMs = 0;
	expect(new Date(clock.now()).toISOString()).toBe('2026-03-01T12:01:30.000Z');
	clock.run();
	expect(Math.abs(clock.now() - Date.now())).toBeLessThan(1000);
	sandbox.behaviour.dateHeader = 'off';
	expect((await list()).headers.get('date')).toBeNull();
});

it('the sandbox remembers what it received', async () => {
	await start();
	const body = { email: 'no' };
	await api.send('POST', '/api/v1/users', body);
	await api.send('GET', '/api/v1/users/a%2Fb?x=1&y=%20');
	expect(sandbox.requests).toEqual([
		expect.objectContaining({
			method: 'POST',
			path: '/api/v1/users',
			query: {},
			body: JSON.stringify(body),
			status: 422,
		}),
		expect.objectContaining({
			path: '/api/v1/users/a%2Fb',
			query: { x: '1', y: ' ' },
			status: 404,
		}),
	]);
	const [{ headers, at }] = sandbox.requests;
	expect(headers).toMatchObject({ authorization: `Bearer ${sandbox.apiKey}` });
	expect(Math.abs(Date.now() - at)).toBeLessThan(5000);
});

it('a sandbox ends at once, whatever hangs', async () => {
	await start({ latencyMs: 60_000 });
	sandbox.inject({ type: 'hang' });
	const answers = [list(), list()].map(async (answer) => await answer.catch(() => 'closed'));
	while (sandbox.requests.length < 2) await delay(5);
	const before = Date.now();
	await sandbox.stop();
	expect(await Promise.all(answers)).toEqual(['closed', 'closed']);
	// An answer takes a minute.
	expect(Date.now() - before).toBeLessThan(20_000);
	await expect(list()).rejects.toThrow();
});

it('a sandbox starts again on the same port', async () => {
	await start();
	const port = Number(new URL(sandbox.url).port);
	await list();
	await sandbox.stop();
	sandbox = await startSandbox({ port });
	expect((await list()).status).toBe(200);
	await expect(startSandbox({ port })).rejects.toThrow(/EADDRINUSE/);
});

it('the sandbox refuses switches and values that do not exist', async () => {
	await start();
	const wrong = { sortOrdr: 'newest' };
	await expect(startSandbox({ behaviour: wrong as object })).rejects.toThrow(/sortOrdr/);
	await expect(startSandbox({ behaviour: { pageCap: 0 } })).rejects.toThrow(/pageCap/);
	expect(() => Object.assign(sandbox.behaviour, wrong)).toThrow(TypeError);
});
