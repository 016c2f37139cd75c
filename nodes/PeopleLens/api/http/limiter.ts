import { AdaptiveConcurrency, READING, WRITING } from './adaptiveConcurrency';
import type { Verdict } from './adaptiveConcurrency';
import { AdaptiveRateLimiter } from './adaptiveRateLimiter';
import { isRateLimited } from './outcome';
import type { Outcome } from './outcome';
import { Semaphore } from './semaphore';
import type { Width } from './semaphore';
import { delay } from './timing';
import type { HttpRequest } from './transport';

/** The server announces no limit: what is good for it is to be seen by its answers. */
export const AUTOMATIC = 0;

/** What all requests of one execution go through, whichever item or page they are for. */
export interface Limiter {
	/** How many requests it is worth having ready. */
	readonly width: Width;
	/**
	 * Sends when there is a place and the rate allows it; at once when the user stops, or when the
	 * time is over: it is for `send` then to see that it is too late.
	 * @param deadline in ms since the epoch
	 */
	run(
		request: Pick<HttpRequest, 'method'>,
		send: () => Promise<Outcome>,
		signal?: AbortSignal,
		deadline?: number,
	): Promise<Outcome>;
	/** The server wants no requests for so many ms: that holds for all of them. */
	throttle(ms: number): void;
}

/** Where requests of a kind wait until they may leave. */
interface Gate {
	places: Semaphore;
	begin: () => (verdict: Verdict) => void;
}

/** @param concurrency how many requests may be on their way at the same time, or AUTOMATIC */
export function createLimiter(concurrency: number = AUTOMATIC): Limiter {
	const { width, gateFor } = concurrency === AUTOMATIC ? adaptiveGates() : fixedGate(concurrency);
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

	return {
		width,
		run: async (request, send, signal, deadline) => {
			const { places, begin } = gateFor(request);
			return await places.run(async () => {
				await queue.run(async () => await waitForTurn(signal, deadline));
				const end = begin();
				const outcome = await send();
				end(verdictOf(outcome));
				if (outcome.kind === 'response' && !isRateLimited(outcome)) rate.onSuccess();
				return outcome;
			});
		},
		throttle: (ms) => rate.onThrottled(ms),
	};
}

function fixedGate(concurrency: number) {
	const gate: Gate = { places: new Semaphore(concurrency), begin: () => () => undefined };
	return { width: concurrency, gateFor: () => gate };
}

function adaptiveGates() {
	const [reading, writing] = [READING, WRITING].map((boldness) => {
		const control = new AdaptiveConcurrency(boldness);
		const places = new Semaphore(() => control.limit);
		return { control, gate: { places, begin: () => control.begin() } };
	});
	return {
		width: () => Math.max(reading.control.limit, writing.control.limit),
		gateFor: ({ method }: Pick<HttpRequest, 'method'>): Gate =>
			method === 'GET' ? reading.gate : writing.gate,
	};
}

/** By these, a server or a gateway before it says that there is too much to do. */
const OVERLOADED = [429, 503, 504];

function verdictOf(outcome: Outcome): Verdict {
	if (outcome.kind === 'failure') return outcome.reason === 'timeout' ? 'overloaded' : 'unclear';
	if (OVERLOADED.includes(outcome.status)) return 'overloaded';
	return outcome.status < 500 ? 'answered' : 'unclear';
}
