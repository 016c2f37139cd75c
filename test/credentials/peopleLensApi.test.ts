import { executeContext, runCredentialTest } from '../support/n8n';

import { PeopleLens } from '../../nodes/PeopleLens/PeopleLens.node';
import { peopleLensApiTest } from '../../nodes/PeopleLens/api/credentialTest';
import { startSandbox } from '../../sandbox';
import type { Fault, Sandbox } from '../../sandbox';
import { CALLS, probe } from '../api/probe';

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox({
		users: 3,
		auditLogs: 5,
		readOnlyKey: 'dummy-read-only-example',
		powerlessKey: 'dummy-powerless-example',
	});
});
afterEach(async () => await sandbox.stop());

const ADDRESS =
	"Check 'Base URL' in the credential: it is the address you open PeopleLens with (such as https://acme.peoplelensai.com).";

const runTest = async (data: { baseUrl?: string; apiKey?: string } = {}) => {
	const result = await runCredentialTest(peopleLensApiTest, {
		baseUrl: sandbox.url,
		apiKey: sandbox.apiKey,
		...data,
	});
	expect(result.message).not.toContain(data.apiKey ?? sandbox.apiKey);
	return result;
};

describe('the test of the credential is green', () => {
	const OK = { status: 'OK', message: 'Connection successful' };

	test('for the right key, and asks for no more than one user', async () => {
		expect(await runTest()).toEqual(OK);
		expect(sandbox.requests).toMatchObject([{ path: '/api/v1/users', query: { limit: '1' } }]);
	});

	test.each([['/'], ['/api'], ['/api/v1/'], [' ']])(
		'for an address followed by %j',
		async (end) => {
			expect(await runTest({ baseUrl: sandbox.url + end })).toEqual(OK);
		},
	);

	test('for a key copied with "Bearer" and a line break', async () => {
		expect(await runTest({ apiKey: `Bearer ${sandbox.apiKey}\n` })).toEqual(OK);
	});

	test('for a key that may only read', async () => {
		expect(await runTest({ apiKey: 'dummy-read-only-example' })).toEqual(OK);
	});

	test('for a key that may only read audit logs, as a SIEM has it', async () => {
		sandbox.keys.grant('dummy-siem-example', ['auditLogs:read']);
		expect(await runTest({ apiKey: 'dummy-siem-example' })).toEqual(OK);
	});
});

describe('the test of the credential says what is wrong', () => {
	const error = (message: string) => ({ status: 'Error', message });

	test('with the key', async () => {
		expect(await runTest({ apiKey: 'dummy-wrong-example' })).toEqual(
			error(
				"PeopleLens did not accept the API key. Copy the key again from PeopleLens, or create a new one there, and enter it as 'API Key' in the credential. PeopleLens says: The API key is missing or not valid",
			),
		);
	});

	test("with the key's permissions", async () => {
		expect(await runTest({ apiKey: 'dummy-powerless-example' })).toEqual(
			error(
				'PeopleLens knows this API key, but it may read neither users nor audit logs. Ask a PeopleLens administrator to give the key these permissions, or use another key.',
			),
		);
	});

	test('with the address: a name that nobody has', async () => {
		const baseUrl = 'https://acme.peoplelensai.invalid';
		expect(await runTest({ baseUrl })).toEqual(
			error(
				`The address ${baseUrl} was not found. ${ADDRESS} If it is right, check the network of n8n.`,
			),
		);
	});

	test('with the address: nothing listens there', async () => {
		await sandbox.stop();
		expect(await runTest()).toEqual(
			error(`Nothing answers at ${sandbox.url}. PeopleLens may be down. ${ADDRESS}`),
		);
	});

	test('with the address: something else listens there', async () => {
		const baseUrl = sandbox.url.replace('http:', 'https:');
		expect(await runTest({ baseUrl })).toEqual(
			error(`What answers at ${baseUrl} is not PeopleLens. ${ADDRESS}`),
		);
	});

	const webPage = `A web page came from {url} instead of an answer of PeopleLens. ${ADDRESS} The page has the title "Sign in". It may come from a proxy or a firewall between n8n and PeopleLens.`;

	test.each<[string, Fault, string]>([
		['a site with a page', { type: 'html', title: 'Sign in' }, webPage],
		[
			'a site without that page',
			{ type: 'status', status: 404, body: 'html', message: 'Sign in' },
			webPage,
		],
		[
			'another API',
			{ type: 'wrongShape', body: { hello: 'world' } },
			`The answer from {url} is not what PeopleLens sends, or was cut off on its way. Run this again. If that doesn't help, check ${ADDRESS.slice(6)}`,
		],
		[
			'another API without that path',
			{ type: 'status', status: 404, body: 'empty' },
			`There is no PeopleLens API at {url}. ${ADDRESS}`,
		],
		[
			'a site that sends on to its login',
			{ type: 'redirect', to: '/login' },
			`{url} sends requests on to another page instead of answering. ${ADDRESS}`,
		],
	])('with the address: %s', async (_, fault, message) => {
		sandbox.inject(fault);
		expect(await runTest()).toEqual(error(message.replaceAll('{url}', sandbox.url)));
	});

	test('with the address: a redirect, whose target never sees the key', async () => {
		const elsewhere = await startSandbox({ users: 1, auditLogs: 1 });
		sandbox.inject({ type: 'redirect', to: `${elsewhere.url}/api/v1/users`, status: 308 });
		expect(await runTest()).toEqual(
			error(
				`${sandbox.url} sends requests on to ${elsewhere.url}. The API key was not sent there. If that is your PeopleLens, enter it as 'Base URL' in the credential.`,
			),
		);
		expect(elsewhere.requests).toEqual([]);
		await elsewhere.stop();
	});

	test.each([
		[{ baseUrl: 'ada@acme.com' }, "'Base URL' holds an email or a user name."],
		[{ baseUrl: '' }, "'Base URL' is empty."],
		[{ baseUrl: 'http://acme.peoplelensai.com' }, "'Base URL' starts with http,"],
		[{ apiKey: ' ' }, "'API Key' is empty."],
	])('with what was typed: %j', async (data, words) => {
		const result = await runCredentialTest(peopleLensApiTest, {
			baseUrl: sandbox.url,
			apiKey: sandbox.apiKey,
			...data,
		});
		expect(result).toEqual({ status: 'Error', message: expect.stringContaining(words) });
		expect(sandbox.requests).toEqual([]);
	});

	test('when PeopleLens is down', async () => {
		sandbox.inject({ type: 'status', status: 503, body: 'empty' });
		expect(await runTest()).toEqual(
			error(
				'PeopleLens is not available right now (HTTP 503). Wait a few minutes, then run this again.',
			),
		);
	});
});

test("the key works from n8n's HTTP Request node too, whatever address is typed there", async () => {
	const context = executeContext(probe(CALLS.listUsers), {
		credentials: { baseUrl: 'https://unused.example', apiKey: ` Bearer ${sandbox.apiKey}\n` },
	});
	const uri = `${sandbox.url}/api/v1/users?limit=1`;
	// The node uses the older of the two functions.
	await context.helpers.requestWithAuthentication.call(context, 'peopleLensApi', {
		uri,
		method: 'GET',
	});
	await context.helpers.httpRequestWithAuthentication.call(context, 'peopleLensApi', { url: uri });
	expect(sandbox.requests).toMatchObject([
		{ status: 200, headers: { authorization: `Bearer ${sandbox.apiKey}` } },
		{ status: 200, headers: { authorization: `Bearer ${sandbox.apiKey}` } },
	]);
});

test('n8n finds the function that tests the credential', () => {
	const { description, methods } = new PeopleLens();
	const testers = description.credentials?.map(({ testedBy }) => testedBy);
	expect(testers).toEqual(['peopleLensApiTest']);
	expect(methods.credentialTest.peopleLensApiTest).toBe(peopleLensApiTest);
});
