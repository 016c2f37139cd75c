import { createHost } from './host';
import type { Host, HostOptions } from './host';

import { ExecuteContext, SupplyDataContext } from 'n8n-core';
import { makeHandleToolInvocation } from 'n8n-core/dist/execution-engine/node-execution-context/utils/get-input-connection-data';
import { createRunExecutionData, NodeConnectionTypes } from 'n8n-workflow';
import type {
	IDataObject,
	IExecuteData,
	INodeExecutionData,
	INodeType,
	IRunData,
} from 'n8n-workflow';

export interface ToolOptions extends HostOptions {
	/** What the AI model hands over: what `$fromAI` gives. */
	args: IDataObject;
}

/**
 * The three ways in which n8n 2.41.1 runs a node as a tool. Each takes the node's type and what the
 * model hands over, and gives what the model is told.
 */
export const TOOL_RUNS: Record<
	string,
	(nodeType: INodeType, options: ToolOptions) => Promise<IDataObject[]>
> = {
	/** The agent calls it itself (`makeHandleToolInvocation`). */
	async 'by the agent'(nodeType, { args, ...options }) {
		const { workflow, node, additionalData } = createHost(nodeType, options);
		const runExecutionData = createRunExecutionData();
		const executeData: IExecuteData = { node, data: { main: [[{ json: {} }]] }, source: null };
		const context = (runIndex: number) =>
			new SupplyDataContext(
				workflow,
				node,
				additionalData,
				'manual',
				runExecutionData,
				runIndex,
				[{ json: {} }],
				{},
				NodeConnectionTypes.AiTool,
				executeData,
				[],
			);
		const invoke = makeHandleToolInvocation(context, node, nodeType, runExecutionData);
		return JSON.parse(String(await invoke(args))) as IDataObject[];
	},

	/** The agent asks the engine to run it (`handleRequest`): what the model says joins the input. */
	async 'by the engine'(nodeType, { args, ...options }) {
		const toolRun = {
			inputOverride: { ai_tool: [[{ json: args }]] },
			source: [],
			executionIndex: 0,
			executionTime: 0,
			startTime: 0,
		};
		const host = createHost(nodeType, options);
		host.node.rewireOutputLogTo = NodeConnectionTypes.AiTool;
		const runData = { [host.node.name]: [toolRun] };
		return await execute(nodeType, host, { ...args, toolCallId: 'call-1' }, runData);
	},

	/** Outside of any workflow (`EphemeralNodeExecutor`). */
	async 'by itself'(nodeType, { args, ...options }) {
		return await execute(nodeType, createHost(nodeType, options), args);
	},
};

async function execute(
	nodeType: INodeType,
	{ workflow, node, additionalData }: Host,
	json: IDataObject,
	runData: IRunData = {},
): Promise<IDataObject[]> {
	const items: INodeExecutionData[] = [{ json }];
	const data = { main: [items] };
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		'internal',
		createRunExecutionData({ resultData: { runData } }),
		0,
		items,
		data,
		{ node, data, source: null },
		[],
	);
	const output = await nodeType.execute?.call(context);
	return Array.isArray(output) ? (output[0] ?? []).map((item) => item.json) : [];
}

/** A field that a person has left to the model. */
export const fromAI = (name: string) => `={{ $fromAI('${name}', '', 'string') }}`;
