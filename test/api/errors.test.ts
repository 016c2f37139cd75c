import { executeContext, runInEngine } from '../support/n8n';

import { NodeApiError } from 'n8n-workflow';

import type { Api, ApiCall } from '../../nodes/PeopleLens/api/client';
import * as messages from '../../nodes/PeopleLens/api/errors/messages';
import {
	apiError,
	isConflict,
	isNotFound,
	isRejected,
	operationError,
} from '../../nodes/PeopleLens/api/errors/nodeErrors';
import { mayAlreadyExist } from '../../nodes/PeopleLens/api/invitation';
import { getUser } from '../../nodes/PeopleLens/api/users';
import { startSandbox } from '../../sandbox';
import type { Sandbox } from '../../sandbox';
import { CALLS, probe } from './probe';
import type { CallName } from './probe';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox({ users: 1, auditLogs: 1 });
});
afterAll(async () => await sandbox.stop());
const here = () => ({ baseUrl: sandbox.url, apiKey: sandbox.apiKey });

describe("the author's message is the one the user sees", () => {
	test.each(['EPERM', 'gatekeeperman', 'ENOENT', 'preexisting', 'ETIMEDOUT', 'ENOTFOUND-1'])(
		"with an ID such as '%s', which n8n takes for a code of Node",
		async (id) => {
			const run = await runInEngine(
				probe((api) => getUser(api, id)),
				{ credentials: here() },
			);
			expect(run.data.resultData.error?.message).toBe(
				`No user with the ID '${id}' in this PeopleLens tenant. Check 'User', or choose the user from the list.`,
			);
		},
	);

	test('the usual way of n8n would have lost it', () => {
		const node = executeContext(probe(CALLS.getUser), {}).getNode();
		const message = "No user with the ID 'gatekeeperman'";
		expect(new NodeApiError(node, {}, { message }).message).toBe(
			'Operation not permitted, make sure you have the right permissions',
		);

		const first = new NodeApiError(node, { message: "n8n's" });
		const again = Reflect.construct(NodeApiError, [node, first, { message, itemIndex: 3 }]);
		expect(again).toBe(first);
	});

	test('for an input that no request can be made with, too', () => {
		const node = executeContext(probe(CALLS.getUser), {}).getNode();
		const error = operationError(node, "'gatekeeperman' is not an email", { itemIndex: 3 });
		expect(error.message).toBe("'gatekeeperman' is not an email");
		expect(error.context.itemIndex).toBe(3);
	});

	test("and the API's own words can't take its place", async () => {
		const words = { message: 'EPERM in RolePermission', error: { message: 'x' }, code: 'ENOENT' };
		sandbox.inject({ type: 'wrongShape', body: words });
		const run = await runInEngine(probe(CALLS.listUsers), { credentials: here() });
		expect(run.data.resultData.error).toMatchObject({
			message: expect.stringMatching(/^The answer from http.* is not what PeopleLens sends/),
			description: 'PeopleLens says: EPERM in RolePermission',
		});
	});
});

describe('what a refusal means', () => {
	const thrown = async (call: CallName, status: number, body: 'json' | 'html' = 'json') => {
		// As often as it is tried, or it would be done in the end.
		sandbox.inject({ type: 'status', status, body }, { times: 100 });
		const context = executeContext(probe(CALLS[call]), { credentials: here() });
		const running = probe(CALLS[call]).execute?.call(context);
		const error: unknown = await running?.then(
			() => undefined,
			(thrownError: unknown) => thrownError,
		);
		sandbox.faults.clear();
		expect(error).toBeInstanceOf(NodeApiError);
		return error;
	};

	test('not found: only where a user was asked for', async () => {
		expect(isNotFound(await thrown('getUser', 404))).toBe(true);
		expect(isNotFound(await thrown('deactivateUser', 404))).toBe(true);
		expect(isNotFound(await thrown('listUsers', 404))).toBe(false);
		expect(isNotFound(await thrown('inviteUser', 404))).toBe(false);
		expect(isNotFound(await thrown('getUser', 400))).toBe(false);
	});

	test('not found: not when another site answers 404 with a page', async () => {
		expect(isNotFound(await thrown('getUser', 404, 'html'))).toBe(false);
	});

	test.each([400, 409, 422])('%i may mean that the invited person exists', async (status) => {
		expect(mayAlreadyExist(await thrown('inviteUser', status))).toBe(true);
	});

	test.each([401, 403, 404, 413, 429, 500])(
		'%i does not mean that the invited person exists',
		async (status) => {
			expect(mayAlreadyExist(await thrown('inviteUser', status))).toBe(false);
		},
	);

	test('a conflict is what PeopleLens answers 409 to, and nothing else', async () => {
		expect(isConflict(await thrown('inviteUser', 409))).toBe(true);
		expect(isConflict(await thrown('inviteUser', 400))).toBe(false);
	});

	test.each([
		[400, true],
		[413, true],
		[415, true],
		[422, true],
		[404, false],
		[409, false],
		[503, false],
	])('%i means that the request itself is not acceptable: %s', async (status, expected) => {
		expect(isRejected(await thrown('listAuditLogs', status))).toBe(expected);
	});

	test('nothing, when the error is not ours', () => {
		for (const other of [undefined, null, 'x', new Error('404'), { httpCode: '404' }]) {
			expect([isNotFound(other), mayAlreadyExist(other), isRejected(other)]).toEqual([
				false,
				false,
				false,
			]);
		}
	});
});

test('an error carries the item, the status and why, for n8n and for the next node', () => {
	const node = executeContext(probe(CALLS.getUser), {}).getNode();
	const failure = { cause: 'rate-limited', retryAfterMs: 5 } as const;
	const error = apiError(node, { message: 'm', description: 'd', httpCode: '429', failure }, 7);
	expect(error).toMatchObject({ message: 'm', description: 'd', httpCode: '429', failure });
	expect(error.context).toEqual({ itemIndex: 7 });
});

/** What a message says of an address, an ID, an email, a status or a time to wait. */
function textsIn(messages: unknown): string[] {
	if (typeof messages === 'string') return [messages];
	if (typeof messages === 'function') {
		return [String(Reflect.apply(messages, undefined, ['https://acme.peoplelensai.com', 'x']))];
	}
	return Object.values(messages as object).flatMap(textsIn);
}

test('all messages are written for people, those of each call and those for all calls', async () => {
	const calls: Array<ApiCall<unknown>> = [];
	const node = probe(async (api) => {
		const recording: Api = {
			...api,
			async send(call) {
				calls.push(call);
				return await api.send(call);
			},
		};
		for (const call of Object.values(CALLS)) await call(recording).catch(() => undefined);
	});
	await runInEngine(node, { credentials: here() });
	expect(calls).toHaveLength(Object.keys(CALLS).length);

	const texts = [messages, ...calls.map((call) => call.messages)].flatMap(textsIn);
	expect(texts.length).toBeGreaterThan(30);
	for (const text of texts) {
		expect(text).not.toMatch(/\b(error|problem|failure|failed|invalid|undefined)\b/i);
		expect(text).not.toMatch(/\bE[A-Z]{4,}\b/);
		expect(text.length).toBeLessThanOrEqual(300);
	}
});
