import type { INodeProperties } from 'n8n-workflow';

import { DEFAULT_CONCURRENCY } from '../api/http/limiter';
import { MAX_CONCURRENCY } from '../parameters/concurrency';

export const concurrencyField: INodeProperties = {
	displayName: 'Concurrency',
	name: 'concurrency',
	type: 'number',
	typeOptions: { minValue: 1, maxValue: MAX_CONCURRENCY },
	default: DEFAULT_CONCURRENCY,
	description:
		'How many requests may be on their way at the same time, for all items together. When PeopleLens gets too many, they slow down by themselves.',
};
