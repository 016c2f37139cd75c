import type { User } from '../../api/types';
import { CALLS } from '../../api/words/messages';
import type { ItemOperation, ItemRun } from '../types';
import { invitationFields, readInvitation } from './invitation';
import { inviteOnce, personKey } from './invite';

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
			await run.cache.mutex.runExclusive(key, async (): Promise<User> => {
				if (run.cache.people.has(key)) throw exists(run, invitation.email);
				const { user, existed } = await inviteOnce(run, invitation);
				if (existed) throw exists(run, invitation.email);
				return user;
			}),
		];
	},
};

/** As if PeopleLens had answered 409: it answers 200, or is not even asked a second time. */
function exists({ api }: ItemRun, email: string) {
	const message = CALLS.inviteUser.conflict?.(email) ?? '';
	const failure = { cause: 'configuration-invalid' } as const;
	return api.reject({ call: 'inviteUser', message, httpCode: '409', failure });
}
