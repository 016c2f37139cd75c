import { dropOldest } from './dropOldest';

const MINUTE = 60_000;

/** Triggers and reasons that are remembered; beyond that, the oldest one is forgotten. */
const MAX_ENTRIES = 1_000;

interface Entry {
	/** ms since the epoch */
	warnedAt: number;
	/** Refusals since then that were not written down. */
	suppressed: number;
}

/**
 * Rate limiter for log lines: for each subject one line, then at most one a minute, which says how
 * many were left out. So a flood of forged deliveries does not fill the log.
 */
export class WarningLimiter {
	readonly #entries = new Map<string, Entry>();

	/**
	 * @param now ms since the epoch
	 * @returns how many were left out since the last line, or undefined when this one is left out too
	 */
	admit(subject: string, now: number): number | undefined {
		const entry = this.#entries.get(subject);
		if (entry !== undefined && Math.abs(now - entry.warnedAt) < MINUTE) {
			entry.suppressed++;
			return undefined;
		}
		this.#entries.delete(subject);
		this.#entries.set(subject, { warnedAt: now, suppressed: 0 });
		dropOldest(this.#entries, MAX_ENTRIES);
		return entry?.suppressed ?? 0;
	}
}
