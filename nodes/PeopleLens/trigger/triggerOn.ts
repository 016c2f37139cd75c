import type { INodeProperties, IPollFunctions } from 'n8n-workflow';

import { DOCUMENTED_ACTIONS } from '../fields/actions';
import { requireChoice } from '../parameters/choice';
import { foundNothing, isBlank } from '../parameters/source';

/**
 * n8n's node creator makes an entry of each option here, under its `action`. It does so for a
 * property with this very label, and with options that don't have to be loaded first.
 */
export const triggerOnField: INodeProperties = {
	displayName: 'Trigger On',
	name: 'triggerOn',
	type: 'options',
	// An action that only data knows belongs into 'Action Names or IDs'.
	noDataExpression: true,
	options: [
		{
			name: 'Chosen Actions',
			value: 'chosen',
			action: 'On chosen audit events',
			description: "One or more actions from your tenant's own audit log",
		},
		{
			name: 'Any Action',
			value: 'any',
			action: 'On any audit event',
			description: 'Whatever PeopleLens writes into its audit log',
		},
		{
			name: 'Candidate Deleted',
			value: 'CANDIDATE_DELETED',
			action: 'On candidate deleted',
		},
		{
			name: 'User Login',
			value: 'USER_LOGIN',
			action: 'On user login',
		},
	],
	default: 'chosen',
	description: 'Which actions in PeopleLens start the workflow',
};

/**
 * @returns what 'Action Names or IDs' gives or stands for: an empty list means all
 * @throws NodeOperationError for a value that is none of the options, and an expression that finds nothing
 */
export function readChosenActions(context: IPollFunctions): unknown {
	// Workflows from before there was this parameter have none: n8n gives them the default.
	const value = context.getNodeParameter('triggerOn', 'chosen');
	const choice = requireChoice({ context }, value, 'Trigger On', [
		'any',
		'chosen',
		...DOCUMENTED_ACTIONS,
	]);
	if (choice !== 'chosen') return choice === 'any' ? [] : [choice];
	const actions = context.getNodeParameter('actions', []);
	if (!isBlank(actions)) return actions;
	const wayOut = "For all actions, set 'Trigger On' to Any Action.";
	throw foundNothing({ context }, 'Action Names or IDs', wayOut);
}
