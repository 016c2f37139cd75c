import { executeContext, runCredentialTest } from '../support/n8n';

import { PeopleLensApi } from '../../credentials/PeopleLensApi.credentials';
import { PeopleLens } from '../../nodes/PeopleLens/PeopleLens.node';
import { peopleLensApiTest } from '../../nodes/PeopleLens/api/credentialTest';
import { startSandbox } from '../../sandbox';
import type { Fault } from '../../sandbox';
import { CALLS, probe } from '../api/probe';
import { useSandbox } from '../support/sandbox';

const sandbox = useSandbox({
	users: 3,
	auditLogs: 5,
	readOnlyKey: 'dummy-read-only-example',
	powerlessKey: 'dummy-powerless-example',
});

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
				'PeopleLens accepts this API key, but the key may read neither users nor audit logs. Ask a PeopleLens administrator to give it these permissions, or use another key.',
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
			error(`The server that answers at ${baseUrl} is not PeopleLens. ${ADDRESS}`),
		);
	});

	const webPage = `{url} answered with a web page instead of an answer from PeopleLens. ${ADDRESS} The page has the title "Sign in". It may come from a proxy or a firewall between n8n and PeopleLens.`;

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
			`The answer from {url} is not what PeopleLens sends, or was cut off on the way. Run this again. If that doesn't help, check ${ADDRESS.slice(6)}`,
		],
		[
			'another API without that path',
			{ type: 'status', status: 404, body: 'empty' },
			`There is no PeopleLens API at {url}. ${ADDRESS}`,
		],
		[
			'a site that sends on to its login',
			{ type: 'redirect', to: '/login' },
			`{url} redirects requests to another page instead of answering. ${ADDRESS}`,
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
				`${sandbox.url} redirects requests to ${elsewhere.url}. The API key was not sent there. If that is your PeopleLens, enter it as 'Base URL' in the credential.`,
			),
		);
		expect(elsewhere.requests).toEqual([]);
		await elsewhere.stop();
	});

	test.each([
		[{ baseUrl: 'ada@acme.com' }, "'Base URL' contains an email or a user name."],
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

describe("with n8n's HTTP Request node", () => {
	const REFUSED =
		/^The API key was not sent: the URL of this request is not on http:\/\/127\.0\.0\.1:\d+, which is the 'Base URL' in the credential\. Begin the URL with that address, or use another credential\.$/;

	const elsewhere = useSandbox({ users: 1, auditLogs: 1 });

	/** Both of n8n's request functions; the node uses the older one. */
	const both = (options: object) => {
		const context = executeContext(probe(CALLS.listUsers), {
			credentials: { baseUrl: `${sandbox.url}/api/v1`, apiKey: ` Bearer ${sandbox.apiKey}\n` },
		});
		const { requestWithAuthentication, httpRequestWithAuthentication } = context.helpers;
		return [requestWithAuthentication, httpRequestWithAuthentication].map(
			async (send) =>
				(await Reflect.apply(send, context, [
					'peopleLensApi',
					{ method: 'GET', ...options },
				])) as unknown,
		);
	};

	test.each([
		() => ({ url: `${sandbox.url}/api/v1/users?limit=1` }),
		() => ({ uri: `${sandbox.url}/api/v1/users`, url: `${sandbox.url}/api/v1/users` }),
		() => ({ url: new URL(`${sandbox.url}/api/v1/users`) }),
		() => ({ baseURL: sandbox.url, url: '/api/v1/users' }),
		() => ({ baseURL: `${sandbox.url}/api/v1/`, url: 'users' }),
		() => ({ url: sandbox.url.toUpperCase() + '/api/v1/users' }),
		() => ({ url: `${sandbox.url}/api/v1/users`, headers: { Host: sandbox.url.slice(7) } }),
		() => ({ url: `${sandbox.url}/api/v1/users`, proxy: '', rejectUnauthorized: true }),
		() => ({ url: `${sandbox.url}/api/v1/users`, agentOptions: { ca: 'a', port: 1 } }),
	])('the key goes to the address in the credential: %s', async (options) => {
		await Promise.allSettled(both(options()));
		expect(sandbox.requests.length).toBeGreaterThan(0);
		for (const { headers } of sandbox.requests) {
			expect(headers.authorization).toBe(`Bearer ${sandbox.apiKey}`);
		}
	});

	test.each([
		() => ({ url: `${elsewhere.url}/api/v1/users` }),
		() => ({ uri: `${elsewhere.url}/api/v1/users` }),
		() => ({ uri: new URL(elsewhere.url) }),
		() => ({ uri: `${sandbox.url}/api/v1/users`, url: elsewhere.url }),
		() => ({ url: `${sandbox.url}/api/v1/users`, uri: elsewhere.url }),
		() => ({ baseURL: elsewhere.url, url: '/api/v1/users' }),
		() => ({ baseURL: sandbox.url, url: elsewhere.url }),
		() => ({ baseURL: sandbox.url, url: elsewhere.url.replace('http:', '') }),
		() => ({ baseURL: elsewhere.url, url: `${sandbox.url}/api/v1/users` }),
		() => ({ baseURL: elsewhere.url }),
		() => ({ url: elsewhere.url.replace('http://', 'http:\\\\') }),
		() => ({ url: ` ${elsewhere.url}` }),
		() => ({ url: elsewhere.url.replace('http://', `http://${sandbox.url.slice(7)}@`) }),
		() => ({ url: `${sandbox.url}.evil.example/api` }),
		() => ({ url: sandbox.url.replace('127.0.0.1', 'localhost') }),
		() => ({ url: sandbox.url.replace('http:', 'https:') }),
		() => ({ url: '/api/v1/users' }),
		() => ({ url: 'file:///etc/passwd' }),
		() => ({ url: {} }),
		() => ({ url: '' }),
		() => ({}),
	])('the key goes nowhere else: %s', async (options) => {
		for (const request of both(options())) {
			await expect(request).rejects.toThrow(REFUSED);
		}
		expect([...elsewhere.requests, ...sandbox.requests]).toEqual([]);
	});

	test.each([
		[() => ({ proxy: elsewhere.url }), /a proxy.*Remove the option 'Proxy'/],
		[() => ({ proxy: `HTTPS://ada:x@${elsewhere.url.slice(7)}` }), /a proxy/],
		[() => ({ proxy: { host: '127.0.0.1', port: Number(elsewhere.url.slice(17)) } }), /a proxy/],
		[() => ({ proxy: elsewhere.url, agentOptions: { ca: 'of the proxy' } }), /a proxy/],
		[() => ({ rejectUnauthorized: false }), /'Ignore SSL Issues \(Insecure\)'.*Switch it off/],
		[() => ({ skipSslCertificateValidation: true }), /'Ignore SSL Issues/],
		[() => ({ headers: { host: 'evil.example' } }), /a header 'Host'.*Remove that header/],
		[() => ({ headers: { HOST: ['evil.example'] } }), /a header 'Host'/],
	])('the key is not sent where others could read it: %s', async (options, words) => {
		for (const request of both({ url: `${sandbox.url}/api/v1/users`, ...options() })) {
			await expect(request).rejects.toThrow(/^The API key was not sent: /);
			await expect(request).rejects.toThrow(words);
		}
		expect([...elsewhere.requests, ...sandbox.requests]).toEqual([]);
	});

	test.each([
		{ rejectUnauthorized: false },
		{ secureProtocol: 'SSLv3_method' },
		{ host: 'evil.example', port: 443, socketPath: '/tmp/evil' },
	])('the connection is made as usual, whatever the request says of it: %j', async (odd) => {
		const certificates = { ca: 'a', cert: 'b', key: 'c', passphrase: 'd' };
		const request = { url: sandbox.url, agentOptions: { ...odd, ...certificates } };
		const { baseUrl, apiKey } = { baseUrl: sandbox.url, apiKey: sandbox.apiKey };
		const sent = await new PeopleLensApi().authenticate({ baseUrl, apiKey }, request);
		expect(sent.agentOptions).toEqual(certificates);
	});

	test.each(['/api/v1/users', 'elsewhere'])('the key follows no redirect to %s', async (target) => {
		const to = target === 'elsewhere' ? `${elsewhere.url}/api/v1/users` : target;
		sandbox.inject({ type: 'redirect', to }, { times: 2 });
		await Promise.allSettled(
			both({ url: `${sandbox.url}/api/v1/users`, followAllRedirects: true, maxRedirects: 5 }),
		);
		expect(sandbox.requests).toHaveLength(2);
		expect(elsewhere.requests).toEqual([]);
	});

	test('a credential that can not be used says so', async () => {
		const { authenticate } = new PeopleLensApi();
		const request = { url: 'https://acme.peoplelensai.com/api/v1/users' };
		await expect(authenticate({ baseUrl: '', apiKey: 'x' }, request)).rejects.toThrow(
			"'Base URL' is empty.",
		);
		await expect(authenticate({ baseUrl: request.url, apiKey: 'x' }, request)).rejects.toThrow(
			"'Base URL' contains a link to a page.",
		);
	});
});

test('n8n finds the function that tests the credential', () => {
	const { description, methods } = new PeopleLens();
	const testers = description.credentials?.map(({ testedBy }) => testedBy);
	expect(testers).toEqual(['peopleLensApiTest']);
	expect(methods.credentialTest.peopleLensApiTest).toBe(peopleLensApiTest);
});
