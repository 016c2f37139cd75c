import { runInEngine, runNode } from '../support/n8n';

import type { Api } from '../../nodes/PeopleLens/api/client';
import { deactivateAndVerify } from '../../nodes/PeopleLens/api/deactivation';
import { inviteUser } from '../../nodes/PeopleLens/api/invitation';
import { deactivateUser, getUser, listUsers } from '../../nodes/PeopleLens/api/users';
import { delay } from '../support/node';
import { useSandbox } from '../support/sandbox';
import { CALLS, probe, QUICK } from './probe';
import type { CallName } from './probe';

const sandbox = useSandbox({ users: 1, auditLogs: 5 }, ({ tenant }) =>
	tenant.addUser({ id: 'usr-1' }),
);

const names = Object.keys(CALLS) as CallName[];
const here = () => ({ baseUrl: sandbox.url, apiKey: sandbox.apiKey });
const ADDRESS =
	"Check 'Base URL' in the credential: it is the address you open PeopleLens with (such as https://acme.peoplelensai.com).";

async function shownMessage(call: CallName, baseUrl: string) {
	const run = await runInEngine(probe(CALLS[call]), { credentials: { ...here(), baseUrl } });
	return run.data.resultData.error?.message;
}

describe('where no PeopleLens answers, the message says what to check', () => {
	test.each(names)('%s: nothing listens at the address', async (call) => {
		const { url } = sandbox;
		await sandbox.stop();
		expect(await shownMessage(call, url)).toBe(
			`Nothing answers at ${url}. PeopleLens may be down. ${ADDRESS}`,
		);
	});

	test.each(names)('%s: the name is not known', async (call) => {
		const url = 'https://acme.peoplelensai.invalid';
		expect(await shownMessage(call, url)).toBe(
			`The address ${url} was not found. ${ADDRESS} If it is right, check the network of n8n.`,
		);
	});

	test.each(names)('%s: what answers does not speak https', async (call) => {
		const url = sandbox.url.replace('http:', 'https:');
		expect(await shownMessage(call, url)).toBe(
			`The server that answers at ${url} is not PeopleLens. ${ADDRESS}`,
		);
		expect(sandbox.requests).toEqual([]);
	});
});

describe('a credential that can not be used stops before any request', () => {
	test.each([
		['ada@acme.com', 'key', "'Base URL' contains an email or a user name."],
		['http://acme.peoplelensai.com', 'key', "'Base URL' starts with http,"],
		['', 'key', "'Base URL' is empty."],
		['https://acme.peoplelensai.com', '  ', "'API Key' is empty."],
		[
			'https://acme.peoplelensai.com',
			'two\nlines',
			"'API Key' contains characters that no key has,",
		],
		[
			'https://acme.peoplelensai.com',
			'schlüssel',
			"'API Key' contains characters that no key has,",
		],
	])('%j with the key %j', async (baseUrl, apiKey, words) => {
		const run = await runInEngine(probe(CALLS.listUsers), { credentials: { baseUrl, apiKey } });
		expect(run.data.resultData.error).toMatchObject({
			name: 'NodeOperationError',
			message: expect.stringContaining(words),
			description: 'Open the credential of this node and correct it there.',
			context: { itemIndex: 0 },
		});
	});

	test("a node without a credential shows n8n's own words", async () => {
		const run = await runInEngine(probe(CALLS.listUsers));
		expect(run.data.resultData.error?.message).toBe('Node does not have any credentials set');
	});
});

describe('the request itself', () => {
	test('carries the key, asks for JSON and always a limit', async () => {
		await runNode(
			probe((api) => listUsers(api, { limit: 7, email: 'a+b@acme.com' })),
			{
				credentials: here(),
			},
		);
		expect(sandbox.requests).toMatchObject([
			{
				method: 'GET',
				path: '/api/v1/users',
				query: { limit: '7', email: 'a+b@acme.com' },
				headers: { authorization: `Bearer ${sandbox.apiKey}`, accept: 'application/json' },
			},
		]);
	});

	test.each([
		[' dummy-api-key-example\n'],
		['Bearer dummy-api-key-example'],
		['bearer   dummy-api-key-example'],
	])('a key copied as %j works', async (apiKey) => {
		const { items } = await runNode(probe(CALLS.getUser), {
			credentials: { baseUrl: `${sandbox.url}/api/v1/`, apiKey },
		});
		expect(items).toMatchObject([{ json: { result: { id: 'usr-1' } } }]);
	});
});

describe('a redirect', () => {
	const elsewhere = useSandbox({ users: 1, auditLogs: 1 });

	test.each(
		names.flatMap((call) => ([301, 302, 303, 307, 308] as const).map((s) => [call, s] as const)),
	)('%s, %i: another origin sees no request, and so no key', async (call, status) => {
		const to = `${elsewhere.url}/api/v1/users`;
		sandbox.inject({ type: 'redirect', to, status }, { times: 10 });
		expect(await shownMessage(call, sandbox.url)).toBe(
			`${sandbox.url} redirects requests to ${elsewhere.url}. The API key was not sent there. If that is your PeopleLens, enter it as 'Base URL' in the credential.`,
		);
		expect(elsewhere.requests).toEqual([]);
		expect(sandbox.requests).toHaveLength(1);
	});

	test.each(names)('%s: to a page of the same site is not followed as a GET', async (call) => {
		sandbox.inject({ type: 'redirect', to: '/api/v1/users', status: 302 });
		expect(await shownMessage(call, sandbox.url)).toBe(
			`${sandbox.url} redirects requests to another page instead of answering. ${ADDRESS}`,
		);
		expect(sandbox.requests).toHaveLength(1);
	});
});

describe('what is sent again', () => {
	test('a read goes on after four bad answers', async () => {
		sandbox.inject({ type: 'status', status: 503 });
		sandbox.inject({ type: 'drop' });
		sandbox.inject({ type: 'status', status: 429 });
		sandbox.inject({ type: 'status', status: 502, body: 'html' });
		const { items } = await runNode(probe(CALLS.getUser), { credentials: here() });
		expect(items).toMatchObject([{ json: { result: { id: 'usr-1' } } }]);
		expect(sandbox.requests).toHaveLength(5);
	});

	test('nobody is invited twice when an invitation was received but not answered', async () => {
		const before = sandbox.tenant.users.length;
		for (const fault of [
			{ type: 'drop', acted: true },
			{ type: 'drop', midway: true },
			{ type: 'hang', acted: true },
			{ type: 'status', status: 502, acted: true },
			{ type: 'status', status: 503, acted: true },
			{ type: 'status', status: 504, acted: true },
			{ type: 'empty', acted: true },
			{ type: 'truncated' },
		] as const) {
			sandbox.inject(fault);
			const email = `person${sandbox.requests.length}@acme.example`;
			const invite = (api: Api) => inviteUser(api, { email, firstName: 'A', lastName: 'B' });
			const work = probe(invite, {}, { ...QUICK, timeoutMs: 1000 });
			await expect(runNode(work, { credentials: here() })).rejects.toThrow(
				`The invitation for '${email}' may have been sent: look for the person in PeopleLens before you run this again.`,
			);
		}
		expect(sandbox.requests).toHaveLength(8);
		expect(sandbox.tenant.users).toHaveLength(before + 8);
	});

	test('an invitation that was turned away with 429 goes out again, and arrives once', async () => {
		const before = sandbox.tenant.users.length;
		sandbox.inject({ type: 'status', status: 429 }, { times: 3 });
		await runNode(probe(CALLS.inviteUser), { credentials: here() });
		expect(sandbox.requests).toHaveLength(4);
		expect(sandbox.tenant.users).toHaveLength(before + 1);
	});

	test('a deactivation whose answer got lost is done, although nobody is there any more', async () => {
		sandbox.behaviour.deactivatedUserDelete = 404;
		sandbox.inject({ type: 'drop', acted: true }, { match: ({ method }) => method === 'DELETE' });
		await runNode(
			probe(async (api) => {
				const { email } = await getUser(api, 'usr-1');
				await deactivateAndVerify(api, 'usr-1', { email, wasListed: true });
			}),
			{ credentials: here() },
		);
		const deactivations = sandbox.requests.filter(({ method }) => method === 'DELETE');
		expect(deactivations.map(({ status }) => status)).toEqual([undefined, 404]);
	});

	test('a deactivation of somebody who was never there is not done', async () => {
		sandbox.inject({ type: 'status', status: 429 });
		const work = probe((api) => deactivateUser(api, 'usr-2'));
		await expect(runNode(work, { credentials: here() })).rejects.toThrow(
			"No user with the ID 'usr-2'",
		);
	});

	test('Retry-After is obeyed to the second', async () => {
		sandbox.inject({ type: 'status', status: 429, retryAfterSeconds: 1 });
		await runNode(probe(CALLS.getUser), { credentials: here() });
		const [first, second] = sandbox.requests;
		expect(second.at - first.at).toBeGreaterThanOrEqual(990);
	});

	test('a list in the editor fails at once', async () => {
		sandbox.inject({ type: 'status', status: 503 });
		const work = probe(CALLS.listUsers, { failFast: true }, {});
		await expect(runNode(work, { credentials: here() })).rejects.toThrow('not available right now');
		expect(sandbox.requests).toHaveLength(1);
	});
});

describe('the budget of a poll', () => {
	test('is not overrun by waiting: the message says how long to wait', async () => {
		sandbox.inject({ type: 'status', status: 429, retryAfterSeconds: 30 });
		const work = probe(CALLS.getUser, { deadline: Date.now() + 5_000 });
		await expect(runNode(work, { credentials: here() })).rejects.toMatchObject({
			message: 'PeopleLens is getting too many requests. Wait 30 seconds, then run this again.',
			failure: { cause: 'rate-limited', retryAfterMs: 30_000 },
		});
		expect(sandbox.requests).toHaveLength(1);
	});

	test('is not overrun by a slow answer', async () => {
		sandbox.inject({ type: 'hang' });
		const started = Date.now();
		const work = probe(CALLS.getUser, { deadline: started + 200 }, { timeoutMs: 30_000 });
		await expect(runNode(work, { credentials: here() })).rejects.toThrow('took too long to answer');
		expect(Date.now() - started).toBeLessThan(10_000);
	});

	test('lets no request begin when it is spent', async () => {
		const work = probe(CALLS.getUser, { deadline: Date.now() - 1 });
		await expect(runNode(work, { credentials: here() })).rejects.toMatchObject({
			message: `${sandbox.url} answered too slowly to finish in the time that n8n allows. The next run continues from here.`,
			failure: { cause: 'temporarily-unavailable' },
		});
		expect(sandbox.requests).toEqual([]);
	});
});

describe('Stop', () => {
	async function stopAfter(ms: number, policy = {}) {
		const controller = new AbortController();
		const started = Date.now();
		const run = runNode(probe(CALLS.getUser, {}, policy), {
			credentials: here(),
			signal: controller.signal,
		});
		const outcome = expect(run).rejects.toThrow('The execution was canceled.');
		await delay(ms);
		controller.abort();
		await outcome;
		return Date.now() - started;
	}

	test('ends a request that is under way', async () => {
		sandbox.inject({ type: 'hang' });
		expect(await stopAfter(100)).toBeLessThan(10_000);
		expect(sandbox.requests).toHaveLength(1);
	});

	test('ends a pause between two attempts', async () => {
		sandbox.inject({ type: 'status', status: 429, retryAfterSeconds: 30 });
		expect(await stopAfter(200)).toBeLessThan(10_000);
		expect(sandbox.requests).toHaveLength(1);
	});

	test('lets no further request begin', async () => {
		const signal = AbortSignal.abort();
		await expect(runNode(probe(CALLS.inviteUser), { credentials: here(), signal })).rejects.toThrow(
			'The execution was canceled.',
		);
		expect(sandbox.requests).toEqual([]);
	});
});
