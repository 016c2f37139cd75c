import cloneDeep from 'lodash/cloneDeep';

import type { PollerState, StoredState } from '../poller/state';
import { copiesIn, NODE_KEY, stateOf, withCopy, workflowKey } from './copies';
import type { ParsedCopy, StaticData, Stores } from './copies';

/** What is found of an earlier check. */
export interface FoundState {
	/** Undefined when there is none: the trigger has to start. */
	state?: PollerState;
	/** It was kept under another name or ID of the node, which another node may have from now on. */
	isMoved?: boolean;
	/** Why something that was there can't be used, or not all of it. */
	trouble?: Trouble;
}

export type Trouble = Exclude<StoredState, { kind: 'none' | 'state' }>;

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
	const copy = laterCopy(own, other, stores);
	if (copy !== undefined) return { state: stateOf(copy), isMoved: isMoved(copy, stores) };
	const [trouble] = [own, other].flatMap((copy) => {
		const stored = copy?.stored;
		return stored === undefined || stored.kind === 'none' || stored.kind === 'state'
			? []
			: [stored];
	});
	return trouble?.kind === 'unreadable' ? { state: trouble.state, trouble } : { trouble };
}

/**
 * Of two copies the node's own, unless a rename has left it behind, or another replica of the data,
 * with an older one in it, was written over it.
 */
function laterCopy(
	own: ParsedCopy | undefined,
	other: ParsedCopy | undefined,
	{ nodeName }: Stores,
): ParsedCopy | undefined {
	const [ownState, otherState] = [stateOf(own), stateOf(other)];
	if (ownState === undefined) return otherState && other;
	const leftBehind = own?.nodeName === nodeName && other?.nodeName !== nodeName;
	const isLater = otherState !== undefined && otherState.revision > ownState.revision;
	return (leftBehind || other?.isReplicated) && isLater ? other : own;
}

const isMoved = (copy: ParsedCopy, { nodeName, nodeId }: Stores) =>
	copy.nodeName !== nodeName || (copy.nodeId ?? nodeId) !== nodeId;

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
	if (!onlyCopy) workflow[key] = withCopy(workflow[key], stores, after);
	node[NODE_KEY] = withCopy(node[NODE_KEY], stores, after);
	return true;
}

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
