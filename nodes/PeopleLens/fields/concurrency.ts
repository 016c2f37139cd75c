import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { DEFAULT_CONCURRENCY } from '../api/limiter';
import { unusable } from './values';

const MOST = 10;

export const concurrencyField: INodeProperties = {
	displayName: 'Concurrency',
	name: 'concurrency',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MOST },
	default: DEFAULT_CONCURRENCY,
	description:
		'How many requests may be on their way at the same time, for all items together. When PeopleLens gets too many, they slow down by themselves.',
};

/**
 * How many requests of this execution may be on their way at the same time. The first item says
 * so for all of them; operations without that option have the default.
 * @throws NodeOperationError when it isn't a whole number from 1 to 10
 */
export function readConcurrency(context: IExecuteFunctions): number {
	const concurrency = Number(
		context.getNodeParameter('options.concurrency', 0, DEFAULT_CONCURRENCY),
	);
	if (Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= MOST) return concurrency;
	throw unusable(
		{ context },
		`'Concurrency' is not a whole number from 1 to ${MOST}`,
		`Enter a number such as ${DEFAULT_CONCURRENCY}, or remove the option.`,
	);
}
