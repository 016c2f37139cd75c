import { monitorEventLoopDelay } from './node';

/** For how long nothing else could run while `work` was done, in ms. */
async function longestBlock(work: () => Promise<unknown>): Promise<number> {
	const monitor = monitorEventLoopDelay({ resolution: 1 });
	monitor.enable();
	try {
		await work();
	} finally {
		monitor.disable();
	}
	return monitor.max / 1e6;
}

/**
 * Whether `work` leaves others a chance at least every so many ms, in one of five runs: a busy machine
 * may add to one of them.
 */
export async function letsOthersRun(ms: number, work: () => Promise<unknown>): Promise<boolean> {
	for (let run = 0; run < 5; run++) {
		if ((await longestBlock(work)) < ms) return true;
	}
	return false;
}
