import cloneDeep from 'lodash/cloneDeep';

import { markAsReplicated, workflowKey, type StaticData, type Stores } from './copies';

/**
 * n8n can have several replicas of one workflow's static data in one process: n8n 2.41 publishes only
 * the triggers anew that were changed, each publication on a replica of its own. On the classic
 * scheduler, whichever trigger starts an execution writes its replica over what all others have kept:
 * after the next start of n8n, one would repeat its events, or have no memory at all
 * (docs/upstream/static-data-replicas.md). So what a trigger keeps goes into all of them.
 *
 * Workflow → its replicas. n8n gives them up without a word: that they are gone is seen here only.
 */
const replicas = new Map<string, Array<WeakRef<StaticData>>>();

/** Far more than one n8n runs. Of the others, the oldest is forgotten. */
const MAX_WORKFLOWS = 10_000;

/**
 * From now on, what other triggers of the workflow keep comes here as well.
 * @returns brings what this trigger has kept in its workflow's data to the other replicas
 */
export function joinReplicas({ workflowId = '', workflow, nodeId }: Stores): () => void {
	const others = liveReplicas(workflowId).filter((replica) => replica !== workflow);
	replicas.delete(workflowId);
	replicas.set(
		workflowId,
		[...others, workflow].map((replica) => new WeakRef(replica)),
	);
	const [oldest] = replicas.keys();
	if (replicas.size > MAX_WORKFLOWS) replicas.delete(oldest);

	const prefix = workflowKey(nodeId);
	const mine = (data: StaticData) =>
		Object.keys(data).filter((key) => key === prefix || key.startsWith(`${prefix}:`));
	return () => {
		for (const replica of liveReplicas(workflowId)) {
			if (replica === workflow) continue;
			for (const key of mine(replica)) if (!(key in workflow)) delete replica[key];
			for (const key of mine(workflow)) {
				const kept = cloneDeep(workflow[key]);
				replica[key] = key === prefix ? markAsReplicated(kept) : kept;
			}
		}
	};
}

const liveReplicas = (workflowId: string): StaticData[] =>
	(replicas.get(workflowId) ?? [])
		.map((reference) => reference.deref())
		.filter((replica) => replica !== undefined);
