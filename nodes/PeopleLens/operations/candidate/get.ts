import { getCandidate as readCandidate } from '../../api/candidates';
import { optionsCollection } from '../../fields/collections';
import { candidateLocator } from '../../fields/recordLocators';
import { ifNotFoundOptionFor } from '../ifNotFound';
import { getOne, recordId } from '../records';
import type { ItemOperation } from '../types';

export const getCandidate: ItemOperation = {
	resource: 'candidate',
	operation: 'get',
	name: 'Get',
	action: 'Get candidate',
	description: 'Get one candidate with the job they apply for',
	fields: [candidateLocator, optionsCollection([ifNotFoundOptionFor('candidate')])],
	async execute(run) {
		const id = recordId(run, 'candidateId', 'Candidate');
		return [await getOne(run, id, async () => await readCandidate(run.api, id))];
	},
};
