import type { Facts } from '../../../sandbox/tenantReport/facts';
import type { Row } from './rows';
import { PAGE_LIMIT, type AuditLogPage, type Session } from './session';
import { isoOf } from './timestamp';

/** So many of the newest audit logs are enough to try `since` and `total` on. */
const WANTED = 20;

/** So many of them are enough to stop looking. */
const ENOUGH = 12;

/** With shorter pages than this, little can be told. */
const SHORTEST_PAGE = 4;

/** How often the period is halved, where nothing else shows the newest ones. */
const MAX_STEPS = 10;

/**
 * Finds a moment near the end of the log, so that all that follows fits into one answer, and
 * compares `total` with the rows of that very answer.
 */
export async function probeRecent(session: Session): Promise<void> {
	const { facts } = session;
	if (session.firstPage.length === 0 || session.pageLength < SHORTEST_PAGE) return;
	const page = await newestRows(session);
	if (!page?.rows || page.rows.length === 0) return;
	session.recent = page.rows;
	facts.total = totalOf(page, page.rows.length, session.firstTotal);
}

async function newestRows(session: Session): Promise<AuditLogPage | undefined> {
	const { firstPage, firstTotal, pageLength, facts } = session;
	const timed = firstPage.filter(isTimed);
	if (timed.length === 0) return undefined;
	if (facts.sortOrder === 'newest' || facts.sortOrder === null) {
		const place = Math.min(WANTED, Math.floor(pageLength / 2), timed.length - 1);
		const page = await session.auditLogs(sinceQuery(momentOf(timed[place])));
		return isWhole(page, session) ? page : undefined;
	}
	if (facts.sortOrder === 'oldest' && firstTotal !== undefined && facts.offset === 'works') {
		const length = Math.min(WANTED, Math.floor(pageLength / 2));
		const offset = Math.max(0, firstTotal - length);
		const { rows = [] } = await session.auditLogs({ limit: PAGE_LIMIT, offset });
		const isEnd = rows.length > 0 && rows.length < pageLength;
		const start = isEnd ? rows.find(isTimed) : undefined;
		const page = start && (await session.auditLogs(sinceQuery(momentOf(start))));
		if (page && isWhole(page, session)) return page;
	}
	return await narrow(session);
}

type TimedRow = Row & { time: number };

const isTimed = (row: Row): row is TimedRow => row.time !== undefined;

const momentOf = ({ createdAt, time }: TimedRow) => isoOf(createdAt, time);

/** Comes nearer to the end step by step: where rows stand in no order, by what each page shows. */
async function narrow(session: Session): Promise<AuditLogPage | undefined> {
	const isOrdered = session.facts.sortOrder === 'oldest';
	const enough = Math.min(ENOUGH, Math.floor(session.pageLength / 2));
	let tooEarly = fewBefore(session.firstPage, enough);
	let tooLate = session.client.time.now() + (session.facts.clockAheadSeconds ?? 0) * 1000;
	let best: AuditLogPage | undefined;
	for (let step = 0; step < MAX_STEPS && tooEarly < tooLate; step++) {
		const at = isOrdered ? Math.floor((tooEarly + tooLate) / 2) : tooEarly;
		const page = await session.auditLogs(sinceQuery(new Date(at).toISOString()));
		if (!page.rows) return best;
		if (!isWhole(page, session)) {
			tooEarly = Math.max(at + 1, fewBefore(page.rows, enough));
			continue;
		}
		if (page.rows.length > 0) best = page;
		if (page.rows.length >= enough || !isOrdered) return best;
		tooLate = at;
	}
	return best;
}

/** The time of one of the newest among these rows: at least so many of them come after it. */
function fewBefore(rows: Row[], count: number): number {
	const times = rows.flatMap(({ time }) => (time === undefined ? [] : [time]));
	return times.sort((a, b) => b - a)[Math.min(count, times.length - 1)] ?? Infinity;
}

function sinceQuery(moment: string) {
	return { limit: PAGE_LIMIT, offset: 0, since: moment };
}

/** An answer shorter than others have been holds all there is. */
function isWhole({ rows }: AuditLogPage, { pageLength }: Session): boolean {
	return rows !== undefined && rows.length < pageLength;
}

/** @param unfiltered the total of the whole log */
export function totalOf(
	{ pagination, total }: AuditLogPage,
	count: number,
	unfiltered: number | undefined,
): Facts['total'] {
	if (!pagination) return 'noPagination';
	if (pagination.total === undefined || pagination.total === null) return 'missing';
	if (total === undefined || !Number.isSafeInteger(total)) return 'notANumber';
	if (total === count) return 'exact';
	if (total < count) return 'tooLow';
	return unfiltered !== undefined && total >= unfiltered ? 'unfiltered' : 'tooHigh';
}
