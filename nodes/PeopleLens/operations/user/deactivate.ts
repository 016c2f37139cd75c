import type { IDataObject } from 'n8n-workflow';

import { deactivateIfUnchanged, deactivateAndVerify } from '../../api/deactivation';
import type { User } from '../../api/types';
import { activityOf } from '../../domain/activity';
import { roleProtection } from '../../domain/roles';
import type { Role } from '../../domain/roles';
import { optionsCollection } from '../../fields/collections';
import { roleOptions } from '../../fields/roles';
import { userLocator } from '../../fields/userLocator';
import { optionOr } from '../../parameters/choice';
import { requireChosenPerson } from '../../parameters/listChoice';
import { isTool, storedIn } from '../../parameters/origin';
import { requireRoles } from '../../parameters/role';
import { isFromList } from '../../parameters/source';
import { toUserReference } from '../../parameters/user';
import type { UserReference } from '../../parameters/user';
import { readOptions, unlessNotFound } from '../ifNotFound';
import type { ItemOperation, ItemRun } from '../types';
import { findUser, ifNotFoundOption } from './lookUp';

export const deactivateUser: ItemOperation = {
	resource: 'user',
	operation: 'deactivate',
	name: 'Deactivate',
	action: 'Deactivate user',
	description: "Remove one user's access. Their history stays in PeopleLens.",
	fields: [
		userLocator,
		optionsCollection([
			ifNotFoundOption,
			{
				displayName: 'Protected Roles',
				name: 'protectedRoles',
				type: 'multiOptions',
				options: roleOptions,
				default: ['Administrator'],
				description: 'People with one of these roles are left as they are, and the item says why',
			},
		]),
	],
	async execute(run) {
		const locator = run.context.getNodeParameter('userId', run.itemIndex);
		const who = toUserReference(run, locator, 'User');
		const protectedRoles = readProtectedRoles(run);

		// An ID alone is enough to deactivate, so a user is read only where more must be known. Chosen from
		// the list, a person was chosen by name: so make sure that the ID is still theirs.
		const isBareId = who.by === 'id' && protectedRoles.length === 0 && !isFromList(locator);
		const user = isBareId ? undefined : await findUser(run, who);
		if (!isBareId && !user) return [notDone({ [who.by]: who.value }, notFound(who.value))];

		if (user) requireChosenPerson(run, storedIn(run, 'userId'), user.email, 'User');

		const target: IDataObject = user ? { id: user.id, email: user.email } : { id: who.value };
		const reason = await unlessNotFound(run, async () =>
			user
				? await deactivateRead(run, who, user, protectedRoles)
				: await deactivateAndVerify(run.api, who.value).then(() => ''),
		);
		if (reason === '') return [{ ...target, deactivated: true }];
		return [notDone(target, reason ?? notFound(who.value))];
	},
};

/**
 * Deactivates a user who was read, by ID just now, or from the list by email.
 * @returns why the user was left alone; '' when they have no access any more
 */
async function deactivateRead(
	{ api }: ItemRun,
	who: UserReference,
	user: User,
	protectedRoles: Role[],
): Promise<string> {
	const protection = roleProtection(user.role, protectedRoles);
	if (protection) return protection;
	if (who.by === 'email') return (await deactivateIfUnchanged(api, user, protectedRoles)) ?? '';
	if (activityOf(user) === false) return '';
	await deactivateAndVerify(api, who.value, { email: user.email, wasListed: false });
	return '';
}

/** A person picks a user on purpose; an AI model may be talked into picking an administrator. */
function readProtectedRoles(run: ItemRun): Role[] {
	const byDefault: Role[] = isTool(run.context) ? ['Administrator'] : [];
	return optionOr(readOptions(run), 'protectedRoles', byDefault, (value) =>
		requireRoles(run, value, 'Protected Roles'),
	);
}

const notDone = (target: IDataObject, reason: string): IDataObject => ({
	...target,
	deactivated: false,
	reason,
});

const notFound = (asked: string) => `PeopleLens has no active user '${asked}'`;
