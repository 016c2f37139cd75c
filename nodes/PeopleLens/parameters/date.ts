import { DateTime } from 'luxon';
import type { DateTimeUnit } from 'luxon';

import { foundNothing, invalidParameter, isMissing } from './source';
import type { ParameterSource } from './source';

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
const MS_PER_DAY = 1_440 * MS_PER_MINUTE;

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

const hasTime = (text: string) => DATE.exec(text)?.[1] !== undefined;

function unitOf(text: string): DateTimeUnit {
	if (/^\d{4}-\d\d$/.test(text)) return 'month';
	return /W\d\d$/i.test(text) ? 'week' : 'day';
}

/**
 * All instants that a text with a time may mean: when clocks change, a time without a zone is left
 * out, or comes twice.
 */
function instantsOf(text: string, zone: string): number[] {
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

/**
 * An optional date among a node's filters: one that was left empty filters nothing.
 * @returns ms since the epoch, or undefined when the field is empty
 * @throws NodeOperationError when it can't be read as a date, or an expression found nothing
 */
export function optionalDate(
	source: ParameterSource,
	value: unknown,
	displayName: string,
	meaning: Meaning = 'first',
): number | undefined {
	if (value === '') return undefined;
	if (isMissing(value) || isDateOfNothing(value)) throw foundNothing(source, displayName);
	const instant = toInstant(value, source.context.getTimezone(), meaning);
	if (instant !== undefined) return instant;
	throw invalidParameter(
		source,
		`'${String(value).slice(0, LONGEST)}' in '${displayName}' is not a date`,
		'Pick one from the calendar, or use a format such as 2026-03-01T09:00:00 (in the time zone of the workflow) or 2026-03-01T09:00:00Z.',
	);
}

/** `new Date(null)` is the first moment of 1970: an expression that found nothing. */
const isDateOfNothing = (value: unknown) =>
	(value instanceof Date || DateTime.isDateTime(value)) && value.valueOf() === 0;

/**
 * The same for an appointment, which must be at one instant that is still to come.
 * @throws NodeOperationError also for a day without a time, and for a time that does not exist, comes
 *   twice, or is over
 */
export function optionalTime(
	source: ParameterSource,
	value: unknown,
	displayName: string,
): number | undefined {
	const instant = optionalDate(source, value, displayName);
	if (instant === undefined) return undefined;
	if (typeof value === 'string') requireOneInstant(source, value.trim(), displayName);
	// A day of tolerance: n8n's clock may be wrong.
	if (instant > Date.now() - MS_PER_DAY) return instant;
	throw invalidParameter(
		source,
		`'${displayName}' is over: it is ${DateTime.fromMillis(instant).setZone(source.context.getTimezone()).toFormat('d MMMM yyyy')}`,
		'Choose a time that is still to come, or check where the date comes from.',
	);
}

function requireOneInstant(source: ParameterSource, text: string, displayName: string): void {
	if (!hasTime(text)) {
		throw invalidParameter(
			source,
			`'${text}' in '${displayName}' has a day and no time`,
			'Add the time, as in 2026-07-01T09:00:00.',
		);
	}
	const zone = source.context.getTimezone();
	const { length } = instantsOf(text, zone);
	if (length === 1) return;
	throw invalidParameter(
		source,
		`'${text}' in '${displayName}' ${length === 0 ? 'does not exist' : 'comes twice'} in the time zone ${zone}, because clocks change`,
		'Choose another time, or add its difference from UTC, as in 2026-10-25T02:30:00+01:00.',
	);
}
