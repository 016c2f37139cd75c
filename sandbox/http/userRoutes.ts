import type { User } from '../../nodes/PeopleLens/api/types';
import { empty, json, Refusal, type Answer } from './answer';
import type { Behaviour, Wrapping } from '../behaviour';
import { readInvitation } from './invitation';
import { Parameters } from './parameters';
import type { Call } from './call';
import type { SandboxUser } from '../tenant/users';

export function listUsers({ query, tenant, behaviour }: Call): Answer {
	const parameters = new Parameters(query, ['email', 'limit'], behaviour);
	const email = parameters.text('email');
	const most = behaviour.usersMaxLimit ?? Infinity;
	const limit = parameters.count('limit', 1, most) ?? behaviour.defaultLimit;
	const listed = tenant.users.filter(
		(user) => isListed(user, behaviour) && matches(user, email, behaviour),
	);
	const length = Math.min(limit, behaviour.usersCap ?? limit);
	return json(200, { data: listed.slice(0, length).map((user) => inList(user, behaviour)) });
}

export function getUser({ id, tenant, behaviour }: Call): Answer {
	const user = tenant.people.get(id);
	if (!user || (user.state === 'deactivated' && behaviour.deactivatedUserGet === 404)) {
		throw new Refusal(404, `There is no user ${id}`);
	}
	return json(200, wrap(answered(user), behaviour.userAnswer));
}

export function inviteUser({ body, tenant, behaviour }: Call): Answer {
	const invitation = readInvitation(body, behaviour);
	const existing = tenant.people.withEmail(invitation.email);
	const returning =
		existing?.state === 'deactivated' && behaviour.inviteDeactivated === 'reactivate';
	if (!existing || returning) {
		const user = tenant.invite(invitation);
		return json(behaviour.createStatus, wrap(answered(user), behaviour.createAnswer));
	}
	if (behaviour.conflictStatus === 200) {
		return json(200, wrap(answered(existing), behaviour.createAnswer));
	}
	const told = `A user with the email ${invitation.email} already exists`;
	throw new Refusal(behaviour.conflictStatus, told);
}

export function deactivateUser({ id, tenant, behaviour }: Call): Answer {
	const user = tenant.people.get(id);
	const gone = user?.state === 'deactivated';
	if (!user || (gone && behaviour.deactivatedUserDelete === 404)) {
		throw new Refusal(404, `There is no user ${id}`);
	}
	if (!gone) tenant.deactivate(user);
	if (behaviour.deleteAnswer === '200-body') return json(200, { success: true });
	return empty(behaviour.deleteAnswer);
}

function isListed(
	{ state }: SandboxUser,
	{ invitedListed, deactivatedListed }: Behaviour,
): boolean {
	if (state === 'deactivated') return deactivatedListed !== null;
	return state === 'active' || (state === 'invited' && invitedListed);
}

function matches(user: SandboxUser, email: string | undefined, { emailFilter }: Behaviour) {
	if (email === undefined || emailFilter === 'ignored') return true;
	if (emailFilter === 'exact') return user.email === email;
	const [own, asked] = [user.email.toLowerCase(), email.toLowerCase()];
	return emailFilter === 'contains' ? own.includes(asked) : own === asked;
}

function answered({ id, email, first_name, last_name, role }: SandboxUser): User {
	return { id, email, first_name, last_name, role };
}

/** Where deactivated people are listed, a field says of everybody which they are. */
function inList(user: SandboxUser, { deactivatedListed }: Behaviour): User {
	if (deactivatedListed === null) return answered(user);
	const isActive = user.state !== 'deactivated';
	const said = deactivatedListed === 'status' ? user.state : isActive;
	return { ...answered(user), [deactivatedListed]: said };
}

function wrap(user: User, wrapping: Wrapping): unknown {
	return wrapping === 'bare' ? user : { [wrapping]: user };
}
