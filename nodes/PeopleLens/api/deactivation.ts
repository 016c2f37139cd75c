import { activityOf } from '../domain/activity';
import { emailKey, samePerson } from '../domain/identity';
import { roleProtection, sameRole } from '../domain/roles';
import type { Api } from './client';
import { isNotFound, isOutcomeUnknown, messageOf } from './errors/nodeErrors';
import type { User } from './types';
import { lookUpByEmail } from './userLookup';
import { getUser, deactivateUser } from './users';

/** What was known of a user before: without it, one who never existed looks like one who is gone. */
interface Before {
	email: string;
	/** PeopleLens had the user on its list of active ones. */
	wasListed: boolean;
}

/** What a decision was made on. */
type ListedUser = Pick<User, 'id' | 'email' | 'role'>;

/**
 * Takes away a user's access and makes sure of it: after anything but a clear success, PeopleLens
 * is asked whether the user is still there.
 * @param before what was read of this user, if anything was
 * @throws NodeApiError, `isNotFound` when there is no such user; NodeOperationError when the user
 * still has access, or PeopleLens does not show whether they have
 */
export async function deactivateAndVerify(api: Api, id: string, before?: Before): Promise<void> {
	const answer = await deactivateUser(api, id).catch((thrown: Error) => {
		if (isOutcomeUnknown(thrown)) return thrown;
		throw thrown;
	});
	if (answer === 'yes') return;

	const doubt = answer === 'unclear' ? undefined : answer;
	const evidence = await lookAgain(api, id, before, doubt === undefined).catch(
		(thrown: unknown) => {
			throw doubt ?? thrown;
		},
	);
	if (evidence === 'inactive') return;
	const said = doubt === undefined ? undefined : messageOf(doubt);
	throw evidence === 'active'
		? api.operationError(
				`PeopleLens did not deactivate the user '${id}', who still has access`,
				said,
			)
		: api.operationError(
				`The user '${id}' may have been deactivated: PeopleLens does not show whether it did that. Running this again is safe.`,
				said,
			);
}

/**
 * Deactivates a user who was read before, unless they are not who they were then: reading and
 * deciding take time, and PeopleLens's list may be wrong.
 * @param decided the user as PeopleLens listed them
 * @param protectedRoles people who have one of these by now are left alone
 * @returns why the user was left alone; undefined when they have no access any more
 * @throws as `deactivateAndVerify` does
 */
export async function deactivateIfUnchanged(
	api: Api,
	decided: ListedUser,
	protectedRoles: readonly string[],
): Promise<string | undefined> {
	const now = await getUser(api, decided.id);
	const reason = roleProtection(now.role, protectedRoles) ?? changeOf(api, decided, now);
	if (reason || activityOf(now) === false) return reason;
	await deactivateAndVerify(api, decided.id, { email: now.email, wasListed: true });
	return undefined;
}

function changeOf({ quote }: Api, decided: ListedUser, now: User): string | undefined {
	if (!samePerson(decided.email, now.email)) {
		return `PeopleLens listed this user with the email ${quote(decided.email) || '(none)'}, and now says ${quote(now.email) || '(none)'}`;
	}
	// Where either answer tells no role, nothing was decided on it, or the role is not protected.
	if (decided.role && now.role && !sameRole(decided.role, now.role)) {
		return `PeopleLens listed this user with the role ${quote(decided.role)}, and now says ${quote(now.role)}`;
	}
	return undefined;
}

/** What PeopleLens shows of a user after a deactivation that it did not clearly confirm. */
async function lookAgain(
	api: Api,
	id: string,
	before: Before | undefined,
	isAccepted: boolean,
): Promise<'active' | 'inactive' | 'unknown'> {
	const now = await getUser(api, id).catch((thrown: unknown) => {
		// Somebody of whom nothing was known, and whom no answer accepted, may never have existed.
		if ((before || isAccepted) && isNotFound(thrown)) return undefined;
		throw thrown;
	});
	const activity = now && activityOf(now);
	if (activity !== undefined) return activity ? 'active' : 'inactive';

	const email = now?.email ?? before?.email ?? '';
	if (emailKey(email) === undefined)
		return now === undefined && isAccepted ? 'inactive' : 'unknown';
	const lookup = await lookUpByEmail(api, email);
	if (lookup.kind === 'found' && lookup.user.id.toLowerCase() === id.toLowerCase()) return 'active';
	// Where a deactivated user is still readable, only leaving the list of active ones shows it.
	const hasLeft = now === undefined || isAccepted || before?.wasListed === true;
	return lookup.kind === 'none' && hasLeft ? 'inactive' : 'unknown';
}
