import type { Entry } from './entry';
import { OutOfTimeError } from './errors';
import type { FeedRow, FetchPage } from './types';

/** ms since the epoch by this machine's clock: right for durations, never taken for the server's. */
export type Clock = () => number;

/** Until events have shown better, a server's `Date` may be a day ahead of their dates. */
export const LARGEST_LAG = 24 * 60 * 60_000;

/** An event dated further ahead than this says nothing about the server's time. */
const FUTURE = 5 * 60_000;

/** Each poll trusts the smallest lag seen a second less, up to this: clocks drift apart. */
const FORGET = 1000;
const FORGET_UP_TO = 15 * 60_000;

/** `Date` comes in whole seconds, cut off. */
const DATE_STEP = 999;

/**
 * Finds a lower bound of the time by which the server dates its events, at the moment when
 * the reading began: whatever becomes visible later was created within the overlap before it.
 */
export class ServerTime {
	/** The first answer's `Date`, less the time that the answer took. */
	date?: number;

	/** The latest answer's. */
	private lastDate?: number;

	/** When the first request was sent, by this machine. */
	private asked?: number;

	private newest = -Infinity;

	/** @param lag the smallest difference seen so far between `Date` and a new event's date */
	constructor(
		private readonly clock: Clock,
		public lag = LARGEST_LAG,
	) {}

	static forgetful(clock: Clock, lag: number): ServerTime {
		return new ServerTime(clock, lag < FORGET_UP_TO ? lag + FORGET : lag);
	}

	/** Undefined when nothing said anything about the server's time. */
	get began(): number | undefined {
		if (this.date !== undefined) return this.date - this.lag;
		if (this.asked === undefined || this.newest === -Infinity) return undefined;
		return this.newest - (this.clock() - this.asked);
	}

	/** Takes the time from every answer, and asks for none after the deadline. */
	watch<Row extends FeedRow>(fetchPage: FetchPage<Row>, deadline = Infinity): FetchPage<Row> {
		return async (request) => {
			const asked = this.clock();
			if (asked >= deadline) throw new OutOfTimeError();
			const page = await fetchPage(request);
			this.lastDate = page.serverTime;
			if (this.asked === undefined) {
				this.asked = asked;
				this.date = page.serverTime && page.serverTime - (this.clock() - asked);
			}
			return page;
		};
	}

	/**
	 * Events were created before they were seen.
	 *
	 * @param entries only new ones: an event from the future would gain credit with time
	 */
	learn(entries: ReadonlyArray<Entry<FeedRow>>): void {
		const now = this.lastDate ?? this.clock();
		for (const { time } of entries) {
			if (time === undefined || time > now + FUTURE) continue;
			this.newest = Math.max(this.newest, time);
			if (this.lastDate === undefined) continue;
			this.lag = Math.min(this.lag, Math.max(0, this.lastDate + DATE_STEP - time));
		}
	}
}
