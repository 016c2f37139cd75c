import type { Response } from './response';

export interface RetryAfter {
	form: 'seconds' | 'date' | 'none' | 'other';
	/** ms; undefined when the header is missing or can't be read. */
	waitMs?: number;
}

/** The first pause after a 429 that says nothing about how long to wait, in ms. */
const DEFAULT_WAIT_MS = 2_000;

/** The pause between requests after the first 429, in ms; it doubles with each further one. */
const FIRST_PAUSE_MS = 400;
const MAX_PAUSE_MS = 5_000;

/** Slower after every 429, for the rest of the run. */
export class Throttle {
	/** The form of the last 429's `Retry-After`; undefined as long as there was none. */
	form?: RetryAfter['form'];

	/** @param pauseMs between two requests */
	constructor(public pauseMs: number) {}

	/**
	 * @param attempt how often this request was turned down so far
	 * @returns how long to wait before it is sent again, in ms
	 */
	onThrottled({ form, waitMs }: RetryAfter, attempt: number): number {
		this.form = form;
		this.pauseMs = Math.min(MAX_PAUSE_MS, Math.max(FIRST_PAUSE_MS, this.pauseMs * 2));
		return waitMs ?? DEFAULT_WAIT_MS * attempt;
	}
}

/** @param now ms since the epoch, used where the server states no time of its own */
export function retryAfterOf({ headers, date }: Response, now: number): RetryAfter {
	const value = headers['retry-after']?.trim();
	if (!value) return { form: 'none' };
	if (/^\d{1,9}$/.test(value)) return { form: 'seconds', waitMs: Number(value) * 1000 };
	const at = /[a-z]/i.test(value) ? Date.parse(value) : NaN;
	if (Number.isNaN(at)) return { form: 'other' };
	return { form: 'date', waitMs: Math.max(0, at - (date ?? now)) };
}
