import type { IDataObject } from 'n8n-workflow';

import { activityOf } from '../domain/activity';
import { sameRole } from '../domain/roles';
import { changeRecord, notTaken, parseChange, unchangedField } from './changes';
import type { Api } from './client';
import { isRecord } from './http/record';
import { idInPath } from './idInPath';
import type { RecordList } from './recordList';
import { messagesAbout, parseRecord, requireSame } from './records';
import type { HiringRecord, Kind } from './records';

/** Users on PeopleLens's second surface: there they can be changed, and disabled ones be found. */
const USER: Kind = { one: 'user', many: 'users', field: 'User', path: '/api/users' };

const userPath = (api: Api, id: string) => `${USER.path}/${idInPath(api, id, USER.field)}`;

/** In the API's words. */
export interface UserChanges extends IDataObject {
	first_name?: string;
	last_name?: string;
	role?: string;
	is_enabled?: boolean;
}

export const managedUserList = (search?: string): RecordList => ({
	kind: USER,
	permission: 'read users',
	rejected: "PeopleLens did not accept the search for the user. Check 'User'.",
	filters: { search },
});

/**
 * @returns the user with that ID, whether enabled or not, and never another one
 * @throws NodeApiError, `isNotFound` when there is none
 */
export async function getManagedUser(api: Api, id: string): Promise<HiringRecord> {
	const { result } = await api.send({
		method: 'GET',
		path: userPath(api, id),
		parse: (body) => parseRecord(USER, body),
		subject: id,
		messages: messagesAbout(USER, 'read users'),
	});
	requireSame(api, USER, id, result.id);
	return result;
}

/** All that is told about what a user may do in PeopleLens: the reference has a list for it. */
export function rolesOf({ role, user_preferences }: IDataObject): string[] {
	const preferences: unknown[] = Array.isArray(user_preferences) ? user_preferences : [];
	const told = [role, ...preferences.map((one) => (isRecord(one) ? one.role : undefined))];
	return told.filter((one): one is string => typeof one === 'string' && one !== '');
}

/**
 * @returns the user, read again after the change
 * @throws NodeApiError, `isOutcomeUnknown` when it may have been done all the same;
 * NodeOperationError when PeopleLens shows that it was not
 */
export async function updateManagedUser(
	api: Api,
	id: string,
	changes: UserChanges,
): Promise<HiringRecord> {
	const read = async () => await getManagedUser(api, id);
	const call = {
		method: 'PATCH' as const,
		path: userPath(api, id),
		body: changes,
		// Whatever it answers, what counts is how the user looks afterwards.
		parse: (body: unknown, status: number) => {
			const change = parseChange(USER, body, status);
			return change === undefined || change === 'refused' ? change : ('done' as const);
		},
		subject: id,
		messages: messagesAbout(USER, 'change users', {
			rejected: (subject: string) =>
				`PeopleLens did not accept the changes to the user '${subject}'. Check the fields under 'Update Fields'.`,
			conflict: (subject: string) =>
				`PeopleLens can't change the user '${subject}' as things stand. Open the user in PeopleLens to see what is in the way.`,
			uncertain: (subject: string) =>
				`The user '${subject}' may have been changed: running this again is safe.`,
		}),
	};
	const user = await changeRecord(api, USER, id, call, read);
	const undone = unchanged(user, changes);
	if (undone === undefined) return user;
	throw notTaken(api, USER, id, undone, ' Running this again is safe.');
}

/** What has stayed as it was, in words; first what matters for somebody's access. */
function unchanged(user: HiringRecord, changes: UserChanges): string | undefined {
	const { role, is_enabled, ...names } = changes;
	const isActive = activityOf(user);
	if (is_enabled !== undefined && isActive === !is_enabled) {
		return isActive ? 'that the user has access' : 'that the user has no access';
	}
	const shown = rolesOf(user);
	if (role !== undefined && shown.length > 0 && !shown.some((one) => sameRole(one, role))) {
		return shown.length === 1 ? `the role ${shown[0]}` : `the roles ${shown.join(', ')}`;
	}
	return unchangedField(names, user);
}
