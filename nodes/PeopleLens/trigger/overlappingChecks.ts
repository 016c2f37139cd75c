import { isOtherNode, type NodeNames } from './stateStore';

/**
 * Two checks of one trigger can run at the same time, in one n8n, on snapshots of the same memory:
 * after a crash, the durable scheduler runs the interrupted check again beside the regular one; and
 * n8n 1 still hands over what a check finds while the workflow is activated anew. Nothing in the
 * snapshots tells them apart, so this process remembers who was first. Only checks that overlap are
 * told apart: an outcome that n8n could not save comes again with the next check.
 *
 * Trigger → node name → when. Two nodes may have the same ID, and one node two names: before and
 * after it was renamed.
 */
const latest = new Map<string, ReadonlyMap<string, number>>();

/** Triggers remembered: far more than one n8n runs. Of the others, the oldest is forgotten. */
const MAX_TRIGGERS = 10_000;

/** Counts what happens, because two moments may be in the same millisecond. */
let clock = 0;

/** Which trigger checks. */
export interface CheckingNode extends NodeNames {
	/** Undefined for a workflow that was never saved. */
	workflowId?: string;
	nodeId: string;
}

/** One check, from its beginning to the moment in which it takes what it found. */
export interface RunningCheck {
	/**
	 * Takes the outcome for this check, last of all.
	 * @returns false when another check has done so since this one began, or an activation has begun
	 */
	takeOutcome(): boolean;
}

/** @param isActivation the checks that run already belong to the workflow as it was: none delivers */
export function beginCheck(node: CheckingNode, isActivation = false): RunningCheck {
	if (isActivation) note(node);
	const began = ++clock;
	return {
		takeOutcome() {
			const isLate = [...namesOf(node)].some(
				([name, time]) => time > began && !isOtherNode(name, node),
			);
			if (!isLate) note(node);
			return !isLate;
		},
	};
}

function note(node: CheckingNode): void {
	const others = [...namesOf(node)].filter(([name]) => isOtherNode(name, node));
	latest.delete(keyOf(node));
	latest.set(keyOf(node), new Map([...others, [node.nodeName, ++clock]]));
	const [oldest] = latest.keys();
	if (latest.size > MAX_TRIGGERS) latest.delete(oldest);
}

const namesOf = (node: CheckingNode) => latest.get(keyOf(node)) ?? new Map<string, number>();

const keyOf = ({ workflowId, nodeId }: CheckingNode) => [workflowId, nodeId].join(' ');
