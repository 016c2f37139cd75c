const SECOND = 1000;

/** So many requests, accepted in the second before a 429, tell how many a second may have. */
const MIN_SAMPLE = 10;

/** In the very first second it takes more: requests may just have begun when one was refused. */
const MIN_FIRST_SAMPLE = 30;

/** Of the accepted rate, so much is used from then on: each 429 costs a pause. */
const SAFETY_FACTOR = 0.98;

/**
 * A 429 so soon after a pause, in ms, says that the rate was learned too high: the second that was
 * counted had parts of two of the server's. Then at most so much of that rate is used.
 */
const SOON = 5000;
const BACKOFF_FACTOR = 0.85;

/** After so long without a further 429, twice the rate is tried, and soon much more. */
const RECOVERY_MS = 40_000;

/**
 * An adaptive rate limiter: how fast requests may follow each other, learned from answers "too many
 * requests" (429), because the server announces no limit. Such an answer pauses all requests;
 * afterwards they come about as fast as they were accepted before it, and slowly faster again. All
 * times in ms.
 */
export class AdaptiveRateLimiter {
	/** Between two requests; 0 for as fast as they come. */
	private interval = 0;

	private nextStart = 0;

	private pausedUntil = 0;

	/** When the first request was sent. */
	private began?: number;

	/** When requests were accepted, within the last second. */
	private accepted: number[] = [];

	/** @param clock monotonic, in ms: one that can be set would let requests wait for hours */
	constructor(private readonly clock: () => number = () => performance.now()) {}

	/** Reserves the next moment to send at, and tells how long it is until then. */
	reserve(): number {
		const now = this.clock();
		this.began ??= now;
		const start = Math.max(now, this.nextStart, this.pausedUntil);
		// The seventh power hardly grows near the known limit, and fast when that has not shown for long.
		const growth = 1 + (Math.max(0, start - this.pausedUntil) / RECOVERY_MS) ** 7;
		this.nextStart = start + this.interval / growth;
		return start - now;
	}

	get isPaused(): boolean {
		return this.clock() < this.pausedUntil;
	}

	/** Any answer but "too many requests" has come. */
	onSuccess(): void {
		this.accepted.push(this.clock());
		this.pruneWindow();
	}

	/** "Too many requests": nothing is sent for so many ms. */
	onThrottled(pause: number): void {
		// When several on their way are refused together, only the first one tells about the rate.
		if (!this.isPaused) this.updateRate();
		this.pausedUntil = Math.max(this.pausedUntil, this.clock() + pause);
	}

	private updateRate(): void {
		this.pruneWindow();
		const now = this.clock();
		const isFirstSecond = now - (this.began ?? now) < SECOND;
		const minSample = isFirstSecond ? MIN_FIRST_SAMPLE : MIN_SAMPLE;
		const { length } = this.accepted;
		if (length < minSample) return;
		const isSoon = now - this.pausedUntil < SOON;
		const backedOff = isSoon ? this.interval / BACKOFF_FACTOR : 0;
		this.interval = Math.max(backedOff, SECOND / (length * SAFETY_FACTOR));
	}

	private pruneWindow(): void {
		const since = this.clock() - SECOND;
		while (this.accepted.length > 0 && this.accepted[0] <= since) this.accepted.shift();
	}
}
