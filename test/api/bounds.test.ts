import { runCredentialTest, runInEngine, runNode } from '../support/n8n';

import { peopleLensApiTest } from '../../nodes/PeopleLens/api/credentialTest';
import { letsOthersRun } from '../support/eventLoop';
import { everyNth, IS_FULL, nodeProcess } from '../support/node';
import { useSandbox } from '../support/sandbox';
import { CALLS, probe } from './probe';
import type { CallName } from './probe';

// Much work, and perhaps a busy machine.
jest.setTimeout(60_000);

/** However large or odd an answer is, n8n goes on with its other work. */

const sandbox = useSandbox({ users: 1, auditLogs: 1 }, ({ tenant }) =>
	tenant.addUser({ id: 'usr-1' }),
);

const here = () => ({ baseUrl: sandbox.url, apiKey: sandbox.apiKey });
const MEGABYTES = 10_000_000;
const TOO_LARGE = 'is too large for this node (over 50 MB or 250,000 entries)';

/** Runs a call while the server answers this: what it throws, and whether n8n's other work goes on. */
async function meet(
	call: CallName,
	body: string,
	status = 200,
	headers: Record<string, string> = {},
) {
	sandbox.rewriteAnswer = () => ({ status, headers, body });
	let thrown: unknown;
	const goesOn = await letsOthersRun(200, async () => {
		const node = probe(CALLS[call], {}, { retries: 0 });
		await runNode(node, { credentials: here() }).catch((error: unknown) => (thrown = error));
	});
	return { goesOn, thrown };
}

describe('an answer of more than 50 MB', () => {
	test.each(
		everyNth(2, [
			['without end', {}],
			['without end, compressed', { gzip: true }],
			['of 51 MB, compressed', { gzip: true, megabytes: 51 }],
		] as const),
	)('is refused in clear words, and not kept in memory: %s', async (_, fields) => {
		sandbox.inject({ type: 'oversize', ...fields }, { times: 9 });
		const before = nodeProcess.memoryUsage().rss;
		const run = await runInEngine(probe(CALLS.listUsers), { credentials: here() });
		expect(run.data.resultData.error).toMatchObject({
			message: expect.stringContaining(`The answer from ${sandbox.url} ${TOO_LARGE}`),
			failure: { cause: 'temporarily-unavailable' },
		});
		expect(nodeProcess.memoryUsage().rss - before).toBeLessThan(400e6);
		expect(sandbox.requests).toHaveLength(1);
	});

	test('leaves open whether an invitation was sent, and says so', async () => {
		sandbox.inject({ type: 'oversize', acted: true });
		await expect(runNode(probe(CALLS.inviteUser), { credentials: here() })).rejects.toThrow(
			"The invitation for 'new@acme.example' may have been sent",
		);
		expect(sandbox.requests).toHaveLength(1);
	});

	test('of 49 MB is read', async () => {
		sandbox.inject({ type: 'oversize', megabytes: 49, gzip: true });
		await expect(runNode(probe(CALLS.listUsers), { credentials: here() })).rejects.toThrow(
			'is not what PeopleLens sends',
		);
	});

	test('with a status that says no is not read to its end', async () => {
		sandbox.inject({ type: 'oversize', status: 403 });
		await expect(runNode(probe(CALLS.listUsers), { credentials: here() })).rejects.toThrow(
			'This API key is not allowed to read users.',
		);
	});

	test('does not stop the test of a credential', async () => {
		// Compressed, it would take a busy machine longer than the test of a credential waits.
		sandbox.inject({ type: 'oversize' });
		expect((await runCredentialTest(peopleLensApiTest, here())).message).toContain(TOO_LARGE);
	});
});

describe('ten megabytes do not stop n8n', () => {
	const deep = (begin: string, end: string) =>
		begin.repeat(MEGABYTES / (begin.length + end.length)) +
		end.repeat(MEGABYTES / (begin.length + end.length));
	const BODIES: Record<string, () => string> = {
		'a page full of titles': () => '<html>' + '<title'.repeat(MEGABYTES / 6),
		'a page full of open titles': () => '<html>' + '<title>'.repeat(MEGABYTES / 7),
		'a page of spaces': () => ' '.repeat(MEGABYTES) + '<html>',
		'a text': () => 'word '.repeat(MEGABYTES / 5),
		'a text of white space': () => `x${' \n'.repeat(MEGABYTES / 2)}y`,
		'JSON of nested lists': () => deep('[', ']'),
		'JSON of nested errors': () => deep('{"error":', '}'),
		'JSON with a long message': () => JSON.stringify({ message: 'x '.repeat(MEGABYTES / 2) }),
		'JSON with many errors': () =>
			JSON.stringify({ errors: Array.from({ length: 240_000 }, (_, i) => `error ${i}`) }),
		'JSON with errors of many fields': () =>
			JSON.stringify({
				errors: Object.fromEntries(
					Array.from({ length: MEGABYTES / 25 }, (_, i) => [`field${i}`, 'bad']),
				),
			}),
		'half a JSON document': () => `{"data":[${'{"id":"1"},'.repeat(MEGABYTES / 11)}`,
		'the key over and over': () => `${sandbox.apiKey} `.repeat(MEGABYTES / 22),
		'JSON with the key over and over': () =>
			JSON.stringify({ data: Array(50_000).fill(`${sandbox.apiKey} in a text`.repeat(6)) }),
		'JSON with one long text of keys': () =>
			JSON.stringify({ data: [{ id: `${sandbox.apiKey} `.repeat(MEGABYTES / 22) }] }),
		'JSON full of escapes': () => JSON.stringify({ data: ['%41\\u0041&#65;'.repeat(600_000)] }),
	};
	const STATUSES = [200, 404, 422];
	test.each(
		everyNth(6, Object.entries(BODIES)).flatMap(([name, body], index) =>
			(IS_FULL ? STATUSES : [STATUSES[index % STATUSES.length]]).map(
				(status) => [name, status, body] as const,
			),
		),
	)('%s, with the status %i', async (_, status, body) => {
		const { goesOn, thrown } = await meet('getUser', body(), status);
		expect(goesOn).toBe(true);
		if (!(thrown instanceof Error)) return;
		expect(`${thrown.message} ${String(Reflect.get(thrown, 'description'))}`.length).toBeLessThan(
			1000,
		);
	});

	test('headers as long as Node allows', async () => {
		const { thrown } = await meet('getUser', '', 429, { 'retry-after': '9'.repeat(15_000) });
		expect(thrown).toMatchObject({ message: expect.stringContaining('Wait a few minutes') });
		const { goesOn } = await meet('getUser', '', 302, { location: `//${'a.'.repeat(7_000)}` });
		expect(goesOn).toBe(true);
	});
});

describe('an answer that is not whole, or none', () => {
	const incomplete = (status: number) =>
		`The answer from ${sandbox.url} was not complete (HTTP ${status}). A cache or proxy on the way may be set up wrongly.`;

	test.each(Object.keys(CALLS) as CallName[])('206: %s does not take half a list', async (call) => {
		sandbox.rewriteAnswer = (answer) => ({ ...answer, status: 206 });
		await expect(runNode(probe(CALLS[call]), { credentials: here() })).rejects.toThrow(
			incomplete(206),
		);
	});

	test('304 is no redirect', async () => {
		const { thrown } = await meet('listUsers', '', 304);
		expect(thrown).toMatchObject({ message: expect.stringContaining(incomplete(304)) });
	});
});

describe('a redirect', () => {
	test.each([
		'file:///etc/passwd',
		'javascript:alert(1)',
		'data:text/html,x',
		'mailto:a@b.c',
		'::',
	])('to %s names no address', async (location) => {
		const { thrown } = await meet('listUsers', '', 302, { location });
		expect(thrown).toMatchObject({
			message: expect.stringContaining('redirects requests to another page instead of answering'),
		});
	});
});

describe('the letters of an answer', () => {
	const nameOf = async (contentType: string, encoding: BufferEncoding) => {
		const body = '{"id":"usr-1","email":"a@b.c","first_name":"José"}';
		const headers = { 'content-type': contentType };
		sandbox.rewriteAnswer = () => ({ status: 200, headers, body, encoding });
		const { items } = await runNode(probe(CALLS.getUser), { credentials: here() });
		return Reflect.get(Object(items[0].json.result), 'first_name') as unknown;
	};

	test.each<[string, BufferEncoding]>([
		['application/json', 'utf8'],
		['application/json; charset=utf-8', 'utf8'],
		['application/json;charset="ISO-8859-1"', 'latin1'],
		['text/plain; charset=windows-1252', 'latin1'],
		['application/json; charset=utf-16le', 'utf16le'],
		['application/json; charset=nonsense', 'utf8'],
	])('are those that its %s says', async (contentType, encoding) => {
		expect(await nameOf(contentType, encoding)).toBe('José');
	});

	test('may begin with a byte order mark', async () => {
		sandbox.rewriteAnswer = (answer) => ({ ...answer, body: `\ufeff${answer.body}` });
		const { items } = await runNode(probe(CALLS.getUser), { credentials: here() });
		expect(items).toMatchObject([{ json: { result: { id: 'usr-1' } } }]);
	});
});

test('an error that is nested 10,000 lists deep has words of its own', async () => {
	const body = `${'['.repeat(10_000)}"x"${']'.repeat(10_000)}`;
	const { thrown } = await meet('getUser', `{"errors":${body}}`, 422);
	expect(thrown).toMatchObject({
		message: expect.stringContaining("PeopleLens does not accept 'usr-1' as the ID of a user"),
	});
});
