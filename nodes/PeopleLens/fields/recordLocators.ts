import type { INodeProperties } from 'n8n-workflow';

function locator(
	kind: string,
	name: string,
	method: string,
	placeholder: string,
	description: string,
): INodeProperties {
	return {
		displayName: `${kind[0].toUpperCase()}${kind.slice(1)}`,
		name,
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		required: true,
		description,
		modes: [
			{
				displayName: 'From List',
				name: 'list',
				type: 'list',
				placeholder: `Select a ${kind}…`,
				typeOptions: { searchListMethod: method, searchable: true },
			},
			{ displayName: 'By ID', name: 'id', type: 'string', placeholder },
		],
	};
}

export const candidateLocator = locator(
	'candidate',
	'candidateId',
	'searchCandidates',
	'e.g. can-4711',
	'The candidate to work with',
);

export const jobLocator = locator(
	'job',
	'jobId',
	'searchJobs',
	'e.g. job-12',
	'The job to work with',
);

export const templateLocator = locator(
	'template',
	'templateId',
	'searchTemplates',
	'e.g. tpl-3',
	'The interview template to work with',
);
