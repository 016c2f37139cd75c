import { isOutcomeUnknown } from '../api/errors/nodeErrors';
import { toStoredError, withAdvice } from './storedError';
import type { StoredError } from './storedError';
import type { ItemRun } from './types';

/**
 * Does what may not be sent twice, and what later items about the same record undo. Where the node goes on
 * after a failure, n8n may try an item again when a later one was done: that one can't be done again with
 * it, so neither is this one.
 * @param kind of the record, as the panel calls it
 * @throws what the work throws; what it threw in an earlier try, where a later item has been done
 */
export async function runInOrder<Outcome>(
	{ api, mutex, earlier, itemIndex }: ItemRun,
	kind: string,
	id: string,
	work: () => Promise<Outcome>,
): Promise<Outcome> {
	const record = `${kind} ${id}`;
	const [last, failure] = [`last of ${record}`, `failure of ${itemIndex}`];
	return await mutex.runExclusive(record, async () => {
		const done = earlier.outcomeOf<{ item: number }>(last);
		if (done && done.item > itemIndex) {
			const before = earlier.outcomeOf<StoredError>(failure) ?? UNKNOWN;
			throw api.apiError(withAdvice(before, undone(kind)));
		}
		const outcome = await work().catch(async (thrown: unknown) => {
			if (isOutcomeUnknown(thrown)) await earlier.keepOutcome(last, { item: itemIndex });
			await earlier.keepOutcome(failure, toStoredError(thrown));
			throw thrown;
		});
		await earlier.keepOutcome(last, { item: itemIndex });
		return outcome;
	});
}

const UNKNOWN: StoredError = { message: 'This item was not done in an earlier try' };

const undone = (kind: string) =>
	`A later item about the same ${kind} was sent meanwhile, and this one would undo it, so it was not sent again. If that is what you want, run it alone.`;
