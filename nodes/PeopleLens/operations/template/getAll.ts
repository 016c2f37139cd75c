import { templateList } from '../../api/templates';
import { limitFields } from '../../fields/limit';
import { getMany } from '../records';
import type { ItemOperation } from '../types';

export const getAllTemplates: ItemOperation = {
	resource: 'template',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many interview templates',
	description: 'List the interview templates of the tenant',
	fields: limitFields,
	async execute(run) {
		return await getMany(run, templateList);
	},
};
