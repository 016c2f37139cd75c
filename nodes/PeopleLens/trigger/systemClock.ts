import type { Clock } from '../poller/clock';

/** The clocks of the machine that n8n runs on. */
export const systemClock: Clock = {
	now: () => Date.now(),
	monotonic: () => performance.now(),
};
