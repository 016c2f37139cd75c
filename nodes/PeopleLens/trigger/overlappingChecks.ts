/**
 * Two checks of one trigger can run at the same time, in one n8n, on snapshots of the same memory:
 * after a crash, the durable scheduler runs the interrupted check again beside the regular one.
 * Nothing in the snapshots tells them apart, so this process remembers who was first. Only checks
 * that overlap are told apart: an outcome that n8n could not save comes again with the next check.
 */
const latest = new Map<string, number>();

/** Triggers remembered: far more than one n8n runs. Of the others, the oldest is forgotten. */
const MAX_TRIGGERS = 10_000;

/** Counts what happens, because two moments may be in the same millisecond. */
let clock = 0;

/** One check, from its beginning to the moment in which it takes what it found. */
export interface RunningCheck {
	/**
	 * Takes the outcome for this check, last of all.
	 * @returns false when another check has done so since this one began
	 */
	takeOutcome(): boolean;
}

/** @param trigger names the trigger in this n8n: its workflow and its node */
export function beginCheck(trigger: string): RunningCheck {
	const began = ++clock;
	return {
		takeOutcome() {
			if ((latest.get(trigger) ?? 0) > began) return false;
			latest.delete(trigger);
			latest.set(trigger, ++clock);
			const [oldest] = latest.keys();
			if (latest.size > MAX_TRIGGERS) latest.delete(oldest);
			return true;
		},
	};
}
