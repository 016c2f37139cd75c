import { sleep } from 'n8n-workflow';

/** Why a piece of work was ended before it was done. */
export type Interruption = 'timeout' | 'canceled';

/**
 * Does a piece of work, but not for longer than a time-out, and not after the user pressed Stop.
 * A server that keeps sending a byte now and then can't hold it up.
 * @param work should end what it waits for when its signal aborts; nobody waits for it then
 * @returns what the work returned, or why it was ended
 */
export async function withTimeout<Result>(
	timeoutMs: number,
	stop: AbortSignal | undefined,
	work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | Interruption> {
	const controller = new AbortController();
	const done = new AbortController();
	const interrupted = new Promise<Interruption>((resolve) => {
		const interrupt = (why: Interruption) => () => {
			resolve(why);
			controller.abort();
		};
		stop?.addEventListener('abort', interrupt('canceled'), { once: true, signal: done.signal });
		// Old versions of n8n don't end this pause when the work is done; it has no effect then.
		sleep(timeoutMs, done.signal).then(interrupt('timeout'), () => {});
	});
	try {
		return await Promise.race([interrupted, work(controller.signal)]);
	} finally {
		done.abort();
	}
}

/** Waits so many ms, and no longer once the user has pressed Stop. */
export async function delay(ms: number, signal?: AbortSignal): Promise<void> {
	try {
		await sleep(ms, signal);
	} catch {
		return;
	}
}

/** In ms. */
const LONGEST_SLICE = 30;

/** Cooperative multitasking: long work is done in slices, and n8n's other work goes on in between. */
export class TimeSlice {
	private began = performance.now();

	get isOver(): boolean {
		return performance.now() - this.began > LONGEST_SLICE;
	}

	/** Ends this slice and begins the next one. */
	async yieldToEventLoop(): Promise<void> {
		await sleep(0);
		this.began = performance.now();
	}
}
