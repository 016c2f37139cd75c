import { type FeedState, parseState } from './state';

/** n8n's static data: it is saved when one of its own keys is assigned, not when an inner one is. */
export type StaticData = Record<string, unknown>;

/**
 * The state is kept twice. The node's own data is what n8n provides for this, but it is lost
 * when the node is renamed (legacy scheduler), and what an activation sets there is dropped
 * (durable scheduler); the workflow's own data survives both.
 */
export interface Stores {
	/** `getWorkflowStaticData('node')` */
	node: StaticData;
	/** `getWorkflowStaticData('global')` */
	workflow: StaticData;
	nodeId: string;
	nodeName: string;
}

/** What the workflow's data hold: the name tells whether the node was renamed since. */
interface Copy {
	nodeName: string;
	state: FeedState;
}

const NODE_KEY = 'feed';
const workflowKey = (nodeId: string) => `peopleLensTrigger:${nodeId}`;

/**
 * The state to go on from.
 *
 * The durable scheduler saves the node's data together with the events, but the workflow's on
 * its own: after a kill in between, the workflow's is ahead by events that nobody received.
 * So the node's own copy counts, unless it belongs to a name that the node has had before.
 *
 * @param source the list that the state must be about
 * @returns undefined when there is none: the trigger has to start
 */
export function loadState(stores: Stores, source: string): FeedState | undefined {
	const own = ownCopy(stores, source);
	const other = otherCopy(stores, source);
	if (own === undefined || other === undefined) return own ?? other?.state;
	const renamed = other.nodeName !== stores.nodeName;
	return renamed && other.state.revision > own.revision ? other.state : own;
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
	// While the node's copy is yet to be saved, the workflow's is the only safe one: it stays.
	const onlyCopy =
		ownCopy(stores, after.source) === undefined &&
		otherCopy(stores, after.source)?.nodeName === stores.nodeName;
	if (!onlyCopy) {
		stores.workflow[workflowKey(stores.nodeId)] = { nodeName: stores.nodeName, state: after };
	}
	stores.node[NODE_KEY] = after;
	return true;
}

function ownCopy({ node }: Stores, source: string): FeedState | undefined {
	const state = parseState(node[NODE_KEY]);
	return state?.source === source ? state : undefined;
}

function otherCopy({ workflow, nodeId }: Stores, source: string): Copy | undefined {
	const stored = workflow[workflowKey(nodeId)];
	if (typeof stored !== 'object' || stored === null) return undefined;
	const { nodeName, state: storedState } = stored as Record<keyof Copy, unknown>;
	const state = parseState(storedState);
	if (typeof nodeName !== 'string' || state?.source !== source) return undefined;
	return { nodeName, state };
}
