import { canonicalJson } from './canonicalJson';
import { timeOf } from './timestamp';
import type { ListRow } from './types';

/** A row with what the reading needs to know about it. */
export interface Entry<Row extends ListRow> {
	row: Row;
	/** The same row has the same key in every answer. */
	key: string;
	/** `created_at` in ms since the epoch; undefined when the row carries no usable one. */
	time?: number;
}

/** The ID as a text; undefined for anything that is neither a text nor a number that is exact. */
export function idOf({ id }: ListRow): string | undefined {
	if (typeof id === 'number') return Number.isSafeInteger(id) ? String(id) : undefined;
	return typeof id === 'string' && id !== '' ? id : undefined;
}

/**
 * A row is known by its id; one without an id by all that it says, so two rows without id
 * that say exactly the same count as one.
 */
export function keyOf(row: ListRow): string {
	const id = idOf(row);
	return id === undefined ? `row ${canonicalJson(row)}` : `id ${id}`;
}

export function entryOf<Row extends ListRow>(row: Row): Entry<Row> {
	return { row, key: keyOf(row), time: timeOf(row.created_at) };
}

/** The newest time among the entries that is not after `until`; -Infinity without any. */
export function newestTime(entries: ReadonlyArray<Entry<ListRow>>, until = Infinity): number {
	return entries.reduce(
		(newest, { time = -Infinity }) => (time > newest && time <= until ? time : newest),
		-Infinity,
	);
}
