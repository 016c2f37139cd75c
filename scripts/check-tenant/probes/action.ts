import { isRejected } from '../http/response';
import { oddValue } from './limits';
import { totalOf } from './recent';
import { PAGE_LIMIT, type Session } from './session';

const PAGE = { limit: PAGE_LIMIT, offset: 0 };

/** Whether `action` filters, and whether it tells capitals apart. */
export async function probeAction(session: Session): Promise<void> {
	const { facts } = session;
	const action = rarestAction(session);
	if (action === undefined) return;

	const { reply, rows, ...counted } = await session.auditLogs({ ...PAGE, action });
	if (!rows) return;
	if (rows.some((row) => row.action !== action)) facts.actionFilter = 'ignored';
	else facts.actionFilter = rows.length > 0 ? 'filters' : 'findsNothing';

	const unknown = await session.auditLogs({ ...PAGE, action: 'NO_SUCH_ACTION_CHECK_TENANT' });
	facts.actionUnknown = oddValue(unknown.reply, unknown.rows?.length, session.rows.size);
	if (facts.actionFilter !== 'filters') return;

	const isWhole = rows.length > 0 && rows.length < session.pageLength;
	if (facts.total === 'exact' && isWhole) {
		facts.total = totalOf({ reply, ...counted }, rows.length, session.firstTotal);
	}
	const other = swapCase(action);
	if (other === action) return;
	const swapped = await session.auditLogs({ ...PAGE, action: other });
	if (swapped.rows) facts.actionCase = swapped.rows.length > 0 ? 'ignoreCase' : 'exact';
	else if (isRejected(swapped.reply)) facts.actionCase = 'rejected';
}

/** An action beside which others occur; the rarest, so that its events fit into one answer. */
function rarestAction({ rows }: Session): string | undefined {
	const counts = new Map<string, number>();
	for (const { action } of rows.values()) {
		if (action !== undefined) counts.set(action, (counts.get(action) ?? 0) + 1);
	}
	if (counts.size < 2) return undefined;
	return [...counts].sort(([, a], [, b]) => a - b)[0][0];
}

export function swapCase(text: string): string {
	const upper = text.toUpperCase();
	return upper === text ? text.toLowerCase() : upper;
}
