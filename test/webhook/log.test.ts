import { LogLimiter } from '../../nodes/PeopleLens/webhook/logLimiter';
import { deliver, sign } from './deliver';
import { SECRET, startWebhookHost } from './host';
import type { WebhookHost } from './host';

const MINUTE = 60_000;

describe('a flood of forged deliveries', () => {
	let host: WebhookHost;
	beforeEach(async () => {
		host = await startWebhookHost();
	});
	afterEach(async () => await host.stop());

	it('writes one line for each reason, and none with anything from the deliveries', async () => {
		const forged = Array.from({ length: 600 }, (_, index) => {
			const body = { event: 'job.closed', data: { note: `private-${index}` } };
			const signatures = [null, `malformed-${index}`, sign(`other-${index}`).toString('hex')];
			return { body, signature: signatures[index % 3] };
		});
		const answers = await Promise.all(
			forged.map(async (delivery) => await deliver(host, delivery)),
		);
		expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401]));
		expect(host.log).toHaveLength(3);
		const log = host.log.join('\n');
		expect(log).not.toMatch(/private|malformed-|[0-9a-f]{16}/);
		expect(log).not.toContain(SECRET);
		expect([host.executions, host.failedExecutions]).toEqual([[], []]);
	});

	it('is counted in the line that comes a minute later', async () => {
		const now = jest.spyOn(Date, 'now').mockReturnValue(1_772_359_200_000);
		try {
			for (let n = 0; n < 3; n++) await deliver(host, { signature: null });
			now.mockReturnValue(1_772_359_200_000 + MINUTE);
			await deliver(host, { signature: null });
		} finally {
			now.mockRestore();
		}
		const line = /because it has no X-PeopleLens-Signature\.("|$)/;
		const counted = /\. 2 more like it came since the last such line\./;
		expect(host.log).toEqual([expect.stringMatching(line), expect.stringMatching(counted)]);
	});
});

it('deliveries that start nothing, as they are not chosen or repeated, have a line, and one more an hour later', async () => {
	const host = await startWebhookHost({ parameters: { events: ['job.closed'] } });
	const now = jest.spyOn(Date, 'now').mockReturnValue(1_772_359_200_000);
	const other = { body: { event: 'job.created', data: { note: 'private' } } };
	try {
		for (let n = 0; n < 3; n++) {
			await deliver(host, other);
			await deliver(host, { body: { event: 'job.closed' } });
		}
		now.mockReturnValue(1_772_359_200_000 + 60 * MINUTE);
		await deliver(host, other);
	} finally {
		now.mockRestore();
		await host.stop();
	}
	const line = (words: string) =>
		expect.stringContaining(
			`'PeopleLens Webhook Trigger' in the workflow 'Hiring' answered a webhook delivery with 200 and started nothing, because ${words}`,
		);
	expect(host.log).toEqual([
		line("'Events' or 'Filters' did not choose it."),
		line('the same was received before.'),
		line("'Events' or 'Filters' did not choose it. 2 more like it came"),
	]);
	expect(host.executions).toHaveLength(1);
});

it('10,000 refusals in ten minutes make eleven lines, which say how many were left out', () => {
	const limiter = new LogLimiter(MINUTE);
	const admitted = Array.from({ length: 10_001 }, (_, index) =>
		limiter.admit('wrong', index * ((10 * MINUTE) / 10_000)),
	).filter((suppressed) => suppressed !== undefined);
	expect(admitted).toEqual([0, ...Array(10).fill(999)]);
});

it('a reason that begins later gets its line at once, also with the clock set back', () => {
	const limiter = new LogLimiter(MINUTE);
	expect(limiter.admit('wrong', 0)).toBe(0);
	expect(limiter.admit('missing', 1)).toBe(0);
	expect(limiter.admit('wrong', 2)).toBeUndefined();
	expect(limiter.admit('wrong', -10 * MINUTE)).toBe(1);
});

it('warnings about thousands of triggers take a bounded memory', () => {
	const limiter = new LogLimiter(MINUTE);
	for (let index = 0; index < 5_000; index++) expect(limiter.admit(`${index}`, 0)).toBe(0);
	expect(limiter.admit('4999', 1)).toBeUndefined();
	expect(limiter.admit('0', 1)).toBe(0);
});
