import type { IDataObject, NodeApiError } from 'n8n-workflow';

import type { Api, ApiCall } from './client';
import { refusedPage } from './offsets';
import { parseRecords } from './records';
import type { HiringRecord, Kind, RecordPage } from './records';

export interface RecordAnswer {
	rows: HiringRecord[];
	/** As sent: a hint, never a proof. */
	total?: number;
	/** Why there are no rows: the server answers by a refusal for this offset. */
	refused?: NodeApiError;
}

/** A list of which the reference shows filters, and not how it is paged. */
export interface RecordList {
	kind: Kind;
	/** What to call it in a message, and what to check. */
	permission: string;
	rejected: string;
	filters?: IDataObject;
}

/** @param page `limit` and `offset`; none where the server knows no pages */
export const listRecordsCall = (
	{ kind, permission, rejected, filters }: RecordList,
	page: { limit?: number; offset?: number } = {},
): ApiCall<RecordPage> => ({
	method: 'GET',
	path: kind.path,
	query: { ...filters, ...page },
	parse: (body) => parseRecords(kind, body),
	messages: { permission, rejected: () => rejected },
});

/**
 * Reads one page of a list, in an order that the reference does not state.
 * @throws NodeApiError
 */
export async function listRecords(
	api: Api,
	list: RecordList,
	page: { limit: number; offset: number },
): Promise<RecordAnswer> {
	return await api.send(listRecordsCall(list, page)).then(
		({ result }) => result,
		(error: unknown) => refusedPage(error, page.offset),
	);
}

/** The same without any paging, for a server that takes no page parameters. */
export async function listUnpaged(api: Api, list: RecordList): Promise<RecordAnswer> {
	return (await api.send(listRecordsCall(list))).result;
}
