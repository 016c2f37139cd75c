import { inviteUser } from '../../api/users';
import type { Operation } from '../types';
import { invitationFields, readInvitation } from './invitation';

export const createUser: Operation = {
	resource: 'user',
	operation: 'create',
	name: 'Create',
	action: 'Create user',
	description: 'Invite a person by email and give them a role',
	fields: invitationFields,
	async execute(run) {
		return [await inviteUser(run.api, readInvitation(run))];
	},
};
