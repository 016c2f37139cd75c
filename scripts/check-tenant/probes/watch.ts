import type { Facts } from '../../../sandbox/tenantReport/facts';
import { PAGE_LIMIT, type Session } from './session';

/** Not more often than this, in ms. */
const SHORTEST_PAUSE_MS = 10_000;

/** How far back each look reaches, in ms: a later event is not expected to be found. */
const REACH_MS = 30 * 60_000;

/** What `Date` and the time of an answer leave open, in ms. */
const TOLERANCE_MS = 2_000;

/** Rounded up to these, so that two checks of the same tenant agree. */
const STEPS = [5, 10, 20, 30, 60, 120, 300, 600, 1_800, 3_600];

/**
 * Looks at the newest events again and again. One that was missing in an answer given after its
 * own `created_at` has become visible late, or PeopleLens's clocks disagree: from outside, and for
 * a trigger, that is the same.
 * @param minutes how long; the requests that are left are spread over them
 */
export async function probeWatch(session: Session, minutes: number): Promise<void> {
	const { client, facts } = session;
	if (facts.auditLogAnswer !== 'list' || facts.sincePrecision === 'ignored') return;
	const { time } = client;
	const until = time.now() + minutes * 60_000;
	const pause = Math.max(SHORTEST_PAUSE_MS, (minutes * 60_000) / Math.max(1, client.left - 3));
	const seen = new Set<string>();
	const delays: number[] = [];
	let before: number | undefined;

	for (;;) {
		const look = await lookAt(session);
		if (!look) break;
		for (const { key, time: created } of look.rows) {
			const isNew = !seen.has(key);
			seen.add(key);
			if (isNew && before !== undefined && created !== undefined && created < look.began) {
				delays.push(before - created);
			}
		}
		before = look.began;
		if (time.now() + pause > until || client.left < 4) break;
		await time.sleep(pause);
	}
	Object.assign(facts, lateness(delays));
}

/** The newest events, and the server's time when it began to answer, in ms. */
async function lookAt(session: Session) {
	const { time } = session.client;
	const ahead = (session.facts.clockAheadSeconds ?? 0) * 1000;
	const since = new Date(time.now() + ahead - REACH_MS).toISOString();
	const { reply, rows } = await session.auditLogs({ limit: PAGE_LIMIT, offset: 0, since });
	if (!rows || reply.kind === 'silence') return undefined;
	// Oldest first, a full page would not reach up to now.
	if (rows.length >= session.pageLength && session.facts.sortOrder !== 'newest') return undefined;
	const began = reply.date === undefined ? reply.sentAt : reply.date - reply.tookMs;
	return { rows, began };
}

/** @param delays how long before the first answer with it each new event was missing already, in ms */
function lateness(delays: number[]): Pick<Facts, 'lateShare' | 'lateBySeconds'> {
	if (delays.length === 0) return { lateShare: null, lateBySeconds: null };
	const late = delays.filter((delay) => delay > TOLERANCE_MS);
	if (late.length === 0) return { lateShare: 'none', lateBySeconds: null };
	const seconds = Math.max(...late) / 1000;
	const step = STEPS.find((candidate) => candidate >= seconds) ?? Math.ceil(seconds);
	return { lateShare: late.length === delays.length ? 'all' : 'some', lateBySeconds: step };
}
