import { optionsCollection } from '../../fields/collections';
import { userLocator } from '../../fields/userLocator';
import { toUserReference } from '../../parameters/user';
import type { ItemOperation } from '../types';
import { findUser, ifNotFoundOption } from './lookUp';

export const getUser: ItemOperation = {
	resource: 'user',
	operation: 'get',
	name: 'Get',
	action: 'Get user',
	description: 'Get one user from the list, by ID, or by email',
	fields: [userLocator, optionsCollection([ifNotFoundOption])],
	async execute(run) {
		const locator = run.context.getNodeParameter('userId', run.itemIndex);
		const who = toUserReference(run, locator, 'User');
		const user = await findUser(run, who);
		return [user ?? { found: false, [who.by]: who.value }];
	},
};
