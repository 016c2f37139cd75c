import { DateTime } from 'luxon';

const ISO_8601_WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)$/i;

/** In ms. */
export const MINUTE = 60_000;

export type AgeFault = 'timestampUnreadable' | 'tooOld' | 'tooFarAhead';

/**
 * What forbids accepting a delivery by its own timestamp, if anything does. A timestamp without a
 * zone is not guessed at. One ahead of the clock is refused by the same measure: it would let a
 * recorded delivery be sent again for longer than the limit.
 *
 * @param timestamp as sent
 * @param maxAge ms
 * @param now ms since the epoch
 */
export function checkAge(timestamp: unknown, maxAge: number, now: number): AgeFault | undefined {
	if (typeof timestamp !== 'string' || !ISO_8601_WITH_ZONE.test(timestamp)) {
		return 'timestampUnreadable';
	}
	const age = now - DateTime.fromISO(timestamp).toMillis();
	if (Number.isNaN(age)) return 'timestampUnreadable';
	if (age > maxAge) return 'tooOld';
	return age < -maxAge ? 'tooFarAhead' : undefined;
}
