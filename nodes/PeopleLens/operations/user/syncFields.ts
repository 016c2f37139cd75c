import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { optionsOf } from '../../fields/collections';
import { sameRole, roleOptions } from '../../fields/roles';
import { checkedEmail, toList, unusable } from '../../fields/values';
import type { SyncRules } from '../../sync/types';
import type { Run } from '../types';
import { invitationFields } from './invitation';

const MAX_DEACTIVATIONS = 10;
const PROTECTED_ROLES = ['Administrator'];

const [email, ...nameAndRole] = invitationFields;

export const syncFields: INodeProperties[] = [
	{
		displayName: 'Mode',
		name: 'mode',
		type: 'options',
		// Only a person may choose Apply: no data that flows in, and no AI model.
		noDataExpression: true,
		options: [
			{
				name: 'Preview',
				value: 'preview',
				description: 'Change nothing, and show what Apply would do',
			},
			{
				name: 'Apply',
				value: 'apply',
				description: 'Invite and deactivate people',
			},
		],
		default: 'preview',
		description: 'Whether to change anything',
	},
	{
		...email,
		hint: 'Each input item is one person on the list: drag email and names from the input to here',
	},
	...nameAndRole,
	{
		displayName: 'Create Missing',
		name: 'createMissing',
		type: 'boolean',
		default: true,
		description: 'Whether to invite the people on the list who have no access yet',
	},
	{
		displayName: 'Deactivate Extra',
		name: 'deactivateExtra',
		type: 'boolean',
		default: false,
		description:
			'Whether to take away the access of everyone who is not on the list. Look at a preview first.',
	},
	optionsOf([
		{
			displayName: 'Maximum Deactivations',
			name: 'maxDeactivations',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: MAX_DEACTIVATIONS,
			description:
				'If more people than this would be deactivated, nothing at all is changed. Never more than half of the tenant.',
		},
		{
			displayName: 'Protected Emails',
			name: 'protectedEmails',
			type: 'string',
			placeholder: 'e.g. ceo@company.com, it@company.com',
			default: '',
			description: 'People who keep their access although they are not on the list',
		},
		{
			displayName: 'Protected Roles',
			name: 'protectedRoles',
			type: 'multiOptions',
			options: roleOptions,
			default: ['Administrator'],
			description:
				'People with one of these roles keep their access although they are not on the list. Administrators, unless you choose otherwise.',
		},
	]),
];

/**
 * The mode that a person has chosen for this node, as it is stored: an expression could be filled in
 * by data or, where the node is a tool, by an AI model.
 * @returns undefined for an expression
 */
export function chosenMode({ context }: Run): 'preview' | 'apply' | undefined {
	const mode = context.getNodeParameter('mode', 0, 'preview', { rawExpressions: true });
	return mode === 'preview' || mode === 'apply' ? mode : undefined;
}

/**
 * The rules that hold for the whole list: where they are expressions, the first item fills them in.
 * @throws NodeOperationError for a value that can't be used
 */
export function readRules({ context }: Run): SyncRules {
	const source = { context };
	const options: IDataObject = context.getNodeParameter('options', 0, {});
	const maxDeactivations = Number(options.maxDeactivations ?? MAX_DEACTIVATIONS);
	if (!Number.isInteger(maxDeactivations) || maxDeactivations < 0) {
		throw unusable(
			source,
			"'Maximum Deactivations' is not a whole number",
			`Enter a number such as ${MAX_DEACTIVATIONS}, or remove the option.`,
		);
	}
	return {
		createMissing: isOn(context.getNodeParameter('createMissing', 0, true)),
		deactivateExtra: isOn(context.getNodeParameter('deactivateExtra', 0, false)),
		maxDeactivations,
		protectedRoles: toList(options.protectedRoles ?? PROTECTED_ROLES),
		protectedEmails: toList(options.protectedEmails).map((email) =>
			checkedEmail(source, email, 'Protected Emails'),
		),
		sameRole,
	};
}

/** An expression may give the word instead of the value. */
const isOn = (value: unknown) => String(value) === 'true';
