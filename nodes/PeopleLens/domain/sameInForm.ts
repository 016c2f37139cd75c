import { flag } from './activity';
import { withoutInvisible } from './identity';

const HOUR = 3_600_000;

/** How far apart two readings of one time are at most where one of them has lost its zone. */
const MOST_ZONES = 14 * HOUR;

const DATE = /\d{4}-\d\d-\d\d/;

/**
 * Whether what a service shows is what it was given, but for its form: services trim texts, change
 * their case, add to objects, and write numbers as texts and dates in their own way. In doubt, it is.
 */
export function isSameInForm(given: unknown, shown: unknown): boolean {
	if (isNothing(given) || isNothing(shown)) return isNothing(given) && isNothing(shown);
	if (Array.isArray(given) && Array.isArray(shown)) {
		return given.length === shown.length && given.every((one, at) => isSameInForm(one, shown[at]));
	}
	if (isObject(given) && isObject(shown)) {
		return Object.keys(given).every((key) => isSameInForm(given[key], shown[key]));
	}
	if (typeof given === 'object' || typeof shown === 'object') return false;
	return flag(given) === undefined || flag(shown) === undefined
		? isSameText(String(given), String(shown))
		: flag(given) === flag(shown);
}

function isSameText(one: string, other: string): boolean {
	if (isNumber(one) && isNumber(other)) return Number(one) === Number(other);
	return bare(one) === bare(other) || isSameDate(one, other);
}

/** What another form may leave out. */
export const isNothing = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	(typeof value === 'string' && value.trim() === '') ||
	(typeof value === 'object' && Object.keys(value).length === 0);

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

const isNumber = (text: string) => text.trim() !== '' && Number.isFinite(Number(text));

/** Letters and digits; the text itself where it has none. */
function bare(text: string): string {
	const plain = text.normalize('NFKD').toLowerCase();
	return plain.replace(/[^\p{L}\p{N}]/gu, '') || withoutInvisible(plain).trim();
}

/** Where one of them is a date and the other can't be read as one, they may be the same. */
function isSameDate(one: string, other: string): boolean {
	if (!DATE.test(one) && !DATE.test(other)) return false;
	const apart = Math.abs(Date.parse(one) - Date.parse(other));
	return Number.isNaN(apart) || apart <= MOST_ZONES;
}
