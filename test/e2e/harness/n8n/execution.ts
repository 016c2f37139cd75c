import { parse } from 'flatted';
import type {
	ExecutionStatus,
	IDataObject,
	IExecuteData,
	INode,
	INodeExecutionData,
	IRunData,
} from 'n8n-workflow';

/** Of executions that have not ended. */
export const UNDER_WAY: ReadonlySet<ExecutionStatus> = new Set([
	'new',
	'running',
	'waiting',
	'unknown',
]);

/** What the editor shows when a node stopped. */
export interface ShownError {
	message: string;
	/** null where n8n itself has nothing to add. */
	description?: string | null;
}

/** What n8n keeps of an execution: what each node put out, by its name. */
export interface ExecutionData {
	resultData: { error?: ShownError; runData?: IRunData; lastNodeExecuted?: string };
	/** What was still to be done when it was cut short. */
	executionData?: { nodeExecutionStack?: IExecuteData[] };
}

export interface ExecutionSummary {
	id: string;
	status: ExecutionStatus;
	/** ISO 8601. */
	startedAt: string;
}

export interface Execution extends ExecutionSummary {
	data: ExecutionData;
	workflowData: { nodes: INode[] };
}

/** As n8n sends it: the data is in the format of the npm package "flatted". */
export interface StoredExecution extends Omit<Execution, 'data'> {
	data?: string;
}

/** @returns undefined when its data is not stored yet, for which n8n 1 sends an empty list */
export function readExecution({ data, ...rest }: StoredExecution): Execution | undefined {
	const stored: ExecutionData | undefined = data === undefined ? undefined : parse(data);
	return stored && { ...rest, data: stored };
}

/** The items' `json` that a node put out, over all its runs; empty when it didn't run. */
export function outputOf(execution: Pick<Execution, 'data'>, nodeName: string): IDataObject[] {
	const runs = execution.data.resultData.runData?.[nodeName] ?? [];
	return runs.flatMap((run) => jsonOf(run.data?.main?.[0]));
}

/** What came out of the workflow in the end. */
export const finalOutputOf = (execution: Execution): IDataObject[] =>
	outputOf(execution, execution.data.resultData.lastNodeExecuted ?? '');

export const jsonOf = (items: INodeExecutionData[] | null | undefined): IDataObject[] =>
	(items ?? []).map(({ json }) => json);
