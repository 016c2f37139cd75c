import type { User } from '../../api/types';
import { getUser } from '../../api/users';
import { getUserByEmail } from '../../parameters/user';
import type { UserReference } from '../../parameters/user';
import { ifNotFoundOptionFor, unlessNotFound } from '../ifNotFound';
import type { ItemRun } from '../types';

export const ifNotFoundOption = ifNotFoundOptionFor('user');

/**
 * The user, or undefined when there is none and the user of the node chose to continue.
 * @throws NodeApiError when there is none (`httpCode` 404) or PeopleLens refuses
 */
export async function findUser(run: ItemRun, who: UserReference): Promise<User | undefined> {
	return await unlessNotFound(run, async () =>
		who.by === 'id'
			? await getUser(run.api, who.value)
			: await getUserByEmail(run.api, who.value, 'User'),
	);
}
