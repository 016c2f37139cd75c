const SECOND = 1000;

/** So many requests, accepted in the second before a "too many", tell how many a second may have. */
const TELLING = 10;

/** In the very first second it takes more: requests may just have begun when one was refused. */
const TELLING_EARLY = 30;

/** A little below what was accepted, so that the next "too many" is long in coming. */
const CAUTION = 0.95;

/** After so long without a further "too many", twice the pace is tried, and soon much more. */
const RECOVERY = 35_000;

/**
 * How fast requests may follow each other, learned from answers "too many requests" (429): PeopleLens
 * announces no limit. Such an answer pauses everybody; afterwards requests come about as fast as
 * they were accepted before it, and slowly faster again. All times in ms.
 */
export class Pace {
	/** Between two requests; 0 for as fast as they come. */
	private interval = 0;

	private nextStart = 0;

	private pausedUntil = 0;

	/** When the first request was sent. */
	private began?: number;

	/** When requests were accepted, within the last second. */
	private accepted: number[] = [];

	constructor(private readonly clock: () => number = Date.now) {}

	/** Takes the next turn, and tells how long it is until then. */
	turn(): number {
		const now = this.clock();
		this.began ??= now;
		const start = Math.max(now, this.nextStart, this.pausedUntil);
		// Careful near the known limit, bold when that has not shown for long.
		const growth = 1 + (Math.max(0, start - this.pausedUntil) / RECOVERY) ** 5;
		this.nextStart = start + this.interval / growth;
		return start - now;
	}

	get isPaused(): boolean {
		return this.clock() < this.pausedUntil;
	}

	/** Any answer but "too many requests". */
	answered(): void {
		this.accepted.push(this.clock());
		this.forget();
	}

	/** "Too many requests": nobody sends anything for so long. */
	refused(pause: number): void {
		// Of several that were on their way, all refused, the first one says it all.
		if (!this.isPaused) this.learn();
		this.pausedUntil = Math.max(this.pausedUntil, this.clock() + pause);
	}

	private learn(): void {
		this.forget();
		const now = this.clock();
		const telling = now - (this.began ?? now) < SECOND ? TELLING_EARLY : TELLING;
		const { length } = this.accepted;
		if (length >= telling) this.interval = SECOND / (length * CAUTION);
	}

	private forget(): void {
		const since = this.clock() - SECOND;
		while (this.accepted.length > 0 && this.accepted[0] <= since) this.accepted.shift();
	}
}
