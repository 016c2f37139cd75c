import { isResourceLocatorValue } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';

import type { Api } from '../api/client';

import { apiError } from '../api/errors';
import type { User } from '../api/types';
import { findUserByEmail } from '../api/users';
import { checkedEmail, checkedText } from './values';
import type { ValueSource } from './values';

/** Choosing one user: from the tenant's list, by ID or by email. */
export const userLocator: INodeProperties = {
	displayName: 'User',
	name: 'userId',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The person to work with',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a user…',
			typeOptions: { searchListMethod: 'searchUsers', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. 123e4567-e89b-12d3-a456-426614174000',
		},
		{
			displayName: 'By Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. name@email.com',
		},
	],
};

/** Which user is meant, as it was asked for. */
export interface UserReference {
	by: 'id' | 'email';
	value: string;
}

/**
 * Reads a user locator, also when an expression put a plain ID or email in its place. An `@` makes
 * it an email in every mode: From List and By ID hold one where an AI model filled them in.
 * @throws NodeOperationError when nothing is chosen, or the email plainly isn't one
 */
export function toUserReference(
	source: ValueSource,
	locator: unknown,
	displayName: string,
): UserReference {
	const { mode, value } = isResourceLocatorValue(locator)
		? locator
		: { mode: 'id', value: locator };
	const text = checkedText(source, value, displayName);
	return mode === 'email' || text.includes('@')
		? { by: 'email', value: checkedEmail(source, text, displayName) }
		: { by: 'id', value: text };
}

/**
 * @throws NodeApiError with `httpCode` 404 when no active user has that email, as if PeopleLens
 * had said so: it answers an empty list
 */
export async function getUserByEmail(
	source: ValueSource,
	api: Api,
	email: string,
	displayName: string,
): Promise<User> {
	const user = await findUserByEmail(api, email);
	if (user) return user;
	throw apiError(
		source.context.getNode(),
		{
			call: 'listUsers',
			message: `No active user has the email '${email}'`,
			description: `Check the spelling in '${displayName}'. PeopleLens finds people by email only while they are active: use By ID for someone who was deactivated.`,
			httpCode: '404',
			failure: { cause: 'configuration-invalid' },
		},
		source.itemIndex,
	);
}

/**
 * The ID behind an optional user locator; undefined when nothing is chosen.
 * @throws NodeOperationError, or NodeApiError when no active user has the email
 */
export async function locatedUserId(
	source: ValueSource,
	api: Api,
	locator: unknown,
	displayName: string,
): Promise<string | undefined> {
	const value = isResourceLocatorValue(locator) ? locator.value : locator;
	if (value === undefined || value === null || value === '') return undefined;
	const who = toUserReference(source, locator, displayName);
	return who.by === 'id'
		? who.value
		: (await getUserByEmail(source, api, who.value, displayName)).id;
}
