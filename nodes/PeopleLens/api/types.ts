import type { IDataObject } from 'n8n-workflow';

/** The roles that PeopleLens knows for an invitation (API reference, `POST /users`). */
export const ROLES = ['Administrator', 'HiringManager', 'Interviewer', 'Recruiter'] as const;

export type Role = (typeof ROLES)[number];

/** A user as PeopleLens sends it. Only `id` and `email` are sure to be there. */
export interface User extends IDataObject {
	id: string;
	email: string;
	first_name?: string;
	last_name?: string;
	role?: string;
}

/** What an invitation carries. Without a role, the tenant's default applies. */
export interface NewUser {
	email: string;
	firstName: string;
	lastName: string;
	role?: Role;
}

/**
 * An audit log as PeopleLens sends it. Nothing is sure to be there: a broken row
 * must neither stop a read nor be lost.
 */
export interface AuditLog extends IDataObject {
	id?: string | null;
	action?: string | null;
	entity_type?: string | null;
	entity_id?: string | null;
	user_id?: string | null;
	/** ISO 8601, UTC, milliseconds. */
	created_at?: string | null;
}
