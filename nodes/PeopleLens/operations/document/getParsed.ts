import { getParsedResume } from '../../api/documents';
import { candidateLocator } from '../../fields/recordLocators';
import { recordId } from '../records';
import type { ItemOperation } from '../types';

export const getParsed: ItemOperation = {
	resource: 'document',
	operation: 'getParsed',
	name: 'Get Parsed Résumé',
	action: 'Get parsed résumé of candidate',
	description:
		"Get what PeopleLens has read out of a candidate's résumé: skills, experience, education",
	fields: [candidateLocator],
	async execute(run) {
		return [await getParsedResume(run.api, recordId(run, 'candidateId', 'Candidate'))];
	},
};
