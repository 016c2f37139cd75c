import type { INodeProperties } from 'n8n-workflow';

const collection =
	(displayName: string, name: string, placeholder: string) =>
	(fields: INodeProperties[]): INodeProperties => ({
		displayName,
		name,
		type: 'collection',
		placeholder,
		default: {},
		options: fields,
	});

/** What narrows down a list: shown one by one, as the user adds them. */
export const filtersCollection = collection('Filters', 'filters', 'Add filter');

/** What most users leave as it is: shown one by one, as the user adds them. */
export const optionsCollection = collection('Options', 'options', 'Add option');
