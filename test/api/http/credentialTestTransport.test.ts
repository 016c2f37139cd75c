import type { ICredentialTestFunctions } from 'n8n-workflow';

import { sendCredentialTest } from '../../../nodes/PeopleLens/api/http/credentialTestTransport';
import { createRedactor } from '../../../nodes/PeopleLens/api/http/redact';

const apiKey = 'dummy-key-of-the-test-example';
const baseUrl = 'https://acme.peoplelensai.com';
const redactor = createRedactor(apiKey, baseUrl);
const request = { method: 'GET' as const, path: '/api/v1/users', query: { limit: 1 } };

interface Sent {
	headers: Record<string, string>;
	agentOptions: { signal: AbortSignal };
}

/** What n8n's own request function is asked for, and what comes of its answer. */
async function send(answer: (options: Sent) => unknown, timeoutMs = 5000) {
	const asked: Sent[] = [];
	const helper = async (options: Sent) => {
		asked.push(options);
		return await answer(options);
	};
	const helpers = { request: helper } as unknown as ICredentialTestFunctions['helpers'];
	const connection = { baseUrl, redactor, apiKey } as Parameters<typeof sendCredentialTest>[1];
	const outcome = await sendCredentialTest(helpers, connection, request, timeoutMs);
	return { asked, outcome };
}

it('the request has the key, follows no redirect and takes any status', async () => {
	const { asked, outcome } = await send(() => ({ statusCode: 200, headers: { a: 'b' }, body: [] }));
	expect(asked).toEqual([
		{
			method: 'GET',
			uri: 'https://acme.peoplelensai.com/api/v1/users',
			qs: { limit: 1 },
			headers: { Authorization: 'Bearer dummy-key-of-the-test-example' },
			...{ json: true, useStream: true, simple: false, resolveWithFullResponse: true },
			...{ followRedirect: false, sendCredentialsOnCrossOriginRedirect: false },
			agentOptions: { signal: expect.any(AbortSignal) },
		},
	]);
	expect(outcome).toEqual({ kind: 'response', status: 200, headers: { a: 'b' }, body: [] });
});

it.each([undefined, 'a text', 7])('an answer that is none is a failure: %j', async (answer) => {
	expect((await send(() => answer)).outcome).toMatchObject({ kind: 'failure' });
});

it('what the connection ends with is a failure, and nothing is thrown', async () => {
	const { outcome } = await send(() => {
		throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
	});
	expect(outcome).toMatchObject({ kind: 'failure', reason: expect.not.stringMatching(/^$/) });
});

it('an answer that never comes is ended, and its sockets with it', async () => {
	const { asked, outcome } = await send(async () => await new Promise(() => undefined), 20);
	expect(outcome).toEqual({ kind: 'failure', reason: 'timeout' });
	expect(asked[0].agentOptions.signal.aborted).toBe(true);
});
