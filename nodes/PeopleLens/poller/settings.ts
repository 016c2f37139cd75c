import type { ListRow } from '../reader/types';

export interface PollSettings<Row extends ListRow> {
	/** The most events that one poll delivers. */
	maxEvents: number;
	/** ms: how much later than its `created_at` an event may become visible and still be met. */
	overlap: number;
	/** ms: events older than this are passed over; 0 for never. */
	ignoreOlderThan?: number;
	/** Filters that the API does not know. What they refuse counts as dealt with. */
	accept?: (row: Row) => boolean;
	/** ms since the epoch by `clock`: no request is begun after it. */
	deadline?: number;
}
