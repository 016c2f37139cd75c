import { sleep } from 'n8n-workflow';

/** Why a piece of work was ended before it was done. */
export type Ending = 'timeout' | 'stopped';

/**
 * Does a piece of work, but not for longer than a time-out, and not after the user pressed Stop.
 * A server that keeps sending a byte now and then can't hold it up.
 * @param work should end what it waits for when its signal aborts; nobody waits for it then
 * @returns what the work returned, or why it was ended
 */
export async function endBy<Result>(
	timeoutMs: number,
	stop: AbortSignal | undefined,
	work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result | Ending> {
	const controller = new AbortController();
	const done = new AbortController();
	const ended = new Promise<Ending>((resolve) => {
		const end = (why: Ending) => () => {
			resolve(why);
			controller.abort();
		};
		stop?.addEventListener('abort', end('stopped'), { once: true, signal: done.signal });
		// Old versions of n8n don't end this pause when the work is done; it has no effect then.
		sleep(timeoutMs, done.signal).then(end('timeout'), () => {});
	});
	try {
		return await Promise.race([ended, work(controller.signal)]);
	} finally {
		done.abort();
	}
}
