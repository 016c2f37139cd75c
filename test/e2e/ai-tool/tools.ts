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

/** Makes a tool node, named as the editor names it. */
const toolMaker =
	(credential: CredentialReference, settings: Partial<INode> = {}) =>
	(name: string, resource: string, operation: string, parameters: INodeParameters): NewNode => ({
		name: `${name} in PeopleLens`,
		type: NODE_TYPES.peopleLensTool,
		parameters: { resource, operation, ...parameters },
		credentials: { [CREDENTIAL_TYPE]: credential },
		...settings,
	});

/**
 * @param settings for every node, such as { onError: 'continueRegularOutput' }
 * @returns what looks after a tenant's users
 */
export function createTools(credential: CredentialReference, settings: Partial<INode> = {}) {
	const tool = toolMaker(credential, settings);
	const invitation = {
		email: leftToModel('Email'),
		firstName: leftToModel('First Name'),
		lastName: leftToModel('Last Name'),
	};
	return {
		get: tool('Get user', 'user', 'get', {
			userId: locate('email', leftToModel('User')),
			options: {},
		}),
		search: tool('Get many users', 'user', 'getAll', {
			limit: 50,
			filters: { search: leftToModel('Search Name or Email') },
		}),
		invite: tool('Create user', 'user', 'create', {
			...invitation,
			// The editor leaves the choice from a dropdown to the model only by hand-written expression.
			role: fromAi('Role', 'Administrator, HiringManager, Interviewer or Recruiter'),
		}),
		findOrInvite: tool('Find or create user', 'user', 'findOrCreate', {
			...invitation,
			role: 'Recruiter',
			options: {},
		}),
		deactivate: tool('Deactivate user', 'user', 'deactivate', {
			userId: locate('email', leftToModel('User')),
			options: {},
		}),
		auditLogs: tool('Get many audit logs', 'auditLog', 'getAll', {
			limit: 20,
			filters: { actions: leftToModel('Action Names or IDs') },
			options: { includeActor: true },
		}),
	};
}

/** What a recruiter's assistant works with. A person has switched on "Delete for Good". */
export function createHiringTools(credential: CredentialReference) {
	const tool = toolMaker(credential);
	const candidateId = locate('id', leftToModel('Candidate'));
	return {
		search: tool('Get many candidates', 'candidate', 'getAll', { limit: 50, filters: {} }),
		get: tool('Get candidate', 'candidate', 'get', { candidateId, options: {} }),
		scorecard: tool('Get scorecard of interview', 'interview', 'getScorecard', {
			planId: leftToModel('Interview Plan ID'),
			options: {},
		}),
		templates: tool('Get many interview templates', 'template', 'getAll', { limit: 50 }),
		template: tool('Get interview template', 'template', 'get', {
			templateId: locate('id', leftToModel('Template')),
		}),
		delete: tool('Delete candidate', 'candidate', 'delete', {
			candidateId,
			deleteForGood: true,
			options: {},
		}),
	};
}

/** An agent that may use every operation on users and audit logs. */
export const allTools = (credential: CredentialReference, settings?: Partial<INode>): NewNode[] =>
	Object.values(createTools(credential, settings));
