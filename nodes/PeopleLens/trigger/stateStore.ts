import cloneDeep from 'lodash/cloneDeep';

import { parseState, type PollerState, type StoredState } from '../poller/state';

/** n8n's static data: it is saved when one of its own keys is assigned, not when an inner one is. */
export type StaticData = Record<string, unknown>;

/**
 * The state is kept twice. The node's own data is what n8n provides for this, but it is lost
 * when the node is renamed (legacy scheduler), and what an activation sets there is dropped
 * (durable scheduler); the workflow's own data survives both.
 */
export interface Stores extends NodeNames {
	/** `getWorkflowStaticData('node')` */
	node: StaticData;
	/** `getWorkflowStaticData('global')` */
	workflow: StaticData;
	nodeId: string;
}

/** The node's name, and which others there are. */
export interface NodeNames {
	nodeName: string;
	/** Whether the workflow has a node of this name: two nodes may have the same ID. */
	hasNode: (name: string) => boolean;
}

/** What is found of an earlier check. */
export interface FoundState {
	/** Undefined when there is none: the trigger has to start. */
	state?: PollerState;
	/** Why something that was there can't be used, or not all of it. */
	trouble?: Trouble;
}

export type Trouble = Exclude<StoredState, { kind: 'none' | 'state' }>;

/** Under which name of the node a state was kept tells where it may come from. */
interface Copy {
	nodeName: string;
	/** As stored: a PollerState, if all is well. */
	state: unknown;
}

interface ParsedCopy extends Copy {
	stored: StoredState;
}

const NODE_KEY = 'peopleLensTrigger';
const workflowKey = (nodeId: string) => `${NODE_KEY}:${nodeId}`;
const activationKey = (nodeId: string) => `${workflowKey(nodeId)}:activatedAt`;

/**
 * Finds the state to go on from.
 *
 * The durable scheduler saves the node's data together with the events, but the workflow's on
 * its own: after a kill in between, the workflow's is ahead by events that nobody received.
 * So the node's own copy counts. Only the legacy scheduler keeps it by the node's name, where
 * it may have been left behind by a rename and found again by another one.
 *
 * @param tenant the list that the state must be about
 */
export function loadState(stores: Stores, tenant: string): FoundState {
	const { own, other } = copiesIn(stores, tenant);
	const [ownState, otherState] = [stateOf(own), stateOf(other)];
	if (own && other && ownState && otherState) {
		const leftBehind = own.nodeName === stores.nodeName && other.nodeName !== stores.nodeName;
		const isLater = otherState.revision > ownState.revision;
		return { state: leftBehind && isLater ? otherState : ownState };
	}
	const state = ownState ?? otherState;
	if (state !== undefined) return { state };
	const [trouble] = [own, other].flatMap((copy) => {
		const stored = copy?.stored;
		return stored === undefined || stored.kind === 'none' || stored.kind === 'state'
			? []
			: [stored];
	});
	return trouble?.kind === 'unreadable' ? { state: trouble.state, trouble } : { trouble };
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
	before: PollerState | undefined,
	after: PollerState,
): boolean {
	if (loadState(stores, after.tenant).state?.revision !== before?.revision) return false;
	const { node, workflow, nodeId, nodeName } = stores;
	const key = workflowKey(nodeId);
	const { own, other } = copiesIn(stores, after.tenant);
	// What a later version of this package has kept is there again when that comes back.
	for (const copy of [other, own]) {
		if (copy?.stored.kind === 'unreadable' && copy.stored.isNewer) {
			workflow[`${key}:newer`] = cloneDeep(copy.state);
		}
	}
	// While the node's copy is yet to be saved, the workflow's is the only safe one: it stays.
	const onlyCopy =
		stateOf(own) === undefined && stateOf(other) !== undefined && other?.nodeName === nodeName;
	const copy: Copy = { nodeName, state: after };
	if (!onlyCopy) workflow[key] = [copy, ...othersIn(workflow[key], stores)];
	node[NODE_KEY] = [copy, ...othersIn(node[NODE_KEY], stores)];
	return true;
}

function copiesIn({ node, workflow, ...stores }: Stores, tenant: string) {
	const own = ownCopy(node[NODE_KEY], stores, tenant);
	return { own, other: ownCopy(workflow[workflowKey(stores.nodeId)], stores, tenant) };
}

/** The copy under the node's own name or, after a rename, the latest under a name that is gone. */
function ownCopy(kept: unknown, names: NodeNames, tenant: string): ParsedCopy | undefined {
	const copies = parseCopies(kept)
		.filter(({ nodeName }) => !isOtherNode(nodeName, names))
		.map((copy) => ({ ...copy, stored: parseState(copy.state, tenant) }));
	const revision = (copy: ParsedCopy) => stateOf(copy)?.revision ?? -1;
	const [latest] = copies.sort((a, b) => revision(b) - revision(a));
	return copies.find(({ nodeName }) => nodeName === names.nodeName) ?? latest;
}

/** The copies of other nodes that have the same ID, because somebody made the workflow by hand. */
function othersIn(kept: unknown, names: NodeNames): Copy[] {
	return cloneDeep(parseCopies(kept).filter(({ nodeName }) => isOtherNode(nodeName, names)));
}

/** Whether what is kept under a name belongs to another node, and not to this one before a rename. */
export const isOtherNode = (name: string, { nodeName, hasNode }: NodeNames) =>
	name !== nodeName && hasNode(name);

/** What is no list of copies is one that can't be read. */
function parseCopies(kept: unknown): Copy[] {
	if (kept === undefined || kept === null) return [];
	const items: unknown[] = Array.isArray(kept) ? kept : [kept];
	return items.map((item) => {
		const { nodeName, state } = (item ?? {}) as Partial<Record<keyof Copy, unknown>>;
		const isCopy = typeof nodeName === 'string' && state !== undefined;
		return isCopy ? { nodeName, state } : { nodeName: '', state: item ?? false };
	});
}

const stateOf = (copy: ParsedCopy | undefined): PollerState | undefined =>
	copy?.stored.kind === 'state' ? copy.stored.state : undefined;

/** When the trigger was activated, in ms since the epoch, kept until it has found where to begin. */
export class ActivationTime {
	private readonly key: string;

	/** @param workflow `getWorkflowStaticData('global')` */
	constructor(
		private readonly workflow: StaticData,
		nodeId: string,
	) {
		this.key = activationKey(nodeId);
	}

	/** @returns undefined for anything that is not a time */
	get(): number | undefined {
		const kept = this.workflow[this.key];
		return typeof kept === 'number' && Number.isFinite(kept) ? kept : undefined;
	}

	set(time: number): void {
		this.workflow[this.key] = time;
	}

	clear(): void {
		delete this.workflow[this.key];
	}
}
