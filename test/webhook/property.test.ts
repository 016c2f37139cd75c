import fc from 'fast-check';

import { IS_FULL } from '../support/node';
import { deliver, sign } from './deliver';
import { SECRET, startWebhookHost } from './host';

const PREVIOUS = 'dummy-previous-example';

const NOW = new Date().toISOString();

/** Fewer than a stranger's choices, so that bodies and secrets meet again and again. */
const body = fc.oneof(
	fc.constantFrom(
		'{"event":"job.closed","timestamp":"2026-03-01T10:00:00Z","data":{"id":"job_42"}}',
		'{"event":"candidate.created","data":{"id":"can_7"}}',
		'{"event":"candidate.created","data":{"id":"can_8","__proto__":{"admin":true}}}',
		'{"event":"a.future_event"}',
		`{"event":"job.created","timestamp":"${NOW}","data":{"id":"job_42"}}`,
		'{"event":""}',
		'[]',
		'',
	),
	fc.json(),
	fc.string({ unit: 'grapheme' }),
);

const secret = fc.constantFrom(SECRET, SECRET, PREVIOUS, '', ' ', 'dummy-other-example');

/** How a signature is written, and what goes wrong with it on the way. */
const encoding = fc.constantFrom<(digest: Buffer) => string | null>(
	(digest) => digest.toString('hex'),
	(digest) => digest.toString('hex').toUpperCase(),
	(digest) => `sha256=${digest.toString('hex')}`,
	(digest) => digest.toString('base64'),
	(digest) => digest.toString('base64url'),
	(digest) => digest.toString('hex').slice(1),
	(digest) => `${digest.toString('hex')}, ${digest.toString('hex')}`,
	(digest) => digest.toString('hex').replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
	(digest) => `sha1=${digest.toString('hex')}`,
	() => '0'.repeat(64),
	() => null,
);

const delivery = fc.record({
	body,
	secret,
	encoding: encoding.map((encode) => ({ encode })),
	/** Whether it is signed as another body. */
	altered: fc.oneof(fc.constant(false), fc.boolean()),
});

type Chosen = typeof delivery extends fc.Arbitrary<infer T> ? T : never;

/** The status for a body that is signed rightly. */
function statusOf(text: string, maxAgeMinutes: number): number {
	try {
		const { event, timestamp } = JSON.parse(text) as { event?: unknown; timestamp?: unknown };
		if (typeof event !== 'string' || event.trim() === '') return 400;
		return maxAgeMinutes === 0 || timestamp === NOW ? 200 : 401;
	} catch {
		return 400;
	}
}

/** A delivery as it is sent, and what must become of it. */
function prepare({ body: text, secret: by, encoding: { encode }, altered }: Chosen) {
	const digest = sign(altered ? `${text} ` : text, by);
	const signature = encode(digest);
	const forms = [digest.toString('hex'), digest.toString('base64'), digest.toString('base64url')];
	const sent = signature?.replace('sha256=', '') ?? '';
	const isReadable = forms.includes(sent) || forms[0].toUpperCase() === sent;
	return {
		body: text,
		signature,
		forms,
		isValid: isReadable && !altered && [SECRET, PREVIOUS].includes(by),
	};
}

async function check(chosen: Chosen[], together: boolean, maxAgeMinutes: number): Promise<void> {
	const host = await startWebhookHost({
		parameters: { options: { maxAgeMinutes } },
		secrets: { webhookSecret: SECRET, previousWebhookSecret: PREVIOUS },
	});
	const deliveries = chosen.map(prepare);
	const statuses: number[] = [];
	const send = async (index: number) => {
		statuses[index] = (await deliver(host, deliveries[index])).status;
	};
	try {
		if (together) await Promise.all(deliveries.map(async (_, index) => await send(index)));
		else for (const index of deliveries.keys()) await send(index);

		const expected = deliveries.map(({ isValid, body: text }) =>
			isValid ? statusOf(text, maxAgeMinutes) : 401,
		);
		expect(statuses).toEqual(expected);
		const accepted = deliveries.filter((_, index) => statuses[index] === 200);
		const bodies = [...new Set(accepted.map(({ body: text }) => text))];
		const events = bodies.map((text) => (JSON.parse(text) as { event: string }).event);
		expect(new Set(host.items().map(({ event }) => event))).toEqual(new Set(events));
		expect([host.executions.length, host.failedExecutions]).toEqual([bodies.length, []]);

		const written = JSON.stringify([host.log, host.items()]);
		for (const hidden of [SECRET, PREVIOUS, ...deliveries.flatMap(({ forms }) => forms)]) {
			expect(written).not.toContain(hidden);
		}
		expect('admin' in {}).toBe(false);
	} finally {
		await host.stop();
	}
}

it('no sequence of deliveries makes an execution without a valid signature, and each accepted one makes exactly one', async () => {
	const sequence = fc.array(delivery, { maxLength: 12 });
	const property = fc.asyncProperty(sequence, fc.boolean(), fc.constantFrom(0, 15), check);
	await fc.assert(property, { numRuns: IS_FULL ? 60 : 20 });
}, 60_000);
