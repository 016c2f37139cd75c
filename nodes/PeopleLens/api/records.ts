/**
 * What candidates, jobs, templates and users of the second surface have in common: how their answers
 * are read, and what is said when there is none.
 */
import type { IDataObject } from 'n8n-workflow';

import type { Api } from './client';
import { isRefusalIn } from './confirmation';
import { isShallow } from './depth';
import type { CallMessages } from './errors/messages';
import { isRecord } from './http/record';
import { namesAnother, toId } from './responses';

/** A record as PeopleLens sends it. Only the ID is sure to be there; it is always a text here. */
export interface HiringRecord extends IDataObject {
	id: string;
}

/** A kind of record, in the words of the API and of the panel. */
export interface Kind {
	/** `candidate`: also the envelope of one of them. */
	one: string;
	/** `candidates`: also the envelope of a list. */
	many: string;
	/** The parameter that names one, as the panel calls it. */
	field: string;
	path: string;
}

/** `{…}`, `{data: {…}}` or `{candidate: {…}}`: the reference does not say which of all calls. */
export function parseRecord({ one }: Kind, body: unknown): HiringRecord | undefined {
	if (!isRecord(body)) return undefined;
	if (body.id !== undefined && body.id !== null) return toRecord(body);
	const { data, [one]: own } = body;
	if (isRecord(data) && isRecord(own)) return undefined;
	return toRecord(data) ?? toRecord(own);
}

export interface RecordPage {
	rows: HiringRecord[];
	/** As sent: a hint, never a proof. */
	total?: number;
}

/** `{data: […]}`, `{candidates: […]}` or `[…]`. A list with an entry without an ID is none. */
export function parseRecords({ many }: Pick<Kind, 'many'>, body: unknown): RecordPage | undefined {
	const list = rowsIn(body, many);
	const rows = list?.map(toRecord);
	if (!rows?.every((row) => row !== undefined)) return undefined;
	const total = isRecord(body) && isRecord(body.pagination) ? body.pagination.total : undefined;
	return { rows, ...(typeof total === 'number' && { total }) };
}

/** The rows of an answer that is a list, in whichever envelope. */
export function rowsIn(body: unknown, many: string): unknown[] | undefined {
	const list: unknown = isRecord(body) ? (body.data ?? body[many]) : body;
	return Array.isArray(list) ? (list as unknown[]) : undefined;
}

/** What an envelope says beside `data`. All else belongs to the object itself, of which `data` is a part. */
const ENVELOPE = [
	...['data', 'success', 'ok', 'status', 'code', 'statusCode', 'message', 'error', 'errors'],
	...['meta', 'request_id', 'timestamp'],
];

/** An object of which the reference says little, as it is: `{…}` or `{data: {…}}`. */
export function parseObject(body: unknown): IDataObject | undefined {
	if (!isRecord(body) || isRefusalIn(body) || !isShallow(body)) return undefined;
	const isEnvelope = Object.keys(body).every((name) => ENVELOPE.includes(name));
	return isEnvelope && isRecord(body.data) ? body.data : body;
}

/** Copied only where it must be: a page may have tens of thousands of them. */
function toRecord(value: unknown): HiringRecord | undefined {
	const id = isRecord(value) ? toId(value.id) : undefined;
	if (!isRecord(value) || id === undefined || !isShallow(value)) return undefined;
	return value.id === id ? (value as HiringRecord) : { ...value, id };
}

/** What is said of calls about one record. */
export function messagesAbout(
	{ one, field }: Kind,
	permission: string,
	more: Partial<CallMessages> = {},
): CallMessages {
	const orChoose = `Check '${field}', or choose the ${one} from the list.`;
	return {
		permission,
		field,
		rejected: (id) => `PeopleLens does not accept '${id}' as the ID of a ${one}. ${orChoose}`,
		missing: (id) => `No ${one} with the ID '${id}' in this PeopleLens tenant. ${orChoose}`,
		...more,
	};
}

/**
 * An answer is about the record that was asked for, or about none.
 * @throws NodeOperationError otherwise
 */
export function requireSame(api: Api, { one, field }: Kind, id: string, answered: unknown): void {
	if (!namesAnother(answered, id)) return;
	throw api.operationError(
		`PeopleLens was asked for the ${one} '${id}' and answered with the ${one} '${api.quote(toId(answered) ?? '')}'`,
		`Check '${field}', and choose the ${one} from the list.`,
	);
}
