import type { PollerState } from '../poller/state';
import { isOtherNode, type NodeNames } from './copies';
import { systemClock } from './systemClock';

/**
 * Two checks of one trigger can work, in one n8n, on the same snapshot of its memory, and would
 * deliver the same events. Nothing in the snapshots tells them apart, so this process remembers what
 * was taken last. It happens in two ways:
 *
 * They overlap: after a crash, the durable scheduler runs the interrupted check again beside the
 * regular one; and n8n 1 still hands over what a check finds while the workflow is activated anew.
 *
 * One begins before the outcome of the other is saved: the durable scheduler does not wait for that,
 * and on a busy machine it takes seconds (docs/upstream/emit-not-awaited.md).
 *
 * Trigger → node name → what. Two nodes may have the same ID, and one node two names: before and
 * after it was renamed.
 */
const latest = new Map<string, ReadonlyMap<string, Taken>>();

/** Triggers remembered: far more than one n8n runs. Of the others, the oldest is forgotten. */
const MAX_TRIGGERS = 10_000;

/**
 * How long n8n may take to save an outcome, in ms. Afterwards it counts as one that n8n could not
 * save: its events come again. Shorter than a minute, which lies between two checks as a rule, so
 * that they don't come later for that.
 */
export const SAVED_WITHIN = 30_000;

/** Counts what happens, because two moments may be in the same millisecond. */
let clock = 0;

/** That a check took its outcome, or an activation began. */
interface Taken {
	order: number;
	/** In ms, of the monotonic clock. */
	at: number;
	/** Of what the trigger remembers from then on, which n8n is to save. */
	saves?: Saved;
}

/** By this, the later one of two is told. */
export type Saved = Pick<PollerState, 'tenant' | 'revision'>;

/** Which trigger checks. */
export interface CheckingNode extends NodeNames {
	/** Undefined for a workflow that was never saved. */
	workflowId?: string;
	nodeId: string;
}

/** One check, from its beginning to the moment in which it takes what it found. */
export interface RunningCheck {
	/**
	 * @param before what n8n has given to this check
	 * @returns whether the check before has just taken an outcome that n8n is yet to save
	 */
	isTooEarly(before: Saved): boolean;
	/**
	 * Takes the outcome for this check, last of all.
	 * @param after what the trigger remembers from now on; without it, no check is too early for it
	 * @returns false when another check has done so since this one began, or an activation has begun
	 */
	takeOutcome(after?: Saved): boolean;
}

/** @param isActivation the checks that run already belong to the workflow as it was: none delivers */
export function beginCheck(node: CheckingNode, isActivation = false): RunningCheck {
	if (isActivation) note(node);
	const began = ++clock;
	const takenBefore = () =>
		[...namesOf(node)].filter(([name]) => !isOtherNode(name, node)).map(([, taken]) => taken);
	return {
		isTooEarly: (before) =>
			takenBefore().some(
				({ saves, at }) =>
					saves?.tenant === before.tenant &&
					saves.revision > before.revision &&
					systemClock.monotonic() - at < SAVED_WITHIN,
			),
		takeOutcome(after) {
			const isLate = takenBefore().some(({ order }) => order > began);
			if (!isLate) note(node, after);
			return !isLate;
		},
	};
}

function note(node: CheckingNode, after?: Saved): void {
	const others = [...namesOf(node)].filter(([name]) => isOtherNode(name, node));
	const saves = after && { tenant: after.tenant, revision: after.revision };
	const taken = { order: ++clock, at: systemClock.monotonic(), saves };
	latest.delete(keyOf(node));
	latest.set(keyOf(node), new Map([...others, [node.nodeName, taken]]));
	const [oldest] = latest.keys();
	if (latest.size > MAX_TRIGGERS) latest.delete(oldest);
}

const namesOf = (node: CheckingNode) => latest.get(keyOf(node)) ?? new Map<string, Taken>();

const keyOf = ({ workflowId, nodeId }: CheckingNode) => [workflowId, nodeId].join(' ');
