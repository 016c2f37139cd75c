import type { Report } from './report';
import type { Schedule } from './schedule';

const MOST_STATE = 64 * 1024;

/** What a schedule's report accuses the trigger of; empty when all is well. */
export function faultsOf({ server, events }: Schedule, report: Report): string[] {
	const faults: string[] = [];
	const { lost, repeated, old, unsorted, largestState, restarts, ended, idle } = report;
	if (lost.length > 0) faults.push(`lost: ${lost.slice(0, 5).join()}, ${lost.length} in all`);
	if (repeated.length > 0) faults.push(`repeated: ${repeated.slice(0, 5).join()}`);
	if (old.length > 0) faults.push(`delivered, though old: ${old.slice(0, 5).join()}`);
	if (unsorted > 0) faults.push(`polls not oldest first: ${unsorted}`);
	if (largestState > MOST_STATE) faults.push(`state of ${largestState} bytes`);
	if (restarts > 0) faults.push(`started again in spite of a saved state: ${restarts}`);
	if (ended > 0) faults.push(`ended for good: ${ended}`);
	// Where the server's time is known, and how long its pages are.
	const { dateAhead = -Infinity } = server;
	const known = dateAhead >= -2 * 60_000 && events.history > 100 && server.deletes === 0;
	if (known && idle !== 1) faults.push(`requests of an idle poll: ${idle}`);
	return faults;
}
