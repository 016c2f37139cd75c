import type { INodeProperties } from 'n8n-workflow';

import { userLocator } from './userLocator';

/** The filters that the API doesn't know: applied here, by Get Many and by the trigger alike. */
export const auditLogFilterFields = {
	entityId: {
		displayName: 'Entity ID',
		name: 'entityId',
		type: 'string',
		placeholder: 'e.g. can-4711',
		default: '',
		description: 'Only what happened to the candidate, job or other record with this ID',
	},
	entityType: {
		displayName: 'Entity Type',
		name: 'entityType',
		type: 'string',
		placeholder: 'e.g. candidate',
		default: '',
		description: 'Only what happened to records of this kind, such as candidate, job or user',
	},
	excludeUserIds: {
		displayName: 'Exclude User Names or IDs',
		name: 'excludeUserIds',
		type: 'multiOptions',
		typeOptions: { loadOptionsMethod: 'getUsers' },
		default: [],
		description:
			'Leave out what these people did, such as an integration user whose own actions would start the workflow again. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
	},
	userId: {
		...userLocator,
		// Not "User": what is logged may also have been done to one.
		displayName: 'Actor',
		required: false,
		description: 'Only what this person did',
	},
} satisfies Record<string, INodeProperties>;
