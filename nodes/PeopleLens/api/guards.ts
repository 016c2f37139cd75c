import type { GenericValue, IDataObject } from 'n8n-workflow';

import type { AuditLog, User } from './types';

/**
 * The door: what comes from outside is looked at here once, and trusted behind it. A guard
 * answers undefined for a body that is not what the API reference describes.
 */
export function isRecord(value: unknown): value is IDataObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{data: {…}}`, `{user: {…}}` or the bare user: the reference does not say which. */
export function readUser(body: unknown): User | undefined {
	if (!isRecord(body)) return undefined;
	return toUser(body.data) ?? toUser(body.user) ?? toUser(body);
}

/** `{data: [user, …]}`. Entries without an ID are nobody that could be worked with. */
export function readUsers(body: unknown): User[] | undefined {
	if (!isRecord(body) || !Array.isArray(body.data)) return undefined;
	const users = (body.data as unknown[]).map(toUser);
	return users.every((user) => user !== undefined) ? users : undefined;
}

export interface AuditLogPage {
	rows: AuditLog[];
	/** As sent: a hint, never a proof. */
	total?: number;
}

/** `{data: [audit log, …], pagination: {total}}`. A broken row stays in its place: paging counts. */
export function readAuditLogs(body: unknown): AuditLogPage | undefined {
	if (!isRecord(body) || !Array.isArray(body.data)) return undefined;
	const total = isRecord(body.pagination) ? body.pagination.total : undefined;
	return {
		rows: (body.data as unknown[]).map(toAuditLog),
		...(typeof total === 'number' && total >= 0 ? { total } : {}),
	};
}

/**
 * A deactivation may answer nothing, a text or any object, unless that object says it did not
 * succeed. A page of HTML or half an object comes from somewhere else.
 */
export function readDeactivation(body: unknown): true | undefined {
	if (typeof body === 'string') return /^\s*[<{[]/.test(body) ? undefined : true;
	return isRecord(body) && (body.success === false || body.error) ? undefined : true;
}

function toUser(value: unknown): User | undefined {
	if (!isRecord(value)) return undefined;
	const id = toId(value.id);
	if (id === undefined) return undefined;
	return { ...value, id, email: typeof value.email === 'string' ? value.email : '' };
}

function toAuditLog(value: unknown): AuditLog {
	if (!isRecord(value)) return { details: value as GenericValue };
	return typeof value.id === 'number' ? { ...value, id: String(value.id) } : value;
}

/** "An id is any non-empty string"; a number is one that was not quoted. */
function toId(value: unknown): string | undefined {
	if (typeof value === 'number') return String(value);
	return typeof value === 'string' && value !== '' ? value : undefined;
}
