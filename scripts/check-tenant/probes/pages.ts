import type { Facts } from '../../../sandbox/tenantReport/facts';
import { isRecord, type Reply } from '../http/response';
import { answerOf, dataOf, idKind, type Row } from './rows';
import { PAGE_LIMIT, type Session } from './session';
import { timestampForm } from './timestamp';
import { roundSeconds } from './transport';

/** Fewer different moments may stand in any order by chance. */
const MIN_MOMENTS = 6;

/** The first two pages of the audit log: form, order, length, offset. */
export async function probePages(session: Session): Promise<void> {
	const { facts } = session;
	const first = await session.auditLogs({ limit: PAGE_LIMIT, offset: 0 });
	facts.auditLogAnswer = answerOf(first.reply);
	facts.auditLogStatus = first.reply.kind === 'response' ? first.reply.status : null;
	const { rows } = first;
	if (!rows || rows.length === 0) return;
	session.firstPage = rows;
	facts.eventsAheadOfDateSeconds = aheadOfDate(rows, first.reply);
	session.firstTotal = first.total;
	const data = dataOf(first.reply) ?? [];
	facts.auditLogIds = idKind(data);
	facts.createdAt = timestampForm(data.map((row) => (isRecord(row) ? row.created_at : undefined)));
	facts.auditLogRepeats = new Set(rows.map(({ key }) => key)).size < rows.length;

	const known = new Set(session.rows.keys());
	const second = await session.auditLogs({ limit: PAGE_LIMIT, offset: rows.length });
	facts.offset = offsetOf(rows, second.rows);
	// What was logged after the first answer says nothing about how long its page could be.
	const date = first.reply.kind === 'response' ? first.reply.date : undefined;
	const until = date ?? session.client.time.now();
	const hasMore = (second.rows ?? []).some(
		({ key, time = Infinity }) => !known.has(key) && time < until,
	);
	if (rows.length >= PAGE_LIMIT) facts.pageCap = 'none';
	else if (hasMore && facts.offset === 'works') facts.pageCap = rows.length;
	facts.echoedLimit = echoedLimit(first.pagination?.limit, facts.pageCap);
	facts.sortOrder = orderOf(rows);
	if (facts.sortOrder === 'arbitrary-stable' && !(await isStable(session, rows))) {
		facts.sortOrder = 'unstable';
	}
}

/**
 * Events that carry a later time than the answer with them. The other way round says nothing: the
 * newest event may be old.
 */
function aheadOfDate(rows: Row[], reply: Reply): Facts['eventsAheadOfDateSeconds'] {
	if (reply.kind === 'silence' || reply.date === undefined) return null;
	const newest = Math.max(...rows.map(({ time = -Infinity }) => time));
	const seconds = Number.isFinite(newest) ? roundSeconds(newest - reply.date) : 0;
	return seconds > 0 ? seconds : null;
}

function offsetOf(first: Row[], second: Row[] | undefined): Facts['offset'] {
	if (!second) return 'rejected';
	const same = second.length > 0 && second[0].key === first[0].key;
	return same ? 'ignored' : 'works';
}

/** Only a page that is capped shows which limit is repeated. */
function echoedLimit(echoed: unknown, cap: Facts['pageCap']): Facts['echoedLimit'] {
	if (typeof cap !== 'number' || echoed === undefined) return null;
	if (echoed === PAGE_LIMIT) return 'asked';
	return echoed === cap ? 'served' : 'other';
}

function orderOf(rows: Row[]): Facts['sortOrder'] {
	const times = rows.flatMap(({ time }) => (time === undefined ? [] : [time]));
	if (new Set(times).size < MIN_MOMENTS) return null;
	const pairs = times.slice(1).map((time, index) => Math.sign(time - times[index]));
	if (!pairs.includes(1)) return 'newest';
	return pairs.includes(-1) ? 'arbitrary-stable' : 'oldest';
}

/** Whether the same rows stand in the same order when they are asked for once more. */
async function isStable(session: Session, before: Row[]): Promise<boolean> {
	const { rows = [] } = await session.auditLogs({ limit: PAGE_LIMIT, offset: 0 });
	const places = new Map(rows.map(({ key }, index) => [key, index]));
	const common = before.flatMap(({ key }) => places.get(key) ?? []);
	return (
		common.length > 0 && common.every((place, index) => index === 0 || place > common[index - 1])
	);
}
