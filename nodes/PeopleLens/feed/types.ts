/**
 * The feed knows no HTTP and no n8n: a growing list of rows, paged by offset, that is
 * reached through one callback.
 */

/** A row of the list. `id` and `created_at` may be missing or broken; nothing else is looked at. */
export interface FeedRow {
	id?: string | null;
	/** ISO 8601. */
	created_at?: string | null;
}

export interface PageRequest {
	/** ISO 8601, UTC, milliseconds. Whether the server includes this very instant is not known. */
	since?: string;
	/** 1 to 100. The server may return fewer rows than asked for. */
	limit: number;
	offset: number;
}

export interface Page<Row extends FeedRow> {
	rows: Row[];
	/** The server's own count: a hint, never a proof. */
	total?: number;
	/** The server's clock when it answered (the `Date` header), in ms since the epoch. */
	serverTime?: number;
}

export type FetchPage<Row extends FeedRow> = (request: PageRequest) => Promise<Page<Row>>;
