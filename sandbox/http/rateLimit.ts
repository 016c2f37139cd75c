import { Refusal } from './answer';
import type { Behaviour } from '../behaviour';
import { formatRetryAfter } from '../faults';

/** So many requests within each second; the refused ones don't count. */
export class RateLimit {
	#second = 0;
	#passed = 0;

	/** @param elapsed ms; stands still where a test holds the tenant's clock */
	constructor(private readonly elapsed: () => number) {}

	/**
	 * @param now the server's time in ms, for `Retry-After` as a date
	 * @throws {Refusal} 429
	 */
	check({ rateLimit, retryAfter }: Behaviour, now: number): void {
		if (rateLimit === null) return;
		const second = Math.floor(this.elapsed() / 1000);
		if (second !== this.#second) {
			this.#second = second;
			this.#passed = 0;
		}
		if (++this.#passed <= rateLimit) return;
		const headers: Record<string, string> =
			retryAfter === 'none' ? {} : { 'retry-after': formatRetryAfter(1, retryAfter, now) };
		throw new Refusal(429, `More than ${rateLimit} requests per second`, headers);
	}
}
