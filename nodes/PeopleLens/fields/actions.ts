import type { INodeProperties } from 'n8n-workflow';

/** The actions that the API's reference names: every tenant has them. */
export const DOCUMENTED_ACTIONS = ['CANDIDATE_DELETED', 'USER_LOGIN'];

export const actionsField: INodeProperties = {
	displayName: 'Action Names or IDs',
	name: 'actions',
	type: 'multiOptions',
	typeOptions: { loadOptionsMethod: 'getActions' },
	default: [],
	description:
		'Only these actions; none chosen means all. The list shows what happened recently in your tenant. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
};
