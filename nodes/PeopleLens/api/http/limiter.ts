import { AdaptiveRateLimiter } from './adaptiveRateLimiter';
import { isRateLimited } from './outcome';
import type { Outcome } from './outcome';
import { Semaphore } from './semaphore';
import { delay } from './timing';

/** Of requests on their way at the same time. The server announces no limit, so this is modest. */
export const DEFAULT_CONCURRENCY = 5;

/** What all requests of one execution go through, whichever item or page they are for. */
export interface Limiter {
	/**
	 * Sends when there is a place and the rate allows it; at once when the user stops, or when the
	 * time is over: it is for `send` then to see that it is too late.
	 * @param deadline in ms since the epoch
	 */
	run(send: () => Promise<Outcome>, signal?: AbortSignal, deadline?: number): Promise<Outcome>;
	/** The server wants no requests for so many ms: that holds for all of them. */
	throttle(ms: number): void;
}

/** @param concurrency how many requests may be on their way at the same time */
export function createLimiter(concurrency = DEFAULT_CONCURRENCY): Limiter {
	const semaphore = new Semaphore(concurrency);
	// One queue for all: what was refused joins its end, so that nothing is refused time after time.
	const queue = new Semaphore(1);
	const rate = new AdaptiveRateLimiter();

	async function waitForTurn(signal?: AbortSignal, deadline = Infinity): Promise<void> {
		const isOver = () => signal?.aborted === true || Date.now() >= deadline;
		do {
			const wait = Math.min(rate.reserve(), deadline - Date.now());
			if (wait > 0) await delay(wait, signal);
		} while (rate.isPaused && !isOver());
	}

	async function sendInTurn(
		send: () => Promise<Outcome>,
		signal?: AbortSignal,
		deadline?: number,
	): Promise<Outcome> {
		await queue.run(async () => await waitForTurn(signal, deadline));
		const outcome = await send();
		if (outcome.kind === 'response' && !isRateLimited(outcome)) rate.onSuccess();
		return outcome;
	}

	return {
		run: async (send, signal, deadline) =>
			await semaphore.run(async () => await sendInTurn(send, signal, deadline)),
		throttle: (ms) => rate.onThrottled(ms),
	};
}
