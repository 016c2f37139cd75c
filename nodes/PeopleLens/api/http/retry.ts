import type { IDataObject } from 'n8n-workflow';

import { header, httpDate, isRateLimited, serverTime } from './outcome';
import type { FailureReason, Outcome } from './outcome';
import type { HttpRequest } from './transport';

/** How long and how often a request is tried. All times in ms. */
export interface RetryPolicy {
	/** After a refusal for the rate alone, {@link RATE_LIMITED_PATIENCE} times as many. */
	retries: number;
	/** For one attempt. */
	timeoutMs: number;
	/** The longest first pause; each further one may be twice as long. */
	backoffMs: number;
	maxBackoffMs: number;
	/** For all pauses together. */
	maxWaitMs: number;
	/** Between 0 and 1. */
	random: () => number;
}

export const DEFAULT_POLICY: RetryPolicy = {
	retries: 4,
	timeoutMs: 30_000,
	backoffMs: 500,
	maxBackoffMs: 8_000,
	maxWaitMs: 60_000,
	random: Math.random,
};

/** For lists in the editor: a person waits, and would rather be told. */
export const INTERACTIVE_POLICY: RetryPolicy = { ...DEFAULT_POLICY, retries: 0, timeoutMs: 10_000 };

/**
 * A request that came too soon was not acted on, and its turn comes: what ends the waiting is the
 * time that all pauses take, rather than the bad luck of being refused more often than others.
 */
const RATE_LIMITED_PATIENCE = 4;

/** 100 days. Nobody waits for longer, and it is shown: more digits could be part of a secret. */
const MAX_RETRY_AFTER_MS = 8_640_000_000;

const RETRYABLE_STATUSES = [429, 502, 503, 504];
const RETRYABLE_FAILURES: FailureReason[] = ['refused', 'dns', 'timeout', 'dropped', 'unreachable'];

export interface Attempts {
	method: HttpRequest['method'];
	/** Attempts so far. */
	count: number;
	/** Pauses so far, in ms. */
	waitedMs: number;
	/** When all must be over, in ms since the epoch. */
	deadline?: number;
}

/**
 * How long to pause before the same request is sent again.
 * @returns ms; undefined when it is not to be sent again
 */
export function retryDelay(
	outcome: Outcome,
	attempts: Attempts,
	policy: RetryPolicy,
	now: number,
): number | undefined {
	const retries = policy.retries * (isRateLimited(outcome) ? RATE_LIMITED_PATIENCE : 1);
	if (attempts.count > retries || !isRetryable(outcome, attempts.method)) return undefined;

	const asked = outcome.kind === 'response' ? retryAfter(outcome.headers, now) : undefined;
	// A wait of less than a second is written as none at all.
	const pause = asked || backoff(attempts.count, policy);
	if (attempts.waitedMs + pause > policy.maxWaitMs) return undefined;
	if (attempts.deadline !== undefined && now + pause >= attempts.deadline) return undefined;
	return pause;
}

/**
 * Reading or deleting twice does no more than once. An invitation sends a mail, and any other change
 * may set off others, so these go out again only when the server can't have acted on them: it said
 * "too many requests", or no connection came about.
 */
function isRetryable(outcome: Outcome, method: Attempts['method']): boolean {
	if (method !== 'GET' && method !== 'DELETE') {
		return outcome.kind === 'response'
			? outcome.status === 429
			: outcome.reason === 'refused' || outcome.reason === 'dns';
	}
	return outcome.kind === 'response'
		? RETRYABLE_STATUSES.includes(outcome.status)
		: RETRYABLE_FAILURES.includes(outcome.reason);
}

/** Exponential with full jitter, so that many clients don't come back all at once. */
function backoff(count: number, { backoffMs, maxBackoffMs, random }: RetryPolicy): number {
	return Math.round(random() * Math.min(maxBackoffMs, backoffMs * 2 ** (count - 1)));
}

/**
 * What the `Retry-After` header asks for, in ms: seconds, or a date that is measured against the
 * server's own clock where it states one. Anything else counts as nothing.
 */
export function retryAfter(headers: IDataObject, now: number): number | undefined {
	const value = header(headers, 'retry-after')?.trim() ?? '';
	if (/^\d{1,20}(\.\d{1,20})?$/.test(value)) {
		return Math.min(Math.ceil(Number(value) * 1000), MAX_RETRY_AFTER_MS);
	}
	const date = httpDate(value);
	if (date === undefined) return undefined;
	return Math.min(Math.max(0, date - (serverTime(headers) ?? now)), MAX_RETRY_AFTER_MS);
}
