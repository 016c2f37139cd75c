import isEqual from 'lodash/isEqual';

import type { NewestEvent } from './clock';
import type { KnownEnd } from './knownEnd';
import { decodeSeen, decodeUndated } from './memory';

export const STATE_VERSION = 2;

/** What the trigger may have to warn of, each at most once a day. */
export type WarningKind = 'clocks' | 'overlap' | 'ahead' | 'undated' | 'watermark';

/** What the trigger remembers between two polls: plain JSON, as a rule some kB, at most 300 kB. */
export interface PollerState {
	version: typeof STATE_VERSION;
	/** Grows with every poll that changes it, so the highest of several copies is the latest. */
	revision: number;
	/** Which list this is about; another one needs a state of its own. */
	tenant: string;
	/** ms since the epoch: everything created before it has been dealt with. */
	watermark: number;
	/** ms since the epoch: a Start Date, before which nothing is ever to be delivered. Without one, 0. */
	notBefore: number;
	/** The newest event met; null where there was none yet. */
	newest: NewestEvent | null;
	/** What was delivered of what was created from the watermark on; see encodeSeen. */
	seen: string;
	/** The same for rows without a usable `created_at`; see encodeUndated. */
	undated: string;
	/** The longest page that the server returns, as far as is known. */
	maxPageLength: number;
	/** Whether the server's total can be believed; null where that has not shown. Earlier versions did not ask. */
	tellsTotal?: boolean | null;
	/** What the last look behind a first page has shown, where one was needed. */
	knownEnd?: KnownEnd;
	/** When the user was last warned of what, in ms since the epoch by this machine. */
	warned: Partial<Record<WarningKind, number>>;
}

/** What was found where a state is kept. */
export type StoredState =
	| { kind: 'none' }
	| { kind: 'state'; state: PollerState }
	/** `state` is what can be saved of it, as one about the tenant that was asked for. */
	| { kind: 'otherTenant'; tenant: string; state?: PollerState }
	/** Written by a later version of this package, or broken. `state` is what can be saved of it. */
	| { kind: 'unreadable'; isNewer: boolean; state?: PollerState };

/** The year 9999 ends there: later times have no ISO 8601 form that servers know. In ms. */
const LAST_TIME = 253_402_300_799_999;

type Fields = Partial<Record<keyof PollerState, unknown>>;

/**
 * Checks what was stored. Of a state that can't be read whole, the watermark is what matters: from
 * there on nothing is lost, and repeated is at most what the memory would have told apart.
 *
 * @param tenant the one that the state must be about
 */
export function parseState(stored: unknown, tenant: string): StoredState {
	if (stored === undefined || stored === null) return { kind: 'none' };
	const fields: Fields = typeof stored === 'object' ? stored : {};
	const state = isTime(fields.watermark) && readFields(fields, tenant, fields.watermark);
	if (typeof fields.tenant === 'string' && fields.tenant !== tenant) {
		return { kind: 'otherTenant', tenant: fields.tenant, ...(state && { state }) };
	}
	const isNewer = Number(fields.version) > STATE_VERSION;
	if (!state) return { kind: 'unreadable', isNewer };
	const names = Object.keys(state) as Array<keyof PollerState>;
	const isWhole = names.every((name) => isEqual(state[name], fields[name]));
	return isWhole ? { kind: 'state', state } : { kind: 'unreadable', isNewer, state };
}

/** Takes a copy of each field that can be used, and nothing for the others. */
function readFields(fields: Fields, tenant: string, watermark: number): PollerState {
	const { revision, notBefore, newest, seen, undated, maxPageLength, warned } = fields;
	const { tellsTotal, knownEnd } = fields;
	const isKnown = fields.version === STATE_VERSION;
	return {
		...emptyState(tenant, watermark, isCount(maxPageLength) ? maxPageLength : 0),
		revision: isCount(revision) ? revision : 0,
		notBefore: isTime(notBefore) ? notBefore : 0,
		newest: isNewestEvent(newest) ? { ...newest } : null,
		seen: isKnown && decodeSeen(watermark, seen) ? String(seen) : '',
		undated: isKnown && decodeUndated(undated) ? String(undated) : '',
		warned: isWarned(warned) ? { ...warned } : {},
		// Without these, a poll asks once more.
		...(isTrust(tellsTotal) && { tellsTotal }),
		...(isKnownEnd(knownEnd) && { knownEnd: { ...knownEnd } }),
	};
}

/** A state that knows nothing yet: everything created from `watermark` on is new. */
export function emptyState(tenant: string, watermark: number, maxPageLength: number): PollerState {
	return {
		version: STATE_VERSION,
		revision: 0,
		tenant,
		watermark,
		notBefore: 0,
		newest: null,
		seen: '',
		undated: '',
		maxPageLength,
		warned: {},
	};
}

function isCount(value: unknown): value is number {
	return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isTime(value: unknown): value is number {
	return Number.isSafeInteger(value) && Math.abs(Number(value)) <= LAST_TIME;
}

function isNewestEvent(value: unknown): value is NewestEvent {
	if (typeof value !== 'object' || value === null) return false;
	const { createdAt, localTime, serverTime } = value as Record<keyof NewestEvent, unknown>;
	return isTime(createdAt) && isTime(localTime) && (serverTime === null || isTime(serverTime));
}

function isTrust(value: unknown): value is boolean | null {
	return typeof value === 'boolean' || value === null;
}

function isKnownEnd(value: unknown): value is KnownEnd {
	if (typeof value !== 'object' || value === null) return false;
	const { rows, isTotalWrong, localTime } = value as Record<keyof KnownEnd, unknown>;
	return isCount(rows) && typeof isTotalWrong === 'boolean' && isTime(localTime);
}

function isWarned(value: unknown): value is PollerState['warned'] {
	return typeof value === 'object' && value !== null && Object.values(value).every(isTime);
}
