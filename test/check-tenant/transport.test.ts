import type { Facts } from '../../sandbox/tenantReport/facts';
import {
	brotliCompressSync,
	createServer,
	deflateSync,
	delay,
	gzipSync,
	nextTurn,
	type AddressInfo,
	type ServerResponse,
} from '../support/node';
import { TenantClient } from '../../scripts/check-tenant/http/client';
import { Session } from '../../scripts/check-tenant/probes/session';
import { survey } from '../../scripts/check-tenant/survey';

type Answer = (response: ServerResponse) => void;

/** Checks a server that gives this answer to everything. */
async function check(answer: Answer): Promise<{ facts: Facts; requests: number; ms: number }> {
	const server = createServer((_request, response) => answer(response));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	const started = Date.now();
	const client = new TenantClient({
		baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		apiKey: 'dummy-api-key-example',
		time: { now: () => Date.now(), sleep: async () => await nextTurn() },
		maxRequests: 60,
		pauseMs: 0,
		timeoutMs: 300,
	});
	const session = new Session(client);
	await survey(session);
	server.closeAllConnections();
	await new Promise<void>((resolve) => server.close(() => resolve()));
	return { facts: session.facts, requests: client.sent, ms: Date.now() - started };
}

const LIST = JSON.stringify({
	data: [{ id: 'a', action: 'X', created_at: '2026-03-01T10:35:39.817Z', email: 'a@b.example' }],
});

it.each([
	['gzip', gzipSync(LIST), 'gzip'],
	['deflate', deflateSync(LIST), 'deflate'],
	['br', brotliCompressSync(LIST), 'br'],
	['identity', Buffer.from(LIST), 'none'],
] as const)('an answer in %s is read, and its compression seen', async (encoding, body, seen) => {
	const { facts } = await check((response) =>
		response.writeHead(200, { 'content-encoding': encoding }).end(body),
	);
	expect(facts).toMatchObject({ auditLogAnswer: 'list', compression: seen });
});

it('a small answer that unpacks to hundreds of megabytes is cut off, and told as too large', async () => {
	const bomb = gzipSync(Buffer.alloc(200_000_000, ' '));
	const { facts } = await check((response) =>
		response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
	);
	expect(facts.auditLogAnswer).toBe('tooLarge');
}, 30_000);

it('an answer without end is cut off, and told as too large', async () => {
	const chunk = Buffer.alloc(1_000_000, ' ');
	const { facts } = await check((response) => {
		response.writeHead(200);
		const more = (): void => {
			while (!response.destroyed && response.write(chunk));
			if (!response.destroyed) response.once('drain', more);
		};
		more();
	});
	expect(['tooLarge', 'none']).toContain(facts.auditLogAnswer);
}, 30_000);

it.each<[string, Answer]>([
	['never answers', () => {}],
	[
		'sends a byte at a time, for ever',
		(response) => {
			response.writeHead(200);
			response.write('{"data":[');
			const trickle = async (): Promise<void> => {
				while (!response.destroyed) {
					response.write(' ');
					await delay(50);
				}
			};
			void trickle();
		},
	],
])('a server that %s ends the check at its time-outs', async (_name, answer) => {
	const { facts, requests, ms } = await check(answer);
	expect(facts.auditLogAnswer).toBe('none');
	expect(requests).toBe(3);
	expect(ms).toBeLessThan(5_000);
});

it('false compression is no answer', async () => {
	const { facts } = await check((response) =>
		response.writeHead(200, { 'content-encoding': 'gzip' }).end(LIST),
	);
	expect(facts.auditLogAnswer).toBe('none');
});

it.each([
	['RateLimit-Limit', 'standard'],
	['X-RateLimit-Remaining', 'x'],
	['X-Rate-Limit-Reset', 'x'],
	['X-Request-Id', 'none'],
] as const)('the header %s is seen as announcing limits: %s', async (name, seen) => {
	const { facts } = await check((response) => response.writeHead(200, { [name]: '5' }).end(LIST));
	expect(facts.rateLimitHeaders).toBe(seen);
});

it('a server that says 429 for ever is left alone soon', async () => {
	const { facts, requests } = await check((response) =>
		response.writeHead(429, { 'retry-after': '0' }).end(),
	);
	expect(facts).toMatchObject({ rateLimitMet: true, retryAfter: 'seconds' });
	expect(requests).toBe(4);
}, 30_000);
