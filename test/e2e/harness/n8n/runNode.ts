/** Runs a single node through n8n's REST interface, as "Execute workflow" in the editor does. */
import type { IDataObject, INode } from 'n8n-workflow';
import { NODE_TYPES } from '../nodeTypes';
import { createWorkflow, pin, type NewNode } from '../workflow';
import { outputOf, type Execution, type ShownError } from './execution';
import type { Rest } from './rest';

const TRIGGER = 'Start';
export const NODE = 'Node';

export type NodeToRun = Pick<INode, 'type' | 'parameters'> &
	Partial<INode> & {
		/** Plain objects. Default: one empty item. */
		input?: object[];
		/** Stands between the input and the node, to make a file for example. */
		before?: NewNode;
	};

export interface NodeRun {
	items: IDataObject[];
	/** What the editor shows when the node stopped. */
	error?: ShownError;
	execution: Execution;
}

export async function runNode(
	rest: Rest,
	{ input = [{}], before, ...node }: NodeToRun,
): Promise<NodeRun> {
	const { resource, operation } = node.parameters;
	const nodes: NewNode[] = [
		{ name: TRIGGER, type: NODE_TYPES.manualTrigger },
		...(before ? [before] : []),
		{ ...node, name: NODE },
	];
	const { id } = await rest.workflows.create(
		createWorkflow({ name: `${resource} ${operation}`, nodes, pinData: pin(TRIGGER, input) }),
	);
	const execution = await rest.executions.wait(await rest.workflows.run(id, TRIGGER));
	const { error } = execution.data.resultData;
	return { items: outputOf(execution, NODE), error, execution };
}
