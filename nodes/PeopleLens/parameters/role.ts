import { excerpt } from '../domain/excerpt';
import { ROLES, toRole } from '../domain/roles';
import type { Role } from '../domain/roles';
import { readEntries } from './list';
import { invalidParameter } from './source';
import type { ParameterSource } from './source';
import { filterText, optionalText, requireText } from './text';

const KNOWN = ROLES.join(', ');

/**
 * The role to invite with, or undefined for the tenant's default.
 * @throws NodeOperationError for a role that PeopleLens doesn't know
 */
export function optionalRole(
	source: ParameterSource,
	value: unknown,
	displayName = 'Role',
): Role | undefined {
	const text = optionalText(source, value, displayName);
	if (text === '') return undefined;
	return known(source, text, displayName, `, or leave it empty for the tenant's default`);
}

/** One of the roles that PeopleLens knows. @throws NodeOperationError for anything else */
export function requireRole(source: ParameterSource, value: unknown, displayName: string): Role {
	return known(source, requireText(source, value, displayName), displayName, '');
}

/**
 * The role to filter by, or undefined for all.
 * @throws NodeOperationError for a role that PeopleLens doesn't know
 */
export function filterRole(source: ParameterSource, value: unknown): Role | undefined {
	const text = filterText(source, value, 'Role');
	return text === '' ? undefined : known(source, text, 'Role', '');
}

/**
 * Roles to protect. A protection that can't be understood protects nobody, so it is refused; only
 * the empty list means that nobody is to be protected.
 * @throws NodeOperationError when an expression gave nothing, or anything but known roles
 */
export function requireRoles(source: ParameterSource, value: unknown, displayName: string): Role[] {
	return readEntries(source, value, displayName).map((entry) =>
		known(source, entry, displayName, ', as a list or separated by commas'),
	);
}

function known(
	source: ParameterSource,
	text: string,
	displayName: string,
	otherwise: string,
): Role {
	const role = toRole(text);
	if (role) return role;
	throw invalidParameter(
		source,
		`'${excerpt(text)}' in '${displayName}' is not a PeopleLens role`,
		`Use one of ${KNOWN}${otherwise}.`,
	);
}
