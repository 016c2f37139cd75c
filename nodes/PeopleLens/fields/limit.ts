import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { unusable } from './values';

/** The two fields with which n8n's nodes bound a list. */
export const limitFields: INodeProperties[] = [
	{
		displayName: 'Return All',
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		type: 'number',
		typeOptions: { minValue: 1 },
		displayOptions: { show: { returnAll: [false] } },
		default: 50,
		description: 'Max number of results to return',
	},
];

/**
 * How many results are wanted; Infinity for all.
 * @throws NodeOperationError when the limit isn't a whole number of at least 1
 */
export function readLimit(source: { context: IExecuteFunctions; itemIndex: number }): number {
	const { context, itemIndex } = source;
	if (context.getNodeParameter('returnAll', itemIndex, false)) return Infinity;
	const limit = Number(context.getNodeParameter('limit', itemIndex, 50));
	if (Number.isInteger(limit) && limit >= 1) return limit;
	throw unusable(
		source,
		"'Limit' is not a whole number of at least 1",
		"Enter a number such as 50, or switch on 'Return All'.",
	);
}
