import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { User } from '../../api/types';
import { listActiveUsers, listAllUsers } from '../../api/userList';
import { findUserByEmail } from '../../api/userLookup';
import { sameRole } from '../../domain/roles';
import type { Role } from '../../domain/roles';
import { matchesSearch } from '../../domain/search';
import { filtersCollection } from '../../fields/collections';
import { limitFields } from '../../fields/limit';
import { roleOptions } from '../../fields/roles';
import { requireEmail } from '../../parameters/email';
import { readLimit } from '../../parameters/limit';
import { readCollection } from '../../parameters/origin';
import { filterRole } from '../../parameters/role';
import { isAdded } from '../../parameters/source';
import { filterText } from '../../parameters/text';
import type { ItemOperation, ItemRun } from '../types';

/** What was left empty filters nothing. */
interface Filters {
	email?: string;
	role?: Role;
	search?: string;
}

export const getAllUsers: ItemOperation = {
	resource: 'user',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many users',
	description: 'List the active users of the tenant',
	fields: [
		...limitFields,
		filtersCollection([
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
	const given: IDataObject = run.context.getNodeParameter('filters', run.itemIndex, {});
	const entered = readCollection(run, 'filters', given);
	const text = (name: string, displayName: string) =>
		isAdded(entered, name) ? filterText(run, entered[name], displayName) : '';
	const email = text('email', 'Email');
	return {
		email: email === '' ? undefined : requireEmail(run, email, 'Email'),
		role: isAdded(entered, 'role') ? filterRole(run, entered.role) : undefined,
		search: text('search', 'Search Name or Email') || undefined,
	};
}

/** As few users as the filters allow: role and search are not known to the API. */
async function readUsers(run: ItemRun, filters: Filters, limit: number): Promise<User[]> {
	if (filters.email) {
		const user = await findUserByEmail(run.api, filters.email);
		return user ? [user] : [];
	}
	const wantsAll = limit === Infinity || filters.role !== undefined || filters.search !== undefined;
	const isShort = !wantsAll && limit <= 100;
	const { users, mayBeTruncated } = isShort
		? await listActiveUsers(run.api, limit)
		: await listAllUsers(run.api);
	if (mayBeTruncated && (wantsAll || users.length < limit)) warnOfCut(run.context);
	return users;
}

function matches(user: User, { role, search }: Filters): boolean {
	if (role && !sameRole(user.role, role)) return false;
	if (search === undefined) return true;
	return matchesSearch(`${user.first_name ?? ''} ${user.last_name ?? ''} ${user.email}`, search);
}

function warnOfCut(context: IExecuteFunctions) {
	context.addExecutionHints?.({
		message:
			'PeopleLens may have cut its list of users short, and offers no way to read further: look people up by email where the list must be complete.',
		type: 'warning',
		location: 'outputPane',
	});
}
