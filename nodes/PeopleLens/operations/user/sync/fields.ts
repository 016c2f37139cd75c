import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { optionsCollection } from '../../../fields/collections';
import { roleOptions } from '../../../fields/roles';
import { optionOr, requireBoolean } from '../../../parameters/choice';
import { requireEmails } from '../../../parameters/email';
import { requireNumber } from '../../../parameters/number';
import { requireRoles } from '../../../parameters/role';
import type { SyncRules } from '../../../sync/types';
import type { Run } from '../../types';
import { invitationFields } from '../invitation';

const MAX_DEACTIVATIONS = 10;
const MAX_INVITATIONS = 100;
const PROTECTED_ROLES: string[] = ['Administrator'];

/** More people than any tenant has. */
const MOST_PEOPLE = 1_000_000;

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
	optionsCollection([
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
			displayName: 'Maximum Invitations',
			name: 'maxInvitations',
			type: 'number',
			typeOptions: { minValue: 0 },
			default: MAX_INVITATIONS,
			description: 'If more people than this would be invited, nothing at all is changed',
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
	const most = (name: string, displayName: string, otherwise: number) =>
		optionOr(options, name, otherwise, (value) =>
			requireNumber(source, value, displayName, { min: 0, max: MOST_PEOPLE, example: otherwise }),
		);
	const isOn = (name: string, displayName: string, otherwise: boolean) =>
		requireBoolean(source, context.getNodeParameter(name, 0, otherwise), displayName);
	return {
		createMissing: isOn('createMissing', 'Create Missing', true),
		deactivateExtra: isOn('deactivateExtra', 'Deactivate Extra', false),
		maxDeactivations: most('maxDeactivations', 'Maximum Deactivations', MAX_DEACTIVATIONS),
		maxInvitations: most('maxInvitations', 'Maximum Invitations', MAX_INVITATIONS),
		protectedRoles: optionOr(options, 'protectedRoles', PROTECTED_ROLES, (value) =>
			requireRoles(source, value, 'Protected Roles'),
		),
		protectedEmails: optionOr<string[]>(options, 'protectedEmails', [], (value) =>
			requireEmails(source, value, 'Protected Emails'),
		),
	};
}
