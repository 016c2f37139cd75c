/**
 * The door: what comes from outside is parsed here once, and trusted behind it. A parser answers
 * undefined for a body that is not what the API reference describes.
 */
import type { GenericValue, IDataObject } from 'n8n-workflow';

import { confirmationIn } from './confirmation';
import type { Confirmation } from './confirmation';
import { isRecord } from './http/record';
import type { AuditLog, User } from './types';

/**
 * `{data: {…}}`, `{user: {…}}` or the bare user: the reference does not say which. What carries an
 * ID of its own is the user, whatever else lies inside.
 */
export function parseUser(body: unknown): User | undefined {
	if (!isRecord(body)) return undefined;
	const { id, data, user } = body;
	if (id !== undefined && id !== null) return toUser(body);
	if (isRecord(data) && isRecord(user)) return undefined;
	return toUser(data) ?? toUser(user);
}

/** `{data: [user, …]}`. With an entry that has no ID, and nobody could work with, it is no list. */
export function parseUsers(body: unknown): User[] | undefined {
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
export function parseAuditLogs(body: unknown): AuditLogPage | undefined {
	if (!isRecord(body) || !Array.isArray(body.data)) return undefined;
	const total = isRecord(body.pagination) ? body.pagination.total : undefined;
	return {
		rows: (body.data as unknown[]).map(toAuditLog),
		...(typeof total === 'number' && total >= 0 ? { total } : {}),
	};
}

/** What the answer to a deactivation says, unless that is a no. 202 says "later", whatever follows. */
export function parseDeactivation(
	body: unknown,
	status: number,
): Exclude<Confirmation, 'no'> | undefined {
	const confirmation = confirmationIn(body);
	if (confirmation === 'yes' && status === 202) return 'unclear';
	return confirmation === 'no' ? undefined : confirmation;
}

/** Texts are texts: a name or role of any other kind is one that PeopleLens does not tell. */
function toUser(value: unknown): User | undefined {
	if (!isRecord(value)) return undefined;
	if (isUser(value)) return value;
	const id = toId(value.id);
	if (id === undefined) return undefined;
	const { first_name, last_name, role, ...others } = value;
	return {
		...others,
		id,
		email: typeof value.email === 'string' ? value.email : '',
		...(typeof first_name === 'string' && { first_name }),
		...(typeof last_name === 'string' && { last_name }),
		...(typeof role === 'string' && { role }),
	};
}

/** Whether a record is one already: nearly all are, and a copy of each would cost time. */
function isUser(value: IDataObject): value is User {
	const { id, email, first_name = '', last_name = '', role = '' } = value;
	return (
		typeof id === 'string' &&
		toId(id) === id &&
		[email, first_name, last_name, role].every((text) => typeof text === 'string')
	);
}

function toAuditLog(value: unknown): AuditLog {
	return isRecord(value) ? value : { details: value as GenericValue };
}

/**
 * An ID is a text that isn't empty, or a whole number that JSON can carry: a larger one has lost
 * its last digits on the way and would be somebody else's.
 */
export function toId(value: unknown): string | undefined {
	if (Number.isSafeInteger(value)) return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/**
 * Whether an answer names another record than the one that was asked about. It need not name any,
 * and may write the ID in other capitals, as databases do with UUIDs.
 */
export function namesAnother(answered: unknown, asked: string): boolean {
	return (toId(answered) ?? asked).toLowerCase() !== asked.toLowerCase();
}
