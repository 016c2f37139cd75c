import type { FeedRow } from './types';

/** A row with what the feed needs to know about it. */
export interface Entry<Row extends FeedRow> {
	row: Row;
	/** The same row has the same key in every answer. */
	key: string;
	/** `created_at` in ms since the epoch; undefined when the row carries no usable one. */
	time?: number;
}

const ISO_8601 = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * Without a zone the time is read as UTC, which is what PeopleLens sends.
 *
 * @returns ms since the epoch, or undefined for anything that is not a point in time
 */
export function timeOf(createdAt: unknown): number | undefined {
	const parts = typeof createdAt === 'string' ? ISO_8601.exec(createdAt) : null;
	if (parts === null) return undefined;
	const time = Date.parse(`${parts[1]}T${parts[2]}${parts[3] ?? 'Z'}`);
	return Number.isNaN(time) ? undefined : time;
}

/**
 * A row is known by its id; one without an id by all that it says, so two rows without id
 * that say exactly the same count as one.
 */
export function keyOf(row: FeedRow): string {
	// A number is an id that was not quoted; a larger one has lost its last digits on the way.
	const id: unknown = Number.isSafeInteger(row.id) ? String(row.id) : row.id;
	return typeof id === 'string' && id !== '' ? `id ${id}` : `row ${sortedJson(row)}`;
}

export function entryOf<Row extends FeedRow>(row: Row): Entry<Row> {
	return { row, key: keyOf(row), time: timeOf(row.created_at) };
}

/** The order of the fields in an answer means nothing. */
function sortedJson(value: unknown): string {
	return JSON.stringify(value, (_field, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	);
}
