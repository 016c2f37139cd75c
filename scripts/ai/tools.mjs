/** PeopleLens tools as a person sets them up in the editor, with as few clicks as possible. */
import { fromAi, node } from './agent.mjs';

const TYPE = 'n8n-nodes-peoplelens.peopleLensTool';

/**
 * What n8n's editor writes when a person lets the model fill in a field: the field's label becomes
 * the key, and there is no description unless the person writes one. (Checked against the editor of
 * n8n 2.41.1.)
 */
const leftToModel = (label, type) => fromAi(label.replace(/[^a-zA-Z0-9-]/g, '_'), '', type);

const locator = (mode, value) => ({ __rl: true, mode, value });

/**
 * @param {{ id: string, name: string }} credential
 * @param {object} [settings] for every node, such as { onError: 'continueRegularOutput' }
 * @returns {Record<string, object>} nodes, named as the editor names them
 */
export function createTools(credential, settings) {
	const tool = (name, resource, operation, parameters) =>
		node(
			name,
			TYPE,
			1,
			{ resource, operation, ...parameters },
			{
				credentials: { peopleLensApi: credential },
				...settings,
			},
		);
	const invitation = {
		email: leftToModel('Email'),
		firstName: leftToModel('First Name'),
		lastName: leftToModel('Last Name'),
	};
	return {
		get: tool('Get user in PeopleLens', 'user', 'get', {
			userId: locator('email', leftToModel('User')),
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
			userId: locator('email', leftToModel('User')),
			options: {},
		}),
		auditLogs: tool('Get many audit logs in PeopleLens', 'auditLog', 'getAll', {
			limit: 20,
			filters: { actions: leftToModel('Action Names or IDs') },
			options: { includeActor: true },
		}),
	};
}
