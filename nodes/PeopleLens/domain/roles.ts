import { foldConfusables } from './confusables';
import { excerpt } from './excerpt';

/** The roles that PeopleLens knows for an invitation (API reference, `POST /users`). */
export const ROLES = ['Administrator', 'HiringManager', 'Interviewer', 'Recruiter'] as const;

export type Role = (typeof ROLES)[number];

/** HR systems spell roles in many ways, so case, spaces, hyphens and underscores don't count. */
export function sameRole(a = '', b = ''): boolean {
	return bare(a) === bare(b);
}

/** The role that a text names, or undefined when PeopleLens knows none like it. */
export function toRole(text: string): Role | undefined {
	return ROLES.find((known) => sameRole(known, text));
}

/**
 * Whether somebody with this role may be one of those with another role: `Admin`, or `Tenant
 * Administrator`, may well be an Administrator. For protections, which rather hold too often.
 */
export function mayBeRole(role: string, protectedRole: string): boolean {
	const [has, protects] = [letters(role), letters(protectedRole)];
	return has.includes(protects) || (has.length >= SHORTEST_NAME && protects.includes(has));
}

/** A shorter text is part of too many names to say anything. */
const SHORTEST_NAME = 3;

/**
 * Why somebody with this role is to be left alone.
 * @param role undefined where PeopleLens tells none: it could be a protected one
 * @returns undefined when none of the protected roles may be theirs
 */
export function roleProtection(
	role: string | undefined,
	protectedRoles: readonly string[],
): string | undefined {
	if (protectedRoles.length === 0) return undefined;
	if (!role || letters(role) === '') {
		return 'The role is not known, so it may be a protected one';
	}
	const isProtected = protectedRoles.some((name) => mayBeRole(role, name));
	return isProtected ? `The role ${excerpt(role)} is protected` : undefined;
}

const bare = (role: string) => role.replace(/[\s_-]/g, '').toLowerCase();

const letters = (role: string) =>
	foldConfusables(
		role
			.normalize('NFKD')
			.replace(/[^\p{L}\p{N}]/gu, '')
			.toLowerCase(),
	);
