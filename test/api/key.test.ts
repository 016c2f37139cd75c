import { runCredentialTest, runInEngine } from '../support/n8n';

import { peopleLensApiTest } from '../../nodes/PeopleLens/api/credentialTest';
import { openApi } from '../../nodes/PeopleLens/api/client';
import { getUser } from '../../nodes/PeopleLens/api/users';
import { decoded, formsOf, leaks } from '../support/keyForms';
import { inspect, IS_FULL } from '../support/node';
import { useSandbox } from '../support/sandbox';
import { CALLS, probe } from './probe';
import type { CallName } from './probe';

// Much work, and perhaps a busy machine.
jest.setTimeout(60_000);

/** A server may repeat the key in its answers, in any form, anywhere. Nobody is to see it. */

const KEY = 'dummy+Zq7/v3&x=K9"_wL2-example';

const sandbox = useSandbox({ users: 1, auditLogs: 1, apiKey: KEY }, ({ tenant }) =>
	tenant.addUser({ id: 'usr-1' }),
);

const names = Object.keys(CALLS) as CallName[];
const here = () => ({ baseUrl: sandbox.url, apiKey: KEY });

/** What n8n stores of an execution while the server answers this. */
async function stored(
	call: CallName,
	status: number,
	body: string,
	headers: Record<string, string> = {},
) {
	sandbox.rewriteAnswer = () => ({ status, headers, body });
	const node = probe(CALLS[call], {}, { retries: 0 });
	const run = await runInEngine(node, { credentials: here() });
	return inspect(run.data.resultData, { depth: 50, showHidden: true, maxStringLength: null });
}

const isShown = (text: string) => leaks(text, KEY) || leaks(decoded(text), KEY);

const STATUSES = [200, 400, 401, 422, 500];

describe.each(Object.entries(formsOf(KEY)).map(([name, form], number) => ({ name, form, number })))(
	'the key $name is in no stored execution',
	({ name, form, number }) => {
		const places: Record<string, string> = {
			'a message': JSON.stringify({ message: `So ${form} it is` }),
			'a list of errors': JSON.stringify({ errors: { [form]: [form, form] } }),
			'a title': `<html><title>${form}</title></html>`,
			'a text': form,
			'across the cut of a message': JSON.stringify({ message: 'x '.repeat(195) + form }),
			'across the cut of a page': `<html><title>${'x'.repeat(9_960)}${form}`,
		};
		// Each form and each place meets each status: all with all in CI, else one after the other.
		const meets = (place: number) => [STATUSES[(number + place) % STATUSES.length]];
		const cases = Object.entries(places).map(
			([name, body], place) => [name, body, IS_FULL ? STATUSES : meets(place)] as const,
		);
		test.each(cases)('as %s', async (_, body, statuses) => {
			for (const status of statuses) {
				const text = await stored('getUser', status, body);
				expect(isShown(text)).toBe(false);
				if (!name.includes('other text')) expect(leaks(text, form)).toBe(false);
			}
		});
	},
);

// White space means something in data: there, only a key in one piece is found.
const inOnePiece = Object.entries(formsOf(KEY)).filter(
	([name]) => !/lines|white|invisible/.test(name),
);

/** Ways to write the same JSON: .NET, Go and PHP can be told to escape what HTML or a URL would read. */
const JSON_WRITERS: Record<string, (value: object) => string> = {
	plain: JSON.stringify,
	escaping: (value) =>
		JSON.stringify(value).replace(
			/[&%<>+=]/g,
			(c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
		),
};

test.each(
	inOnePiece.flatMap(([name, form]) =>
		Object.keys(JSON_WRITERS).map((writer) => ({ name, form, writer })),
	),
)(
	'the key $name, in $writer JSON, is in no item that PeopleLens returns',
	async ({ form, writer }) => {
		const user = { id: 'usr-1', email: 'a@b.c', first_name: `So ${form} it is`, [form]: { form } };
		const text = await stored('getUser', 200, JSON_WRITERS[writer](user));
		expect(text).toContain("email: 'a@b.c'");
		expect(text).toMatch(/So .*\*\*\*.* it is/);
		expect(isShown(text)).toBe(false);
	},
);

test('a message that is cut in the middle of the key does not show the rest', async () => {
	for (let before = 360; before <= 402; before++) {
		const message = `${'x'.repeat(before)}${KEY}`;
		expect(isShown(await stored('inviteUser', 422, JSON.stringify({ message })))).toBe(false);
	}
});

test.each(names)('%s: a key in headers is not shown', async (call) => {
	const host = KEY.toLowerCase().replace(/[^a-z0-9]/g, '-');
	const key = host.slice(0, 24);
	sandbox.rewriteAnswer = undefined;
	const credentials = { baseUrl: sandbox.url, apiKey: key };
	for (const location of [`https://${key}.evil.example/x`, `https://${key}:${key}@evil.example`]) {
		sandbox.rewriteAnswer = () => ({
			status: 302,
			headers: { location, 'retry-after': key, date: key, 'content-type': key },
			body: '',
		});
		const run = await runInEngine(probe(CALLS[call]), { credentials });
		const text = inspect(run.data.resultData, { depth: 50, showHidden: true });
		expect(text).toMatch(/evil\.example/);
		expect(leaks(text, key)).toBe(false);
		const { message = '' } = await runCredentialTest(peopleLensApiTest, credentials);
		expect(leaks(message, key)).toBe(false);
	}
});

test('a key of digits is not shown as a time to wait', async () => {
	const digits = '81927364554637281920';
	sandbox.rewriteAnswer = () => ({ status: 429, headers: { 'retry-after': digits }, body: digits });
	const run = await runInEngine(probe(CALLS.getUser), {
		credentials: { baseUrl: sandbox.url, apiKey: digits },
	});
	expect(leaks(inspect(run.data.resultData, { depth: 50 }), digits)).toBe(false);
});

test('a key that went into the wrong field is not repeated in the message', async () => {
	const run = await runInEngine(
		probe((api) => getUser(api, KEY)),
		{ credentials: here() },
	);
	const { error } = run.data.resultData;
	expect(error?.message).toContain("No user with the ID '***'");
});

test("n8n's own words about a request that it did not send don't show the key", async () => {
	const node = probe(async (_, context) => {
		const fail = () => {
			throw new Error(`Bearer ${KEY} ${'x'.repeat(1000)}`);
		};
		Object.assign(context.helpers, { httpRequestWithAuthentication: fail });
		return await CALLS.getUser(openApi(context));
	});
	const run = await runInEngine(node, { credentials: here() });
	const { error } = run.data.resultData;
	expect(error?.message).toMatch(/: Bearer \*\*\* x+…$/);
	expect(isShown(inspect(error, { depth: 50, showHidden: true }))).toBe(false);
});

test('a key that is replaced in the middle of an execution is neither sent nor shown', async () => {
	const replacement = 'the-new-key-nobody-may-see-0123456789';
	const credentials = { baseUrl: sandbox.url, apiKey: KEY };
	sandbox.rewriteAnswer = (answer, { headers }) => ({
		...answer,
		status: 422,
		body: JSON.stringify({ message: `You sent ${headers.authorization}` }),
	});
	const node = probe(
		async (api) => {
			await CALLS.getUser(api).catch(() => undefined);
			credentials.apiKey = replacement;
			return await CALLS.getUser(api);
		},
		{},
		{ retries: 0 },
	);
	const run = await runInEngine(node, { credentials });
	const text = inspect(run.data.resultData, { depth: 50, showHidden: true });
	expect(text).toContain('You sent Bearer ***');
	expect(isShown(text)).toBe(false);
	expect(leaks(text, replacement)).toBe(false);
});
