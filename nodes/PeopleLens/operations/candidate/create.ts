import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { emailKey } from '../../domain/identity';
import { getJob } from '../../api/jobs';
import { createCandidates, notShown } from '../../api/newCandidates';
import type { NewCandidate } from '../../api/newCandidates';
import { additionalFieldsCollection, optionsCollection } from '../../fields/collections';
import { personNameFields } from '../../fields/personName';
import { jobLocator } from '../../fields/recordLocators';
import { readAdditional } from '../../parameters/changes';
import { optionOr } from '../../parameters/choice';
import { requireEmail } from '../../parameters/email';
import { requireNumber } from '../../parameters/number';
import { requireRecordId } from '../../parameters/record';
import { requireText } from '../../parameters/text';
import { asNodeError } from '../items';
import { checkChosenJob } from '../records';
import type { FailedRow, ListOperation, ListRun, OutputRow } from '../types';

/** The most in one request; the reference states no limit. */
const MAX_BATCH_SIZE = 100;

const ADDITIONAL = {
	jobId: { key: 'job_id', displayName: 'Job', read: requireRecordId },
	linkedinUrl: { key: 'linkedin_url', displayName: 'LinkedIn URL', read: requireText },
	phone: { key: 'phone', displayName: 'Phone', read: requireText },
};

/** An input item, and the candidate that it asks for. */
interface Wanted {
	item: number;
	candidate: NewCandidate;
}

export const createCandidate: ListOperation = {
	resource: 'candidate',
	operation: 'create',
	name: 'Create',
	action: 'Create candidate',
	description: 'Add a candidate, for a job or without one',
	fields: [
		...personNameFields,
		{
			displayName: 'Email',
			name: 'email',
			type: 'string',
			placeholder: 'e.g. name@email.com',
			default: '',
			required: true,
		},
		additionalFieldsCollection([
			{ ...jobLocator, required: false, description: 'The job that the candidate applies for' },
			{
				displayName: 'LinkedIn URL',
				name: 'linkedinUrl',
				type: 'string',
				placeholder: 'e.g. https://www.linkedin.com/in/ada',
				default: '',
			},
			{
				displayName: 'Phone',
				name: 'phone',
				type: 'string',
				placeholder: 'e.g. +44 20 7946 0000',
				default: '',
			},
		]),
		optionsCollection([
			{
				displayName: 'Batch Size',
				name: 'batchSize',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: MAX_BATCH_SIZE },
				default: 1,
				description:
					'How many items go into one request. Faster for many, but PeopleLens takes all of a request or nothing: one entry that it does not accept keeps back the others.',
			},
		]),
	],
	async executeAll(run) {
		const { context, earlier } = run;
		const batches: Wanted[][] = [];
		const rows: Array<OutputRow | FailedRow> = [];
		const size = readBatchSize(context);
		for (let item = 0; item < context.getInputData().length; item++) {
			try {
				const wanted = { item, candidate: readCandidate(context, item) };
				const before = earlier.creationOf<OutputRow>(keyOf(wanted));
				if (before) {
					rows.push(before.row);
					continue;
				}
				earlier.assertIsClear(keyOf(wanted), run.api.forItem(item));
				const last = batches.at(-1);
				if (last && last.length < size) last.push(wanted);
				else batches.push([wanted]);
			} catch (thrown) {
				rows.push(failedRow(context, item, thrown));
			}
		}
		const hasFailed = rows.some((row) => 'error' in row);
		if (batches.length > 0 && (!hasFailed || context.continueOnFail())) {
			rows.push(...(await sendAll(run, batches)));
		}
		return rows.sort((a, b) => a.items[0] - b.items[0]);
	},
};

/** A job that was chosen from the list is the same for all items. @throws as `checkChosenJob` does */
async function checkJob({ context, api }: ListRun, { item, candidate }: Wanted): Promise<void> {
	const read = async () => await getJob(api.forItem(item), String(candidate.job_id));
	await checkChosenJob({ context, api, itemIndex: item }, 'additionalFields.jobId', read);
}

/** Two items may want candidates with one email, so the item is part of it. */
const keyOf = ({ item, candidate: { email } }: Wanted) => `${item} ${emailKey(email) ?? email}`;

/** Several batches at a time; none is begun after one that did not work, unless that is to continue. */
async function sendAll(run: ListRun, batches: Wanted[][]): Promise<Array<OutputRow | FailedRow>> {
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

const failedRow = (context: IExecuteFunctions, item: number, thrown: unknown): FailedRow => ({
	error: asNodeError(thrown, context, item),
	items: [item],
});

function readCandidate(context: IExecuteFunctions, itemIndex: number): NewCandidate {
	const source = { context, itemIndex };
	const read = (name: string) => context.getNodeParameter(name, itemIndex);
	const more: IDataObject = context.getNodeParameter('additionalFields', itemIndex, {});
	return {
		first_name: requireText(source, read('firstName'), 'First Name'),
		last_name: requireText(source, read('lastName'), 'Last Name'),
		email: requireEmail(source, read('email'), 'Email'),
		...readAdditional(source, more, ADDITIONAL),
	};
}

/** One for all items: the first says which. */
function readBatchSize(context: IExecuteFunctions): number {
	const options: IDataObject = context.getNodeParameter('options', 0, {});
	return optionOr(options, 'batchSize', 1, (value) =>
		requireNumber({ context }, value, 'Batch Size', { min: 1, max: MAX_BATCH_SIZE, example: 50 }),
	);
}
