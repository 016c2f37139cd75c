import { isTooMany } from './http/outcome';
import type { Outcome } from './http/outcome';
import { Pace } from './http/pace';
import { rest } from './http/rest';
import { Semaphore } from './http/semaphore';

/** PeopleLens announces no limit, so this is modest. */
export const DEFAULT_CONCURRENCY = 5;

/** What all requests of one execution go through, whichever item or page they are for. */
export interface Limiter {
	/**
	 * Sends when there is a place and the pace allows it; at once when the user stops, or when the
	 * time is over: it is for `send` then to see that it is too late.
	 * @param deadline in ms since the epoch
	 */
	run(send: () => Promise<Outcome>, signal?: AbortSignal, deadline?: number): Promise<Outcome>;
	/** PeopleLens wants no requests for so many ms: that holds for all of them. */
	slowDown(pause: number): void;
}

/** @param concurrency how many requests may be on their way at the same time */
export function createLimiter(concurrency = DEFAULT_CONCURRENCY): Limiter {
	const places = new Semaphore(concurrency);
	// One line for all: who was refused joins its end, so that nobody is refused again and again.
	const line = new Semaphore(1);
	const pace = new Pace();

	async function turn(signal?: AbortSignal, deadline = Infinity): Promise<void> {
		const isOver = () => signal?.aborted === true || Date.now() >= deadline;
		do {
			const wait = Math.min(pace.turn(), deadline - Date.now());
			if (wait > 0) await rest(wait, signal);
		} while (pace.isPaused && !isOver());
	}

	async function paced(
		send: () => Promise<Outcome>,
		signal?: AbortSignal,
		deadline?: number,
	): Promise<Outcome> {
		await line.run(async () => await turn(signal, deadline));
		const outcome = await send();
		if (outcome.kind === 'answer' && !isTooMany(outcome)) pace.answered();
		return outcome;
	}

	return {
		run: async (send, signal, deadline) =>
			await places.run(async () => await paced(send, signal, deadline)),
		slowDown: (pause) => pace.refused(pause),
	};
}
