import { AdaptiveLimit } from './adaptiveLimit';
import { type Entry, entryOf } from './entry';
import { UnsettledListError } from './errors';
import { type ListOrder, ObservedOrder } from './order';
import type { FetchPage, ListRow, Page } from './types';

/** The most rows that the API returns at once (API reference: `limit`). */
export const PAGE_LIMIT = 100;

/** Ten million rows; a list that is longer is one that never ends. */
const MAX_REQUESTS = 100_000;
const MAX_ROWS = MAX_REQUESTS * PAGE_LIMIT;

export interface ListPage<Row extends ListRow> {
	offset: number;
	entries: Array<Entry<Row>>;
	/** Whether it has as many rows as were asked for. */
	full: boolean;
	/** Whether it is shorter than the server's pages have been: the end, if nothing else is new on it. */
	short: boolean;
	/** Whether the list ends with this page: nothing was there, or the total says so of a short one. */
	end: boolean;
}

/** A server that returns less than this at once cannot be read. */
const SHORTEST_CAP = 2;

/** Everything created after `since`, as pages, with what its answers have shown so far. */
export class PagedList<Row extends ListRow> {
	/** The server's own count, as last told and if it can be one: only ever a guess. */
	total?: number;

	/** How many requests have been sent. */
	requests = 0;

	private readonly observed = new ObservedOrder();

	private readonly since?: string;

	/** Falls where more is too large to be read; nothing is learned from that about the server's pages. */
	private readonly limit = new AdaptiveLimit(PAGE_LIMIT);

	/** The end (exclusive) of the rows that are known to be there. */
	private reach = 0;

	/** A short page, as long as nothing is known to be behind it. */
	private shortPage?: { length: number; next: number };

	/**
	 * @param since ms; the server may include this very instant or not
	 * @param maxLength the longest page that this server is known to return
	 * @param tellsTotal whether `total` can be believed, as far as its answers show; null where they don't yet
	 */
	constructor(
		private readonly fetchPage: FetchPage<Row>,
		since?: number,
		public maxLength = 0,
		public tellsTotal: boolean | null = true,
	) {
		if (since !== undefined && since > 0) this.since = new Date(since).toISOString();
	}

	get order(): ListOrder {
		return this.observed.order;
	}

	/** How many rows a full page is expected to have. */
	get pageLength(): number {
		return Math.min(this.maxLength || PAGE_LIMIT, this.limit.value);
	}

	/** @throws what `fetchPage` throws, and its reason when the server refuses this offset */
	async page(offset: number, limit = PAGE_LIMIT): Promise<ListPage<Row>> {
		const { page, asked } = await this.request(offset, limit);
		if (page.refused !== undefined) throw page.refused;
		return this.interpret(page, offset, asked);
	}

	/** As `page`, at an offset that is only a guess: where the server refuses it, there are no rows. */
	async probe(offset: number, limit = PAGE_LIMIT): Promise<ListPage<Row>> {
		const { page, asked } = await this.request(offset, limit);
		if (page.refused !== undefined)
			return { offset, entries: [], full: false, short: true, end: false };
		return this.interpret(page, offset, asked);
	}

	private interpret({ rows, total }: Page<Row>, offset: number, limit: number): ListPage<Row> {
		const entries = rows.map(entryOf);
		this.observed.observe(entries);
		this.total = isCount(total) ? total : undefined;
		const next = offset + rows.length;
		// A server may cap its pages below `limit`: only shorter than its longest is short.
		const short = rows.length < Math.min(limit, Math.max(SHORTEST_CAP, this.maxLength));
		if (rows.length > 0) {
			this.judgeTotal(next, short);
			this.judgeLength(rows.length, next, short);
		}
		// A server that ignores `limit` once must not make all other pages look short.
		this.maxLength = Math.max(this.maxLength, Math.min(rows.length, limit));
		// The cap may have fallen since the longest page, so to be short proves nothing alone.
		const end = rows.length === 0 || (short && this.tellsTotal === true && this.total === next);
		return { offset, entries, full: rows.length >= limit, short, end };
	}

	/**
	 * A total that only counts the page's own rows would call every page the end; and one that was
	 * once less than what was there can't be right when it happens to fit.
	 */
	private judgeTotal(next: number, short: boolean): void {
		const { total } = this;
		if (total === undefined) return;
		if (total < next) this.tellsTotal = false;
		else if (this.tellsTotal !== false && (total > next || !short)) {
			this.tellsTotal = total > next || null;
		}
	}

	/**
	 * Pages are no longer than a short one any more, if as many rows or more come on a page behind it.
	 * Fewer may have arrived meanwhile.
	 */
	private judgeLength(length: number, next: number, short: boolean): void {
		const { shortPage } = this;
		// Unless the list has become shorter.
		if (short && next < this.reach && (this.total ?? 0) > next) this.maxLength = length;
		else if (shortPage && next > shortPage.next && length >= shortPage.length) {
			this.maxLength = shortPage.length;
			this.shortPage = undefined;
		} else if (short && next < (shortPage?.next ?? Infinity)) this.shortPage = { length, next };
		this.reach = Math.max(this.reach, next);
	}

	/** @returns `asked`: how many rows were asked for, after all */
	private async request(offset: number, limit: number) {
		for (;;) {
			if (++this.requests > MAX_REQUESTS) throw new UnsettledListError();
			const asked = Math.min(limit, this.limit.value);
			const page = await this.fetchPage({ since: this.since, limit: asked, offset });
			if (page.tooLarge === undefined) {
				this.limit.onRead();
				return { page, asked };
			}
			if (!this.limit.onTooLarge(asked)) throw page.tooLarge;
		}
	}
}

function isCount(total: unknown): total is number {
	return Number.isSafeInteger(total) && Number(total) >= 0 && Number(total) <= MAX_ROWS;
}
