import type { IDataObject } from 'n8n-workflow';

import { updateJob as changeJob } from '../../api/jobs';
import type { HiringRecord } from '../../api/records';
import { updateFieldsCollection } from '../../fields/collections';
import { jobLocator } from '../../fields/recordLocators';
import { longText, readChanges } from '../../parameters/changes';
import { requireChosenJob } from '../../parameters/listChoice';
import { storedIn } from '../../parameters/origin';
import { requireText } from '../../parameters/text';
import { recordId } from '../records';
import type { ItemOperation } from '../types';

const FIELDS = {
	department: { key: 'department', displayName: 'Department' },
	description: { key: 'description', displayName: 'Description', read: longText },
	status: { key: 'status', displayName: 'Status', read: requireText },
	title: { key: 'title', displayName: 'Title', read: requireText },
};

const RENAMING = "If its title is to change, use 'By ID' in 'Job'.";

export const updateJob: ItemOperation = {
	resource: 'job',
	operation: 'update',
	name: 'Update',
	action: 'Update job',
	description: "Change a job's title, description, department or status",
	fields: [
		jobLocator,
		updateFieldsCollection([
			{ displayName: 'Department', name: 'department', type: 'string', default: '' },
			{
				displayName: 'Description',
				name: 'description',
				type: 'string',
				typeOptions: { rows: 4 },
				default: '',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'string',
				placeholder: 'e.g. closed',
				default: '',
				description: 'As PeopleLens writes it',
			},
			{ displayName: 'Title', name: 'title', type: 'string', default: '' },
		]),
	],
	async execute(run) {
		const id = recordId(run, 'jobId', 'Job');
		const fields: IDataObject = run.context.getNodeParameter('updateFields', run.itemIndex, {});
		const changes = readChanges(run, fields, FIELDS);
		const isMeant = ({ title }: HiringRecord) =>
			requireChosenJob(run, storedIn(run, 'jobId'), title, changes.title, RENAMING);
		// What one item reads before it writes must not be older than what another has written.
		const change = async () => await changeJob(run.api, id, changes, isMeant);
		return [await run.mutex.runExclusive(`job ${id}`, change)];
	},
};
