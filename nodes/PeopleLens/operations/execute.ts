import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { openApi } from '../api/client';
import { findOperation } from './index';
import type { Operation, RunMemory } from './types';

/**
 * Runs the chosen operation once for each input item. Pairing, "continue on fail" and Stop
 * live here and nowhere else.
 * @throws NodeApiError or NodeOperationError for the first item that does not work, unless the
 * node is set to continue
 */
export async function executeItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const signal = context.getExecutionCancelSignal?.();
	const memory: RunMemory = { invited: new Map(), actors: new Map() };
	const output: INodeExecutionData[] = [];

	for (let itemIndex = 0; itemIndex < context.getInputData().length; itemIndex++) {
		if (signal?.aborted) break;
		try {
			const rows = await chosenOperation(context, itemIndex).execute({
				context,
				api: openApi(context, { itemIndex }),
				itemIndex,
				memory,
			});
			for (const json of rows) output.push({ json, pairedItem: { item: itemIndex } });
		} catch (thrown) {
			if (signal?.aborted) break;
			const error = asNodeError(thrown, context, itemIndex);
			if (!context.continueOnFail()) throw error;
			output.push(failedItem(error, context, itemIndex));
		}
	}
	return [output];
}

function chosenOperation(context: IExecuteFunctions, itemIndex: number): Operation {
	const resource = String(context.getNodeParameter('resource', itemIndex));
	const name = String(context.getNodeParameter('operation', itemIndex));
	const operation = findOperation(resource, name);
	if (!operation) {
		throw new NodeOperationError(
			context.getNode(),
			`This version of the PeopleLens node has no operation '${name}' for '${resource}'`,
			{ itemIndex, description: "Choose another one in 'Operation', or update the node." },
		);
	}
	return operation;
}

/** Anything else than PeopleLens's answer, such as an expression that n8n can't resolve. */
function asNodeError(thrown: unknown, context: IExecuteFunctions, itemIndex: number) {
	if (thrown instanceof NodeApiError) return thrown;
	const error = thrown instanceof Error ? thrown : String(thrown);
	return new NodeOperationError(context.getNode(), error, { itemIndex });
}

/** An item that says why there is no result. */
function failedItem(
	error: NodeApiError | NodeOperationError,
	context: IExecuteFunctions,
	itemIndex: number,
): INodeExecutionData {
	const json: IDataObject = { error: error.message };
	if (error.description) json.description = error.description;
	if (error instanceof NodeApiError && error.httpCode) json.httpCode = error.httpCode;

	const item: INodeExecutionData = { json, pairedItem: { item: itemIndex } };
	if (context.getNode().onError === 'continueErrorOutput') markForErrorOutput(item, error);
	return item;
}

/**
 * n8n routes an item to the error output when it carries `error` beside `json`. But where it still
 * finds one afterwards, it replaces `json` by the bare message: so n8n may see it, not copy it.
 */
function markForErrorOutput(item: INodeExecutionData, error: NodeApiError | NodeOperationError) {
	Object.defineProperty(item, 'error', { value: error, enumerable: false, writable: true });
}
