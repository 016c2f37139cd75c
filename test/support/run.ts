import { createAdditionalData, createHost, INPUT } from './host';
import type { Host, HostOptions } from './host';

import { parse, stringify } from 'flatted';
import {
	CredentialTestContext,
	ExecuteContext,
	ExecutionLifecycleHooks,
	LoadOptionsContext,
	WorkflowExecute,
} from 'n8n-core';
import { createRunExecutionData, NodeConnectionTypes } from 'n8n-workflow';
import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteData,
	INode,
	INodeCredentialTestResult,
	INodeExecutionData,
	INodeListSearchResult,
	INodePropertyOptions,
	INodeType,
	IRun,
} from 'n8n-workflow';

export interface RunOptions extends HostOptions {
	/** One input item per object. Default: one empty item. */
	input?: IDataObject[];
	/** Files that every input item brings along. */
	binary?: IBinaryKeyData;
	/** Aborts when the user presses Stop. */
	signal?: AbortSignal;
}

/** The context that n8n 2.41.1 hands to `execute`, with real HTTP behind its helpers. */
export function executeContext(nodeType: INodeType, options: RunOptions): ExecuteContext {
	const host = createHost(nodeType, options);
	const items = toItems(options.input, options.binary);
	const run = startedRun(host, items);
	// n8n takes a node from its stack before it runs it.
	run.runExecutionData.executionData?.nodeExecutionStack.shift();
	return new ExecuteContext(
		host.workflow,
		host.node,
		host.additionalData,
		'manual',
		run.runExecutionData,
		0,
		items,
		run.executeData.data,
		run.executeData,
		[],
		options.signal,
	);
}

/**
 * Runs a node's `execute` on some items.
 * @returns the items of its first output, and the hints it gave
 * @throws whatever the node throws
 */
export async function runNode(
	nodeType: INodeType,
	options: RunOptions = {},
): Promise<{ items: INodeExecutionData[]; hints: string[] }> {
	const context = executeContext(nodeType, options);
	const output = await nodeType.execute?.call(context);
	if (!Array.isArray(output)) throw new Error('The node has no `execute`, or it gave no items');
	return { items: output[0] ?? [], hints: context.hints.map(({ message }) => message) };
}

/** Runs a node in n8n's execution engine: what comes back is what n8n stores of an execution. */
export async function runInEngine(nodeType: INodeType, options: RunOptions = {}): Promise<IRun> {
	const host = createHost(nodeType, options);
	const { runExecutionData } = startedRun(host, toItems(options.input, options.binary));
	return await runEngine(host, runExecutionData, options);
}

/** What the node gave on its first output, the first time that it ran. */
export const outputOf = ({ data }: IRun): IDataObject[] | undefined =>
	data.resultData.runData.PeopleLens[0].data?.main[0]?.map(({ json }) => json);

/** n8n's setting, with as short a wait as it takes. */
export const RETRY_ON_FAIL = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };

/**
 * "Retry" in n8n's list of executions: goes on with what n8n has stored of one that failed, as
 * `ExecutionService.retry` of n8n 2.41.1 does.
 * @param options as the workflow is now
 */
export async function retryInEngine(
	nodeType: INodeType,
	{ data }: IRun,
	options: RunOptions = {},
): Promise<IRun> {
	const host = createHost(nodeType, options);
	const stored = parse(stringify(data)) as IRun['data'];
	const { resultData, executionData } = stored;
	delete resultData.error;
	resultData.runData[host.node.name].pop();
	for (const next of executionData?.nodeExecutionStack ?? []) next.node = host.node;
	return await runEngine(host, stored, options);
}

/**
 * "Execute step" in n8n's editor: runs the node alone, on what the nodes before it have given earlier.
 * @param options as the workflow is now; `changed` nodes, and those behind them, run again
 */
export async function executeStep(
	nodeType: INodeType,
	{ data }: IRun,
	{ changed = [], ...options }: RunOptions & { changed?: string[] } = {},
): Promise<IRun> {
	const host = createHost(nodeType, options);
	const { runData } = data.resultData;
	const destination = { nodeName: host.node.name, mode: 'inclusive' } as const;
	const engine = startEngine(host);
	return await engine.runPartialWorkflow2(host.workflow, runData, {}, changed, destination);
}

async function runEngine(
	host: Host,
	runExecutionData: IRun['data'],
	{ signal }: RunOptions,
): Promise<IRun> {
	const execution = startEngine(host, runExecutionData).processRunExecutionData(host.workflow);
	signal?.addEventListener('abort', () => execution.cancel());
	return await execution;
}

function startEngine(host: Host, runExecutionData?: IRun['data']): WorkflowExecute {
	const workflowData = {
		id: 'workflow-1',
		name: 'Test',
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(),
		updatedAt: new Date(),
		nodes: Object.values(host.workflow.nodes),
		connections: host.workflow.connectionsBySourceNode,
	};
	host.additionalData.hooks = new ExecutionLifecycleHooks('manual', 'execution-1', workflowData);
	return new WorkflowExecute(host.additionalData, 'manual', runExecutionData);
}

/** Calls a search of a resource locator, as the node panel does. */
export async function runListSearch(
	nodeType: INodeType,
	method: string,
	options: HostOptions & { filter?: string; paginationToken?: string } = {},
): Promise<INodeListSearchResult> {
	const search = nodeType.methods?.listSearch?.[method];
	if (!search) throw new Error(`The node has no list search '${method}'`);
	const context = loadOptionsContext(createHost(nodeType, options));
	return await search.call(context, options.filter, options.paginationToken);
}

/** Calls a method that fills a dropdown, as the node panel does. */
export async function runLoadOptions(
	nodeType: INodeType,
	method: string,
	options: HostOptions = {},
): Promise<INodePropertyOptions[]> {
	const load = nodeType.methods?.loadOptions?.[method];
	if (!load) throw new Error(`The node has no options method '${method}'`);
	return await load.call(loadOptionsContext(createHost(nodeType, options)));
}

/** Tests a credential with a node's function, as n8n does when it is saved. */
export async function runCredentialTest(
	test: NonNullable<NonNullable<INodeType['methods']>['credentialTest']>[string],
	data: IDataObject,
): Promise<INodeCredentialTestResult> {
	return await test.call(new CredentialTestContext(createAdditionalData({})), {
		id: '1',
		name: 'PeopleLens account',
		type: 'peopleLensApi',
		data: { ...data } as Record<string, string>,
	});
}

function loadOptionsContext({ workflow, node, additionalData }: Host): LoadOptionsContext {
	additionalData.currentNodeParameters = node.parameters;
	return new LoadOptionsContext(workflow, node, additionalData, 'parameters.userId');
}

function toItems(input: IDataObject[] = [{}], binary?: IBinaryKeyData): INodeExecutionData[] {
	return input.map((json, item) => ({ json, pairedItem: { item }, ...(binary && { binary }) }));
}

/** An execution in which `Input` is done and those behind it are next. */
function startedRun({ node, workflow }: Host, items: INodeExecutionData[]) {
	const data = { main: [items] };
	const executeData = (next: INode): IExecuteData => ({
		...{ node: next, data },
		source: { main: [{ previousNode: INPUT }] },
	});
	const inputRun = {
		startTime: Date.now(),
		executionTime: 1,
		executionIndex: 0,
		source: [],
		data,
	};
	const behind = workflow
		.getChildNodes(INPUT, NodeConnectionTypes.Main, 1)
		.map((name) => workflow.nodes[name])
		.sort((a, b) => a.position[1] - b.position[1]);
	const runExecutionData = createRunExecutionData({
		resultData: { runData: { [INPUT]: [inputRun] } },
		executionData: { nodeExecutionStack: behind.map(executeData) },
	});
	return { executeData: executeData(node), runExecutionData };
}
