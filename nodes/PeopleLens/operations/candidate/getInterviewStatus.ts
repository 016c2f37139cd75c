import { getInterviewStatus as readInterviewStatus } from '../../api/candidates';
import { candidateLocator } from '../../fields/recordLocators';
import { recordId } from '../records';
import type { ItemOperation } from '../types';

export const getInterviewStatus: ItemOperation = {
	resource: 'candidate',
	operation: 'getInterviewStatus',
	name: 'Get Interview Status',
	action: 'Get interview status of candidate',
	description: "Get the status of a candidate's latest interview",
	fields: [candidateLocator],
	async execute(run) {
		const candidateId = recordId(run, 'candidateId', 'Candidate');
		return [{ ...(await readInterviewStatus(run.api, candidateId)), candidateId }];
	},
};
