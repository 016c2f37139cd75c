import cloneDeep from 'lodash/cloneDeep';

import { parseState, type PollerState, type StoredState } from '../poller/state';

/** n8n's static data: it is saved when one of its own keys is assigned, not when an inner one is. */
export type StaticData = Record<string, unknown>;

/** Where a state can be kept, and which node asks for it. */
export interface Stores extends NodeNames {
	/** `getWorkflowStaticData('node')` */
	node: StaticData;
	/** `getWorkflowStaticData('global')` */
	workflow: StaticData;
	/** Undefined for a workflow that was never saved. */
	workflowId?: string;
	nodeId: string;
}

/** The node's name, and which others there are. */
export interface NodeNames {
	nodeName: string;
	/** Whether the workflow has a node of this name. */
	hasNode: (name: string) => boolean;
	/** The workflow's nodes; undefined for an n8n that does not tell. */
	nodes?: ReadonlyArray<{ id: string; name: string }>;
}

/** Which node has kept a state tells whose it is: a name may be another node's by now. */
interface Copy {
	workflowId?: string;
	nodeId?: string;
	nodeName: string;
	/** As stored: a PollerState, if all is well. */
	state: unknown;
	/** It came here from another replica of the data, where the node's own copy is as new. */
	isReplicated?: boolean;
}

export interface ParsedCopy extends Copy {
	stored: StoredState;
}

export const NODE_KEY = 'peopleLensTrigger';
export const workflowKey = (nodeId: string) => `${NODE_KEY}:${nodeId}`;

/**
 * What this node has kept: `own` in the node's data, `other` in the workflow's.
 * @param tenant the list that the state must be about
 */
export function copiesIn(stores: Stores, tenant: string) {
	const { node, workflow, nodeId } = stores;
	const other = pickCopy(parseCopies(workflow[workflowKey(nodeId)]), stores, tenant);
	const mayBeMine = parseCopies(node[NODE_KEY]).filter((copy) => !isAnothers(copy, stores));
	const mine = mayBeMine.filter((copy) => isFrom(copy, stores));
	// A node that was cut and pasted has a new ID, and nothing under it yet.
	const isKnown = mine.length > 0 || stateOf(other) !== undefined;
	return { own: pickCopy(isKnown ? mine : mayBeMine, stores, tenant), other };
}

export const stateOf = (copy: ParsedCopy | undefined): PollerState | undefined =>
	copy?.stored.kind === 'state' ? copy.stored.state : undefined;

/**
 * @param kept where the copy goes
 * @returns what is to be kept there: other nodes' copies stay
 */
export function withCopy(kept: unknown, stores: Stores, state: PollerState): Copy[] {
	const { workflowId, nodeId, nodeName } = stores;
	const others = parseCopies(kept).filter((copy) => mayShareId(copy.nodeName, stores));
	return [{ workflowId, nodeId, nodeName, state }, ...cloneDeep(others)];
}

/** Whether there is another node of this name now. */
export const isOtherNode = (name: string, { nodeName, hasNode }: NodeNames) =>
	name !== nodeName && hasNode(name);

/**
 * Whether what is kept under this node's ID and another name may be that other node's, and not of
 * this one before a rename: somebody who makes a workflow by hand can give two nodes the same ID.
 */
function mayShareId(name: string, stores: Stores): boolean {
	const { nodes, nodeId } = stores;
	const hasThisId = nodes?.some((node) => node.name === name && node.id === nodeId) ?? true;
	return isOtherNode(name, stores) && hasThisId;
}

/**
 * The copy under the node's own name or, after a rename, the latest under a name that is gone, or that
 * a node with another ID has taken.
 */
function pickCopy(copies: Copy[], stores: Stores, tenant: string): ParsedCopy | undefined {
	const latestFirst = copies
		.map((copy) => ({ ...copy, stored: parseState(copy.state, tenant) }))
		.sort((one, another) => revisionOf(another) - revisionOf(one));
	return (
		latestFirst.find(({ nodeName }) => nodeName === stores.nodeName) ??
		latestFirst.find(({ nodeName }) => !mayShareId(nodeName, stores))
	);
}

const revisionOf = (copy: ParsedCopy) => stateOf(copy)?.revision ?? -1;

/** Earlier versions kept no ID. */
const isFrom = ({ nodeId = '' }: Copy, stores: Stores) => nodeId === '' || nodeId === stores.nodeId;

/**
 * Whether a copy in the node's data is surely that of another node. The legacy scheduler keeps these
 * data by name, and they outlive the node, its name and its workflow: n8n 2.30 duplicates a workflow
 * with them.
 */
function isAnothers(copy: Copy, stores: Stores): boolean {
	if (isFrom(copy, stores)) return false;
	const { workflowId, nodes = [] } = stores;
	return copy.workflowId !== workflowId || nodes.some(({ id }) => id === copy.nodeId);
}

/** What is no list of copies is one that can't be read. */
function parseCopies(kept: unknown): Copy[] {
	if (kept === undefined || kept === null) return [];
	const items: unknown[] = Array.isArray(kept) ? kept : [kept];
	return items.map((item) => {
		const copy = (item ?? {}) as Partial<Record<keyof Copy, unknown>>;
		const { nodeName, state, isReplicated } = copy;
		if (typeof nodeName !== 'string' || state === undefined) {
			return { nodeName: '', state: item ?? false };
		}
		return { ...idsOf(copy), nodeName, state, ...(isReplicated === true && { isReplicated }) };
	});
}

/** @param kept copies that go into another replica of the workflow's data */
export const markAsReplicated = (kept: unknown): Copy[] =>
	parseCopies(kept).map((copy) => ({ ...copy, isReplicated: true }));

function idsOf({ workflowId, nodeId }: Partial<Record<keyof Copy, unknown>>) {
	return {
		workflowId: typeof workflowId === 'string' ? workflowId : undefined,
		nodeId: typeof nodeId === 'string' ? nodeId : undefined,
	};
}
