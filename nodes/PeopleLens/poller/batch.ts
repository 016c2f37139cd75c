import type { Entry } from '../reader/entry';
import type { ListRow } from '../reader/types';
import { MAX_SEEN } from './ledger';

/** What bounds a batch. */
export interface BatchLimits<Row extends ListRow> {
	/** The most events to deliver. Only an instant too large to be remembered in part goes beyond. */
	maxEvents: number;
	accept: (row: Row) => boolean;
	/** ms: rows dated later are ahead of the time. */
	present: number;
	/** How many rows of each kind can be remembered. */
	room: { ahead: number; undated: number };
	/** How many rows of an instant are remembered already. */
	countAt: (time: number) => number;
	/** Whether all rows of an instant have been read. */
	isWhole: (time: number) => boolean;
}

export interface Batch<Row extends ListRow> {
	rows: Array<Entry<Row>>;
	/** The time of the oldest row that remains for the next poll; Infinity without any. */
	firstRemaining: number;
	/** Rows that have to wait until there is room to remember them. */
	held: { ahead: number; undated: number };
}

/**
 * Takes the oldest rows. What could not be remembered is not taken, because it would be delivered
 * again and again.
 *
 * @param newRows oldest first, those without a usable time last. The latter are all taken as far
 *   as there is room: the list may not show them for long
 */
export function takeBatch<Row extends ListRow>(
	newRows: ReadonlyArray<Entry<Row>>,
	limits: BatchLimits<Row>,
): Batch<Row> {
	const { accept, present } = limits;
	const room = { ...limits.room };
	const rows: Array<Entry<Row>> = [];
	const held = { ahead: 0, undated: 0 };
	let firstRemaining = Infinity;
	let accepted = 0;
	for (const instant of byInstant(newRows)) {
		const { time = Infinity } = instant[0];
		const kind = time === Infinity ? 'undated' : time > present ? 'ahead' : undefined;
		const { space, most } = boundsOf(instant, accepted, limits);
		let fits = kind === undefined ? space : room[kind];
		for (const entry of instant) {
			if (accepted >= most) {
				firstRemaining = Math.min(firstRemaining, time);
			} else if (fits <= 0) {
				if (kind === undefined) firstRemaining = Math.min(firstRemaining, time);
				else held[kind]++;
			} else {
				rows.push(entry);
				fits--;
				if (kind !== undefined) room[kind]--;
				if (accept(entry.row)) accepted++;
			}
		}
	}
	return { rows, firstRemaining, held };
}

/** How many rows of an instant can be rows, and at how many events in all the batch ends. */
function boundsOf<Row extends ListRow>(
	instant: ReadonlyArray<Entry<Row>>,
	accepted: number,
	{ maxEvents, countAt, isWhole }: BatchLimits<Row>,
): { space: number; most: number } {
	const { time } = instant[0];
	if (time === undefined) return { space: Infinity, most: Infinity };
	const known = countAt(time);
	if (known + instant.length <= MAX_SEEN) return { space: Infinity, most: maxEvents };
	// Delivered as a whole, it need not be remembered.
	if (isWhole(time) && accepted < maxEvents) return { space: Infinity, most: Infinity };
	return { space: MAX_SEEN - known, most: maxEvents };
}

function byInstant<Row extends ListRow>(
	sorted: ReadonlyArray<Entry<Row>>,
): Array<Array<Entry<Row>>> {
	const instants: Array<Array<Entry<Row>>> = [];
	for (const entry of sorted) {
		const last = instants.at(-1);
		if (last !== undefined && last[0].time === entry.time) last.push(entry);
		else instants.push([entry]);
	}
	return instants;
}
