import type { INodeProperties } from 'n8n-workflow';

/** The name of somebody new: a user to invite, a candidate to create. */
export const personNameFields: INodeProperties[] = [
	{
		displayName: 'First Name',
		name: 'firstName',
		type: 'string',
		placeholder: 'e.g. Ada',
		default: '',
		required: true,
	},
	{
		displayName: 'Last Name',
		name: 'lastName',
		type: 'string',
		placeholder: 'e.g. Lovelace',
		default: '',
		required: true,
	},
];
