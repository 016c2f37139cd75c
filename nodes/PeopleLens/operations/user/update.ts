import type { IDataObject } from 'n8n-workflow';

import {
	getManagedUser,
	managedUserList,
	rolesOf,
	updateManagedUser,
} from '../../api/managedUsers';
import type { UserChanges } from '../../api/managedUsers';
import type { HiringRecord } from '../../api/records';
import { matchPerson } from '../../domain/personMatch';
import { mayBeRole, roleProtection } from '../../domain/roles';
import { updateFieldsCollection } from '../../fields/collections';
import { roleOptions } from '../../fields/roles';
import { userLocator } from '../../fields/userLocator';
import { readRecords } from '../../lists/readRecords';
import { readChanges } from '../../parameters/changes';
import { requireBoolean } from '../../parameters/choice';
import { isTool } from '../../parameters/origin';
import { requireRole } from '../../parameters/role';
import { invalidParameter, isBlank } from '../../parameters/source';
import { requireText } from '../../parameters/text';
import { toUserReference } from '../../parameters/user';
import { readChosenPerson } from '../records';
import type { ItemOperation, ItemRun } from '../types';
import { ADMINISTRATOR } from './administrators';
import { personKey } from './invite';

const FIELDS = {
	firstName: { key: 'first_name', displayName: 'First Name', read: requireText },
	isEnabled: { key: 'is_enabled', displayName: 'Enabled', read: requireBoolean },
	lastName: { key: 'last_name', displayName: 'Last Name', read: requireText },
	role: { key: 'role', displayName: 'Role', read: requireRole },
};

export const updateUser: ItemOperation = {
	resource: 'user',
	operation: 'update',
	name: 'Update',
	action: 'Update user',
	description: "Change a user's name or role, or let somebody in again",
	fields: [
		{
			...userLocator,
			description: 'The person to work with, also one who is disabled',
			modes: userLocator.modes?.map((mode) =>
				mode.name === 'list'
					? { ...mode, typeOptions: { searchListMethod: 'searchAllUsers', searchable: true } }
					: mode,
			),
		},
		updateFieldsCollection([
			{
				displayName: 'Enabled',
				name: 'isEnabled',
				type: 'boolean',
				default: true,
				description:
					'Whether the person may sign in. Switched off, their account and history stay, and they can be let in again.',
			},
			{ displayName: 'First Name', name: 'firstName', type: 'string', default: '' },
			{ displayName: 'Last Name', name: 'lastName', type: 'string', default: '' },
			{
				displayName: 'Role',
				name: 'role',
				type: 'options',
				options: roleOptions,
				default: 'Recruiter',
				description: 'What the person may do in PeopleLens',
			},
		]),
	],
	async execute(run) {
		const locator = run.context.getNodeParameter('userId', run.itemIndex);
		const who = toUserReference(run, locator, 'User');
		const fields: IDataObject = run.context.getNodeParameter('updateFields', run.itemIndex, {});
		const changes: UserChanges = readChanges(run, fields, FIELDS);
		const change = async (id: string) =>
			await run.mutex.runExclusive(`user ${id}`, async () => {
				const read = async () => await getManagedUser(run.api, id);
				const chosen = await readChosenPerson(run, 'userId', 'User', read);
				if (isTool(run.context)) guardAdministrators(run, chosen ?? (await read()), changes);
				return await updateManagedUser(run.api, id, changes);
			});
		if (who.by === 'id') return [await change(who.value)];
		// The look-up as well: what two items want of one email is done in their order.
		const findAndChange = async () => await change(await findByEmail(run, who.value));
		return [await run.mutex.runExclusive(personKey(who.value), findAndChange)];
	},
};

/** On the second surface, where disabled people are listed as well; the search is a loose one. */
async function findByEmail({ api }: ItemRun, email: string): Promise<string> {
	const { rows, mayBeIncomplete } = await readRecords(api, managedUserList(email), {
		limit: Infinity,
	});
	const people = rows.map(({ id, email: own }) => ({
		id,
		email: typeof own === 'string' ? own : '',
	}));
	const match = matchPerson(people, email);
	if (match.kind === 'found') return match.user.id;
	if (match.kind === 'doubt') {
		throw api.operationError(
			match.reason,
			'For this item, nothing was changed. Choose the person by ID.',
		);
	}
	throw api.apiError({
		message: `No user has the email '${email}'`,
		description: mayBeIncomplete
			? "PeopleLens did not show all users. Use 'By ID' in 'User'."
			: "Check the spelling in 'User'.",
		httpCode: '404',
		notFound: true,
		failure: { cause: 'configuration-invalid' },
	});
}

/**
 * A person changes administrators on purpose; an AI model may be talked into it.
 * @throws NodeOperationError
 */
function guardAdministrators(run: ItemRun, user: HiringRecord, { role }: UserChanges): void {
	const isProtected = mayBeAdministrator(user);
	if (!isProtected && !(role !== undefined && mayBeRole(role, ADMINISTRATOR))) return;
	throw invalidParameter(
		run,
		isProtected
			? `The user '${user.id}' was not changed: they are, or may be, an administrator`
			: `The user '${user.id}' was not made an administrator`,
		'An AI model may not do that. Ask a person to do it in PeopleLens.',
	);
}

/** Also where no role is told, or one that can't be read. */
function mayBeAdministrator(user: HiringRecord): boolean {
	const isProtected = (role: unknown) =>
		roleProtection(typeof role === 'string' ? role : undefined, [ADMINISTRATOR]) !== undefined;
	const roles = rolesOf(user);
	if (roles.length === 0 || roles.some(isProtected)) return true;
	// May as well be a title, such as `Talent`, so it tells of administrators but of no other role.
	const { company_role } = user;
	return !isBlank(company_role) && isProtected(company_role);
}
