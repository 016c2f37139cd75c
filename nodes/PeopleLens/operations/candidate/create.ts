import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

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
import type { FailedRow, ListOperation, OutputRow } from '../types';
import { failedRow, keyOf, sendAll } from './batches';
import type { Wanted } from './batches';

/** The most in one request; the reference states no limit. */
const MAX_BATCH_SIZE = 100;

const ADDITIONAL = {
	jobId: { key: 'job_id', displayName: 'Job', read: requireRecordId },
	linkedinUrl: { key: 'linkedin_url', displayName: 'LinkedIn URL', read: requireText },
	phone: { key: 'phone', displayName: 'Phone', read: requireText },
};

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
