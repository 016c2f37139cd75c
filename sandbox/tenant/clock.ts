/** The time at which the tenant lives: the real one, or one that a test holds in its hand. */
export class Clock {
	#heldAt: number | undefined;

	/** @param offsetMs how far this clock runs ahead of the machine's, asked each time */
	constructor(private readonly offsetMs: () => number) {}

	/** What the server believes the time is, in ms since the epoch. */
	now(): number {
		return this.elapsed() + this.offsetMs();
	}

	/** The same without the offset: durations must not jump when the clock is set. */
	elapsed(): number {
		return this.#heldAt ?? Date.now();
	}

	/** Stops the clock, so that `now()` answers `at` (ms since the epoch; default: this moment). */
	hold(at = this.now()): void {
		this.#heldAt = at - this.offsetMs();
	}

	/** Moves a held clock; holds a running one first. */
	advance(ms: number): void {
		this.#heldAt = this.elapsed() + ms;
	}

	/** Follows the machine's clock again. */
	run(): void {
		this.#heldAt = undefined;
	}
}
