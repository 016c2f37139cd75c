import type { IDataObject } from 'n8n-workflow';

import { deactivateUser as deactivate } from '../../api/users';
import { optionsOf } from '../../fields/collections';
import { roleOptions, sameRole } from '../../fields/roles';
import { toUserReference, userLocator } from '../../fields/userLocator';
import { toList } from '../../fields/values';
import { isTool } from '../items';
import type { ItemOperation, ItemRun } from '../types';
import { findUser, ifNotFoundOption, readOptions, unlessNotFound } from './lookUp';

export const deactivateUser: ItemOperation = {
	resource: 'user',
	operation: 'deactivate',
	name: 'Deactivate',
	action: 'Deactivate user',
	description: 'Take away the access of one user. Their history stays in PeopleLens.',
	fields: [
		userLocator,
		optionsOf([
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
		const protectedRoles = toList(readOptions(run).protectedRoles ?? protectedByDefault(run));

		// An ID alone is enough to deactivate, so a user is read only where more must be known.
		const needsReading = who.by === 'email' || protectedRoles.length > 0;
		const user = needsReading ? await findUser(run, who) : { id: who.value };
		if (!user) return [notDone({ [who.by]: who.value }, notFound(who.value))];

		const target: IDataObject = { id: user.id, ...('email' in user && { email: user.email }) };
		const role = 'role' in user ? user.role : undefined;
		const isProtected = !role || protectedRoles.some((name) => sameRole(name, role));
		if (protectedRoles.length > 0 && isProtected) return [notDone(target, protection(role))];

		const done = await unlessNotFound(run, async () => {
			await deactivate(run.api, user.id);
			return { ...target, deactivated: true };
		});
		return [done ?? notDone(target, notFound(who.value))];
	},
};

/** A person picks a user on purpose; an AI model may be talked into picking an administrator. */
const protectedByDefault = ({ context }: ItemRun) => (isTool(context) ? ['Administrator'] : []);

const notDone = (target: IDataObject, reason: string): IDataObject => ({
	...target,
	deactivated: false,
	reason,
});

const notFound = (asked: string) => `PeopleLens has no active user '${asked}'`;

/** An unknown role could be a protected one, and taking access away can't be taken back here. */
const protection = (role: string | undefined) =>
	role ? `The role ${role} is protected` : 'The role is not known, so it may be a protected one';
