import type { INodeProperties } from 'n8n-workflow';

import type { NewUser } from '../../api/types';
import { personNameFields } from '../../fields/personName';
import { roleOptions } from '../../fields/roles';
import { requireEmail } from '../../parameters/email';
import { isExpression } from '../../parameters/origin';
import { optionalRole } from '../../parameters/role';
import { requireText } from '../../parameters/text';
import type { ItemRun } from '../types';
import { guardInvitation } from './administrators';

/** What an invitation asks for: shared by Create and Find or Create. */
export const invitationFields: INodeProperties[] = [
	{
		displayName: 'Email',
		name: 'email',
		type: 'string',
		placeholder: 'e.g. name@email.com',
		default: '',
		required: true,
		description: 'Work email of the person. PeopleLens sends the invitation there.',
	},
	...personNameFields,
	{
		displayName: 'Role',
		name: 'role',
		type: 'options',
		options: [
			...roleOptions,
			{
				name: 'Tenant Default',
				value: '',
				description: 'No role is sent, so PeopleLens gives the one that your tenant has set',
			},
		],
		default: '',
		description: 'What the person may do in PeopleLens',
	},
];

/** @throws NodeOperationError for the first of the fields that can't be used */
export function readInvitation(run: ItemRun): NewUser {
	const read = (name: string) => run.context.getNodeParameter(name, run.itemIndex);
	const invitation = {
		email: requireEmail(run, read('email'), 'Email'),
		firstName: requireText(run, read('firstName'), 'First Name'),
		lastName: requireText(run, read('lastName'), 'Last Name'),
		role: optionalRole(run, read('role')),
	};
	guardInvitation(run, invitation.role, isExpression(run, 'role'));
	return invitation;
}
