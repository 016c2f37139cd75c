import { ROLES } from '../../nodes/PeopleLens/domain/roles';
import type { Behaviour } from '../behaviour';
import type { SandboxUser } from '../tenant/users';
import { empty, json, Refusal, type Answer } from './answer';
import { Body } from './body';
import { answerList, oneRecord, required } from './hiringLists';
import { readFields } from './hiringFields';
import type { Call } from './call';

/** Users as the product's own pages see them: `/api/users`, with people who were disabled. */
const NAMES = { many: 'users', one: 'user' };

export function searchUsers(call: Call): Answer {
	const { tenant, behaviour } = call;
	return answerList(call, NAMES, ['search', 'role'], (parameters) => {
		const search = parameters.text('search')?.toLowerCase();
		const role = parameters.text('role');
		const passes = (user: SandboxUser) =>
			(role === undefined || user.role === role) &&
			(search === undefined ||
				behaviour.usersSearch === 'ignored' ||
				nameOf(user).includes(search));
		return tenant.users.filter(passes).map((user) => shown(user, behaviour));
	});
}

const nameOf = ({ first_name, last_name, email }: SandboxUser) =>
	`${first_name} ${last_name} ${email}`.toLowerCase();

export function readUser(call: Call): Answer {
	const user = shown(userOf(call), call.behaviour);
	return json(200, oneRecord(user, NAMES, call.behaviour, 'own'));
}

export function changeUser(call: Call): Answer {
	const { body, tenant, behaviour } = call;
	const user = userOf(call);
	const kinds = {
		first_name: 'text',
		last_name: 'text',
		role: 'text',
		is_enabled: 'boolean',
	} as const;
	const changes: Record<string, unknown> = readFields(Body.parse(body), kinds, behaviour);
	if (changes.role !== undefined && !ROLES.some((role) => role === changes.role)) {
		throw new Refusal(behaviour.invalidStatus, `role must be one of ${ROLES.join(', ')}`);
	}
	if (behaviour.userUpdateAnswer === 'failure') return json(200, { success: false });
	const { is_enabled, ...fields } = changes;
	Object.assign(user, fields);
	if (is_enabled !== undefined) user.state = is_enabled === true ? 'active' : 'deactivated';
	tenant.addEvent({ action: 'USER_UPDATED', entity_id: user.id, details: changes });
	if (behaviour.userUpdateAnswer === 204) return empty(204);
	if (behaviour.userUpdateAnswer === 'success') return json(200, { success: true });
	return json(200, { user: shown(user, behaviour) });
}

function userOf({ tenant, id }: Call): SandboxUser {
	return required(tenant.people.get(id), 'user', id);
}

function shown(user: SandboxUser, { userRoleField }: Behaviour): object {
	const { id, first_name, last_name, email, role, state } = user;
	const roles: Record<Behaviour['userRoleField'], object> = {
		documented: { company_role: 'Talent', user_preferences: [{ role }] },
		role: { role },
		company_role: { company_role: role },
		none: {},
	};
	const is_enabled = state !== 'deactivated';
	return { id, first_name, last_name, email, is_enabled, ...roles[userRoleField] };
}
