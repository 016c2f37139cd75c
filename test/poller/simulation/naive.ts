import { timeOf } from '../../../nodes/PeopleLens/reader/timestamp';
import type { SimulatedRow } from '../../reader/simulation/list';
import type { Trigger } from './trigger';

type NextCursor = (rows: SimulatedRow[], asked: number, cursor: number) => number;

/** What pollers usually do: remember a time, and read the pages until one is not full. */
function cursorTrigger(next: NextCursor, mostPages: number): Trigger {
	const poll: Trigger = async ({ stores, fetchPage, clock, started, now }, settings) => {
		const asked = clock.now();
		const cursor = Number(stores.node.cursor ?? settings.startDate ?? 0);
		if (cursor === 0) {
			stores.node.cursor = asked;
			started(now(), now());
			return null;
		}
		const rows: SimulatedRow[] = [];
		const since = new Date(cursor).toISOString();
		for (let page = 0; page < mostPages; page++) {
			const answer = await fetchPage({ since, limit: 100, offset: page * 100 });
			rows.push(...answer.rows);
			if (answer.rows.length < 100) break;
		}
		stores.node.cursor = next(rows, asked, cursor);
		const time = ({ created_at: createdAt }: SimulatedRow) => timeOf(createdAt) ?? Infinity;
		const events = rows.filter(settings.accept ?? (() => true)).sort((a, b) => time(a) - time(b));
		return events.length > 0 ? events : null;
	};
	return async (context, settings) =>
		await poll(context, settings).catch((error: unknown) => {
			if (context.mode !== 'tick') return null;
			throw error;
		});
}

const newestOf = (rows: SimulatedRow[], _asked: number, cursor: number) =>
	rows.reduce((newest, row) => Math.max(newest, timeOf(row.created_at) ?? 0), cursor);

export const naiveTriggers: Record<string, Trigger> = {
	'wall clock': cursorTrigger((_rows, asked) => asked, 1000),
	'greater than newest': cursorTrigger(newestOf, 1000),
	'first page only': cursorTrigger(newestOf, 1),
};
