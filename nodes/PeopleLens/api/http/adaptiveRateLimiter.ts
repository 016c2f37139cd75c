const SECOND = 1000;

/** So many requests, accepted in the second before a 429, tell how many a second may have. */
const MIN_SAMPLE = 10;

/** In the very first second it takes more: requests may just have begun when one was refused. */
const MIN_FIRST_SAMPLE = 30;

/** Of the accepted rate, so much is used from then on: each 429 costs a pause. */
const SAFETY_FACTOR = 0.98;

/** A 429 so soon after a pause, in ms, says that they still come too fast. */
const SOON = 5000;

/**
 * Where a rate had been learned then, the second that was counted had parts of two of the server's:
 * at most so much of that rate is used.
 */
const BACKOFF_FACTOR = 0.85;

/**
 * Where too few were accepted to learn from, the server wants a distance between requests (a leaky
 * bucket, as gateways have it): at least so many times the distance at which they came.
 */
const SPREAD_FACTOR = 2;

/** In ms: what passed is more than the distance where the answers take long. */
const LONGEST_GUESS = 250;

/** In any case, so many times the distance of before. */
const SLOWDOWN_FACTOR = 1.5;

/** A rate that was tried and refused after a long time without a 429: so many times the distance. */
const RETREAT_FACTOR = 1.1;

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

	/** The interval that was tried last: shorter, the longer there was no 429. */
	private spacing = 0;

	private nextStart = 0;

	/** The end of the last pause; before the first one, long ago. */
	private pausedUntil = -Infinity;

	/** When the first request was sent. */
	private began?: number;

	/** When requests were accepted, within the last second. */
	private accepted: number[] = [];

	private acceptedSincePause = 0;

	/** @param clock monotonic, in ms: one that can be set would let requests wait for hours */
	constructor(private readonly clock: () => number = () => performance.now()) {}

	/** Reserves the next moment to send at, and tells how long it is until then. */
	reserve(): number {
		const now = this.clock();
		this.began ??= now;
		const start = Math.max(now, this.nextStart, this.pausedUntil);
		// The seventh power hardly grows near the known limit, and fast when that has not shown for long.
		const growth = 1 + ((start - this.pausedUntil) / RECOVERY_MS) ** 7;
		this.spacing = this.interval / growth;
		this.nextStart = start + this.spacing;
		return start - now;
	}

	get isPaused(): boolean {
		return this.clock() < this.pausedUntil;
	}

	/** Any answer but "too many requests" has come. */
	onSuccess(): void {
		this.accepted.push(this.clock());
		this.pruneWindow();
		if (!this.isPaused) this.acceptedSincePause++;
	}

	/** "Too many requests": nothing is sent for so many ms. */
	onThrottled(pause: number): void {
		// When several on their way are refused together, only the first one tells about the rate.
		if (!this.isPaused) {
			this.updateRate();
			this.acceptedSincePause = 0;
		}
		this.pausedUntil = Math.max(this.pausedUntil, this.clock() + pause);
	}

	private updateRate(): void {
		this.pruneWindow();
		const now = this.clock();
		const isFirstSecond = now - (this.began ?? now) < SECOND;
		const minSample = isFirstSecond ? MIN_FIRST_SAMPLE : MIN_SAMPLE;
		const sincePause = now - this.pausedUntil;
		const isSoon = sincePause < SOON;
		const { length } = this.accepted;
		if (length >= minSample) {
			const backedOff = isSoon ? this.interval / BACKOFF_FACTOR : 0;
			this.interval = Math.max(backedOff, SECOND / (length * SAFETY_FACTOR));
		} else if (!isSoon) {
			const tried = Math.max(this.interval / 2, this.spacing * RETREAT_FACTOR);
			this.interval = Math.min(this.interval, tried);
		} else if (this.acceptedSincePause > 0) {
			// When not even the first one was accepted, it was not for coming too fast.
			const distance = Math.min(sincePause / this.acceptedSincePause, LONGEST_GUESS);
			this.interval = Math.max(this.interval * SLOWDOWN_FACTOR, distance * SPREAD_FACTOR);
		}
	}

	private pruneWindow(): void {
		const since = this.clock() - SECOND;
		while (this.accepted.length > 0 && this.accepted[0] <= since) this.accepted.shift();
	}
}
