import type { NodeApiError } from 'n8n-workflow';

import type { Api, ApiCall } from './client';
import { isTooLarge } from './errors/nodeErrors';
import { refusedPage } from './offsets';
import { parseAuditLogs, toId } from './responses';
import type { AuditLogPage } from './responses';
import type { AuditLog } from './types';

export interface AuditLogQuery {
	/** One exact action, such as `USER_LOGIN`. */
	action?: string;
	/** ISO 8601, UTC, milliseconds. Whether this very instant is included is not documented. */
	since?: string;
	/** 1 to 100. The server may return fewer rows than asked for. */
	limit: number;
	offset: number;
}

export interface AuditLogAnswer {
	rows: AuditLog[];
	/** As sent: a hint, never a proof. */
	total?: number;
	/** The server's clock when it answered (its `Date` header), in ms since the epoch. */
	serverTime?: number;
	/** Why there are no rows: the server answers for this offset, and perhaps for no larger one, by a refusal. */
	refused?: NodeApiError;
	/** Why there are no rows: so many at once are too large to be read. */
	tooLarge?: NodeApiError;
}

export const listAuditLogsCall = (query: {
	action?: string;
	since?: string;
	limit: number;
	offset?: number;
}): ApiCall<AuditLogPage> => ({
	method: 'GET',
	path: '/api/v1/audit-logs',
	query,
	parse: parseAuditLogs,
	messages: {
		permission: 'read audit logs',
		rejected: () =>
			"PeopleLens did not accept the filters for the audit logs. Check the actions, the dates and 'Limit'.",
	},
});

/**
 * Reads one page of the tenant's audit logs, in an order that the API reference does not state.
 * @throws NodeApiError
 */
export async function listAuditLogs(api: Api, query: AuditLogQuery): Promise<AuditLogAnswer> {
	const { action, since, limit, offset } = query;
	const answer = api.send(listAuditLogsCall({ action, since, limit, offset }));
	return await answer.then(
		({ result, serverTime }) => ({ ...result, serverTime }),
		(error: unknown) =>
			isTooLarge(error) ? { rows: [], tooLarge: error } : refusedPage(error, offset),
	);
}

type TextField = 'action' | 'entity_id' | 'entity_type' | 'user_id';

/**
 * What a field of an audit log says, to compare it by. The log itself stays as PeopleLens sent it,
 * and its fields may hold anything: a number is a text that was not quoted.
 * @returns undefined when it is nothing that could be compared
 */
export function textOf(log: AuditLog, field: TextField): string | undefined {
	return toId(log[field]);
}
