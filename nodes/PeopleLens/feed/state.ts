import { MARK_LENGTH } from './ledger';

const VERSION = 1;

/** What the trigger remembers between two polls: plain JSON, at most about 64 kB. */
export interface FeedState {
	version: typeof VERSION;
	/** Grows with every poll, so the highest of several copies is the latest. */
	revision: number;
	/** Which list this is about; another one needs a state of its own. */
	source: string;
	/** ms since the epoch: everything created before it has been dealt with. */
	floor: number;
	/** What was delivered of the rest; see Ledger.store. */
	seen: string;
	/** The same for rows without a usable `created_at`. */
	odd: string;
	/** The longest page that the server has returned. */
	maxLength: number;
	/** ms by which the server's `Date` may run ahead of the clock that dates its events. */
	lag: number;
}

const SEEN = new RegExp(`^(?:[\\w-]{${MARK_LENGTH}}[0-9a-z]+(?: (?!$)|$))*$`);
const ODD = new RegExp(`^(?:[\\w-]{${MARK_LENGTH}}(?: (?!$)|$))*$`);

/** Checks what was stored. Undefined for anything that is not a whole state of this version. */
export function parseState(stored: unknown): FeedState | undefined {
	if (typeof stored !== 'object' || stored === null) return undefined;
	const { version, revision, source, floor, seen, odd, maxLength, lag } = stored as Record<
		keyof FeedState,
		unknown
	>;
	const whole =
		version === VERSION &&
		isCount(revision) &&
		typeof source === 'string' &&
		Number.isSafeInteger(floor) &&
		typeof seen === 'string' &&
		SEEN.test(seen) &&
		typeof odd === 'string' &&
		ODD.test(odd) &&
		isCount(maxLength) &&
		isCount(lag);
	if (!whole) return undefined;
	return { version, revision, source, floor: Number(floor), seen, odd, maxLength, lag };
}

function isCount(value: unknown): value is number {
	return Number.isSafeInteger(value) && Number(value) >= 0;
}

/** A state that knows nothing yet: everything created from `floor` on is new. */
export function emptyState(source: string, floor: number, maxLength: number, lag: number) {
	const state: FeedState = {
		version: VERSION,
		revision: 0,
		source,
		floor,
		seen: '',
		odd: '',
		maxLength,
		lag,
	};
	return state;
}
