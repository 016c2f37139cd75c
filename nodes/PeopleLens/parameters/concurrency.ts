import type { IExecuteFunctions } from 'n8n-workflow';

import { AUTOMATIC } from '../api/http/limiter';
import { requireNumber } from './number';

export const MAX_CONCURRENCY = 20;

/**
 * How many requests of this execution may be on their way at the same time. The first item says
 * so for all of them; operations without that option have the default.
 * @returns a number from 1 to 20, or AUTOMATIC
 * @throws NodeOperationError when it is neither
 */
export function readConcurrency(context: IExecuteFunctions): number {
	const range = { min: AUTOMATIC, max: MAX_CONCURRENCY, example: 5 };
	// Of the options, this one alone: another may have an expression that fails, for one item only.
	const value: unknown = context.getNodeParameter('options.concurrency', 0, AUTOMATIC);
	return requireNumber({ context }, value, 'Concurrency', range);
}
