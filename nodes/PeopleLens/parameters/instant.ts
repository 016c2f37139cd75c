import { DateTime } from 'luxon';
import type { DateTimeUnit } from 'luxon';

/** A year with a month, week or day behind it: `12`, `12:30` or `170000` alone is no date. */
const DAY = /\d{4}-(?:\d\d|W\d\d|\d{3})[\d-]*|\d{8}(?=T)/;

const TIME = /\d\d[\d:.,]*/;

/**
 * The distance from UTC. Not the name of a zone: `BST` is summer in London and winter in Dhaka, and a
 * place has hours that come twice.
 */
const ZONE = /\s?(?:Z|UTC|GMT|[+-](?:0\d|1[0-4])(?::?(?:00|15|30|45))?)/;

const DATE = new RegExp(`^(?:${DAY.source})([T ]${TIME.source}(?:${ZONE.source})?)?$`, 'i');

/** Behind a space, and without seconds, a minus may as well mean "until". */
const MAY_BE_A_PERIOD = / \d\d:\d\d ?-/;

/** Longer than any date with time and zone. */
const LONGEST = 100;

const LAST_YEAR = 9999;

const MS_PER_MINUTE = 60_000;
export const MS_PER_DAY = 1_440 * MS_PER_MINUTE;

/** Which instant is meant by a day, week or month alone, and by a time that comes twice. */
export type Meaning = 'first' | 'last';

/**
 * What a date field or an expression in it gives, as an instant. A value without a zone is
 * read in the workflow's time zone.
 * @param value a luxon DateTime, a JS Date, or text in ISO 8601 or SQL form
 * @param timezone IANA name, such as Europe/Berlin
 * @returns ms since the epoch, or undefined when it can't be read as a date
 */
export function toInstant(
	value: unknown,
	timezone: string,
	meaning: Meaning = 'first',
): number | undefined {
	if (typeof value === 'string') return textToInstant(value.trim(), timezone, meaning);
	const date = value instanceof Date ? DateTime.fromJSDate(value) : value;
	if (!DateTime.isDateTime(date) || !date.isValid || date.year > LAST_YEAR) return undefined;
	return date.toMillis();
}

function textToInstant(text: string, zone: string, meaning: Meaning): number | undefined {
	const date = readText(text, zone);
	if (date === undefined) return undefined;
	if (!hasTime(text)) return meaning === 'first' ? +date : +date.endOf(unitOf(text));
	const instants = instantsOf(text, zone);
	if (instants.length === 0) return +date;
	return meaning === 'first' ? Math.min(...instants) : Math.max(...instants);
}

function readText(text: string, zone: string): DateTime | undefined {
	if (text.length > LONGEST || !DATE.test(text) || MAY_BE_A_PERIOD.test(text)) return undefined;
	const iso = DateTime.fromISO(text, { zone });
	const date = iso.isValid ? iso : DateTime.fromSQL(text, { zone });
	return date.isValid ? date : undefined;
}

export const hasTime = (text: string) => DATE.exec(text)?.[1] !== undefined;

function unitOf(text: string): DateTimeUnit {
	if (/^\d{4}-\d\d$/.test(text)) return 'month';
	return /W\d\d$/i.test(text) ? 'week' : 'day';
}

/**
 * All instants that a text with a time may mean: when clocks change, a time without a zone is left
 * out, or comes twice.
 */
export function instantsOf(text: string, zone: string): number[] {
	const wall = Number(readText(text, 'UTC'));
	// With a zone of its own, it means the same everywhere.
	if (wall === Number(readText(text, 'UTC+1'))) return [wall];
	const offsetAt = (instant: number) =>
		DateTime.fromMillis(instant, { zone }).offset * MS_PER_MINUTE;
	// No zone is further from UTC than a day, nor changes its clocks twice in two days.
	const offsets = new Set([offsetAt(wall - MS_PER_DAY), offsetAt(wall + MS_PER_DAY)]);
	return [...offsets]
		.filter((offset) => offsetAt(wall - offset) === offset)
		.map((offset) => wall - offset);
}
