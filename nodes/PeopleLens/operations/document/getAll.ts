import { listDocuments } from '../../api/documents';
import { candidateLocator } from '../../fields/recordLocators';
import { recordId } from '../records';
import type { ItemOperation } from '../types';

export const getAllDocuments: ItemOperation = {
	resource: 'document',
	operation: 'getAll',
	name: 'Get Many',
	action: 'Get many documents of candidate',
	description: "List a candidate's documents, each with an address that is good for a short while",
	fields: [candidateLocator],
	async execute(run) {
		return await listDocuments(run.api, recordId(run, 'candidateId', 'Candidate'));
	},
};
