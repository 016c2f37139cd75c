import type { Api } from '../api/client';
import type { User } from '../api/types';
import { findUserByEmail } from '../api/userLookup';
import { requireEmail } from './email';
import { requireId } from './id';
import { requireShownName } from './listChoice';
import { enteredIn, foundNothing, isFromList, isLocator, isMissing } from './source';
import type { ParameterSource } from './source';
import { notOneText, requireText, toText } from './text';

/** Which user is meant, as it was asked for. */
export interface UserReference {
	by: 'id' | 'email';
	value: string;
}

/**
 * Reads a user locator, also when an expression put a plain ID or email in its place. An `@` makes
 * it an email in every mode: From List and By ID hold one where an AI model filled them in.
 * @throws NodeOperationError when nothing is chosen, or it plainly is neither an ID nor an email
 */
export function toUserReference(
	source: ParameterSource,
	locator: unknown,
	displayName: string,
): UserReference {
	requireShownName(source, locator, displayName);
	const { mode, value } = isLocator(locator) ? locator : { mode: 'id', value: locator };
	const text = requireText(source, value, displayName);
	if (mode === 'email' || text.includes('@')) {
		return { by: 'email', value: requireEmail(source, text, displayName) };
	}
	const exact = toText(value);
	if (exact === undefined) throw notOneText(source, displayName);
	// What comes from the list is an ID as PeopleLens writes it, whatever it looks like.
	return { by: 'id', value: isFromList(locator) ? exact : requireId(source, exact, displayName) };
}

/**
 * @throws NodeApiError with `httpCode` 404 when no active user has that email, as if PeopleLens
 * had said so: it answers an empty list
 */
export async function getUserByEmail(api: Api, email: string, displayName: string): Promise<User> {
	const user = await findUserByEmail(api, email);
	if (user) return user;
	throw api.apiError({
		message: `No active user has the email '${email}'`,
		description: `Check the spelling in '${displayName}'. PeopleLens finds people by email only while they are active: use By ID for someone who was deactivated.`,
		httpCode: '404',
		notFound: true,
		failure: { cause: 'configuration-invalid' },
	});
}

/**
 * The ID behind a user locator among filters; undefined when nothing is chosen.
 * @throws NodeOperationError when an expression found nothing, or NodeApiError when no active user
 * has the email
 */
export async function locatedUserId(
	source: ParameterSource,
	api: Api,
	locator: unknown,
	displayName: string,
): Promise<string | undefined> {
	const value = enteredIn(locator);
	if (value === '') return undefined;
	if (isMissing(value)) throw foundNothing(source, displayName);
	return await requireUserId(source, api, locator, displayName);
}

/**
 * The same for a locator that must not be left empty.
 * @throws also when nothing is chosen
 */
export async function requireUserId(
	source: ParameterSource,
	api: Api,
	locator: unknown,
	displayName: string,
): Promise<string> {
	const who = toUserReference(source, locator, displayName);
	return who.by === 'id' ? who.value : (await getUserByEmail(api, who.value, displayName)).id;
}
