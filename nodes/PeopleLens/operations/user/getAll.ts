import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { listAllUsers } from '../../api/directory';
import type { User } from '../../api/types';
import { findUserByEmail, listUsers } from '../../api/users';
import { filtersOf } from '../../fields/collections';
import { limitFields, readLimit } from '../../fields/limit';
import { checkedEmail, optionalText } from '../../fields/values';
import { roleOptions, sameRole } from '../../fields/roles';
import { isFoundBy } from '../../fields/search';
import type { ItemOperation, ItemRun } from '../types';

/** Texts without outer spaces; an empty one filters nothing. */
interface Filters {
	email: string;
	role: string;
	search: string;
}

export const getAllUsers: ItemOperation = {
	resource: 'user',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many users',
	description: 'List the active users of the tenant',
	fields: [
		...limitFields,
		filtersOf([
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				placeholder: 'e.g. name@email.com',
				default: '',
				description: 'Only the person with exactly this email',
			},
			{
				displayName: 'Role',
				name: 'role',
				type: 'options',
				options: roleOptions,
				default: 'Recruiter',
				description: 'Only people with this role',
			},
			{
				displayName: 'Search Name or Email',
				name: 'search',
				type: 'string',
				placeholder: 'e.g. lovelace',
				default: '',
				description: 'Only people whose name or email contains this text',
			},
		]),
	],
	async execute(run) {
		const limit = readLimit(run);
		const filters = readFilters(run);
		const users = await readUsers(run, filters, limit);
		return users.filter((user) => matches(user, filters)).slice(0, limit) as IDataObject[];
	},
};

function readFilters(run: ItemRun): Filters {
	const entered = run.context.getNodeParameter('filters', run.itemIndex, {});
	return {
		email: optionalText(run, entered.email, 'Email'),
		role: optionalText(run, entered.role, 'Role'),
		search: optionalText(run, entered.search, 'Search Name or Email'),
	};
}

/** As few users as the filters allow: role and search are not known to the API. */
async function readUsers(run: ItemRun, filters: Filters, limit: number): Promise<User[]> {
	if (filters.email) {
		const user = await findUserByEmail(run.api, checkedEmail(run, filters.email, 'Email'));
		return user ? [user] : [];
	}
	const wantsAll = limit === Infinity || filters.role !== '' || filters.search !== '';
	if (!wantsAll && limit <= 100) return await listUsers(run.api, { limit });

	const { users, mayBeCut } = await listAllUsers(run.api);
	if (mayBeCut && (wantsAll || users.length < limit)) warnOfCut(run.context, users.length);
	return users;
}

function matches(user: User, { role, search }: Filters): boolean {
	if (role && !sameRole(user.role, role)) return false;
	return isFoundBy(`${user.first_name ?? ''} ${user.last_name ?? ''} ${user.email}`, search);
}

function warnOfCut(context: IExecuteFunctions, count: number) {
	context.addExecutionHints?.({
		message: `PeopleLens returned exactly ${count} users, so it may have left some out. It offers no way to read further: look people up by email where the list must be complete.`,
		type: 'warning',
		location: 'outputPane',
	});
}
