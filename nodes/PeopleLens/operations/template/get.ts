import { getTemplate as readTemplate } from '../../api/templates';
import { templateLocator } from '../../fields/recordLocators';
import { recordId } from '../records';
import type { ItemOperation } from '../types';

export const getTemplate: ItemOperation = {
	resource: 'template',
	operation: 'get',
	name: 'Get',
	action: 'Get interview template',
	description: 'Get one interview template with its questions',
	fields: [templateLocator],
	async execute(run) {
		return [await readTemplate(run.api, recordId(run, 'templateId', 'Template'))];
	},
};
