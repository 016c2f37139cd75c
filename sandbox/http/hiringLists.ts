import type { Behaviour, SortOrder } from '../behaviour';
import { json, Refusal, type Answer } from './answer';
import { told } from './auditLogRoutes';
import { Parameters } from './parameters';
import type { Call } from './call';

/** A resource in an envelope, in the plural and in the singular. */
export interface Names {
	many: string;
	one: string;
}

/**
 * A page of a list whose paging the reference doesn't state, in the envelope that the tenant uses.
 * @param filters the query parameters that the reference does name
 * @param rowsFor everything that passes these filters, oldest first
 */
export function answerList<Row extends object>(
	{ query, tenant, behaviour }: Call,
	names: Names,
	filters: string[],
	rowsFor: (parameters: Parameters) => Row[],
): Answer {
	const takesPages = behaviour.pageParameters !== 'rejected';
	const known = [...filters, ...(takesPages ? ['limit', 'offset'] : [])];
	const parameters = new Parameters(query, known, { ...behaviour, ...strict(takesPages) });
	const rows = inOrder(rowsFor(parameters), behaviour.sortOrder);
	const { limit, offset } = windowOf(parameters, behaviour);
	const page = rows.slice(offset, offset + limit);
	const pagination = { total: told(rows.length, rows.length, behaviour), limit, offset };
	for (let index = 0; index < behaviour.insertDuringList; index++) tenant.hiring.addCandidate();
	return json(200, envelope(page, names, behaviour, pagination));
}

const strict = (takesPages: boolean) =>
	takesPages ? {} : { unknownParameters: 'reject' as const };

function windowOf(parameters: Parameters, behaviour: Behaviour) {
	const { pageParameters, hiringPageCap, hiringMaxLimit, defaultLimit } = behaviour;
	const most = (limit: number) => Math.min(limit, hiringPageCap ?? limit);
	if (pageParameters === 'ignored' || pageParameters === 'rejected') {
		return { limit: most(defaultLimit), offset: 0 };
	}
	const limit = most(parameters.count('limit', 1, hiringMaxLimit ?? 100) ?? defaultLimit);
	const offset = parameters.count('offset', 0, Infinity) ?? 0;
	if (pageParameters === 'wholePages') return { limit, offset: offset - (offset % limit) };
	return { limit, offset: pageParameters === 'work' ? offset : 0 };
}

function inOrder<Row extends object>(rows: Row[], order: SortOrder): Row[] {
	if (order === 'oldest') return rows;
	if (order === 'newest') return rows.reverse();
	const placed = rows.map((row) => ({ row, place: shuffle(JSON.stringify(row)) }));
	return placed.sort((a, b) => a.place - b.place).map(({ row }) => row);
}

/** The same for the same text, and otherwise without any order. */
function shuffle(text: string): number {
	let hash = 0;
	for (let index = 0; index < text.length; index++)
		hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
	return hash;
}

function envelope(
	rows: object[],
	{ many }: Names,
	{ listAnswer, total }: Behaviour,
	pagination: object,
): unknown {
	if (listAnswer === 'array') return rows;
	const paging = total === 'noPagination' ? {} : { pagination };
	return { [listAnswer === 'own' ? many : 'data']: rows, ...paging };
}

/** A list that isn't paged, with what it is in according to the reference. */
export function wholeList(
	rows: object[],
	documented: string | 'array',
	{ listAnswer }: Behaviour,
): Answer {
	const where = listAnswer === 'documented' || listAnswer === 'own' ? documented : listAnswer;
	return json(200, where === 'array' ? rows : { [where]: rows });
}

/** One record, in the envelope that the tenant uses; in the reference's where it says `documented`. */
export function oneRecord(
	record: object,
	{ one }: Names,
	{ recordAnswer }: Behaviour,
	documented: 'bare' | 'own' = 'bare',
): unknown {
	const where = recordAnswer === 'documented' ? documented : recordAnswer;
	return where === 'bare' ? record : { [where === 'own' ? one : 'data']: record };
}

export function required<Row>(row: Row | undefined, kind: string, id: string): Row {
	if (row !== undefined) return row;
	throw new Refusal(404, `There is no ${kind} ${id}`);
}
