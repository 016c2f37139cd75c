import type { Api, ApiCall } from './client';
import { idInPath } from './idInPath';
import { parseDeactivation, parseUser, parseUsers } from './responses';
import type { User } from './types';

export const USERS = '/api/v1/users';

const noSuchUser =
	(field = 'User') =>
	(id: string) =>
		`No user with the ID '${id}' in this PeopleLens tenant. Check '${field}', or choose the user from the list.`;

/**
 * Reads one user. A deactivated user may be answered or not: the API reference does not say.
 * @param field the parameter that names the user, as the panel calls it
 * @returns the user with that ID, and never another one
 * @throws NodeApiError, `isNotFound` when there is no such user; NodeOperationError when the answer
 * is about somebody else
 */
export async function getUser(api: Api, id: string, field = 'User'): Promise<User> {
	const { result } = await api.send({
		method: 'GET',
		path: userPath(api, id, field),
		parse: parseUser,
		subject: id,
		messages: {
			permission: 'read users',
			field,
			rejected: (subject) =>
				`PeopleLens does not accept '${subject}' as the ID of a user. Check '${field}', or choose the user from the list.`,
			missing: noSuchUser(field),
		},
	});
	if (result.id.toLowerCase() === id.toLowerCase()) return result;
	throw api.operationError(
		`PeopleLens was asked for the user '${id}' and answered with the user '${api.quote(result.id)}'`,
		`Nothing was done. Check '${field}', and choose the user from the list.`,
	);
}

export const listUsersCall = ({
	email,
	limit,
}: {
	email?: string;
	limit: number;
}): ApiCall<User[]> => ({
	method: 'GET',
	path: USERS,
	query: { email, limit },
	parse: parseUsers,
	subject: email,
	messages: {
		permission: 'read users',
		rejected: (subject) =>
			subject
				? `PeopleLens does not accept '${subject}' to look up a user. Check the email.`
				: "PeopleLens did not accept the request for the list of users. Check 'Limit' and the filters.",
	},
});

/**
 * Lists users as the API answers, at most `limit`. The answer may be cut shorter by the API, which
 * has no offset and does not say so; it may hold a user twice, or users who are not active.
 * @throws NodeApiError
 */
export async function listUsers(
	api: Api,
	filter: { email?: string; limit: number },
): Promise<User[]> {
	const { result } = await api.send(listUsersCall(filter));
	return result;
}

/**
 * Asks PeopleLens to take away a user's access (a soft delete), without any look at the user.
 * @returns how clear the answer was
 * @throws NodeApiError, `isNotFound` when there is no such user, `isOutcomeUnknown` when it may have
 * been done all the same
 */
export async function deactivateUser(api: Api, id: string): Promise<'yes' | 'unclear'> {
	const { result } = await api.send({
		method: 'DELETE',
		path: userPath(api, id),
		parse: parseDeactivation,
		subject: id,
		messages: {
			permission: 'deactivate users',
			rejected: (subject) =>
				`PeopleLens refused to deactivate the user '${subject}'. Check 'User', and check in PeopleLens whether this user can be deactivated.`,
			missing: noSuchUser(),
			conflict: (subject) =>
				`PeopleLens can't deactivate the user '${subject}' as things stand. Open the user in PeopleLens to see what is in the way.`,
			uncertain: (subject) =>
				`The user '${subject}' may have been deactivated: running this again is safe.`,
		},
	});
	return result;
}

const userPath = (api: Api, id: string, field = 'User') => `${USERS}/${idInPath(api, id, field)}`;
