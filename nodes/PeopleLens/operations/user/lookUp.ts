import type { IDataObject, INodeProperties } from 'n8n-workflow';

import { isNotFound } from '../../api/errors/nodeErrors';
import type { User } from '../../api/types';
import { getUser } from '../../api/users';
import { optionOr, requireChoice } from '../../parameters/choice';
import { getUserByEmail } from '../../parameters/user';
import type { UserReference } from '../../parameters/user';
import type { ItemRun } from '../types';

/** For the options of operations that work on one user. */
export const ifNotFoundOption: INodeProperties = {
	displayName: 'If Not Found',
	name: 'ifNotFound',
	type: 'options',
	options: [
		{
			name: 'Continue',
			value: 'continue',
			description: 'Return an item that says that the user was not found',
		},
		{
			name: 'Stop With a Message',
			value: 'fail',
			description: 'Treat the item as not done and say who was not found',
		},
	],
	default: 'fail',
	description: 'What to do when PeopleLens has no such user',
};

export const readOptions = ({ context, itemIndex }: ItemRun): IDataObject =>
	context.getNodeParameter('options', itemIndex, {});

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

/** Turns "not found" into undefined where the option says so. */
export async function unlessNotFound<T>(
	run: ItemRun,
	ask: () => Promise<T>,
): Promise<T | undefined> {
	const ifNotFound = optionOr(readOptions(run), 'ifNotFound', 'fail', (value) =>
		requireChoice(run, value, 'If Not Found', ['fail', 'continue']),
	);
	return await ask().catch((error: unknown) => {
		if (isNotFound(error) && ifNotFound === 'continue') return undefined;
		throw error;
	});
}
