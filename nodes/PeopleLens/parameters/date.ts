import { DateTime } from 'luxon';

import { excerpt } from '../domain/excerpt';
import { hasTime, instantsOf, MS_PER_DAY, toInstant } from './instant';
import type { Meaning } from './instant';
import { foundNothing, invalidParameter, isMissing } from './source';
import type { ParameterSource } from './source';

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
	if (!isDateOfNothing(value)) return readDate(source, value, displayName, meaning);
	throw invalidParameter(
		source,
		`'${displayName}' is the first moment of 1970, which an expression makes of nothing`,
		`Check that the expression in '${displayName}' finds a date. If you mean the very beginning, write 1970-01-01T00:00:00Z.`,
	);
}

function readDate(
	source: ParameterSource,
	value: unknown,
	displayName: string,
	meaning: Meaning = 'first',
): number | undefined {
	if (value === '') return undefined;
	if (isMissing(value)) throw foundNothing(source, displayName);
	const instant = toInstant(value, source.context.getTimezone(), meaning);
	if (instant !== undefined) return instant;
	throw invalidParameter(
		source,
		`'${excerpt(String(value))}' in '${displayName}' is not a date`,
		'Pick one from the calendar, or use a format such as 2026-03-01T09:00:00 (in the time zone of the workflow) or 2026-03-01T09:00:00Z.',
	);
}

/** As `new Date(null)` is. */
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
	const instant = readDate(source, value, displayName);
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
