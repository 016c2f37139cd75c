import { updateDisplayOptions } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';

import { optionsCollection } from '../../../fields/collections';
import { roleOptions } from '../../../fields/roles';
import { invitationFields } from '../invitation';
import { MAX_DEACTIVATIONS, MAX_INVITATIONS } from './settings';

const [email, ...nameAndRole] = invitationFields;

const shownFor = (people: string, fields: INodeProperties[]) =>
	updateDisplayOptions({ show: { people: [people] } }, fields);

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
				description: 'Change nothing, only show what Apply would do',
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
		displayName: 'People',
		name: 'people',
		type: 'options',
		// Only a person may choose which list decides on people's access.
		noDataExpression: true,
		options: [
			{
				name: 'Fields Below',
				value: 'fields',
				description: 'Map email, names and role from the input to the fields below',
			},
			{
				name: 'Input Items',
				value: 'input',
				description:
					"Take them from the items' own fields: email, first_name, last_name and role. Much faster for long lists.",
			},
		],
		default: 'fields',
		description: 'Where email, names and role of the people on the list come from',
	},
	...shownFor('fields', [
		{
			...email,
			hint: 'Each input item is one person on the list: drag email and names from the input to here',
		},
		...nameAndRole,
	]),
	...shownFor('input', [
		{
			displayName:
				'Each input item is one person, with the fields <b>email</b>, <b>first_name</b>, <b>last_name</b> and, if you like, <b>role</b> (without one: what your tenant has set). Capitals, spaces, hyphens and underscores don\'t count.<br><br>An item of an HR node may look like <code>{ "email": "ada@company.com", "firstName": "Ada", "lastName": "Lovelace", "role": "Recruiter" }</code>, and a spreadsheet has the columns <b>Email</b>, <b>First Name</b>, <b>Last Name</b> and <b>Role</b>. Further fields are ignored.<br><br>Do yours have other names? Choose <b>Fields Below</b>, or rename them with <b>Edit Fields</b> before.',
			name: 'peopleNotice',
			type: 'notice',
			default: '',
		},
	]),
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
			'Whether to remove the access of everyone who is not on the list. Look at a preview first.',
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
			description: 'People who keep their access even if they are not on the list',
		},
		{
			displayName: 'Protected Roles',
			name: 'protectedRoles',
			type: 'multiOptions',
			options: roleOptions,
			default: ['Administrator'],
			description:
				'People with one of these roles keep their access even if they are not on the list. Administrators, unless you choose otherwise.',
		},
	]),
];
