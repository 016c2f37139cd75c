import { startSandbox, type Sandbox } from '../../sandbox';
import { connect } from '../../sandbox/client';
import { EVENT_KINDS } from '../../sandbox/webhook/payloads';
import { ENCODINGS, FORGERIES } from '../../sandbox/webhook/signing';
import { HIRING_EVENTS } from '../../nodes/PeopleLens/webhook/events';
import { SECRET, startWebhookHost } from '../webhook/host';
import type { WebhookHost, WebhookHostOptions } from '../webhook/host';

let sandbox: Sandbox;
let host: WebhookHost;

async function start(options: WebhookHostOptions = {}) {
	host = await startWebhookHost(options);
	const webhooks = { url: host.url, secret: SECRET, previousSecret: 'dummy-old-example' };
	sandbox = await startSandbox({ users: 0, auditLogs: 0, webhooks });
}
afterEach(async () => {
	await sandbox.stop();
	await host?.stop();
});

/** As another process does it: without a key. */
async function control(call: string, body?: unknown) {
	const [method, path] = call.split(' ');
	return await connect({ url: sandbox.url, apiKey: 'none' }).send(method, path, body);
}

it('the sandbox sends every kind of event that the trigger offers, and the trigger takes it', async () => {
	await start();
	expect(EVENT_KINDS).toEqual(HIRING_EVENTS.map(({ value }) => value).sort());
	for (const kind of EVENT_KINDS) {
		const { json } = await control('POST /sandbox/webhooks', { kind });
		expect(json).toMatchObject({ data: [{ event: kind, status: 200 }] });
	}
	expect(host.items()).toEqual(
		EVENT_KINDS.map((event) => ({
			event,
			timestamp: expect.stringMatching(/^20.*Z$/),
			data: expect.objectContaining({}),
			receivedAt: expect.any(String),
		})),
	);
});

it.each(Object.keys(ENCODINGS))(
	'the trigger takes a signature of the sandbox as %s',
	async (encoding) => {
		await start();
		await control('PATCH /sandbox/webhooks', { encoding });
		const { json } = await control('POST /sandbox/webhooks', { kind: 'job.closed' });
		expect(json).toMatchObject({
			data: [{ encoding, status: 200, answer: '{"message":"Accepted"}' }],
		});
	},
);

it.each(FORGERIES)('the trigger refuses a forgery of the sandbox: %s', async (signing) => {
	await start();
	const { json } = await control('POST /sandbox/webhooks', { kind: 'job.closed', signing });
	expect(json).toMatchObject({ data: [{ signing, status: 401, answer: 'Unauthorized' }] });
	expect(host.executions).toEqual([]);
});

it('the sandbox sends chosen data, late and repeated', async () => {
	await start();
	const data = { candidate_id: 'can_7788' };
	const event = { kind: 'candidate.deleted', data, ageMs: 3_600_000, times: 3 };
	const { json } = await control('POST /sandbox/webhooks', event);
	expect(json).toMatchObject({ data: [{ status: 200 }, { status: 200 }, { status: 200 }] });
	expect(host.items()).toMatchObject([{ data }]);
	const age = Date.now() - Date.parse(String(host.items()[0].timestamp));
	expect(Math.round(age / 60_000)).toBe(60);
});

it('a burst is accepted exactly as it should be, and reported', async () => {
	await start({ secrets: { webhookSecret: SECRET, previousWebhookSecret: 'dummy-old-example' } });
	const { json } = await control('POST /sandbox/webhooks/burst', {
		count: 200,
		concurrency: 20,
		repeatedShare: 0.1,
		forgedShare: 0.05,
		previousSecretShare: 0.2,
		lateShare: 0.1,
		reordered: true,
	});
	expect(json).toEqual({
		sent: 200,
		events: 170,
		repeated: 20,
		forged: 10,
		statuses: { 200: 190, 401: 10 },
		unexpected: 0,
		latency: {
			p50: expect.any(Number),
			p95: expect.any(Number),
			p99: expect.any(Number),
			max: expect.any(Number),
		},
		durationMs: expect.any(Number),
	});
	expect(host.executions).toHaveLength(170);
});

it('a burst tells of every delivery when it is asked to', async () => {
	await start();
	const burst = { count: 5, kinds: ['job.closed'], encodings: ['base64'], list: true };
	const { json } = await control('POST /sandbox/webhooks/burst', burst);
	const { deliveries } = json as { deliveries: unknown[] };
	expect(deliveries).toHaveLength(5);
	expect(deliveries[0]).toMatchObject({ event: 'job.closed', encoding: 'base64', repeated: false });
});

it('a receiver that is not there, or fails, is a result and no fault of the sandbox', async () => {
	await start();
	host.beforeExecution = async () => {
		throw new Error('The database is gone');
	};
	await control('POST /sandbox/webhooks', { kind: 'job.closed' });
	await host.stop();
	await control('POST /sandbox/webhooks', { kind: 'job.created' });
	const { json } = await control('GET /sandbox/webhooks');
	expect(json).toMatchObject({
		settings: { url: host.url, secret: SECRET },
		deliveries: [{ status: 500 }, { status: null, answer: expect.stringMatching(/ECONNREFUSED/) }],
	});
});

it.each<[string, object]>([
	['PATCH /sandbox/webhooks', { url: 'https://peoplelensai.com/webhook' }],
	['PATCH /sandbox/webhooks', { url: 'http://127.0.0.1.evil.example/' }],
	['PATCH /sandbox/webhooks', { url: 'localhost:5678' }],
	['PATCH /sandbox/webhooks', { encoding: 'rot13' }],
	['PATCH /sandbox/webhooks', { sceret: 'x' }],
	['POST /sandbox/webhooks', {}],
	['POST /sandbox/webhooks', { kind: 'constructor' }],
	['POST /sandbox/webhooks', { kind: 'job.closed', signing: 'toString' }],
	['POST /sandbox/webhooks', { kind: 'job.closed', data: [] }],
	['POST /sandbox/webhooks', { kind: 'job.closed', times: -1 }],
	['POST /sandbox/webhooks/burst', { forgedShare: 2 }],
	['POST /sandbox/webhooks/burst', { kinds: [] }],
	['POST /sandbox/webhooks/burst', { encodings: ['rot13'] }],
])('the sandbox refuses %s %j', async (call, body) => {
	await start();
	expect((await control(call, body)).status).toBe(400);
	expect(sandbox.webhooks.settings.url).toBe(host.url);
	expect(sandbox.webhooks.deliveries).toEqual([]);
});

it('without a URL, the sandbox says so and sends nothing', async () => {
	await start();
	await control('PATCH /sandbox/webhooks', { url: '' });
	const { status, text } = await control('POST /sandbox/webhooks', { kind: 'job.closed' });
	expect([status, text]).toEqual([400, expect.stringContaining('No webhook URL is set')]);
});

it('the sandbox has a settings page for webhooks, which needs no key', async () => {
	await start();
	const { status, headers, text } = await control('GET /settings/webhooks');
	expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
	expect(text).toContain('<h1>Settings &rsaquo; Webhooks</h1>');
	expect(sandbox.requests).toEqual([]);
});
