import { type Entry, entryOf } from './entry';
import { UnsettledListError } from './errors';
import { type ListOrder, ShownOrder } from './order';
import type { FeedRow, FetchPage } from './types';

/** The most rows that the API returns at once (API reference: `limit`). */
export const PAGE_LIMIT = 100;

/** Ten million rows; a list that is longer is one that never ends. */
const MAX_REQUESTS = 100_000;

export interface ListPage<Row extends FeedRow> {
	offset: number;
	entries: Array<Entry<Row>>;
	/** Whether the list is proven to end with this page. */
	end: boolean;
}

/** Everything created after `since`, as pages, with what its answers have shown so far. */
export class PagedList<Row extends FeedRow> {
	/** The server's own count, as last told: only ever a guess. */
	total?: number;

	private readonly shown = new ShownOrder();

	private readonly since?: string;

	private requests = 0;

	/**
	 * @param since ms; the server may include this very instant or not
	 * @param maxLength the longest page that this server is known to have returned
	 */
	constructor(
		private readonly fetchPage: FetchPage<Row>,
		since?: number,
		public maxLength = 0,
	) {
		if (since !== undefined && since > 0) this.since = new Date(since).toISOString();
	}

	get order(): ListOrder {
		return this.shown.order;
	}

	/** How many rows a full page is expected to have. */
	get pageLength(): number {
		return this.maxLength || PAGE_LIMIT;
	}

	async page(offset: number, limit = PAGE_LIMIT): Promise<ListPage<Row>> {
		const { rows, total } = await this.request(offset, limit);
		const entries = rows.map(entryOf);
		this.shown.observe(entries);
		this.total = total;
		const end =
			this.isShort(rows.length, limit) && !(await this.goesOn(offset + rows.length, rows.length));
		// A server that ignores `limit` once must not make all other pages look short.
		this.maxLength = Math.max(this.maxLength, Math.min(rows.length, limit));
		return { offset, entries, end };
	}

	/** A server may cap its pages below `limit`: only shorter than its longest is short. */
	private isShort(length: number, limit: number): boolean {
		return length === 0 || length < Math.min(limit, this.maxLength);
	}

	/**
	 * A short page proves the end, unless the server has lowered its cap since its longest one.
	 * A long page is a reason to ask for the next row, unless `total` says that there is none.
	 */
	private async goesOn(offset: number, length: number): Promise<boolean> {
		const long = length > 0 && length * 2 >= this.maxLength;
		if (!long || (this.total ?? Infinity) <= offset) return false;
		const goesOn = (await this.request(offset, 1)).rows.length > 0;
		if (goesOn) this.maxLength = length;
		return goesOn;
	}

	private async request(offset: number, limit: number) {
		if (++this.requests > MAX_REQUESTS) throw new UnsettledListError();
		return await this.fetchPage({ since: this.since, limit, offset });
	}
}
