import type {
	ILoadOptionsFunctions,
	INodeListSearchResult,
	INodePropertyOptions,
} from 'n8n-workflow';

import { openApi } from '../api/client';
import type { User } from '../api/types';
import { listAllUsers } from '../api/userList';
import { personLabel } from '../domain/listNames';
import { matchesSearch } from '../domain/search';
import { roleName } from '../fields/roles';
import { chosenValues } from './chosenValues';

const PAGE_SIZE = 100;

/**
 * Serves "From List" of the user locator: people whose name, email or role contains what was
 * typed, by name.
 * @throws NodeApiError, so that the panel shows why there is no list instead of an empty one
 */
export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken = '0',
): Promise<INodeListSearchResult> {
	const { users } = await listAllUsers(openApi(this, { failFast: true }));
	const found = byName(users).filter(({ name }) => matchesSearch(name, filter));

	const start = Number(paginationToken);
	const end = start + PAGE_SIZE;
	return {
		results: found.slice(start, end),
		paginationToken: end < found.length ? String(end) : undefined,
	};
}

/**
 * Serves multi-selects of users: active ones, and those that are chosen already. Where PeopleLens may have
 * left out some, nothing is known of whoever is not in its list.
 */
export async function getUsers(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const { users, mayBeTruncated } = await listAllUsers(openApi(this, { failFast: true }));
	const known = new Set(users.map(({ id }) => id));
	const others = chosenValues(this, 'filters.excludeUserIds').filter((id) => !known.has(id));
	const why = mayBeTruncated ? 'Not in the List' : 'Not an Active User';
	return [...byName(users), ...others.map((id) => ({ name: `${id} (${why})`, value: id }))];
}

const byName = (users: User[]) =>
	users
		.map((user) => ({ name: label(user), value: user.id }))
		.sort((a, b) => a.name.localeCompare(b.name));

function label({ first_name, last_name, email, role }: User): string {
	const name = [first_name, last_name].filter(Boolean).join(' ');
	return personLabel({ name, email }, roleName(role));
}
