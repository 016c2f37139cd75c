import { inviteUser } from '../../api/users';
import type { ItemOperation } from '../types';
import { invitationFields, readInvitation } from './invitation';

export const createUser: ItemOperation = {
	resource: 'user',
	operation: 'create',
	name: 'Create',
	action: 'Create user',
	description: 'Invite a person by email and give them a role',
	fields: invitationFields,
	async execute(run) {
		const invitation = readInvitation(run);
		const invite = async () => await inviteUser(run.api, invitation);
		return [await run.memory.turns.take(invitation.email.toLowerCase(), invite)];
	},
};
