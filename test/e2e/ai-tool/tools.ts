/** PeopleLens tools as a person sets them up in the editor, with as few clicks as possible. */
import type { INode, INodeParameters } from 'n8n-workflow';
import { fromAi } from '../harness/n8n/agent';
import { CREDENTIAL_TYPE, NODE_TYPES } from '../harness/nodeTypes';
import { locate, type CredentialReference, type NewNode } from '../harness/workflow';

/**
 * What n8n's editor writes when a person lets the model fill in a field: the field's label becomes
 * the key, and there is no description unless the person writes one. (Checked against the editor of
 * n8n 2.41.1.)
 */
const leftToModel = (label: string) => fromAi(label.replace(/[^a-zA-Z0-9-]/g, '_'), '');

/**
 * @param settings for every node, such as { onError: 'continueRegularOutput' }
 * @returns nodes, named as the editor names them
 */
export function createTools(credential: CredentialReference, settings: Partial<INode> = {}) {
	const tool = (
		name: string,
		resource: string,
		operation: string,
		parameters: INodeParameters,
	): NewNode => ({
		name,
		type: NODE_TYPES.peopleLensTool,
		parameters: { resource, operation, ...parameters },
		credentials: { [CREDENTIAL_TYPE]: credential },
		...settings,
	});
	const invitation = {
		email: leftToModel('Email'),
		firstName: leftToModel('First Name'),
		lastName: leftToModel('Last Name'),
	};
	return {
		get: tool('Get user in PeopleLens', 'user', 'get', {
			userId: locate('email', leftToModel('User')),
			options: {},
		}),
		search: tool('Get many users in PeopleLens', 'user', 'getAll', {
			limit: 50,
			filters: { search: leftToModel('Search Name or Email') },
		}),
		invite: tool('Create user in PeopleLens', 'user', 'create', {
			...invitation,
			// The editor leaves the choice from a dropdown to the model only by hand-written expression.
			role: fromAi('Role', 'Administrator, HiringManager, Interviewer or Recruiter'),
		}),
		findOrInvite: tool('Find or create user in PeopleLens', 'user', 'findOrCreate', {
			...invitation,
			role: 'Recruiter',
			options: {},
		}),
		deactivate: tool('Deactivate user in PeopleLens', 'user', 'deactivate', {
			userId: locate('email', leftToModel('User')),
			options: {},
		}),
		auditLogs: tool('Get many audit logs in PeopleLens', 'auditLog', 'getAll', {
			limit: 20,
			filters: { actions: leftToModel('Action Names or IDs') },
			options: { includeActor: true },
		}),
	};
}

/** An agent that may use every operation. */
export const allTools = (credential: CredentialReference, settings?: Partial<INode>): NewNode[] =>
	Object.values(createTools(credential, settings));
