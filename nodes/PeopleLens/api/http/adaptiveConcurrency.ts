/** How many requests may be on their way at the same time: never more, never fewer. */
export const MOST = 20;
const FEWEST = 1;

/** How boldly a kind of request begins and grows. */
export interface Boldness {
	initial: number;
	/** So many more with each answer, until the first one that is slow. */
	growth: number;
	/** So many requests that wait in the server's own queue keep it busy, and do no harm. */
	queue: number;
}

export const READING: Boldness = { initial: 5, growth: 1, queue: 2 };

/**
 * What changes something is not hurried: it may send mails, and can't be taken back. And where the
 * server counts requests, all that are on their way are refused together with the first one: so there is
 * one more only after 64 answers, and few are on their way when the limit is met. Fewer than 4 at the
 * beginning would not meet it within the time that the server counts, often a second: its count begins
 * anew in between, the rate that is learned is too high, and the next ones are refused as well.
 */
export const WRITING: Boldness = { initial: 4, growth: 1 / 64, queue: 1 };

/** An answer that takes so many times as long as the fastest one has waited for others. */
const TOLERANCE = 1.5;

/** ms by which answers differ although nothing waits: timers, other work of this process. */
const JITTER = 3;

/** However slow an answer is, it is not the fault of more than half of the requests. */
const LOWEST_GRADIENT = 0.5;

/** How much a single slow answer counts. */
const SMOOTHING = 0.2;

/** The fastest answer was luck, or the server is no longer that fast: forgotten bit by bit. */
const FORGETTING = 1 / 100_000;

/** Shorter times can't be told apart, in ms. */
const SHORTEST = 1;

/** What became of a request. `unclear` tells nothing about how busy the server is. */
export type Verdict = 'answered' | 'overloaded' | 'unclear';

/**
 * Adaptive concurrency control (a gradient controller, as Netflix's concurrency-limits has it, with
 * AIMD as the fallback): how many requests may be on their way at the same time, learned from how
 * long the answers take. While they come as fast as the fastest, there may be more; when they slow
 * down, the requests wait for each other in the server's queue, so there are to be fewer; when the
 * server says that it is overloaded, half as many. Pure: it keeps a number, and sends nothing.
 */
export class AdaptiveConcurrency {
	private width: number;

	private open = 0;

	/** Of an answer, in ms. */
	private fastest = Infinity;

	/** Until the first slow answer or overload, nothing is known about how much is too much. */
	private isExploring = true;

	/** When the number was halved for the last time. */
	private halvedAt?: number;

	/** @param clock monotonic, in ms */
	constructor(
		private readonly boldness: Boldness,
		private readonly clock: () => number = () => performance.now(),
	) {
		this.width = boldness.initial;
	}

	/** How many requests may be on their way now: a whole number from 1 to 20. */
	get limit(): number {
		return Math.floor(this.width);
	}

	/**
	 * A request leaves.
	 * @returns to be called once, with what became of it
	 */
	begin(): (verdict: Verdict) => void {
		const began = this.clock();
		const openAtBegin = ++this.open;
		return (verdict) => {
			const mostOpen = Math.max(openAtBegin, this.open--);
			if (verdict === 'overloaded') this.halve(began);
			if (verdict === 'answered') this.learn(this.clock() - began, mostOpen);
		};
	}

	private learn(ms: number, open: number): void {
		const took = Math.max(SHORTEST, ms);
		if (!Number.isFinite(took)) return;
		this.fastest = Math.min(took, this.fastest * (1 + FORGETTING));

		const gradient = (TOLERANCE * this.fastest + JITTER) / took;
		if (gradient >= 1) {
			// With few on their way, nothing is known about more.
			if (2 * open >= this.limit) this.change(this.width + this.growth);
			return;
		}
		this.isExploring = false;
		const wanted = this.width * Math.max(LOWEST_GRADIENT, gradient) + this.boldness.queue;
		this.change(this.width + SMOOTHING * (wanted - this.width));
	}

	/** By an answer that is not slow. */
	private get growth(): number {
		if (this.isExploring) return this.boldness.growth;
		const growth = SMOOTHING * this.boldness.queue;
		// The server has said what is too much for it: one more for each round of answers.
		return this.halvedAt === undefined ? growth : Math.min(growth, 1 / this.width);
	}

	/** Requests that were on their way together are refused together: that counts once. */
	private halve(began: number): void {
		if (this.halvedAt !== undefined && began <= this.halvedAt) return;
		this.isExploring = false;
		this.halvedAt = this.clock();
		this.change(this.width / 2);
	}

	private change(width: number): void {
		this.width = Math.min(MOST, Math.max(FEWEST, width));
	}
}
