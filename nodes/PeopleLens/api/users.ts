import type { Api } from './client';
import { normalizeEmail, sameEmail } from './email';
import { readDeactivation, readUser, readUsers } from './guards';
import type { NewUser, User } from './types';

const USERS = '/api/v1/users';

/**
 * How many users are asked for when one e-mail is looked up. One would do, but a server that
 * ignores the filter must not hide the right user behind the first.
 */
const LOOK_UP_LIMIT = 100;

/**
 * Reads one user. A deactivated user may be answered or not: the API reference does not say.
 * @throws NodeApiError, `isNotFound` when there is no such user
 */
export async function getUser(api: Api, id: string): Promise<User> {
	const { result } = await api.send({
		name: 'getUser',
		about: id,
		method: 'GET',
		path: userPath(api, id),
		read: readUser,
	});
	return result;
}

/**
 * Finds an **active** user. The answer counts only if it carries that very e-mail, compared
 * without case and outer spaces: a server may ignore the filter, or match it loosely.
 * @throws NodeApiError
 */
export async function findUserByEmail(api: Api, email: string): Promise<User | undefined> {
	const typed = email.trim();
	const lowerCase = typed.toLowerCase();
	// The filter is documented as exact, so it may tell upper and lower case apart.
	for (const spelling of typed === lowerCase ? [typed] : [typed, lowerCase]) {
		const users = await listUsers(api, { email: spelling, limit: LOOK_UP_LIMIT });
		const found = users.find((user) => sameEmail(user.email, typed));
		if (found) return found;
	}
	return undefined;
}

/**
 * Lists **active** users, at most `limit`. The answer may be cut shorter by the API, which has no
 * offset and does not say so.
 * @throws NodeApiError
 */
export async function listUsers(
	api: Api,
	filter: { email?: string; limit: number },
): Promise<User[]> {
	const { result } = await api.send({
		name: 'listUsers',
		about: filter.email,
		method: 'GET',
		path: USERS,
		query: { email: filter.email, limit: filter.limit },
		read: readUsers,
	});
	return result;
}

/**
 * Invites a person: PeopleLens sends them a mail, so a request that may have arrived is never
 * sent again.
 * @throws NodeApiError, `isConflict` when the person may exist already; NodeOperationError when
 * the e-mail plainly isn't one
 */
export async function inviteUser(api: Api, newUser: NewUser): Promise<User> {
	const email = normalizeEmail(newUser.email);
	if (email === undefined) {
		throw api.refuse(`'${newUser.email}' in 'Email' is not an email address`);
	}
	const { result } = await api.send({
		name: 'inviteUser',
		about: email,
		method: 'POST',
		path: USERS,
		body: {
			email,
			first_name: newUser.firstName,
			last_name: newUser.lastName,
			...(newUser.role ? { role: newUser.role } : {}),
		},
		read: readUser,
	});
	return { ...result, email: result.email || email };
}

/**
 * Takes away a user's access (a soft delete).
 * @throws NodeApiError, `isNotFound` when there is no such user
 */
export async function deactivateUser(api: Api, id: string): Promise<void> {
	await api.send({
		name: 'deactivateUser',
		about: id,
		method: 'DELETE',
		path: userPath(api, id),
		read: readDeactivation,
	});
}

/** An empty ID or a dot would make a different address, even when encoded: that of all users. */
function userPath(api: Api, id: string): string {
	const trimmed = id.trim();
	if (trimmed === '') throw api.refuse("'User' is empty");
	if (trimmed === '.' || trimmed === '..') throw api.refuse(`'${id}' in 'User' is not a user ID`);
	return `${USERS}/${encodeURIComponent(trimmed)}`;
}
