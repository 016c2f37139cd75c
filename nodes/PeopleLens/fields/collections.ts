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

/** What a change leaves as it is unless it is added. */
export const updateFieldsCollection = collection('Update Fields', 'updateFields', 'Add field');

/** What a new record may do without. */
export const additionalFieldsCollection = collection(
	'Additional Fields',
	'additionalFields',
	'Add field',
);
