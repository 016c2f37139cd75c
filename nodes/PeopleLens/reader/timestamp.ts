/** Longer than any date that anybody writes: what is longer is not even looked at. */
const MAX_LENGTH = 64;

/** ISO 8601, and what databases make of it: a space, a comma before the fraction, `+00`. */
const DATE_TIME =
	/^(\d{4})-(\d\d)-(\d\d)[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?) ?(Z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/i;

const EPOCH = /^\d{10,17}(?:\.\d+)?$/;

/** Since the epoch, and which of them it is shows in the size: all of them reach from 1973 to 5138. */
const EPOCH_UNITS = [
	{ from: 1e8, toMs: 1000 },
	{ from: 1e11, toMs: 1 },
	{ from: 1e14, toMs: 1e-3 },
];
const LAST_EPOCH = 1e17;

/** Up to this day `Date.parse` is right about every date, and it is read for each row of a list. */
const LAST_OF_ALL_MONTHS = '28';

/**
 * Reads `created_at`. Without a zone the time is read as UTC, which is what PeopleLens sends.
 *
 * @returns ms since the epoch, or undefined for anything that is not a point in time
 */
export function timeOf(createdAt: unknown): number | undefined {
	if (typeof createdAt === 'number') return fromEpoch(createdAt);
	if (typeof createdAt !== 'string' || createdAt.length > MAX_LENGTH) return undefined;
	if (EPOCH.test(createdAt)) return fromEpoch(Number(createdAt));
	const parts = DATE_TIME.exec(createdAt);
	if (parts === null) return undefined;
	const [, year, month, day, time, zone] = parts;
	if (day > LAST_OF_ALL_MONTHS && !isOnCalendar(Number(year), Number(month), Number(day))) {
		return undefined;
	}
	const parsed = Date.parse(`${year}-${month}-${day}T${time.replace(',', '.')}${isoZone(zone)}`);
	return Number.isNaN(parsed) ? undefined : parsed;
}

function fromEpoch(value: number): number | undefined {
	const unit = EPOCH_UNITS.filter(({ from }) => value >= from).at(-1);
	return unit === undefined || value >= LAST_EPOCH ? undefined : Math.round(value * unit.toMs);
}

/** JavaScript would take 30 February for 2 March. */
function isOnCalendar(year: number, month: number, day: number): boolean {
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isoZone(zone = 'Z'): string {
	if (/^[a-z]/i.test(zone)) return 'Z';
	return zone.length === 3 ? `${zone}:00` : zone;
}
