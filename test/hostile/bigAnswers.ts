/**
 * A server in a process of its own whose answers are large: `POST /answer {status, kind, key, times}`
 * chooses the answer to so many later requests; the others are told that there is nothing. In the tests' own process, its work would be
 * taken for the package's.
 */
import { createServer, nodeProcess } from '../support/node';
import type { AddressInfo, IncomingMessage } from '../support/node';

const SIZE = 10 * 1024 * 1024;

const fill = (unit: string) => unit.repeat(Math.ceil(SIZE / unit.length));

const rows = (count: number, row: (index: number) => object) =>
	JSON.stringify({ data: Array.from({ length: count }, (_, index) => row(index)) });

/** 10 MB of each kind that something in an answer could be. */
const KINDS: Record<string, (key: string) => string> = {
	'a page of unfinished titles': () => `<html>${fill('<title')}`,
	'a page with a title of 10 MB': () => `<html><title>${fill('x ')}</title></html>`,
	'a page of brackets': () => `<!doctype html>${fill('<')}`,
	'spaces and a letter': () => `${fill(' \t')}x`,
	words: () => fill('not available right now '),
	'a message of 10 MB': () => JSON.stringify({ message: fill('no ') }),
	'a message of spaces': () => JSON.stringify({ message: `a${fill(' ')}b` }),
	'lists in lists': () => `{"errors":${'['.repeat(SIZE / 2)}${']'.repeat(SIZE / 2)}}`,
	'many short errors': () => JSON.stringify({ errors: Array(SIZE / 8).fill('no') }),
	'errors by field': () =>
		JSON.stringify({
			errors: Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`field-${n}`, ['no']])),
		}),
	'a record of many fields': () =>
		JSON.stringify({
			...{ id: 'usr-1', email: 'ada@acme.example', first_name: 'Ada', last_name: 'Lovelace' },
			...Object.fromEntries(Array.from({ length: 600_000 }, (_, n) => [`field${n}`, n])),
		}),
	'a record of as many fields as may be': () =>
		JSON.stringify({
			...{ id: 'usr-1', email: 'ada@acme.example', first_name: 'Ada', last_name: 'Lovelace' },
			...Object.fromEntries(
				Array.from({ length: 49_000 }, (_, n) => [`field${n}`, 'x'.repeat(190)]),
			),
		}),
	'the beginning of the key, again and again': (key) =>
		JSON.stringify({ message: fill(key.slice(0, 7)) }),
	'Bearer and spaces': () => JSON.stringify({ message: fill('Bearer   ') }),
	backslashes: () => JSON.stringify({ message: fill('\\u00') }),
	'half of a JSON document': () =>
		rows(60_000, (n) => ({ id: `usr-${n}`, email: `p${n}@acme.example` })).slice(0, -9),
	'many users': () =>
		rows(70_000, (n) => ({
			id: `usr-${n}`,
			email: `person.${n}@acme.example`,
			first_name: 'Ada',
			last_name: 'Lovelace',
			role: 'Recruiter',
		})),
	'users with long names': () =>
		rows(100, (n) => ({
			id: `usr-${n}`,
			email: `p${n}@acme.example`,
			first_name: 'x'.repeat(100_000),
		})),
	'events with large details': () =>
		rows(100, (n) => ({
			id: `evt-${n}`,
			action: 'USER_LOGIN',
			created_at: new Date(1_780_000_000_000 + n).toISOString(),
			details: { text: 'x'.repeat(100_000) },
		})),
	'events without an ID': () =>
		rows(100, (n) => ({
			n,
			created_at: '2026-03-01T10:00:00.000Z',
			details: Array(20_000).fill(n),
		})),
};

async function textOf(request: IncomingMessage): Promise<string> {
	let text = '';
	for await (const chunk of request) text += String(chunk);
	return text;
}

const bodies = new Map<string, Buffer<ArrayBuffer>>();

/** Made once: the same is asked for again and again. */
function bodyOf(kind: string, key: string): Buffer<ArrayBuffer> {
	const body = bodies.get(kind) ?? Buffer.from(KINDS[kind](key));
	bodies.set(kind, body);
	return body;
}

const NOTHING = { status: 404, body: Buffer.from('{"message":"Not found"}') };
let [large, left]: [typeof NOTHING, number] = [NOTHING, 0];
const server = createServer((request, response) => {
	void (async () => {
		if (request.url === '/kinds') return response.end(JSON.stringify(Object.keys(KINDS)));
		if (request.url === '/answer') {
			const { status, kind, key, times } = JSON.parse(await textOf(request));
			[large, left] = [{ status, body: bodyOf(kind, key) }, times];
			return response.end();
		}
		const answer = left-- > 0 ? large : NOTHING;
		const type = String(answer.body.subarray(0, 1)) === '{' ? 'application/json' : 'text/html';
		response.writeHead(answer.status, { 'content-type': type });
		return response.end(answer.body);
	})();
});
server.listen(0, '127.0.0.1', () => {
	nodeProcess.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
