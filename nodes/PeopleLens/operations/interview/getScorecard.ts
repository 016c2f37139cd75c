import type { IDataObject } from 'n8n-workflow';

import { getScorecard as readScorecard } from '../../api/interviews';
import { optionsCollection } from '../../fields/collections';
import { optionOr, requireBoolean } from '../../parameters/choice';
import { readOptions } from '../ifNotFound';
import type { ItemOperation } from '../types';
import { planId, planIdField } from './planFields';

export const getScorecard: ItemOperation = {
	resource: 'interview',
	operation: 'getScorecard',
	name: 'Get Scorecard',
	action: 'Get scorecard of interview',
	description: 'Get the scores, strengths and weaknesses of a candidate in their interviews',
	fields: [
		planIdField,
		optionsCollection([
			{
				displayName: 'Split Assessments',
				name: 'splitAssessments',
				type: 'boolean',
				default: false,
				description:
					'Whether to return one item for each assessment instead of one for the scorecard',
			},
		]),
	],
	async execute(run) {
		const isSplit = optionOr(readOptions(run), 'splitAssessments', false, (value) =>
			requireBoolean(run, value, 'Split Assessments'),
		);
		const scorecard = await readScorecard(run.api, planId(run));
		if (!isSplit) return [scorecard];
		const { assessments, ...about } = scorecard;
		return (assessments as IDataObject[]).map((assessment) => ({ ...about, assessment }));
	},
};
