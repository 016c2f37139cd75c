import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isTool } from '../parameters/origin';
import type { OutputRow } from './types';

type NodeError = NodeApiError | NodeOperationError;

/** An item that belongs to no input item must say so too, or n8n would pair it by its place. */
export function toItem({ json, items, binary }: OutputRow): INodeExecutionData {
	const pairs = items.map((item) => ({ item }));
	const pairedItem = pairs.length === 1 ? pairs[0] : pairs;
	return { json, pairedItem, ...(binary && { binary }) };
}

/**
 * What was thrown as one of n8n's errors: PeopleLens's answer, a parameter that can't be used, or
 * anything else, such as an expression that n8n can't resolve.
 */
export function asNodeError(
	thrown: unknown,
	context: IExecuteFunctions,
	itemIndex?: number,
): NodeError {
	if (thrown instanceof NodeApiError) return thrown;
	const error = new NodeOperationError(
		context.getNode(),
		thrown instanceof Error ? thrown : String(thrown),
		{ itemIndex },
	);
	// Of an error, an AI model reads the message alone: so what to do must be part of it.
	const advice = isTool(context) && error.description;
	// The error of an item that stops the node comes by twice.
	if (advice && !error.message.endsWith(advice)) {
		error.message = `${error.message.replace(/\.$/, '')}. ${advice}`;
	}
	return error;
}

/**
 * An item that says why there is no result.
 * @param items the indexes of the input items that there is none for
 */
export function failedItem(
	error: NodeError,
	context: IExecuteFunctions,
	items: number[],
): INodeExecutionData {
	const json: IDataObject = { error: error.message };
	if (error.description) json.description = error.description;
	if (error instanceof NodeApiError && error.httpCode) json.httpCode = error.httpCode;

	const item = toItem({ json, items });
	if (context.getNode().onError === 'continueErrorOutput') markForErrorOutput(item, error);
	return item;
}

/**
 * n8n routes an item to the error output when it carries `error` beside `json`. But where it still
 * finds one afterwards, it replaces `json` by the bare message: so n8n may see it, not copy it.
 */
function markForErrorOutput(item: INodeExecutionData, error: NodeError) {
	Object.defineProperty(item, 'error', { value: error, enumerable: false, writable: true });
}
