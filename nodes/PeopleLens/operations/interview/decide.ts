import type { IDataObject } from 'n8n-workflow';

import { decideInterview as takeDecision } from '../../api/interviews';
import { optionsCollection } from '../../fields/collections';
import { longText, readAdditional } from '../../parameters/changes';
import { requireText } from '../../parameters/text';
import { runInOrder } from '../inOrder';
import type { ItemOperation } from '../types';
import { planId, planIdField } from './planFields';

const ADDITIONAL = { notes: { key: 'notes', displayName: 'Notes', read: longText } };

export const decideInterview: ItemOperation = {
	resource: 'interview',
	operation: 'decide',
	name: 'Decide',
	action: 'Decide about interview',
	description: 'Record the decision about an interview, which may move the candidate on',
	fields: [
		planIdField,
		{
			displayName: 'Status',
			name: 'status',
			type: 'string',
			placeholder: 'e.g. active',
			default: '',
			required: true,
			description: 'The decision, as PeopleLens writes it',
			hint: 'PeopleLens then sends two webhooks, interview.decision and candidate.stage_changed: a workflow that decides must not be started by them, or it never ends',
		},
		optionsCollection([
			{
				displayName: 'Notes',
				name: 'notes',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				description: 'Why, for the people who see the candidate in PeopleLens',
			},
		]),
	],
	async execute(run) {
		const { context, itemIndex, api } = run;
		const plan = planId(run);
		const status = requireText(run, context.getNodeParameter('status', itemIndex), 'Status');
		const options: IDataObject = context.getNodeParameter('options', itemIndex, {});
		const { notes }: { notes?: string } = readAdditional(run, options, ADDITIONAL);
		await runInOrder(run, 'interview', plan, async () => {
			await takeDecision(api, plan, { status, ...(notes !== undefined && { notes }) });
		});
		return [{ planId: plan, status, decided: true }];
	},
};
