import { DateTime } from 'luxon';

import { foundNothing, invalidParameter, isMissing } from './source';
import type { ParameterSource } from './source';

/** A year with a month, week or day behind it: `12`, `12:30` or `170000` alone is no date. */
const BEGINS_WITH_A_DATE = /^\d{4}-(\d\d|W\d\d|\d{3})|^\d{8}T\d/i;

/** A day, week or month alone would mean its first midnight. */
const HAS_HOUR = /[T ]\d\d/i;

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

/** Longer than any date with time and zone. */
const LONGEST = 100;

/**
 * What a date field or an expression in it gives, as an instant. A value without a zone is
 * read in the workflow's time zone.
 * @param value a luxon DateTime, a JS Date, or text in ISO 8601 or SQL form
 * @param timezone IANA name, such as Europe/Berlin
 * @returns ms since the epoch, or undefined when it can't be read as a date
 */
export function toInstant(value: unknown, timezone: string): number | undefined {
	const date = toDateTime(value, timezone);
	return date?.isValid ? date.toMillis() : undefined;
}

function toDateTime(value: unknown, zone: string): DateTime | undefined {
	if (DateTime.isDateTime(value)) return value;
	if (value instanceof Date) return DateTime.fromJSDate(value);
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	if (text.length > LONGEST || !BEGINS_WITH_A_DATE.test(text)) return undefined;
	const iso = DateTime.fromISO(text, { zone });
	return iso.isValid ? iso : DateTime.fromSQL(text, { zone });
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
): number | undefined {
	if (value === '') return undefined;
	if (isMissing(value)) throw foundNothing(source, displayName);
	const instant = toInstant(value, source.context.getTimezone());
	if (instant !== undefined) return instant;
	throw invalidParameter(
		source,
		`'${String(value).slice(0, LONGEST)}' in '${displayName}' is not a date`,
		'Pick one from the calendar, or use a format such as 2026-03-01T09:00:00 (in the time zone of the workflow) or 2026-03-01T09:00:00Z.',
	);
}

/**
 * The same for an appointment, which must be at one instant: when clocks change, a time without a zone
 * may be left out, or come twice.
 * @throws NodeOperationError also for such a time, and for a day without one
 */
export function optionalTime(
	source: ParameterSource,
	value: unknown,
	displayName: string,
): number | undefined {
	const instant = optionalDate(source, value, displayName);
	const text = typeof value === 'string' ? value.trim() : '';
	if (text !== '' && !HAS_HOUR.test(text)) {
		throw invalidParameter(
			source,
			`'${text}' in '${displayName}' has a day and no time`,
			'Add the time, as in 2026-07-01T09:00:00.',
		);
	}
	const zone = source.context.getTimezone();
	const count = text === '' ? 1 : instantsOf(text, zone);
	if (count === 1) return instant;
	throw invalidParameter(
		source,
		`'${String(value)}' in '${displayName}' ${count === 0 ? 'does not exist' : 'comes twice'} in the time zone ${zone}, because clocks change`,
		'Choose another time, or add its difference from UTC, as in 2026-10-25T02:30:00+01:00.',
	);
}

/** How many instants a text may mean that can be read as a date. */
function instantsOf(text: string, zone: string): number {
	const wall = toInstant(text, 'UTC') ?? 0;
	// With a zone of its own, it means the same everywhere.
	if (wall === toInstant(text, 'UTC+1')) return 1;
	const offsetAt = (instant: number) => DateTime.fromMillis(instant, { zone }).offset * MINUTE;
	// No zone is further from UTC than a day, nor changes its clocks twice in two days.
	const offsets = new Set([offsetAt(wall - DAY), offsetAt(wall + DAY)]);
	return [...offsets].filter((offset) => offsetAt(wall - offset) === offset).length;
}
