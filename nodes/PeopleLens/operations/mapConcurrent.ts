import { Semaphore } from '../api/http/semaphore';
import type { Width } from '../api/http/semaphore';

/**
 * Works on a list, several entries at a time.
 * @returns what came out, in the order of the list; of what was begun, if the user pressed Stop
 */
export type MapConcurrent = <Entry, Outcome>(
	list: Entry[],
	work: (entry: Entry) => Promise<Outcome>,
) => Promise<Outcome[]>;

/** @param signal aborts when the user presses Stop: then nothing more is begun */
export function mapConcurrent(concurrency: Width, signal?: AbortSignal): MapConcurrent {
	const semaphore = new Semaphore(concurrency);
	return async (list, work) => {
		const outcomes = await Promise.all(
			list.map(
				async (entry) =>
					await semaphore.run(async () => (signal?.aborted ? [] : [await work(entry)])),
			),
		);
		return outcomes.flat();
	};
}
