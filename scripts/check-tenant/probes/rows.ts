import { timeOf } from './timestamp';
import { isRecord, type Reply } from '../http/response';
import type { Facts } from '../../../sandbox/tenantReport/facts';

/** An audit log, reduced to what the check looks at. Kept in memory only. */
export interface Row {
	/** The same row has the same key in every answer. */
	key: string;
	/** As sent. */
	createdAt: unknown;
	/** `createdAt` in ms since the epoch, fractions of a millisecond cut off. */
	time?: number;
	action?: string;
	actorId?: string;
}

/** A user, as far as the check looks. Kept in memory only. */
export interface Person {
	id?: string;
	email?: string;
	role?: string;
	/** False when the row itself says that the user is not active. */
	active: boolean;
}

type Answer = NonNullable<Facts['auditLogAnswer']>;

/** What kind of answer to a list request this is. */
export function answerOf(reply: Reply): Answer {
	if (reply.kind === 'silence') return reply.why === 'tooLarge' ? 'tooLarge' : 'none';
	const { status, body, json } = reply;
	if (status >= 300 && status < 400) return 'redirect';
	if (status < 200 || status >= 300) return 'status';
	if (body !== 'json') return body;
	if (isRecord(json) && Array.isArray(json.data)) return 'list';
	const isOtherList =
		Array.isArray(json) || (isRecord(json) && Object.values(json).some(Array.isArray));
	return isOtherList ? 'otherList' : 'otherJson';
}

/** The rows under `data`; undefined when the answer is not the list that the reference describes. */
export function dataOf(reply: Reply): unknown[] | undefined {
	if (reply.kind === 'silence' || answerOf(reply) !== 'list' || !isRecord(reply.json)) return;
	return Array.isArray(reply.json.data) ? reply.json.data : undefined;
}

export function rowOf(value: unknown): Row {
	if (!isRecord(value)) return { key: JSON.stringify(value), createdAt: undefined };
	const id = textOf(value.id);
	return {
		key: id === undefined ? JSON.stringify(value) : `id ${id}`,
		createdAt: value.created_at,
		time: timeOf(value.created_at),
		action: typeof value.action === 'string' && value.action !== '' ? value.action : undefined,
		actorId: textOf(value.user_id),
	};
}

export function personOf(value: unknown): Person {
	if (!isRecord(value)) return { active: true };
	return {
		id: textOf(value.id),
		email: typeof value.email === 'string' && value.email.includes('@') ? value.email : undefined,
		role: typeof value.role === 'string' ? value.role : undefined,
		active: !saysInactive(value),
	};
}

function saysInactive({ status, active, is_active, is_enabled, enabled }: Record<string, unknown>) {
	const flags = [active, is_active, is_enabled, enabled];
	const words = typeof status === 'string' ? status : '';
	return flags.includes(false) || /^(inactive|deactivated|disabled|deleted)$/i.test(words);
}

/** An ID as a text; undefined for what is none, such as a number that JSON can't carry exactly. */
export function textOf(value: unknown): string | undefined {
	if (Number.isSafeInteger(value)) return String(value);
	return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

/** Of what kind the IDs in a list are. */
export function idKind(values: unknown[]): NonNullable<Facts['userIds']> | null {
	const kinds = new Set(values.map((value) => kindOf(isRecord(value) ? value.id : undefined)));
	if (kinds.size === 0) return null;
	// A number beside texts is still an ID.
	if (kinds.has('text') && kinds.has('number')) kinds.delete('text');
	const [kind] = kinds;
	return kinds.size > 1 ? 'mixed' : kind;
}

function kindOf(id: unknown): 'text' | 'number' | 'unsafeNumber' | 'missing' {
	if (typeof id === 'number') return Number.isSafeInteger(id) ? 'number' : 'unsafeNumber';
	return textOf(id) === undefined ? 'missing' : 'text';
}
