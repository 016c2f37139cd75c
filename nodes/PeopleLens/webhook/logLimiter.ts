import { dropOldest } from './dropOldest';

/** Triggers and reasons that are remembered; beyond that, the oldest one is forgotten. */
const MAX_ENTRIES = 1_000;

interface Entry {
	/** ms since the epoch */
	writtenAt: number;
	/** Those since then that were not written down. */
	suppressed: number;
}

/**
 * Rate limiter for log lines: for each subject one line, then at most one in an interval, which says
 * how many were left out. So a flood of forged deliveries does not fill the log.
 */
export class LogLimiter {
	readonly #entries = new Map<string, Entry>();

	/** @param interval ms */
	constructor(private readonly interval: number) {}

	/**
	 * @param now ms since the epoch
	 * @returns how many were left out since the last line, or undefined when this one is left out too
	 */
	admit(subject: string, now: number): number | undefined {
		const entry = this.#entries.get(subject);
		if (entry !== undefined && Math.abs(now - entry.writtenAt) < this.interval) {
			entry.suppressed++;
			return undefined;
		}
		this.#entries.delete(subject);
		this.#entries.set(subject, { writtenAt: now, suppressed: 0 });
		dropOldest(this.#entries, MAX_ENTRIES);
		return entry?.suppressed ?? 0;
	}
}
