import { activityOf } from '../domain/activity';
import { isRejected } from './errors/nodeErrors';
import type { Api } from './client';
import type { User } from './types';
import { listUsers } from './users';

/** The tenant's active users, and whether the API may have left some out. */
export interface UserList {
	/** Each of them once. */
	users: User[];
	mayBeTruncated: boolean;
}

/**
 * `GET /users` has no offset, and its largest limit is not documented. So ask for more than any
 * tenant is likely to have, and for less where PeopleLens rejects that.
 */
const LIMITS = [10_000, 1_000, 100];

/** A server that caps a list silently does so at a round number of rows: 25, 30, 50, 100. */
const SUSPICIOUS_MULTIPLE = 5;

/**
 * Up to `limit` active users: that there are more is no reason to call the list truncated.
 * @throws NodeApiError
 */
export async function listActiveUsers(api: Api, limit: number): Promise<UserList> {
	const rows = await listUsers(api, { limit });
	const mayBeTruncated = rows.length < limit && hasRoundLength(rows);
	return { users: activeUsersIn(rows), mayBeTruncated };
}

/**
 * All active users, in one request where the API allows it.
 * @throws NodeApiError
 */
export async function listAllUsers(api: Api, [limit, ...smaller] = LIMITS): Promise<UserList> {
	return await listUsers(api, { limit }).then(
		(rows) => ({ users: activeUsersIn(rows), mayBeTruncated: hasRoundLength(rows) }),
		async (error: unknown) => {
			if (isRejected(error) && smaller.length > 0) return await listAllUsers(api, smaller);
			throw error;
		},
	);
}

const hasRoundLength = (rows: readonly User[]) =>
	rows.length > 0 && rows.length % SUSPICIOUS_MULTIPLE === 0;

/**
 * Of the rows of an answer, the users who have access, each once. Where two rows say different
 * things about one user, what they differ in is not known.
 */
export function activeUsersIn(rows: readonly User[]): User[] {
	const users = new Map<string, User>();
	for (const row of rows) {
		if (activityOf(row) === false) continue;
		const before = users.get(row.id);
		users.set(row.id, before ? agreed(before, row) : row);
	}
	return [...users.values()];
}

function agreed(a: User, b: User): User {
	const { role, ...others } = a;
	return {
		...others,
		email: a.email === b.email ? a.email : '',
		...(role !== undefined && role === b.role && { role }),
	};
}
