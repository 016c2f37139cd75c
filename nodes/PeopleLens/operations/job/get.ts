import { getJob as readJob } from '../../api/jobs';
import { jobLocator } from '../../fields/recordLocators';
import { recordId } from '../records';
import type { ItemOperation } from '../types';

export const getJob: ItemOperation = {
	resource: 'job',
	operation: 'get',
	name: 'Get',
	action: 'Get job',
	description: 'Get one job with its description and department',
	fields: [jobLocator],
	async execute(run) {
		return [await readJob(run.api, recordId(run, 'jobId', 'Job'))];
	},
};
