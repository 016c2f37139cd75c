import type { Entry } from './entry';
import type { ListRow } from './types';

/** A group of equal times that fills more of a page than this cannot be read again whole. */
const LARGE_GROUP = 0.8;

/** The last rows of a range, where the next page has to join. */
export interface Tail {
	/** The last row. */
	key: string;
	/** Where that is, without the shift. */
	place: number;
	/** The time of the last group of rows, when all of it is read again. */
	groupTime?: number;
	/** How many rows the next page reads again. */
	overlap: number;
	/** The page that ended there: its offset, and its first row. */
	page: { offset: number; first: string };
}

/** @param rows the page at this offset, in the direction of growth; `place` is that of its last row */
export function tailOf<Row extends ListRow>(
	rows: Array<Entry<Row>>,
	place: number,
	offset: number,
): Tail {
	const { key } = rows[rows.length - 1];
	const page = { offset, first: rows[0].key };
	let size = 0;
	let time: number | undefined;
	for (let index = rows.length - 1; index >= 0; index--, size++) {
		time ??= rows[index].time;
		// A row without time may stand anywhere inside a group.
		if (rows[index].time !== undefined && rows[index].time !== time) break;
	}
	if (size <= LARGE_GROUP * rows.length && size + 1 < rows.length) {
		return { key, place, page, groupTime: time, overlap: size + 1 };
	}
	return { key, place, page, overlap: 1 };
}
