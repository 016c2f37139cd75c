import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { createActorCache } from '../api/actors';
import { openApi } from '../api/client';
import { createLimiter } from '../api/http/limiter';
import type { Width } from '../api/http/semaphore';
import { readConcurrency } from '../parameters/concurrency';
import { EarlierTries } from './earlierTries';
import { findOperation } from './index';
import { asNodeError, failedItem, toItem } from './items';
import { KeyedMutex } from './keyedMutex';
import { mapConcurrent } from './mapConcurrent';
import { ItemWithFiles } from './types';
import type { ExecutionCache, ItemOperation, ListOperation, Operation, Run } from './types';
import { watch } from './watchedApi';

/**
 * Runs the chosen operation on the input items. Pairing, "continue on fail", Stop and doing several
 * things at a time live here and nowhere else.
 * @throws NodeApiError or NodeOperationError for the first item that does not work, unless the
 * node is set to continue
 */
export async function executeItems(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const allItems = context.getInputData().map((_, itemIndex) => itemIndex);
	try {
		const operation = chosenOperation(context);
		const limiter = createLimiter(readConcurrency(context));
		const api = openApi(context, { limiter });
		const earlier = await EarlierTries.open(context, api);
		const run = { context, api, earlier, width: limiter.width };
		const output =
			'executeAll' in operation
				? await runOnAll(run, operation)
				: await runOnEach(run, operation, allItems);
		// Otherwise n8n may try again, or somebody who sees the failure.
		if (output.every(({ json }) => !json.error)) earlier.forget();
		return [output];
	} catch (thrown) {
		const error = asNodeError(thrown, context);
		if (!context.continueOnFail()) throw error;
		return [[failedItem(error, context, allItems)]];
	}
}

function chosenOperation(context: IExecuteFunctions): Operation {
	const resource = String(context.getNodeParameter('resource', 0));
	const name = String(context.getNodeParameter('operation', 0));
	const operation = findOperation(resource, name);
	if (!operation) {
		throw new NodeOperationError(
			context.getNode(),
			`This version of the PeopleLens node has no operation '${name}' for '${resource}'`,
			{ description: "Choose another one in 'Operation', or update the node." },
		);
	}
	return operation;
}

/** What there is to work with, whatever the operation. */
interface StartedRun extends Run {
	earlier: EarlierTries;
	width: Width;
}

/** @throws the error of the first item that did not work, unless the node is set to continue */
async function runOnAll({ context, api, earlier, width }: StartedRun, operation: ListOperation) {
	const forEach = mapConcurrent(width, context.getExecutionCancelSignal?.());
	const rows = await operation.executeAll({ context, api, forEach, earlier });
	return rows.map((row) => {
		if (!('error' in row)) return toItem(row);
		if (!context.continueOnFail()) throw row.error;
		return failedItem(row.error, context, row.items);
	});
}

/** Several items at a time; what comes out is in their order. */
async function runOnEach(
	{ context, api, earlier, width }: StartedRun,
	operation: ItemOperation,
	items: number[],
): Promise<INodeExecutionData[]> {
	const signal = context.getExecutionCancelSignal?.();
	const cache: ExecutionCache = {
		people: new Map(),
		maybeInvited: new Set(),
		actors: createActorCache(),
		jobs: new Map(),
	};
	const allItems = new KeyedMutex(context.continueOnFail());
	const failures = new Map<number, Error>();

	const output = await mapConcurrent(width, signal)(items, async (itemIndex) => {
		if (failures.size > 0) return [];
		const before = earlier.outcomeOf<INodeExecutionData[]>(itemIndex);
		if (before) return before;

		const itemApi = watch(api.forItem(itemIndex), earlier, itemIndex);
		const mutex = allItems.forItem();
		const run = { context, api: itemApi, itemIndex, cache, mutex, earlier, width };
		try {
			const rows = await operation.execute(run);
			const output = rows.map((row) => toItem({ ...outputOf(row), items: [itemIndex] }));
			// The item that failed may be sent again, and then this one must be as well, or it is undone.
			const isToFollow = mutex.isBehindFailure && itemApi.isRepeatable;
			if (itemApi.hasChanged && !isToFollow) await earlier.keepOutcome(itemIndex, output);
			return output;
		} catch (thrown) {
			await itemApi.keepFailure(thrown);
			if (signal?.aborted) return [];
			const error = asNodeError(thrown, context, itemIndex);
			if (context.continueOnFail()) return [failedItem(error, context, [itemIndex])];
			failures.set(itemIndex, error);
			return [];
		}
	});
	// What was begun is brought to its end; then the first item that did not work is named.
	if (failures.size > 0) throw failures.get(Math.min(...failures.keys()));
	return output.flat();
}

const outputOf = (row: IDataObject | ItemWithFiles) =>
	row instanceof ItemWithFiles ? { json: row.json, binary: row.binary } : { json: row };
