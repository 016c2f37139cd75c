import { ROLES } from '../../nodes/PeopleLens/domain/roles';
import { Refusal } from './answer';
import type { Behaviour } from '../behaviour';
import { Body } from './body';

/** What `POST /users` carries, checked. */
export interface Invitation {
	email: string;
	first_name: string;
	last_name: string;
	role?: string;
}

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const FIELDS = ['email', 'first_name', 'last_name', 'role'];

/** @throws {Refusal} 400 when the body is no JSON object, else `invalidStatus` for its fields */
export function readInvitation(text: string, behaviour: Behaviour): Invitation {
	const body = Body.parse(text);
	const invalid = (message: string) => new Refusal(behaviour.invalidStatus, message);
	const required = (name: string) => {
		const value = body.get(name);
		if (typeof value === 'string' && value.trim() !== '') return value;
		throw invalid(`${name} is required`);
	};

	const invitation: Invitation = {
		email: required('email'),
		first_name: required('first_name'),
		last_name: required('last_name'),
	};
	if (!EMAIL.test(invitation.email)) throw invalid('email must be an email address');
	const role = body.get('role');
	if (role !== undefined) {
		invitation.role = ROLES.find((known) => known === role);
		if (!invitation.role) throw invalid(`role must be one of ${ROLES.join(', ')}`);
	}
	const unknown = body.names().find((name) => !FIELDS.includes(name));
	if (unknown !== undefined && behaviour.unknownParameters === 'reject') {
		throw invalid(`Unknown field "${unknown}"`);
	}
	return invitation;
}
