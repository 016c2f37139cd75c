import { NodeApiError } from 'n8n-workflow';

import { normalizeEmail, samePerson } from '../domain/identity';
import { sameRole } from '../domain/roles';
import type { Api, ApiCall } from './client';
import { withUnknownOutcome } from './errors/nodeErrors';
import { parseUser } from './responses';
import type { NewUser, User } from './types';
import { USERS } from './users';

const uncertain = (email: string) =>
	`The invitation for '${email}' may have been sent: look for the person in PeopleLens before you run this again.`;

const conflict = (email: string) =>
	`PeopleLens already has a user with the email '${email}'. Check 'Email'. To continue with people who already exist, use the operation 'Find or Create'. If they were deactivated, ask a PeopleLens administrator.`;

/**
 * What is said of somebody whom PeopleLens refuses to invite because it knows them, and does not show.
 * @param email `this email`, or which one
 */
export const knownButNotActive = (email: string) =>
	`PeopleLens knows ${email} but lists no active user with it: the person was invited and has not joined yet, or was deactivated. Look for the person in PeopleLens. The operation 'Update' with 'Enabled' can let somebody in again.`;

const inviteUserCall = (
	email: string,
	{ firstName, lastName, role }: Omit<NewUser, 'email'>,
): ApiCall<{ user: User; isNew: boolean }> => ({
	method: 'POST',
	path: USERS,
	body: { email, first_name: firstName, last_name: lastName, ...(role ? { role } : {}) },
	parse: (body, status) => {
		const user = parseUser(body);
		return user && { user, isNew: status === 201 };
	},
	subject: email,
	messages: {
		permission: 'invite users',
		rejected: (subject) =>
			`PeopleLens did not accept the invitation for '${subject}'. Check 'Email', 'First Name', 'Last Name' and 'Role'. It may also be that this person has an account already.`,
		conflict,
		uncertain,
	},
});

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
		throw api.operationError(`'${newUser.email}' in 'Email' is not an email address`);
	}
	const { result } = await api.send(inviteUserCall(email, newUser));
	const { user, isNew } = result;
	if (!samePerson(user.email, email))
		throw withUnknownOutcome(answeredWithAnother(api, email, user));
	return { user, existed: !isNew && differs(user, newUser) };
}

/** How PeopleLens may turn down an invitation of a person who exists already. */
const EXISTS = ['400', '409', '422'];

/** Whether what `inviteUser` threw may mean that the person exists already. */
export function mayAlreadyExist(error: unknown): boolean {
	return error instanceof NodeApiError && EXISTS.includes(error.httpCode ?? '');
}

/** As if PeopleLens had answered 409: it answers 200, or is not even asked a second time. */
export function alreadyExists(api: Api, email: string): NodeApiError {
	const failure = { cause: 'configuration-invalid' } as const;
	return api.apiError({ message: conflict(email), httpCode: '409', failure });
}

function answeredWithAnother(api: Api, asked: string, { email }: User) {
	const who = email === '' ? 'somebody without an email' : `'${api.quote(email)}'`;
	return api.operationError(
		`PeopleLens was asked to invite '${asked}' and answered with ${who}`,
		uncertain(asked),
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
