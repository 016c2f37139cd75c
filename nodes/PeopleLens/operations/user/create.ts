import { alreadyExists } from '../../api/invitation';
import type { User } from '../../api/types';
import type { ItemOperation } from '../types';
import { invitationFields, readInvitation } from './invitation';
import { invitedBefore, inviteOnce, knownPerson, personKey } from './invite';

export const createUser: ItemOperation = {
	resource: 'user',
	operation: 'create',
	name: 'Create',
	action: 'Create user',
	description: 'Invite a person by email and give them a role',
	fields: invitationFields,
	async execute(run) {
		const invitation = readInvitation(run);
		const key = personKey(invitation.email);
		return [
			await run.mutex.runExclusive(key, async (): Promise<User> => {
				const before = invitedBefore(run, invitation.email);
				if (before) return before;
				if (knownPerson(run, invitation.email)) throw alreadyExists(run.api, invitation.email);
				const { user, existed } = await inviteOnce(run, invitation);
				if (existed) throw alreadyExists(run.api, invitation.email);
				return user;
			}),
		];
	},
};
