import type { IDataObject } from 'n8n-workflow';

import { getCandidate, updateCandidate as changeCandidate } from '../../api/candidates';
import { updateFieldsCollection } from '../../fields/collections';
import { candidateLocator } from '../../fields/recordLocators';
import { readChanges } from '../../parameters/changes';
import { requireEmail } from '../../parameters/email';
import { requireObject } from '../../parameters/object';
import { requireText } from '../../parameters/text';
import { readChosenPerson, recordId } from '../records';
import type { ItemOperation } from '../types';

const FIELDS = {
	email: { key: 'email', displayName: 'Email', read: requireEmail },
	externalId: { key: 'external_id', displayName: 'External ID' },
	firstName: { key: 'first_name', displayName: 'First Name', read: requireText },
	lastName: { key: 'last_name', displayName: 'Last Name', read: requireText },
	metadata: { key: 'metadata', displayName: 'Metadata', read: requireObject },
	status: { key: 'status', displayName: 'Status', read: requireText },
};

export const updateCandidate: ItemOperation = {
	resource: 'candidate',
	operation: 'update',
	name: 'Update',
	action: 'Update candidate',
	description: "Change a candidate's name, email, status or own fields",
	fields: [
		candidateLocator,
		updateFieldsCollection([
			{
				displayName: 'Email',
				name: 'email',
				type: 'string',
				placeholder: 'e.g. name@email.com',
				default: '',
			},
			{
				displayName: 'External ID',
				name: 'externalId',
				type: 'string',
				default: '',
				description: 'The ID of this candidate in another system, such as your HR system',
			},
			{ displayName: 'First Name', name: 'firstName', type: 'string', default: '' },
			{ displayName: 'Last Name', name: 'lastName', type: 'string', default: '' },
			{
				displayName: 'Metadata',
				name: 'metadata',
				type: 'json',
				default: '{}',
				description: 'Fields of your own, as a JSON object',
			},
			{
				displayName: 'Status',
				name: 'status',
				type: 'string',
				placeholder: 'e.g. hired',
				default: '',
				description: 'As PeopleLens writes it',
				hint: 'Starts what listens to candidate events: make sure that a workflow does not start itself',
			},
		]),
	],
	async execute(run) {
		const id = recordId(run, 'candidateId', 'Candidate');
		const fields: IDataObject = run.context.getNodeParameter('updateFields', run.itemIndex, {});
		const changes = readChanges(run, fields, FIELDS);
		const change = async () => {
			const read = async () => await getCandidate(run.api, id);
			await readChosenPerson(run, 'candidateId', 'Candidate', read);
			return await changeCandidate(run.api, id, changes);
		};
		return [await run.cache.mutex.runExclusive(`candidate ${id}`, change)];
	},
};
