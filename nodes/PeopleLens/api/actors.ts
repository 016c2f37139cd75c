import { NodeApiError } from 'n8n-workflow';

import { textOf } from './auditLogs';
import type { Api } from './client';
import type { AuditLog, User } from './types';
import { listAllUsers } from './userList';
import { getUser } from './users';

/** An audit log with the user who did it; null for the system and for people no longer returned. */
export type AuditLogWithActor = AuditLog & { actor: User | null };

/** From this many unknown actors on, reading the whole list costs less than asking for each. */
const MANY = 4;

/** So many people who are not on the list are asked for one by one; the others stay unknown. */
export const MAX_SINGLE_LOOK_UPS = 100;

/** The statuses that say something about all requests, and nothing about one person. */
const ABOUT_EVERYONE = ['401', '403', '429'];

/** What earlier calls have found out, for everything that one execution does. */
export interface ActorCache {
	/** By user ID; null for those whom PeopleLens does not return. */
	known: Map<string, User | null>;
	isListRead: boolean;
	lookUpsLeft: number;
	/** There were more people to ask for than that. */
	isIncomplete: boolean;
}

export function createActorCache(): ActorCache {
	return {
		known: new Map(),
		isListRead: false,
		lookUpsLeft: MAX_SINGLE_LOOK_UPS,
		isIncomplete: false,
	};
}

/**
 * Adds to each audit log the user who did it. Everyone is asked for once, and whoever can't be
 * found, for whatever reason, is null.
 * @param cache what earlier calls have found out; added to
 * @throws NodeApiError when PeopleLens does not let users be read at all
 */
export async function addActors(
	api: Api,
	logs: AuditLog[],
	cache: ActorCache,
): Promise<AuditLogWithActor[]> {
	const ids = new Set(logs.flatMap((log) => textOf(log, 'user_id') ?? []));
	const unknown = () => [...ids].filter((id) => !cache.known.has(id));

	if (!cache.isListRead && unknown().length >= MANY) await readList(api, cache);
	// Whoever isn't on the list may have been deactivated, which some servers still answer for.
	const asked = unknown().slice(0, cache.lookUpsLeft);
	cache.lookUpsLeft -= asked.length;
	cache.isIncomplete ||= asked.length < unknown().length;
	await Promise.all(asked.map(async (id) => cache.known.set(id, await findActor(api, id))));

	return logs.map((log) => {
		const id = textOf(log, 'user_id');
		return { ...log, actor: (id !== undefined && cache.known.get(id)) || null };
	});
}

async function readList(api: Api, cache: ActorCache): Promise<void> {
	const { users } = await listAllUsers(api).catch((error: unknown) => {
		if (isAboutEveryone(error)) throw error;
		return { users: [] };
	});
	cache.isListRead = true;
	for (const user of users) cache.known.set(user.id, user);
}

async function findActor(api: Api, id: string): Promise<User | null> {
	return await getUser(api, id).catch((error: unknown) => {
		if (isAboutEveryone(error)) throw error;
		return null;
	});
}

function isAboutEveryone(error: unknown): boolean {
	return error instanceof NodeApiError && ABOUT_EVERYONE.includes(error.httpCode ?? '');
}
