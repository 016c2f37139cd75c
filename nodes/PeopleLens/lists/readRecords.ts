import type { Api } from '../api/client';
import type { RecordList } from '../api/recordList';
import type { HiringRecord } from '../api/records';
import type { Width } from '../reader/pagePool';
import { readInListOrder } from '../reader/read';
import { GuardedPages } from './guardedPages';

/** What was read of a list, and whether PeopleLens may have kept back more. */
export interface ListReading {
	rows: HiringRecord[];
	/** The server can't be asked for what comes behind its first page. */
	mayBeIncomplete: boolean;
}

/**
 * Reads a list whose paging the reference does not state, in its own order.
 * @param limit how many rows come out, counted after `accept`; Infinity for all
 * @param width how many requests may be on their way at the same time
 * @throws NodeApiError, UnsettledListError
 */
export async function readRecords(
	api: Api,
	list: RecordList,
	selection: { limit: number; accept?: (row: HiringRecord) => boolean },
	width: number | Width = 1,
): Promise<ListReading> {
	const pages = new GuardedPages(api, list);
	const most = typeof width === 'number' ? () => width : width;
	const rows = await readInListOrder(
		async (page) => await pages.fetch(page),
		selection,
		// Without times there is nothing by which pages that were read ahead could be joined.
		() => (pages.hasTimes ? most() : 1),
	);
	return { rows, mayBeIncomplete: pages.mayBeIncomplete };
}
