import { executeContext, pollContext, runCredentialTest, runNode } from '../support/n8n';

import { openApi } from '../../nodes/PeopleLens/api/client';
import { listUsers } from '../../nodes/PeopleLens/api/users';
import { createLimiter } from '../../nodes/PeopleLens/api/http/limiter';
import { INTERACTIVE_POLICY } from '../../nodes/PeopleLens/api/http/retry';
import { peopleLensApiTest } from '../../nodes/PeopleLens/api/credentialTest';
import { delay, nextTurn, nodeProcess } from '../support/node';
import { useSandbox } from '../support/sandbox';
import { CALLS, probe } from './probe';

// Much work, and perhaps a busy machine.
jest.setTimeout(60_000);

const sandbox = useSandbox({ users: 1, auditLogs: 1 }, ({ tenant }) =>
	tenant.addUser({ id: 'usr-1' }),
);
const USUAL = { ...INTERACTIVE_POLICY };
afterEach(() => {
	Object.assign(INTERACTIVE_POLICY, USUAL);
});

const here = () => ({ baseUrl: sandbox.url, apiKey: sandbox.apiKey });
const PARTS = ['headers', 'body'] as const;
const BRIEF = { timeoutMs: 400, retries: 0 };

async function took(work: () => Promise<unknown>) {
	const started = Date.now();
	await work();
	return Date.now() - started;
}

describe.each(PARTS)('a server that sends its %s one byte at a time', (part) => {
	beforeEach(() => sandbox.inject({ type: 'trickle', part, everyMs: 50 }, { times: 100 }));

	test('holds up a request for its time-out and no longer', async () => {
		const run = async () =>
			await expect(
				runNode(probe(CALLS.getUser, {}, BRIEF), { credentials: here() }),
			).rejects.toThrow('took too long to answer');
		expect(await took(run)).toBeLessThan(4000);
	});

	test('is asked again as after any other time-out', async () => {
		const policy = { timeoutMs: 200, retries: 2, backoffMs: 0 };
		await expect(
			runNode(probe(CALLS.getUser, {}, policy), { credentials: here() }),
		).rejects.toThrow('took too long to answer');
		expect(sandbox.requests).toHaveLength(3);
	});

	test('never invites anybody twice, and the message says what may have happened', async () => {
		await expect(
			runNode(probe(CALLS.inviteUser, {}, { timeoutMs: 200 }), { credentials: here() }),
		).rejects.toThrow("The invitation for 'new@acme.example' may have been sent");
		expect(sandbox.requests).toHaveLength(1);
	});

	test("does not use up more than a poll's budget", async () => {
		const { context } = pollContext(probe(CALLS.listUsers), { credentials: here() });
		const run = async () =>
			await expect(
				listUsers(openApi(context, { deadline: Date.now() + 500 }), { limit: 1 }),
			).rejects.toThrow('took too long to answer');
		expect(await took(run)).toBeLessThan(4000);
	});

	test('does not keep Stop from ending the execution at once', async () => {
		const controller = new AbortController();
		const run = runNode(probe(CALLS.getUser), {
			credentials: here(),
			signal: controller.signal,
		});
		const outcome = expect(run).rejects.toThrow('The execution was canceled.');
		await delay(300);
		controller.abort();
		expect(await took(async () => await outcome)).toBeLessThan(2000);
	});

	test('does not hold up the test of a credential for more than its time-out', async () => {
		expect(INTERACTIVE_POLICY.timeoutMs).toBe(10_000);
		INTERACTIVE_POLICY.timeoutMs = BRIEF.timeoutMs;
		const run = async () =>
			expect((await runCredentialTest(peopleLensApiTest, here())).message).toContain(
				'took too long to answer',
			);
		expect(await took(run)).toBeLessThan(4000);
	});

	test('has its connection closed when the time is over', async () => {
		await runNode(probe(CALLS.getUser, {}, BRIEF), { credentials: here() }).catch(() => {});
		const [request] = sandbox.requests;
		for (let tries = 0; tries < 20 && request.endedAt === undefined; tries++) await delay(100);
		// The whole answer would take much longer.
		expect(request.endedAt).toBeLessThan(request.at + 4000);
	});
});

test('a pause that PeopleLens asked of all requests does not outlast the budget of one', async () => {
	const limiter = createLimiter();
	limiter.throttle(20_000);
	const context = executeContext(probe(CALLS.listUsers), { credentials: here() });
	const api = openApi(context, { limiter, deadline: Date.now() + 300 });
	const run = async () =>
		await expect(listUsers(api, { limit: 1 })).rejects.toThrow('answered too slowly to finish');
	expect(await took(run)).toBeLessThan(4000);
	expect(sandbox.requests).toEqual([]);
});

test('no timer and no listener outlives a request', async () => {
	const controller = new AbortController();
	const listeners = { added: 0, removed: 0 };
	const { signal } = controller;
	const [add, remove] = [signal.addEventListener, signal.removeEventListener];
	signal.addEventListener = function (...args: Parameters<typeof add>) {
		listeners.added++;
		add.apply(this, args);
	};
	signal.removeEventListener = function (...args: Parameters<typeof remove>) {
		listeners.removed++;
		remove.apply(this, args);
	};
	const timers = () =>
		nodeProcess.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
	const before = timers();
	const input = Array.from({ length: 8 }, () => ({}));
	await runNode(probe(CALLS.getUser), { credentials: here(), input, signal });
	expect(listeners.added).toBe(listeners.removed);
	// Timers of n8n's or of the test's own may come and go.
	for (let tries = 0; tries < 40 && timers() > before; tries++) await nextTurn();
	expect(timers()).toBeLessThanOrEqual(before);
});
