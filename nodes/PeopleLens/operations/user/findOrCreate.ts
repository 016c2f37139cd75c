import type { IDataObject, NodeApiError } from 'n8n-workflow';

import type { Api } from '../../api/client';
import { isConflict } from '../../api/errors/nodeErrors';
import { knownButNotActive, mayAlreadyExist } from '../../api/invitation';
import type { NewUser, User } from '../../api/types';
import { listAllUsers } from '../../api/userList';
import { findUserByEmail } from '../../api/userLookup';
import { matchPerson } from '../../domain/personMatch';
import { sameRole } from '../../domain/roles';
import { optionsCollection } from '../../fields/collections';
import { optionOr, requireChoice } from '../../parameters/choice';
import { invalidParameter } from '../../parameters/source';
import type { ItemOperation, ItemRun } from '../types';
import { invitationFields, readInvitation } from './invitation';
import { invitedBefore, inviteOnce, knownPerson, mayBeInvited, personKey } from './invite';

type OnRoleDifference = 'ignore' | 'flag' | 'fail';

const options = optionsCollection([
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
				name: 'Fail With a Message',
				value: 'fail',
				description: 'Fail the item and say which role the person has',
			},
		],
		default: 'ignore',
		description:
			'What to do when the person already exists with another role. It is not changed here: use Update for that.',
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
		const chosen: IDataObject = run.context.getNodeParameter('options', run.itemIndex, {});
		const onDifference = optionOr<OnRoleDifference>(chosen, 'onRoleDifference', 'ignore', (value) =>
			requireChoice(run, value, 'If Role Differs', ['ignore', 'flag', 'fail']),
		);
		const { user, created } = await run.mutex.runExclusive(
			personKey(wanted.email),
			async () => await findOrInvite(run, wanted),
		);
		return [{ ...user, created, ...roleCheck(run, wanted, { user, created }, onDifference) }];
	},
};

/**
 * Looks up before it invites, and once more when PeopleLens says that the person exists: someone
 * else may have invited them in between. Within one execution the cache answers, because the
 * list of users may lag behind an invitation.
 */
async function findOrInvite(run: ItemRun, wanted: NewUser): Promise<Found> {
	const { api, cache } = run;
	const key = personKey(wanted.email);
	const before = invitedBefore(run, wanted.email);
	if (before) return { user: before, created: true };
	const known = knownPerson(run, wanted.email) ?? (await findUserByEmail(api, wanted.email));
	// Who was not there, may have been invited by an earlier try, and is there now, is new.
	if (known) return { user: known, created: mayBeInvited(run, wanted.email) };

	return await inviteOnce(run, wanted).then(
		({ user, existed }) => ({ user, created: !existed }),
		async (error: unknown) => {
			const user = mayAlreadyExist(error) ? await findExisting(api, wanted.email) : undefined;
			if (!user) throw isConflict(error) ? notActive(api, wanted.email, error) : error;
			cache.people.set(key, user);
			return { user, created: false };
		},
	);
}

/** In place of the advice to use the operation that this is. */
const notActive = (api: Api, email: string, { description }: NodeApiError) =>
	api.apiError({
		message: knownButNotActive(`the email '${email}'`),
		description: description ?? undefined,
		httpCode: '409',
		failure: { cause: 'configuration-invalid' },
	});

interface Found {
	user: User;
	created: boolean;
}

/**
 * Someone who is there for sure. The filter by email may tell capitals apart where invitations
 * don't, so the list of everybody has the last word.
 */
async function findExisting(api: Api, email: string): Promise<User | undefined> {
	const found = await findUserByEmail(api, email);
	if (found) return found;
	const match = matchPerson((await listAllUsers(api)).users, email);
	return match.kind === 'found' ? match.user : undefined;
}

function roleCheck(
	run: ItemRun,
	wanted: NewUser,
	{ user, created }: Found,
	onDifference: OnRoleDifference,
): IDataObject {
	if (onDifference === 'ignore') return {};
	const differs = !created && wanted.role !== undefined && !sameRole(user.role, wanted.role);
	if (onDifference === 'flag') return { roleDiffers: differs };
	if (!differs) return {};
	throw invalidParameter(
		run,
		`${run.api.quote(user.email)} already exists with the role ${run.api.quote(user.role ?? '(none)')}, not ${wanted.role}`,
		"Change the role in PeopleLens, or set 'If Role Differs' to Ignore or Flag.",
	);
}
