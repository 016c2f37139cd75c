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

/** Under which name of the node a state was kept tells where it may come from. */
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
 * So the node's own copy counts. Only the legacy scheduler keeps it by the node's name, where
 * it may have been left behind by a rename and found again by another one.
 *
 * @param source the list that the state must be about
 * @returns undefined when there is none: the trigger has to start
 */
export function loadState(stores: Stores, source: string): FeedState | undefined {
	const { own, other } = copiesIn(stores, source);
	if (own === undefined || other === undefined) return (own ?? other)?.state;
	const leftBehind = own.nodeName === stores.nodeName && other.nodeName !== stores.nodeName;
	return leftBehind && other.state.revision > own.state.revision ? other.state : own.state;
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
	const { nodeName } = stores;
	const { own, other } = copiesIn(stores, after.source);
	// While the node's copy is yet to be saved, the workflow's is the only safe one: it stays.
	const onlyCopy = own === undefined && other?.nodeName === nodeName;
	const copy: Copy = { nodeName, state: after };
	if (!onlyCopy) stores.workflow[workflowKey(stores.nodeId)] = copy;
	stores.node[NODE_KEY] = copy;
	return true;
}

function copiesIn({ node, workflow, nodeId }: Stores, source: string) {
	const [own, other] = [node[NODE_KEY], workflow[workflowKey(nodeId)]]
		.map(parseCopy)
		.map((copy) => (copy?.state.source === source ? copy : undefined));
	return { own, other };
}

function parseCopy(stored: unknown): Copy | undefined {
	if (typeof stored !== 'object' || stored === null) return undefined;
	const { nodeName, state: storedState } = stored as Record<keyof Copy, unknown>;
	const state = parseState(storedState);
	return typeof nodeName === 'string' && state !== undefined ? { nodeName, state } : undefined;
}
