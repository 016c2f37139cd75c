import type { IExecuteFunctions, IRunData, IRunExecutionData } from 'n8n-workflow';

/**
 * The names of the nodes that n8n has yet to run in this execution, or that wait for a further input.
 * n8n does not promise this to nodes, but has it in each version from 1.85 to 2.41.
 * @returns undefined where it hasn't
 */
export function pendingNodes(context: IExecuteFunctions): string[] | undefined {
	const { nodeExecutionStack, waitingExecution } = executionOf(context)?.executionData ?? {};
	if (!Array.isArray(nodeExecutionStack)) return undefined;
	return [
		...nodeExecutionStack.map(({ node }) => node.name),
		...Object.keys(waitingExecution ?? {}),
	];
}

/**
 * What each node has given so far, run by run: in this execution and, where a single step is executed
 * in the editor, in those before it. As little promised as the above.
 */
export const pastRuns = (context: IExecuteFunctions): IRunData =>
	executionOf(context)?.resultData?.runData ?? {};

const executionOf = (context: IExecuteFunctions) =>
	(context as { runExecutionData?: Partial<IRunExecutionData> }).runExecutionData;
