import type { IDataObject } from 'n8n-workflow';

import type { Role } from '../domain/roles';

/** A user as PeopleLens sends it. Only `id` and `email` are sure to be there; `email` may be empty. */
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
 * An audit log as PeopleLens sends it: it goes on untouched. Nothing is sure to be there, nor to be
 * of the kind that the reference says: compare by `textOf`. A broken row must neither stop a read
 * nor be lost.
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
