import { KEY_LENGTH } from './entry';

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

const SEEN = new RegExp(`^([\\w-]{${KEY_LENGTH}}[0-9a-z]+( (?!$)|$))*$`);
const ODD = new RegExp(`^([\\w-]{${KEY_LENGTH}}( (?!$)|$))*$`);

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

/** n8n's static data: it is saved when one of its own keys is assigned, not when an inner one is. */
export type StaticData = Record<string, unknown>;

/**
 * The state is kept twice. The node's own data is what n8n provides for this, but it is lost
 * when the node is renamed, and the durable scheduler drops what an activation sets there;
 * the workflow's survives both.
 */
export interface Stores {
	node: StaticData;
	workflow: StaticData;
	nodeId: string;
}

const NODE_KEY = 'feed';
const workflowKey = (nodeId: string) => `peopleLensTrigger:${nodeId}`;

/** The latest state about this source; undefined when there is none. */
export function loadState({ node, workflow, nodeId }: Stores, source: string) {
	const copies = [node[NODE_KEY], workflow[workflowKey(nodeId)]]
		.map(parseState)
		.filter((state) => state?.source === source);
	return copies.reduce(
		(latest, copy) => ((copy?.revision ?? -1) > (latest?.revision ?? -1) ? copy : latest),
		undefined,
	);
}

/**
 * Keeps the outcome of a poll, unless another poll has done so since `before` was loaded:
 * then both have read the same events, and this one must not deliver them again.
 *
 * @param before what `loadState` gave when the poll began
 * @returns whether `after` is kept
 */
export function commitState(
	stores: Stores,
	before: FeedState | undefined,
	after: FeedState,
): boolean {
	if (loadState(stores, after.source)?.revision !== before?.revision) return false;
	stores.node[NODE_KEY] = after;
	stores.workflow[workflowKey(stores.nodeId)] = after;
	return true;
}
