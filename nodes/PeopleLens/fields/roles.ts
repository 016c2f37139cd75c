import type { INodePropertyOptions } from 'n8n-workflow';

import { ROLES } from '../api/types';
import type { Role } from '../api/types';
import { unusable } from './values';
import type { ValueSource } from './values';

/** The roles that PeopleLens knows, for dropdowns. */
export const roleOptions: INodePropertyOptions[] = [
	{ name: 'Administrator', value: 'Administrator' },
	{ name: 'Hiring Manager', value: 'HiringManager' },
	{ name: 'Interviewer', value: 'Interviewer' },
	{ name: 'Recruiter', value: 'Recruiter' },
];

/** A role as the dropdowns write it, or as PeopleLens does where it isn't one of theirs. */
export const roleName = (role?: string) =>
	roleOptions.find(({ value }) => sameRole(String(value), role))?.name ?? role;

/** HR systems spell roles in many ways, so case, spaces, hyphens and underscores don't count. */
export const sameRole = (a = '', b = '') => bare(a) === bare(b);

const bare = (role: string) => role.replace(/[\s_-]/g, '').toLowerCase();

/**
 * The role to invite with, or undefined for the tenant's default.
 * @throws NodeOperationError for a role that PeopleLens doesn't know
 */
export function optionalRole(source: ValueSource, value: unknown): Role | undefined {
	const text = String(value ?? '').trim();
	if (text === '') return undefined;
	const role = ROLES.find((known) => sameRole(known, text));
	if (role) return role;
	throw unusable(
		source,
		`'${text}' in 'Role' is not a PeopleLens role`,
		`Use one of ${ROLES.join(', ')}, or leave it empty for the tenant's default.`,
	);
}
