import type { IDataObject } from 'n8n-workflow';

import { scheduleInterview as makeAppointment } from '../../api/interviews';
import { getUser } from '../../api/users';
import { additionalFieldsCollection } from '../../fields/collections';
import { userLocator } from '../../fields/userLocator';
import { longText, readAdditional } from '../../parameters/changes';
import { optionalTime } from '../../parameters/date';
import { foundNothing, invalidParameter, isBlank } from '../../parameters/source';
import { requireUserId } from '../../parameters/user';
import { readChosenPerson } from '../records';
import type { ItemOperation, ItemRun } from '../types';
import { planId, planIdField, typedId } from './planFields';

const ADDITIONAL = {
	description: { key: 'description', displayName: 'Description', read: longText },
	endTime: { key: 'end_time', displayName: 'End Time', read: optionalTime },
	title: { key: 'title', displayName: 'Title' },
};

export const scheduleInterview: ItemOperation = {
	resource: 'interview',
	operation: 'schedule',
	name: 'Schedule',
	action: 'Schedule interview',
	description: 'Make an appointment for an interview, in the calendar of the interviewer',
	fields: [
		planIdField,
		{
			displayName: 'Step ID',
			name: 'stepId',
			type: 'string',
			placeholder: 'e.g. step-1',
			default: '',
			required: true,
			description:
				'The step of the plan. Get Booking Links and Get Scorecard return it as step_id.',
		},
		{
			...userLocator,
			displayName: 'Interviewer',
			name: 'interviewerId',
			description: 'The user who holds the interview',
		},
		{
			displayName: 'Start Time',
			name: 'startTime',
			type: 'dateTime',
			default: '',
			required: true,
			description: 'In the time zone of the workflow',
		},
		additionalFieldsCollection([
			{
				displayName: 'Description',
				name: 'description',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
			},
			{
				displayName: 'End Time',
				name: 'endTime',
				type: 'dateTime',
				default: '',
				description: 'In the time zone of the workflow',
			},
			{ displayName: 'Title', name: 'title', type: 'string', default: '' },
		]),
	],
	async execute(run) {
		const { context, itemIndex, api } = run;
		const plan = planId(run);
		const appointment: IDataObject = {
			step_id: typedId(run, context.getNodeParameter('stepId', itemIndex), 'Step ID'),
			...readTimesAndTexts(run),
		};
		const locator = context.getNodeParameter('interviewerId', itemIndex);
		const interviewer = await requireUserId(run, api, locator, 'Interviewer');
		const read = async () => await getUser(api, interviewer, 'Interviewer');
		await readChosenPerson(run, 'interviewerId', 'Interviewer', read);
		appointment.interviewer_id = interviewer;
		return [{ ...(await makeAppointment(api, plan, appointment)), planId: plan }];
	},
};

function readTimesAndTexts(run: ItemRun): IDataObject {
	const more: IDataObject = run.context.getNodeParameter('additionalFields', run.itemIndex, {});
	const entered = run.context.getNodeParameter('startTime', run.itemIndex);
	const start = isBlank(entered) ? undefined : optionalTime(run, entered, 'Start Time');
	const { end_time: end, ...texts }: { end_time?: number } = readAdditional(run, more, ADDITIONAL);
	if (start === undefined) throw foundNothing(run, 'Start Time', '');
	if (end !== undefined && end <= start) {
		throw invalidParameter(
			run,
			"'End Time' is not later than 'Start Time'",
			'Swap the two, or remove the end.',
		);
	}
	return {
		start_time: new Date(start).toISOString(),
		...(end !== undefined && { end_time: new Date(end).toISOString() }),
		...texts,
	};
}
