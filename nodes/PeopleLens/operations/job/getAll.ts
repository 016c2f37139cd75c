import { jobList } from '../../api/jobs';
import { limitFields } from '../../fields/limit';
import { getMany } from '../records';
import type { ItemOperation } from '../types';

export const getAllJobs: ItemOperation = {
	resource: 'job',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many jobs',
	description: 'List the jobs of the tenant',
	fields: limitFields,
	async execute(run) {
		return await getMany(run, jobList);
	},
};
