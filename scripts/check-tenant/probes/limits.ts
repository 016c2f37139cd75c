import type { Facts } from '../../../sandbox/tenantReport/facts';
import { isRejected, isServerError, type Reply } from '../http/response';
import { PAGE_LIMIT, type AuditLogPage, type Session } from './session';

/** Further than any audit log reaches. */
const FAR = 10_000_000;

/** What other limits and offsets get than those that the reference names. */
export async function probeLimits(session: Session): Promise<void> {
	const { facts } = session;
	if (facts.auditLogAnswer !== 'list') return;
	const known = session.rows.size;

	const byDefault = await session.auditLogs({});
	const length = byDefault.rows?.length ?? 0;
	// As many as there are would say nothing.
	if (length > 0 && (length < known || length > PAGE_LIMIT)) facts.auditLogDefaultLimit = length;

	const above = await session.auditLogs({ limit: PAGE_LIMIT + 1, offset: 0 });
	facts.limitAboveMaximum = aboveMaximum(above, known);

	const zero = await session.auditLogs({ limit: 0, offset: 0 });
	facts.limitZero = oddValue(zero.reply, zero.rows?.length, known);

	const beyond = await session.auditLogs({ limit: PAGE_LIMIT, offset: FAR });
	if (beyond.rows) facts.offsetBeyondEnd = beyond.rows.length === 0 ? 'empty' : 'rows';
	else if (isRejected(beyond.reply)) facts.offsetBeyondEnd = 'rejected';
	else facts.offsetBeyondEnd = isServerError(beyond.reply) ? 'serverError' : 'other';
}

function aboveMaximum({ reply, rows }: AuditLogPage, known: number): Facts['limitAboveMaximum'] {
	if (isRejected(reply)) return 'rejected';
	if (!rows) return 'other';
	if (rows.length > PAGE_LIMIT) return 'served';
	return rows.length < known ? 'cut' : null;
}

/**
 * What a value gets that is not one.
 * @param length of the list that came, if one came
 * @param known how many rows there are at least: without any, an empty list says nothing
 */
export function oddValue(
	reply: Reply,
	length: number | undefined,
	known: number,
): Facts['limitZero'] {
	if (length !== undefined) {
		if (length > 0) return 'ignored';
		return known > 0 ? 'empty' : null;
	}
	if (isRejected(reply)) return 'rejected';
	return isServerError(reply) ? 'serverError' : 'other';
}
