import type { Api } from './client';
import { normalizeEmail, samePerson } from '../domain/identity';
import { sameRole } from '../domain/roles';
import { withUnknownOutcome } from './errors';
import { readDeactivation, readUser, readUsers } from './guards';
import type { NewUser, User } from './types';

const USERS = '/api/v1/users';

/** Half a character, which no address can carry. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Reads one user. A deactivated user may be answered or not: the API reference does not say.
 * @returns the user with that ID, and never another one
 * @throws NodeApiError, `isNotFound` when there is no such user; NodeOperationError when the answer
 * is about somebody else
 */
export async function getUser(api: Api, id: string): Promise<User> {
	const { result } = await api.send({
		name: 'getUser',
		about: id,
		method: 'GET',
		path: userPath(api, id),
		read: readUser,
	});
	if (result.id.toLowerCase() === id.toLowerCase()) return result;
	throw api.refuse(
		`PeopleLens was asked for the user '${id}' and answered with the user '${result.id}'`,
		"Nothing was done. Check 'User', and choose the user from the list.",
	);
}

/**
 * Lists users as the API answers, at most `limit`. The answer may be cut shorter by the API, which
 * has no offset and does not say so; it may hold a user twice, or users who are not active.
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
 * @returns the user, and whether PeopleLens shows somebody who was there before: with 200 instead
 * of 201, and with another name or role than asked for. One who is there with exactly what was
 * asked for can't be told apart from a new one.
 * @throws NodeApiError, `mayAlreadyExist` when the person may exist already; NodeOperationError when
 * the e-mail plainly isn't one, or the answer is about somebody else. `isOutcomeUnknown` when the
 * invitation may have been sent all the same.
 */
export async function inviteUser(
	api: Api,
	newUser: NewUser,
): Promise<{ user: User; existed: boolean }> {
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
		read: (body, status) => {
			const user = readUser(body);
			return user && { user, isNew: status === 201 };
		},
	});
	const { user, isNew } = result;
	if (!samePerson(user.email, email))
		throw withUnknownOutcome(answeredWithAnother(api, email, user));
	return { user, existed: !isNew && differs(user, newUser) };
}

function answeredWithAnother(api: Api, asked: string, { email }: User) {
	const who = email === '' ? 'somebody without an email' : `'${email}'`;
	return api.refuse(
		`PeopleLens was asked to invite '${asked}' and answered with ${who}`,
		`The invitation for '${asked}' may have been sent: look for the person in PeopleLens before you run this again.`,
	);
}

/** What was not sent, or is not told, differs from nothing. */
function differs(user: User, { firstName, lastName, role }: NewUser): boolean {
	const isOther = (told: string | undefined, sent: string) =>
		told !== undefined && plain(told) !== plain(sent);
	return (
		isOther(user.first_name, firstName) ||
		isOther(user.last_name, lastName) ||
		(role !== undefined && user.role !== undefined && !sameRole(role, user.role))
	);
}

const plain = (name: string) => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * Asks PeopleLens to take away a user's access (a soft delete), without any look at the user.
 * @returns how clear the answer was
 * @throws NodeApiError, `isNotFound` when there is no such user, `isOutcomeUnknown` when it may have
 * been done all the same
 */
export async function deactivateUser(api: Api, id: string): Promise<'yes' | 'unclear'> {
	const { result } = await api.send({
		name: 'deactivateUser',
		about: id,
		method: 'DELETE',
		path: userPath(api, id),
		read: readDeactivation,
	});
	return result;
}

/**
 * The path of exactly this ID: never of one without its spaces, which may be somebody else's. An
 * empty ID or a dot would make a different address, even when encoded: that of all users.
 */
function userPath(api: Api, id: string): string {
	if (id.trim() === '') throw api.refuse("'User' is empty");
	if (/^\s*\.{1,2}\s*$/.test(id) || LONE_SURROGATE.test(id)) {
		throw api.refuse(`'${id}' in 'User' is not a user ID`);
	}
	return `${USERS}/${encodeURIComponent(id)}`;
}
