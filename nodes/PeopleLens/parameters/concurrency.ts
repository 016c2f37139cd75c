import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { DEFAULT_CONCURRENCY } from '../api/http/limiter';
import { optionOr } from './choice';
import { requireNumber } from './number';

export const MAX_CONCURRENCY = 10;

/**
 * How many requests of this execution may be on their way at the same time. The first item says
 * so for all of them; operations without that option have the default.
 * @throws NodeOperationError when it isn't a whole number from 1 to 10
 */
export function readConcurrency(context: IExecuteFunctions): number {
	const options: IDataObject = context.getNodeParameter('options', 0, {});
	const range = { min: 1, max: MAX_CONCURRENCY, example: DEFAULT_CONCURRENCY };
	return optionOr(options, 'concurrency', DEFAULT_CONCURRENCY, (value) =>
		requireNumber({ context }, value, 'Concurrency', range),
	);
}
