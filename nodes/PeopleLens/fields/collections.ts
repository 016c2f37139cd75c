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
export const filtersOf = collection('Filters', 'filters', 'Add filter');

/** What hardly anybody needs to set: shown one by one, as the user adds them. */
export const optionsOf = collection('Options', 'options', 'Add option');
