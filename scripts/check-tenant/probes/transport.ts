import type { Facts } from '../../../sandbox/tenantReport/facts';
import type { TenantClient } from '../http/client';
import type { Response } from '../http/response';

const RATE_LIMIT_STANDARD = /^ratelimit(-\w+)?$/;
const RATE_LIMIT_X = /^x-rate-?limit-/;

/** `Date` comes in whole seconds, cut off: on average it is half a second behind. */
export const DATE_STEP_MS = 500;

/** What all answers together show about the server's clock, its pace and its headers. */
export function transportFacts({ replies, throttle }: TenantClient): Partial<Facts> {
	const responses = replies.filter((reply) => reply.kind === 'response');
	if (responses.length === 0) return {};
	const dated = responses.filter(({ date }) => date !== undefined);
	return {
		dateHeader: dated.length > 0 ? 'on' : 'off',
		clockAheadSeconds: dated.length > 0 ? clockAhead(dated) : null,
		rateLimitMet: throttle.form !== undefined,
		retryAfter: throttle.form ?? null,
		rateLimitHeaders: rateLimitHeaders(responses),
		compression: compressionOf(responses),
		fastestAnswer: fastest(Math.min(...responses.map(({ tookMs }) => tookMs))),
	};
}

/** How far the server's clock is ahead of this machine's: the middle of all answers. */
function clockAhead(responses: Response[]): number {
	const differences = responses
		.map(({ date = 0, sentAt, tookMs }) => date + DATE_STEP_MS - (sentAt + tookMs / 2))
		.sort((a, b) => a - b);
	return roundSeconds(differences[Math.floor(differences.length / 2)]);
}

/** Small differences are those of the measuring; larger ones in steps of ten seconds. */
export function roundSeconds(ms: number): number {
	const seconds = ms / 1000;
	if (Math.abs(seconds) < 5) return 0;
	return Math.round(seconds / 10) * 10;
}

function rateLimitHeaders(responses: Response[]): Facts['rateLimitHeaders'] {
	const names = new Set(responses.flatMap(({ headers }) => Object.keys(headers)));
	if ([...names].some((name) => RATE_LIMIT_STANDARD.test(name))) return 'standard';
	return [...names].some((name) => RATE_LIMIT_X.test(name)) ? 'x' : 'none';
}

function compressionOf(responses: Response[]): Facts['compression'] {
	const encoding = responses
		.map(({ headers }) => headers['content-encoding'])
		.find((value) => value !== undefined && value !== 'identity');
	switch (encoding) {
		case undefined:
			return 'none';
		case 'gzip':
		case 'deflate':
		case 'br':
			return encoding;
		default:
			return 'other';
	}
}

/** The fastest answer, because a busy machine or network delays the others. */
function fastest(ms: number): Facts['fastestAnswer'] {
	if (ms < 50) return 'under50ms';
	if (ms < 200) return 'under200ms';
	if (ms < 1_000) return 'under1s';
	return ms < 5_000 ? 'under5s' : 'slower';
}
