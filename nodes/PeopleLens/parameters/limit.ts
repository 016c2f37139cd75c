import type { IExecuteFunctions } from 'n8n-workflow';

import { requireBoolean } from './choice';
import { requireNumber } from './number';

/** The longest list that JavaScript can hold, halved. */
const MOST = 2 ** 31;

/**
 * How many results are wanted; Infinity for all.
 * @throws NodeOperationError when the limit isn't a whole number of at least 1
 */
export function readLimit(source: { context: IExecuteFunctions; itemIndex: number }): number {
	const { context, itemIndex } = source;
	const returnAll = context.getNodeParameter('returnAll', itemIndex, false);
	if (requireBoolean(source, returnAll, 'Return All')) return Infinity;
	return requireNumber(source, context.getNodeParameter('limit', itemIndex, 50), 'Limit', {
		min: 1,
		max: MOST,
		example: 50,
		otherwise: "switch on 'Return All'",
	});
}
