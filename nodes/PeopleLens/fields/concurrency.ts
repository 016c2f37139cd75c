import type { INodeProperties } from 'n8n-workflow';

import { AUTOMATIC } from '../api/http/limiter';
import { MAX_CONCURRENCY } from '../parameters/concurrency';

export const concurrencyField: INodeProperties = {
	displayName: 'Concurrency',
	name: 'concurrency',
	type: 'number',
	typeOptions: { minValue: AUTOMATIC, maxValue: MAX_CONCURRENCY },
	default: AUTOMATIC,
	description:
		'How many requests may run at the same time, for all items together. With 0, the node finds out by itself: more while PeopleLens answers quickly, fewer when it slows down.',
};
