import { Refusal } from './answer';

export const PERMISSIONS = [
	'auditLogs:read',
	'users:read',
	'users:write',
	'hiring:read',
	'hiring:write',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** The API keys of a tenant and what each may do. */
export class Keys {
	#permissions = new Map<string, ReadonlySet<Permission>>();

	/** Makes a key valid, or changes what it may do. Default: everything. */
	grant(key: string, permissions: readonly Permission[] = PERMISSIONS): void {
		this.#permissions.set(key, new Set(permissions));
	}

	/** From now on the key is unknown: 401. */
	revoke(key: string): void {
		this.#permissions.delete(key);
	}

	/**
	 * What the bearer of this header may do.
	 * @throws {Refusal} 401 without a valid key
	 */
	permissionsOf(authorization: string | undefined): ReadonlySet<Permission> {
		const key = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
		const permissions = key === undefined ? undefined : this.#permissions.get(key);
		if (permissions) return permissions;
		const headers = { 'www-authenticate': 'Bearer' };
		throw new Refusal(401, 'The API key is missing or not valid', headers);
	}
}
