import {
	classifyTransportError,
	type FailureReason,
	header,
	httpDate,
	isRateLimited,
	isSuccess,
	mayHaveBeenProcessed,
	type Outcome,
	serverTime,
} from '../../../nodes/PeopleLens/api/http/outcome';
import { requestOrigins } from '../../../nodes/PeopleLens/api/http/requestOrigins';

const NEW_YEAR = Date.UTC(2026, 0, 1);
const response = (status: number): Outcome => ({ kind: 'response', status, headers: {}, body: '' });
const failure = (reason: FailureReason): Outcome => ({ kind: 'failure', reason });

describe('why there is no response', () => {
	it.each<[FailureReason, string[]]>([
		['refused', ['ECONNREFUSED']],
		['dns', ['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL']],
		['timeout', ['ETIMEDOUT', 'ESOCKETTIMEDOUT', 'ECONNABORTED']],
		[
			'dropped',
			['ECONNRESET', 'EPIPE', 'ERR_BAD_RESPONSE', 'ERR_STREAM_PREMATURE_CLOSE', 'Z_BUF_ERROR'],
		],
		[
			'unreachable',
			['EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'ENETRESET', 'EADDRNOTAVAIL'],
		],
		['notHttp', ['HPE_INVALID_CONSTANT', 'EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER']],
		[
			'certificate',
			[
				'CERT_HAS_EXPIRED',
				'ERR_TLS_CERT_ALTNAME_INVALID',
				'DEPTH_ZERO_SELF_SIGNED_CERT',
				'SELF_SIGNED_CERT_IN_CHAIN',
				'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
			],
		],
		['tooLarge', ['ERR_TOO_MANY_ENTRIES', 'ERR_STRING_TOO_LONG']],
		['canceled', ['ERR_CANCELED']],
		[
			'notSent',
			['XECONNREFUSED', 'ECONNREFUSED2', 'XENOTFOUND', 'ENOTFOUND2', 'EAI_', 'XETIMEDOUT'],
		],
		[
			'notSent',
			['ETIMEDOUT2', 'XEPIPE', 'EPIPE2', 'Z_', 'XENETDOWN', 'ENETDOWN2', 'XEPROTO', 'EPROTO-'],
		],
		[
			'notSent',
			['XCERT_A', 'CERT_-', 'XERR_STRING_TOO_LONG', 'ERR_STRING_TOO_LONG2', 'XERR_CANCELED'],
		],
		['notSent', ['ERR_CANCELED2', 'HPE_', 'ERR_SSL_', 'CERT_', 'ERR_TLS_', 'UNABLE_TO_', '']],
	])('is told by a code: %s', (reason, codes) => {
		for (const code of codes) expect(classifyTransportError({ code }).reason).toBe(reason);
	});

	it('is looked for in the causes, five deep', () => {
		const nest = (depth: number): unknown =>
			depth === 0 ? { code: 'EPIPE' } : { code: depth % 2 ? 7 : 'OTHER', cause: nest(depth - 1) };
		const reasons = [0, 1, 4, 5].map((depth) => classifyTransportError(nest(depth)).reason);
		expect(reasons).toEqual(['dropped', 'dropped', 'dropped', 'notSent']);
	});

	it('is told in n8n’s own words where nothing is known of it', () => {
		expect(classifyTransportError(new Error('Bad proxy'))).toEqual({
			kind: 'failure',
			reason: 'notSent',
			message: 'Bad proxy',
		});
		for (const thrown of [undefined, null, 'EPIPE', { message: 'No' }]) {
			expect(classifyTransportError(thrown)).toEqual({
				kind: 'failure',
				reason: 'notSent',
				message: undefined,
			});
		}
		expect(classifyTransportError({ code: 'EPIPE' })).toEqual({
			kind: 'failure',
			reason: 'dropped',
		});
	});
});

describe('an outcome', () => {
	it('is open where the server may have acted', () => {
		expect([499, 500, 503].map((status) => mayHaveBeenProcessed(response(status)))).toEqual([
			false,
			true,
			true,
		]);
		const open = (['timeout', 'dropped', 'canceled', 'tooLarge'] as const).map(failure);
		expect(open.map(mayHaveBeenProcessed)).toEqual([true, true, true, true]);
		const clear = (
			['refused', 'dns', 'unreachable', 'notHttp', 'certificate', 'notSent'] as const
		).map(failure);
		expect(clear.some(mayHaveBeenProcessed)).toBe(false);
	});

	it('is a success when it is whole, and told from too many requests', () => {
		expect([199, 200, 204, 206, 299, 300].map(isSuccess)).toEqual([
			false,
			true,
			true,
			false,
			true,
			false,
		]);
		expect([response(429), response(503), failure('timeout')].map(isRateLimited)).toEqual([
			true,
			false,
			false,
		]);
	});
});

describe('a header', () => {
	it('is found in any case, the first of several', () => {
		expect(header({ 'X-Other': 'a', 'Retry-AFTER': '5' }, 'retry-after')).toBe('5');
		expect(header({ date: ['a', 'b'] }, 'date')).toBe('a');
		for (const headers of [{}, { date: 7 }, { date: [] }, { date: null }]) {
			expect(header(headers, 'date')).toBeUndefined();
		}
	});

	it.each([
		['Thu, 01 Jan 2026 00:00:00 GMT', NEW_YEAR],
		[' Thu, 01 Jan 2026 00:00:00 GMT ', NEW_YEAR],
		['Thursday, 01-Jan-26 00:00:00 GMT', NEW_YEAR],
		['2026-01-01T00:00:00Z', undefined],
		['foo 5', undefined],
		['', undefined],
		[undefined, undefined],
		[`Thu, 01 Jan 2026 00:00:00 GMT${' '.repeat(20)}`, NEW_YEAR],
		[`Thu, 01 Jan 2026 00:00:00 GMT${' '.repeat(21)}`, undefined],
	])('with the date %j tells the server’s time', (text, time) => {
		expect(httpDate(text)).toBe(time);
		expect(serverTime({ Date: text })).toBe(time);
	});
});

describe('where a request may go', () => {
	const A = 'https://a.example';
	const B = 'https://b.example';

	it.each([
		[{}, ['null']],
		[{ url: '' }, ['null']],
		[{ url: null }, ['null']],
		[{ url: `${A}/x` }, [A]],
		[{ url: new URL(`${A}/x`) }, [A]],
		[{ uri: `${A}/x` }, [A]],
		[{ url: `${A}/x`, uri: `${B}/y` }, [A, B]],
		[{ url: '/x' }, ['null']],
		[{ baseURL: A }, [A]],
		[{ baseURL: A, url: '/x' }, [A, A, A]],
		[{ baseURL: A, url: `${B}/x` }, [A, B, B]],
		[{ baseURL: A, url: '//b.example/x' }, [A, B, 'null']],
		[{ baseURL: A, url: '@b.example' }, [A, A, A]],
		[{ baseURL: `${A}/`, url: 'HTTPS://b.example' }, [A, B, B]],
		[{ baseURL: `${A}//`, url: '///x', uri: 'y' }, [A, 'https://x', 'null', A, A]],
		[{ baseURL: 'nowhere', url: '/x' }, ['null', 'null', 'null']],
		[{ baseURL: 'https:', url: 'b.example' }, ['null', 'null', 'https://b.example']],
	])('is every origin that n8n’s versions make of %j', (request, origins) => {
		expect(requestOrigins(request)).toEqual(origins);
	});
});
