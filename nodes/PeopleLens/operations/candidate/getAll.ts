import type { IDataObject } from 'n8n-workflow';

import { candidateList } from '../../api/candidates';
import type { HiringRecord } from '../../api/records';
import { namesAnother } from '../../api/responses';
import { filtersCollection } from '../../fields/collections';
import { limitFields } from '../../fields/limit';
import { jobLocator } from '../../fields/recordLocators';
import { readCollection } from '../../parameters/origin';
import { optionalRecordId } from '../../parameters/record';
import { isAdded } from '../../parameters/source';
import { filterText } from '../../parameters/text';
import { getMany } from '../records';
import type { ItemOperation } from '../types';

export const getAllCandidates: ItemOperation = {
	resource: 'candidate',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many candidates',
	description: 'List candidates, of all jobs or of one',
	fields: [
		...limitFields,
		filtersCollection([
			{ ...jobLocator, required: false, description: 'Only candidates for this job' },
			{
				displayName: 'Status',
				name: 'status',
				type: 'string',
				placeholder: 'e.g. hired',
				default: '',
				description: 'Only candidates with this status, as PeopleLens writes it',
			},
		]),
	],
	async execute(run) {
		const given: IDataObject = run.context.getNodeParameter('filters', run.itemIndex, {});
		const entered = readCollection(run, 'filters', given);
		const status =
			(isAdded(entered, 'status') && filterText(run, entered.status, 'Status')) || undefined;
		const job_id = isAdded(entered, 'jobId')
			? optionalRecordId(run, entered.jobId, 'Job')
			: undefined;
		return await getMany(run, candidateList({ status, job_id }), (row) =>
			isWanted(row, status, job_id),
		);
	},
};

/** PeopleLens may ignore a filter; what a row doesn't tell is left to it. */
function isWanted(row: HiringRecord, status: string | undefined, job: string | undefined): boolean {
	const isOtherStatus =
		status !== undefined && typeof row.status === 'string' && !sameWord(row.status, status);
	const isOtherJob = job !== undefined && (row.job_id === null || namesAnother(row.job_id, job));
	return !isOtherStatus && !isOtherJob;
}

const sameWord = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();
