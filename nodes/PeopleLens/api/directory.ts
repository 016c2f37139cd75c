import { isRejected } from './errors';
import type { Api } from './client';
import type { User } from './types';
import { listUsers } from './users';

/** The tenant's active users, and whether the API may have left some out. */
export interface Directory {
	users: User[];
	mayBeCut: boolean;
}

/**
 * `GET /users` has no offset, and its largest limit is not documented. So ask for more than any
 * tenant is likely to have, and for less where PeopleLens rejects that.
 */
const LIMITS = [10_000, 1_000, 100];

/** A server that caps a list silently does so at a round number of rows. */
const ROUND = 50;

/**
 * All active users, in one request where the API allows it.
 * @throws NodeApiError
 */
export async function listAllUsers(api: Api, [limit, ...smaller] = LIMITS): Promise<Directory> {
	return await listUsers(api, { limit }).then(
		(users) => ({ users, mayBeCut: users.length > 0 && users.length % ROUND === 0 }),
		async (error: unknown) => {
			if (isRejected(error) && smaller.length > 0) return await listAllUsers(api, smaller);
			throw error;
		},
	);
}
