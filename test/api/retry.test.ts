import fc from 'fast-check';

import { classifyTransportError } from '../../nodes/PeopleLens/api/http/outcome';
import type { FailureReason, Outcome } from '../../nodes/PeopleLens/api/http/outcome';
import {
	DEFAULT_POLICY,
	INTERACTIVE_POLICY,
	retryAfter,
	retryDelay,
} from '../../nodes/PeopleLens/api/http/retry';
import { formatDuration } from '../../nodes/PeopleLens/api/errors/classify';

const NOW = Date.parse('2026-03-01T10:00:00.000Z');
const response = (status: number, headers = {}): Outcome => ({
	kind: 'response',
	status,
	headers,
	body: '',
});
const failure = (reason: FailureReason): Outcome => ({ kind: 'failure', reason });
const first = (method: 'GET' | 'POST' | 'DELETE') => ({ method, count: 1, waitedMs: 0 });
const always = { ...DEFAULT_POLICY, random: () => 1 };

describe('which requests are sent again', () => {
	const both: Outcome[] = [response(429), failure('refused'), failure('dns')];
	const unlessPost: Outcome[] = [
		response(502),
		response(503),
		response(504),
		failure('timeout'),
		failure('dropped'),
		failure('unreachable'),
	];
	const never: Outcome[] = [
		...[200, 204, 302, 400, 401, 403, 404, 408, 409, 422, 500, 501].map((status) =>
			response(status),
		),
		failure('certificate'),
		failure('notHttp'),
		failure('canceled'),
		failure('budgetExceeded'),
		failure('notSent'),
		failure('tooLarge'),
	];

	const isAgain = (outcome: Outcome, method: 'GET' | 'POST' | 'DELETE') =>
		retryDelay(outcome, first(method), DEFAULT_POLICY, NOW) !== undefined;

	test.each(both)('all after %j', (outcome) => {
		expect(['GET', 'DELETE', 'POST'].map((m) => isAgain(outcome, m as 'GET'))).toEqual([
			true,
			true,
			true,
		]);
	});

	test.each(unlessPost)('all but invitations after %j', (outcome) => {
		expect(['GET', 'DELETE', 'POST'].map((m) => isAgain(outcome, m as 'GET'))).toEqual([
			true,
			true,
			false,
		]);
	});

	test.each(never)('none after %j', (outcome) => {
		expect(['GET', 'DELETE', 'POST'].map((m) => isAgain(outcome, m as 'GET'))).toEqual([
			false,
			false,
			false,
		]);
	});

	test('four times at most, and not at all for a list in the editor', () => {
		const counts = [1, 2, 3, 4, 5].map((count) =>
			retryDelay(response(503), { method: 'GET', count, waitedMs: 0 }, always, NOW),
		);
		expect(counts).toEqual([500, 1000, 2000, 4000, undefined]);
		expect(retryDelay(response(503), first('GET'), INTERACTIVE_POLICY, NOW)).toBeUndefined();
	});
});

describe('how long the pause is', () => {
	test('the server says it, up to 60 seconds in total', () => {
		const pause = (seconds: string, waitedMs: number) =>
			retryDelay(
				response(429, { 'retry-after': seconds }),
				{ method: 'GET', count: 2, waitedMs },
				DEFAULT_POLICY,
				NOW,
			);
		expect(pause('60', 0)).toBe(60_000);
		expect(pause('61', 0)).toBeUndefined();
		expect(pause('30', 30_000)).toBe(30_000);
		expect(pause('31', 30_000)).toBeUndefined();
	});

	test('never past the deadline', () => {
		const pause = (deadline: number) =>
			retryDelay(
				response(429, { 'retry-after': '10' }),
				{ ...first('GET'), deadline },
				DEFAULT_POLICY,
				NOW,
			);
		expect(pause(NOW + 10_001)).toBe(10_000);
		expect(pause(NOW + 10_000)).toBeUndefined();
	});

	test('anything between nothing and the backoff otherwise', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
				fc.integer({ min: 1, max: 4 }),
				(random, count) => {
					const policy = { ...DEFAULT_POLICY, random: () => random };
					const pause = retryDelay(
						failure('refused'),
						{ method: 'POST', count, waitedMs: 0 },
						policy,
						NOW,
					);
					expect(pause).toBeGreaterThanOrEqual(0);
					expect(pause).toBeLessThanOrEqual(500 * 2 ** (count - 1));
				},
			),
			{ seed: 1 },
		);
	});
});

it('a server that asks for no wait at all is asked again after one of its own length', () => {
	const date = new Date(NOW).toUTCString();
	for (const headers of [{ 'retry-after': '0' }, { 'retry-after': date, date }, {}]) {
		const pauses = [1, 2, 3].map((count) =>
			retryDelay(response(503, headers), { ...first('GET'), count }, always, NOW),
		);
		expect(pauses).toEqual([1, 2, 3].map((count) => DEFAULT_POLICY.backoffMs * 2 ** (count - 1)));
	}
});

describe('Retry-After', () => {
	const date = (ms: number) => new Date(ms).toUTCString();

	test.each([
		[{ 'retry-after': '120' }, 120_000],
		[{ 'Retry-After': ' 3 ' }, 3_000],
		[{ 'retry-after': '1.5' }, 1_500],
		[{ 'retry-after': ['7', '9'] }, 7_000],
		[{ 'retry-after': date(NOW + 90_000) }, 90_000],
		[{ 'retry-after': date(NOW - 90_000) }, 0],
		// A server whose clock is an hour ahead means its own minute, not an hour.
		[{ 'retry-after': date(NOW + 3_660_000), date: date(NOW + 3_600_000) }, 60_000],
		[{ 'retry-after': 'Sunday, 01-Mar-26 10:01:00 GMT' }, 60_000],
		[{ 'retry-after': '0' }, 0],
		// Longer than n8n would ever wait; its digits are shown, so there are not many of them.
		[{ 'retry-after': '99999999999' }, 8_640_000_000],
		[{ 'retry-after': date(Date.UTC(2099, 0)) }, 8_640_000_000],
		[{ 'retry-after': '-5' }, undefined],
		[{ 'retry-after': 'foo 5' }, undefined],
		[{ 'retry-after': '5 foo' }, undefined],
		[{ 'retry-after': '1e3' }, undefined],
		[{ 'retry-after': '0x10' }, undefined],
		[{ 'retry-after': '+5' }, undefined],
		[{ 'retry-after': '2026-03-01T10:01:00Z' }, undefined],
		[{ 'retry-after': 'March 2026' }, undefined],
		[{ 'retry-after': `${'9'.repeat(400)}` }, undefined],
		[{ 'retry-after': 'soon' }, undefined],
		[{ 'retry-after': '' }, undefined],
		[{}, undefined],
	])('%j', (headers, ms) => {
		expect(retryAfter(headers, NOW)).toBe(ms);
	});

	test.each([
		[1, '1 second'],
		[1_000, '1 second'],
		[1_001, '2 seconds'],
		[119_000, '119 seconds'],
		[120_000, '2 minutes'],
		[121_000, '3 minutes'],
		[7_200_000, '2 hours'],
		[86_400_000, '24 hours'],
		[undefined, undefined],
	])('%s ms are said as %s', (ms, words) => {
		expect(formatDuration(ms)).toBe(words);
	});
});

describe('why no response came is read from the code, wherever it sits', () => {
	const coded = (code: string) => Object.assign(new Error('x'), { code });

	test.each<[string, FailureReason]>([
		['ECONNREFUSED', 'refused'],
		['ENOTFOUND', 'dns'],
		['EAI_AGAIN', 'dns'],
		['ETIMEDOUT', 'timeout'],
		['ECONNABORTED', 'timeout'],
		['ECONNRESET', 'dropped'],
		['EPIPE', 'dropped'],
		['ERR_BAD_RESPONSE', 'dropped'],
		['Z_BUF_ERROR', 'dropped'],
		['EHOSTUNREACH', 'unreachable'],
		['ENETUNREACH', 'unreachable'],
		['HPE_INVALID_CONSTANT', 'notHttp'],
		['EPROTO', 'notHttp'],
		['CERT_HAS_EXPIRED', 'certificate'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
		['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
		['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
		['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
		['ERR_STRING_TOO_LONG', 'tooLarge'],
		['ERR_CANCELED', 'canceled'],
	])('%s', (code, reason) => {
		expect(classifyTransportError(coded(code))).toEqual({ kind: 'failure', reason });
		const wrapped = new Error('y', { cause: new Error('z', { cause: coded(code) }) });
		expect(classifyTransportError(wrapped)).toEqual({ kind: 'failure', reason });
	});

	test('an unknown reason keeps its words for the description', () => {
		expect(classifyTransportError(new Error('Domain not allowed'))).toEqual({
			kind: 'failure',
			reason: 'notSent',
			message: 'Domain not allowed',
		});
		expect(classifyTransportError('odd')).toEqual({
			kind: 'failure',
			reason: 'notSent',
			message: undefined,
		});
	});
});
