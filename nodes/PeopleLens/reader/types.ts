/**
 * The reader knows no HTTP and no n8n: a growing list of rows, paged by offset, that is
 * reached through one callback.
 */

/** A row of the list. Nothing is sure to be there, or to be what it should; no other field is looked at. */
export interface ListRow {
	id?: unknown;
	/** ISO 8601. */
	created_at?: unknown;
}

export interface PageRequest {
	/** ISO 8601, UTC, milliseconds. Whether the server includes this very instant is not known. */
	since?: string;
	/** 1 to 100. The server may return fewer rows than asked for. */
	limit: number;
	offset: number;
}

export interface Page<Row extends ListRow> {
	rows: Row[];
	/** The server's own count, as sent: it may be anything. */
	total?: unknown;
	/** The server's clock when it answered (the `Date` header), in ms since the epoch. */
	serverTime?: number;
	/**
	 * Set when the server gives no page at this offset, which it may do far behind the end: the
	 * error to throw where the offset was no mere guess.
	 */
	refused?: unknown;
	/** Set when the answer was too large to be read: the error to throw where fewer rows are, too. */
	tooLarge?: unknown;
}

export type FetchPage<Row extends ListRow> = (request: PageRequest) => Promise<Page<Row>>;
