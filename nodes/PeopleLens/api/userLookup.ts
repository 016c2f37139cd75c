import { samePerson } from '../domain/identity';
import { matchPerson } from '../domain/personMatch';
import type { PersonMatch } from '../domain/personMatch';
import type { Api } from './client';
import type { User } from './types';
import { activeUsersIn, listAllUsers } from './userList';
import { listUsers } from './users';

/**
 * How many users are asked for when one e-mail is looked up. One would do, but a server that
 * ignores the filter must not hide the right user behind the first.
 */
const LOOK_UP_LIMIT = 100;

/** Who has an email: one active user, nobody, or something that is for a person to decide. */
export type Lookup = PersonMatch<User>;

const NONE: Lookup = { kind: 'none' };

/**
 * Looks for the **active** user with an email. An answer counts only if it carries that very
 * e-mail: a server may ignore the filter, or match it loosely. One that holds other e-mails shows
 * that it does, so then the list of everybody has the last word.
 * @throws NodeApiError
 */
export async function lookUpByEmail(api: Api, email: string): Promise<Lookup> {
	const typed = email.trim();
	let isFiltered = true;
	// The filter is documented as exact, so it may tell upper and lower case apart.
	for (const spelling of new Set([typed, typed.toLowerCase()])) {
		const rows = await listUsers(api, { email: spelling, limit: LOOK_UP_LIMIT });
		isFiltered &&= rows.every((row) => samePerson(row.email, typed));
		const match = matchPerson(activeUsersIn(rows), typed);
		if (match.kind === 'doubt' || isExact(match, typed)) return match;
		if (match.kind === 'found' && isFiltered) return match;
	}
	if (isFiltered && hasOneSpelling(typed)) return NONE;

	const { users, mayBeTruncated } = await listAllUsers(api);
	const match = matchPerson(users, typed);
	return match.kind === 'none' && mayBeTruncated && !isFiltered ? notKnown(typed) : match;
}

/**
 * Finds the **active** user with an email.
 * @returns undefined when PeopleLens surely lists nobody with it
 * @throws NodeApiError, NodeOperationError when it can't be known or two users have it
 */
export async function findUserByEmail(api: Api, email: string): Promise<User | undefined> {
	const lookup = await lookUpByEmail(api, email);
	if (lookup.kind === 'doubt') throw api.operationError(lookup.reason, CHOOSE_BY_ID);
	return lookup.kind === 'found' ? lookup.user : undefined;
}

const CHOOSE_BY_ID = 'Nothing was done. Look for the person in PeopleLens, and work with their ID.';

const isExact = (match: Lookup, email: string) =>
	match.kind === 'found' && match.user.email.trim() === email;

const notKnown = (email: string): Lookup => ({
	kind: 'doubt',
	reason: `Whether PeopleLens has a user with the email '${email}' is not known: it does not filter by email, and may have cut its list of users`,
});

/** International addresses can be written in several ways, which an exact filter tells apart. */
function hasOneSpelling(email: string): boolean {
	return /^[\x21-\x7e]+$/.test(email) && !/@(.*\.)?xn--/i.test(email);
}
