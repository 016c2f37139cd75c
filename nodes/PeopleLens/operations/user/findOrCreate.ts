import type { IDataObject } from 'n8n-workflow';

import type { Api } from '../../api/client';
import { listAllUsers } from '../../api/directory';
import { sameEmail } from '../../api/email';
import { isConflict } from '../../api/errors';
import { findUserByEmail, inviteUser } from '../../api/users';
import type { NewUser, User } from '../../api/types';
import { optionsOf } from '../../fields/collections';
import { unusable } from '../../fields/values';
import { sameRole } from '../../fields/roles';
import type { ItemOperation, ItemRun } from '../types';
import { invitationFields, readInvitation } from './invitation';

type OnRoleDifference = 'ignore' | 'flag' | 'fail';

const options = optionsOf([
	{
		displayName: 'If Role Differs',
		name: 'onRoleDifference',
		type: 'options',
		options: [
			{
				name: 'Ignore',
				value: 'ignore',
				description: 'Return the user as found',
			},
			{
				name: 'Flag',
				value: 'flag',
				description: "Return the user with 'roleDiffers' set to true or false",
			},
			{
				name: 'Stop With a Message',
				value: 'fail',
				description: 'Treat the item as not done and say which role the person has',
			},
		],
		default: 'ignore',
		description:
			'What to do when the person already exists with another role. PeopleLens offers no way to change it here.',
	},
]);

export const findOrCreateUser: ItemOperation = {
	resource: 'user',
	operation: 'findOrCreate',
	name: 'Find or Create',
	action: 'Find or create user',
	description: 'Look up a person by email, and invite them only when they are not there yet',
	fields: [...invitationFields, options],
	async execute(run) {
		const wanted = readInvitation(run);
		const chosen = run.context.getNodeParameter('options', run.itemIndex, {});
		const { user, created } = await run.memory.turns.take(
			wanted.email.toLowerCase(),
			async () => await findOrInvite(run, wanted),
		);
		return [
			{ ...user, created, ...roleCheck(run, wanted, user, created, chosen.onRoleDifference) },
		];
	},
};

/**
 * Looks up before it invites, and once more when PeopleLens says that the person exists: someone
 * else may have invited them in between. Within one execution the memory answers, because the
 * list of users may lag behind an invitation.
 */
async function findOrInvite(
	{ api, memory }: ItemRun,
	wanted: NewUser,
): Promise<{ user: User; created: boolean }> {
	const key = wanted.email.toLowerCase();
	const known = memory.invited.get(key) ?? (await findUserByEmail(api, wanted.email));
	if (known) return { user: known, created: false };

	const outcome = await inviteUser(api, wanted).then(
		(user) => ({ user, created: true }),
		async (error: unknown) => {
			const user = isConflict(error) ? await findExisting(api, wanted.email) : undefined;
			if (user) return { user, created: false };
			throw error;
		},
	);
	memory.invited.set(key, outcome.user);
	return outcome;
}

/**
 * Someone who is there for sure. The filter by email may tell capitals apart where invitations
 * don't, so the list of everybody has the last word.
 */
async function findExisting(api: Api, email: string): Promise<User | undefined> {
	const found = await findUserByEmail(api, email);
	if (found) return found;
	const { users } = await listAllUsers(api);
	return users.find((user) => sameEmail(user.email, email));
}

function roleCheck(
	run: ItemRun,
	wanted: NewUser,
	user: User,
	created: boolean,
	onDifference: unknown,
): IDataObject {
	const differs = !created && wanted.role !== undefined && !sameRole(user.role, wanted.role);
	switch (onDifference as OnRoleDifference | undefined) {
		case 'flag':
			return { roleDiffers: differs };
		case 'fail':
			if (!differs) return {};
			throw unusable(
				run,
				`${user.email} already exists with the role ${user.role ?? '(none)'}, not ${wanted.role}`,
				"Change the role in PeopleLens, or set 'If Role Differs' to Ignore or Flag.",
			);
		default:
			return {};
	}
}
