import { mayHaveBeenDone } from '../../api/errors/nodeErrors';
import { inviteUser } from '../../api/invitation';
import type { NewUser, User } from '../../api/types';
import { emailKey } from '../../domain/identity';
import type { ItemRun } from '../types';

/** What all items about the same person have in common. */
export const personKey = (email: string) => emailKey(email) ?? email;

const invitationOf = (email: string) => `invitation ${personKey(email)}`;

/** Whether an earlier try may have invited a person, without a clear answer. */
export const mayBeInvited = ({ cache, earlier }: ItemRun, email: string) =>
	earlier.isUnclear(invitationOf(email)) && !cache.maybeInvited.has(personKey(email));

/** Somebody whom an item of this execution has looked up, or invited, in this try or an earlier one. */
export const knownPerson = ({ cache, earlier }: ItemRun, email: string): User | undefined =>
	cache.people.get(personKey(email)) ?? earlier.creationOf<User>(personKey(email))?.row;

/** Somebody whom an earlier try has invited for the same item. */
export function invitedBefore({ earlier, itemIndex }: ItemRun, email: string): User | undefined {
	const created = earlier.creationOf<User>(personKey(email));
	return created?.item === itemIndex ? created.row : undefined;
}

/**
 * Invites a person, unless an earlier item of this execution may have done so without an answer:
 * PeopleLens's list may lag behind an invitation, so not even a look-up would tell.
 * @throws as `inviteUser` does; NodeOperationError for the second invitation of a person
 */
export async function inviteOnce(
	{ api, cache, earlier, itemIndex }: ItemRun,
	newUser: NewUser,
): Promise<{ user: User; existed: boolean }> {
	const key = personKey(newUser.email);
	if (cache.maybeInvited.has(key)) {
		throw api.operationError(
			`'${newUser.email}' was not invited again: an earlier item may have sent the invitation, and its answer got lost`,
			'Look for the person in PeopleLens before you run this again.',
		);
	}
	if (earlier.isUnclear(invitationOf(newUser.email))) {
		cache.maybeInvited.add(key);
		earlier.assertIsClear(invitationOf(newUser.email), api);
	}
	const invited = await inviteUser(api, newUser).catch(async (thrown: unknown) => {
		if (mayHaveBeenDone(thrown)) cache.maybeInvited.add(key);
		await earlier.keepFailure(invitationOf(newUser.email), thrown);
		throw thrown;
	});
	cache.people.set(key, invited.user);
	if (!invited.existed) await earlier.keepCreation(key, itemIndex, invited.user);
	return invited;
}
