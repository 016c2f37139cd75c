import type { IExecuteFunctions } from 'n8n-workflow';

import { getJob } from '../../api/jobs';
import { createCandidates, notShown } from '../../api/newCandidates';
import type { NewCandidate } from '../../api/newCandidates';
import { emailKey } from '../../domain/identity';
import { asNodeError } from '../items';
import { checkChosenJob } from '../records';
import type { FailedRow, ListRun, OutputRow } from '../types';

/** An input item, and the candidate that it asks for. */
export interface Wanted {
	item: number;
	candidate: NewCandidate;
}

/** A job that was chosen from the list is the same for all items. @throws as `checkChosenJob` does */
async function checkJob({ context, api }: ListRun, { item, candidate }: Wanted): Promise<void> {
	const read = async () => await getJob(api.forItem(item), String(candidate.job_id));
	await checkChosenJob({ context, api, itemIndex: item }, 'additionalFields.jobId', read);
}

/** Two items may want candidates with one email, so the item is part of it. */
export const keyOf = ({ item, candidate: { email } }: Wanted) =>
	`${item} ${emailKey(email) ?? email}`;

/** Several batches at a time; none is begun after one that did not work, unless that is to continue. */
export async function sendAll(
	run: ListRun,
	batches: Wanted[][],
): Promise<Array<OutputRow | FailedRow>> {
	const { context, api, forEach, earlier } = run;
	try {
		await checkJob(run, batches[0][0]);
	} catch (thrown) {
		return batches.flat().map(({ item }) => failedRow(context, item, thrown));
	}
	let hasFailed = false;
	const rows = await forEach(batches, async (batch) => {
		if (hasFailed) return [];
		const own = await sendBatch(api, context, batch);
		hasFailed ||= own.some((row) => 'error' in row) && !context.continueOnFail();
		for (const [index, row] of own.entries()) {
			const wanted = batch[index];
			if ('error' in row) await earlier.keepFailure(keyOf(wanted), row.error);
			else await earlier.keepCreation(keyOf(wanted), wanted.item, row);
		}
		return own;
	});
	return rows.flat();
}

async function sendBatch(
	api: ListRun['api'],
	context: IExecuteFunctions,
	batch: Wanted[],
): Promise<Array<OutputRow | FailedRow>> {
	try {
		const ofItem = api.forItem(batch[0].item);
		const created = await createCandidates(
			ofItem,
			batch.map(({ candidate }) => candidate),
		);
		return batch.map((wanted, index) => {
			const candidate = created[index];
			if (typeof candidate !== 'string') return { json: candidate, items: [wanted.item] };
			const error = notShown(api.forItem(wanted.item), wanted.candidate, candidate);
			return failedRow(context, wanted.item, error);
		});
	} catch (thrown) {
		return batch.map(({ item }) => failedRow(context, item, thrown));
	}
}

export const failedRow = (
	context: IExecuteFunctions,
	item: number,
	thrown: unknown,
): FailedRow => ({
	error: asNodeError(thrown, context, item),
	items: [item],
});
