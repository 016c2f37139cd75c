import type { Api } from './client';
import { readAuditLogs } from './guards';
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

/**
 * Reads one page of the tenant's audit logs, in an order that the API reference does not state.
 * @returns `total` as sent, and the server's time (its `Date` header, ms since the epoch)
 * @throws NodeApiError
 */
export async function listAuditLogs(
	api: Api,
	query: AuditLogQuery,
): Promise<{ rows: AuditLog[]; total?: number; serverTime?: number }> {
	const { result, serverTime } = await api.send({
		name: 'listAuditLogs',
		method: 'GET',
		path: '/api/v1/audit-logs',
		query: { action: query.action, since: query.since, limit: query.limit, offset: query.offset },
		read: readAuditLogs,
	});
	return { ...result, serverTime };
}
