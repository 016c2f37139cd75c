import { ROLES } from '../../nodes/PeopleLens/api/types';
import { Refusal } from './answer';
import type { Behaviour } from './behaviour';

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
export function readInvitation(body: string, behaviour: Behaviour): Invitation {
	const fields = parseObject(body);
	const invalid = (message: string) => new Refusal(behaviour.invalidStatus, message);
	const text = (name: string) => {
		const value = fields.get(name);
		if (typeof value === 'string' && value.trim() !== '') return value;
		throw invalid(`${name} is required`);
	};

	const email = text('email');
	if (!EMAIL.test(email)) throw invalid('email must be an email address');
	const invitation: Invitation = {
		email,
		first_name: text('first_name'),
		last_name: text('last_name'),
	};
	if (fields.has('role')) {
		const role = fields.get('role');
		invitation.role = ROLES.find((known) => known === role);
		if (!invitation.role) throw invalid(`role must be one of ${ROLES.join(', ')}`);
	}
	const unknown = [...fields.keys()].find((name) => !FIELDS.includes(name));
	if (unknown !== undefined && behaviour.unknownParameters === 'reject') {
		throw invalid(`Unknown field "${unknown}"`);
	}
	return invitation;
}

function parseObject(body: string): Map<string, unknown> {
	try {
		const parsed: unknown = JSON.parse(body);
		if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
			return new Map(Object.entries(parsed));
		}
	} catch {
		// Falls through to the refusal: no JSON is as wrong as no object.
	}
	throw new Refusal(400, 'The body must be a JSON object');
}
