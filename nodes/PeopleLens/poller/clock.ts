import { type Entry, newestTime } from '../reader/entry';
import type { FetchPage, ListRow } from '../reader/types';
import { OutOfTimeError } from './errors';

/** The clocks of the machine that n8n runs on. */
export interface Clock {
	/** ms since the epoch. May be wrong, and may be set while a reading goes on. */
	now(): number;
	/** ms since some moment: runs evenly, never back. For durations. */
	monotonic(): number;
}

/** The newest event known, and what the clocks showed, at the latest, when it was met. In ms since the epoch. */
export interface NewestEvent {
	createdAt: number;
	/** This machine's clock. */
	localTime: number;
	/** The server's `Date`; null without one. */
	serverTime: number | null;
}

/** Clocks that differ by no more than this tell the same time. In ms. */
const AGREEMENT = 5 * 60_000;

/** When less than the rest of the time is left, the oldest rows are read first. */
const SHARE_OF_TIME = 1 / 3;

const DAY = 24 * 60 * 60_000;

/** `Date` comes in whole seconds, cut off. */
const DATE_STEP = 999;

/**
 * The time at the beginning of a reading, by several witnesses of which any may be wrong: this
 * machine's clock, the first answer's `Date`, and the newest event. The lowest of them counts.
 */
export class ReadingClock {
	/** This machine's time when the reading began. */
	readonly localTime: number;

	/** The server's time when the reading began: the first answer's `Date`, less what it took. */
	serverTime?: number;

	private readonly startTick: number;

	private readonly deadlineTick: number;

	/** The latest `Date`, and how long after the beginning it came. */
	private latest?: { date: number; after: number };

	private isFirst = true;

	/** @param deadline ms since the epoch by `clock`: no request is begun after it */
	constructor(
		private readonly clock: Clock,
		deadline = Infinity,
	) {
		this.localTime = clock.now();
		this.startTick = clock.monotonic();
		this.deadlineTick = this.startTick + deadline - this.localTime;
	}

	/** ms since the reading began. */
	get elapsed(): number {
		return Math.max(0, this.clock.monotonic() - this.startTick);
	}

	/** Whether so much of the time that was given is over that not all may be read. */
	get isShort(): boolean {
		return this.elapsed > (this.deadlineTick - this.startTick) * SHARE_OF_TIME;
	}

	/** The earlier of the two clocks. Without a `Date`, there is only this machine's. */
	get earliest(): number {
		return Math.min(this.localTime, this.serverTime ?? Infinity);
	}

	/**
	 * Up to when rows are taken for events of the present, where they have to be told from rows dated
	 * ahead: the later of the two clocks, unless the server's is ahead by more than a day.
	 */
	get present(): number {
		const { localTime, serverTime = localTime } = this;
		return serverTime > localTime + DAY ? localTime : Math.max(localTime, serverTime);
	}

	/** ms by which the two clocks differ; positive where this machine's is ahead. Undefined without a `Date`. */
	get skew(): number | undefined {
		return this.serverTime === undefined ? undefined : this.localTime - this.serverTime;
	}

	/** Whether there are two clocks, and they tell the same time: then it is the right one. */
	get clocksAgree(): boolean {
		return this.skew !== undefined && Math.abs(this.skew) <= AGREEMENT;
	}

	/** Takes the time from the answers, and asks for none after the deadline. */
	watch<Row extends ListRow>(fetchPage: FetchPage<Row>): FetchPage<Row> {
		return async (request) => {
			if (this.clock.monotonic() >= this.deadlineTick) throw new OutOfTimeError();
			const page = await fetchPage(request);
			const { serverTime } = page;
			if (this.isFirst && serverTime !== undefined) this.serverTime = serverTime - this.elapsed;
			this.isFirst = false;
			if (serverTime !== undefined) this.latest = { date: serverTime, after: this.elapsed };
			return page;
		};
	}

	/**
	 * About what the clock that dates the events showed when the reading began: an event's time, and
	 * what has passed since it was met, by the clock that says less. Where a `Date` is missing, then
	 * or now, only this machine's clock counts.
	 */
	estimateBy({ createdAt, localTime, serverTime }: NewestEvent): number {
		const local = this.localTime - localTime;
		const { serverTime: serverNow } = this;
		const isMissing = serverTime === null || serverNow === undefined;
		const server = isMissing ? local : serverNow - serverTime;
		return createdAt + Math.max(0, Math.min(local, server));
	}

	/**
	 * The newest event of all that is not dated ahead of either clock; or the one that was known, if
	 * the time that has passed since it was met says more, as while a backlog is worked off.
	 *
	 * @param known the one that was the newest before this reading
	 */
	newest(
		entries: ReadonlyArray<Entry<ListRow>>,
		known: NewestEvent | undefined,
	): NewestEvent | undefined {
		const createdAt = newestTime(entries, this.earliest);
		if (createdAt === -Infinity) return known;
		const outdone = known && known.createdAt + this.passedSince(known) + this.elapsed >= createdAt;
		if (outdone) return known;
		const localTime = this.clock.now();
		if (this.latest === undefined) return { createdAt, localTime, serverTime: null };
		const { date, after } = this.latest;
		const serverTime = Math.ceil(date + this.elapsed - after) + DATE_STEP;
		return { createdAt, localTime, serverTime };
	}

	/**
	 * By all witnesses, in ms since the epoch.
	 *
	 * @param known the event that was the newest before this reading
	 * @param mayExtrapolate the newest event may lie well behind: nothing new has been met, or there is
	 *   more than what has been read
	 * @returns `startLowerBound`: what the clock that dates the events showed at least when the reading began;
	 *   `latest`: what most of them say it has shown since
	 */
	bounds(
		entries: ReadonlyArray<Entry<ListRow>>,
		known: NewestEvent | undefined,
		mayExtrapolate: boolean,
	): { startLowerBound: number; latest: number } {
		const { earliest, present, elapsed } = this;
		const passed = known && mayExtrapolate ? this.passedSince(known) : 0;
		const byEvent = known === undefined ? -Infinity : known.createdAt + passed;
		return {
			startLowerBound: Math.min(
				earliest,
				Math.max(newestTime(entries, earliest) - elapsed, byEvent),
			),
			latest: Math.min(present, Math.max(newestTime(entries, present) + 1, byEvent)),
		};
	}

	/** ms that have passed since an event was met, if two clocks agree: one alone may have been set. */
	private passedSince({ localTime, serverTime }: NewestEvent): number {
		if (serverTime === null || this.serverTime === undefined) return 0;
		const local = this.localTime - localTime;
		const server = this.serverTime - serverTime;
		return Math.abs(local - server) > AGREEMENT ? 0 : Math.max(0, Math.min(local, server));
	}
}
