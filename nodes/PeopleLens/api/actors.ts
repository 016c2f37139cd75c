import type { Api } from './client';
import { listAllUsers } from './directory';
import { isNotFound } from './errors';
import type { AuditLog, User } from './types';
import { getUser } from './users';

/** An audit log with the user who did it; null for the system and for people no longer returned. */
export type AuditLogWithActor = AuditLog & { actor: User | null };

/** From this many unknown actors on, reading the whole list costs less than asking for each. */
const MANY = 4;

/**
 * Adds to each audit log the user who did it. Everyone is asked for once.
 * @param known answers of earlier calls, by user ID; added to
 * @throws NodeApiError
 */
export async function addActors(
	api: Api,
	logs: AuditLog[],
	known: Map<string, User | null>,
): Promise<AuditLogWithActor[]> {
	const ids = new Set(logs.flatMap(({ user_id }) => user_id ?? []));
	const unknown = () => [...ids].filter((id) => !known.has(id));

	if (unknown().length >= MANY) {
		for (const user of (await listAllUsers(api)).users) known.set(user.id, user);
	}
	// Whoever isn't on the list may have been deactivated, which some servers still answer for.
	await Promise.all(unknown().map(async (id) => known.set(id, await findActor(api, id))));

	return logs.map((log) => ({ ...log, actor: known.get(log.user_id ?? '') ?? null }));
}

async function findActor(api: Api, id: string): Promise<User | null> {
	return await getUser(api, id).catch((error: unknown) => {
		if (isNotFound(error)) return null;
		throw error;
	});
}
