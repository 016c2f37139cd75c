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
		'How many requests may be on their way at the same time, for all items together. With 0, it is found out: more while PeopleLens answers fast, fewer when it slows down.',
};
