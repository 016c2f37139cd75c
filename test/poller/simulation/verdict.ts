import type { Report } from './report';
import type { Schedule } from './schedule';

/** Two lists of 4,000 rows and one of 6,000, with room for a full page more. */
const MOST_STATE = 300 * 1024;

/** What a schedule's report accuses the trigger of; empty when all is well. */
export function faultsOf({ server, host, events }: Schedule, report: Report): string[] {
	const faults: string[] = [];
	const { lost, repeated, old, unsorted, largestState, restarts, ended, idle } = report;
	if (lost.length > 0) faults.push(`lost: ${lost.slice(0, 5).join()}, ${lost.length} in all`);
	if (repeated.length > 0) faults.push(`repeated: ${repeated.slice(0, 5).join()}`);
	if (old.length > 0) faults.push(`delivered, though old: ${old.slice(0, 5).join()}`);
	if (unsorted > 0) faults.push(`polls not oldest first: ${unsorted}`);
	if (largestState > MOST_STATE) faults.push(`state of ${largestState} bytes`);
	if (restarts > 0) faults.push(`started again in spite of a saved state: ${restarts}`);
	if (ended > 0) faults.push(`ended for good: ${ended}`);
	// Where no clock is behind, and it is known how long the server's pages are.
	const { dateAhead = -Infinity, wrongDates } = server;
	const behind = Math.min(
		dateAhead + Math.min(0, wrongDates?.ahead ?? 0),
		host.clockAhead - (host.clockSetBack ?? 0),
	);
	const known =
		behind >= -2 * 60_000 &&
		events.history > 100 &&
		server.deletes === 0 &&
		(events.futureCount ?? 0) < 50;
	if (known && idle !== 1) faults.push(`requests of an idle poll: ${idle}`);
	return faults;
}
