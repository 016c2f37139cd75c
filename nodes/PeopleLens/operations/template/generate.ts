import { generateTemplate as suggest } from '../../api/templates';
import { longText } from '../../parameters/changes';
import { invalidParameter } from '../../parameters/source';
import type { ItemOperation } from '../types';

export const generateTemplate: ItemOperation = {
	resource: 'template',
	operation: 'generate',
	name: 'Generate',
	action: 'Generate interview template',
	description: 'Have interview questions suggested for a job. PeopleLens saves nothing of it.',
	fields: [
		{
			displayName: 'Job Description',
			name: 'jobDescription',
			type: 'string',
			typeOptions: { rows: 6 },
			default: '',
			required: true,
			description: 'What the job is about, in as many words as you like',
		},
	],
	async execute(run) {
		const entered = run.context.getNodeParameter('jobDescription', run.itemIndex);
		const description = longText(run, entered ?? '', 'Job Description');
		if (description.trim() !== '') return [await suggest(run.api, description)];
		throw invalidParameter(
			run,
			"'Job Description' is empty",
			"Enter a text, or check that the expression in 'Job Description' finds one for every item.",
		);
	},
};
