import { deliver, sign, STAGE_CHANGED } from './deliver';
import type { Delivery } from './deliver';
import { SECRET, startWebhookHost } from './host';
import type { WebhookHost, WebhookHostOptions } from './host';

let host: WebhookHost;
const start = async (options?: WebhookHostOptions) => {
	host = await startWebhookHost(options);
};
afterEach(async () => await host.stop());

const hex = (body: string, secret?: string) => sign(body, secret).toString('hex');

it('the webhook trigger starts one execution with the event, for a delivery that is signed', async () => {
	await start();
	const before = Date.now();
	expect(await deliver(host)).toEqual({ status: 200, text: '{"message":"Accepted"}' });
	expect(host.items()).toEqual([{ ...STAGE_CHANGED, receivedAt: expect.any(String) }]);
	const receivedAt = Date.parse(String(host.items()[0].receivedAt));
	expect(receivedAt).toBeGreaterThanOrEqual(before);
	expect(receivedAt).toBeLessThanOrEqual(Date.now());
	expect(host.log).toEqual([]);
});

describe("in the editor's test, a delivery that is refused ends the test, and says why:", () => {
	it.each<[string, Delivery, RegExp]>([
		['no signature', { signature: null }, /^A delivery was refused, because it has no X-Peo/],
		['another secret', { secret: 'dummy-other-example' }, /is not signed with the secret in the/],
		['no event', { body: '[]' }, /it is signed, but holds no event/],
	])('%s', async (_, delivery, reason) => {
		await start({ mode: 'manual' });
		expect((await deliver(host, delivery)).status).toBe(500);
		expect(host.failedExecutions.map(({ message }) => message)).toEqual([
			expect.stringMatching(reason),
		]);
		expect(host.executions).toEqual([]);
	});

	it('but not where On Error would go on with an empty item', async () => {
		await start({ mode: 'manual' });
		host.node.onError = 'continueRegularOutput';
		expect((await deliver(host, { signature: null })).status).toBe(401);
		expect(host.failedExecutions).toEqual([]);
	});
});

const UNAUTHORIZED = { status: 401, text: 'Unauthorized' };
const body = JSON.stringify(STAGE_CHANGED);

describe('refuses with 401 and starts nothing, not even a failed execution,', () => {
	it.each<[string, Delivery, RegExp]>([
		['without a signature', { signature: null }, /it has no X-PeopleLens-Signature/],
		['with an empty signature', { signature: '' }, /it has no X-PeopleLens-Signature/],
		['with a malformed one', { signature: 'sha256=abc' }, /no SHA-256 in hexadecimal or base64/],
		['with one by another secret', { secret: 'dummy-other-example' }, /not signed with the secret/],
		['with one of another body', { signature: hex(`${body} `) }, /not signed with the secret/],
		['with one of an empty secret', { signature: hex(body, '') }, /not signed with the secret/],
		[
			'for a body that is no JSON',
			{ body: '{', signature: hex('x') },
			/not signed with the secret/,
		],
		['for an empty body', { body: '', signature: hex('x') }, /not signed with the secret/],
	])('a delivery %s', async (_, delivery, reason) => {
		await start();
		expect(await deliver(host, delivery)).toEqual(UNAUTHORIZED);
		expect([host.executions, host.failedExecutions]).toEqual([[], []]);
		expect(host.log).toEqual([expect.stringMatching(reason)]);
		expect(host.log[0]).toContain("'PeopleLens Webhook Trigger' in the workflow 'Hiring'");
	});

	it('a delivery, in plain text of the length that it says', async () => {
		await start();
		const { headers } = await fetch(host.url, { method: 'POST', body });
		expect([headers.get('content-type'), headers.get('content-length')]).toEqual([
			'text/plain',
			String('Unauthorized'.length),
		]);
	});

	it('a delivery whose raw body n8n did not keep', async () => {
		await start();
		host.keepsRawBody = false;
		expect(await deliver(host)).toEqual(UNAUTHORIZED);
		expect(host.log).toEqual([expect.stringMatching(/multipart/)]);
	});

	it.each([
		[{}],
		[{ webhookSecret: '' }],
		[{ webhookSecret: ' \t\n\ufeff' }],
		[{ webhookSecret: '', previousWebhookSecret: SECRET }],
		[{ webhookSecret: 0 }],
	])('everything, while the credential holds %j', async (secrets) => {
		await start({ secrets });
		for (const secret of [SECRET, '', ' ', '0', 'undefined', 'null']) {
			expect(await deliver(host, { secret })).toEqual(UNAUTHORIZED);
		}
		expect(host.executions).toEqual([]);
		expect(host.log).toEqual([expect.stringMatching(/'Webhook Secret' .* is empty/)]);
	});

	it('everything, while the secret is short enough to be guessed', async () => {
		await start({ secrets: { webhookSecret: ' 7-chars', previousWebhookSecret: SECRET } });
		for (const secret of ['7-chars', SECRET]) {
			expect(await deliver(host, { secret })).toEqual(UNAUTHORIZED);
		}
		expect(host.executions).toEqual([]);
		expect(host.log).toEqual([
			expect.stringMatching(/'Webhook Secret' .* has fewer than 8 characters: .*Copy it from/),
		]);
	});

	it('what is signed with a previous secret that can be guessed', async () => {
		await start({ secrets: { webhookSecret: SECRET, previousWebhookSecret: '7-chars' } });
		expect(await deliver(host, { secret: '7-chars' })).toEqual(UNAUTHORIZED);
		expect((await deliver(host)).status).toBe(200);
	});
});

it('the webhook trigger answers 503 when n8n cannot read the credential, and starts nothing', async () => {
	await start({ secrets: null });
	expect(await deliver(host)).toEqual({ status: 503, text: 'Service Unavailable' });
	expect([host.executions, host.failedExecutions]).toEqual([[], []]);
	expect(host.log).toEqual([expect.stringMatching(/could not read the credential/)]);
});

it('the webhook trigger accepts both secrets while the secret is being changed, and no third one', async () => {
	await start({ secrets: { webhookSecret: 'dummy-new-example', previousWebhookSecret: SECRET } });
	const statuses = ['dummy-new-example', SECRET, 'dummy-third-example', ''].map(
		async (secret, index) => await deliver(host, { body: { event: `e${index}` }, secret }),
	);
	expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([200, 200, 401, 401]);
	expect(host.items().map(({ event }) => event)).toEqual(expect.arrayContaining(['e0', 'e1']));
});

it('the webhook trigger takes a secret as it was copied, with white space around it', async () => {
	await start({ secrets: { webhookSecret: `\n ${SECRET}\t\r\n` } });
	expect((await deliver(host)).status).toBe(200);
});

describe('answers 400 and starts nothing for a signed body that is no event:', () => {
	it.each<[string, string | Buffer]>([
		['an empty body', ''],
		['no JSON', '{"event":'],
		['a text', '"candidate.created"'],
		['a list', `[${body}]`],
		['null', 'null'],
		['an object without event', '{"timestamp":"2026-03-01T10:00:00Z","data":{}}'],
		['an empty event', '{"event":" "}'],
		['an event that is a number', '{"event":7}'],
		['an inherited event', '{"__proto__":{"event":"job.closed"}}'],
		['bytes that are no UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
		['a form', 'event=job.closed'],
	])('%s', async (_, sent) => {
		await start();
		expect(await deliver(host, { body: sent })).toEqual({ status: 400, text: 'Bad Request' });
		expect([host.executions, host.failedExecutions]).toEqual([[], []]);
		expect(host.log).toEqual([expect.stringMatching(/is signed, but holds no event/)]);
	});
});
