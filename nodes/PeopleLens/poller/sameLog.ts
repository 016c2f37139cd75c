import { entryOf } from '../reader/entry';
import { readRows } from '../reader/read';
import type { FetchPage, ListRow } from '../reader/types';
import { restoreLedger } from './memory';
import type { PollerState } from './state';

/** Of what was delivered last, so many rows are looked at. */
const SAMPLE = 1000;

/**
 * Whether a list is the one that a state is about, although it is found under another address: an
 * event that was delivered is in it, with the same ID and at the same millisecond.
 *
 * @throws what `fetchPage` throws, and UnsettledListError
 */
export async function isSameLog<Row extends ListRow>(
	fetchPage: FetchPage<Row>,
	state: PollerState,
): Promise<boolean> {
	const ledger = restoreLedger(state);
	if (ledger.times.size === 0) return false;
	const since = state.watermark - 1;
	const rows = await readRows(fetchPage, { order: 'oldest', limit: SAMPLE, since });
	return rows.some((row) => ledger.hasDelivered(entryOf(row)));
}
