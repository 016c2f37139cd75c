import type { INodeProperties } from 'n8n-workflow';

import { actionsField } from '../fields/actions';
import { auditLogFilterFields } from '../fields/auditLogFilters';
import { filtersCollection, optionsCollection } from '../fields/collections';
import { includeActorField } from '../fields/includeActor';
import { triggerOnField } from './triggerOn';

const { entityId, entityType, excludeUserIds, userId } = auditLogFilterFields;

/** What the trigger's panel asks for. n8n adds "Poll Times" above it by itself. */
export const triggerFields: INodeProperties[] = [
	{
		displayName:
			'Every new audit event comes exactly once, oldest first, also after an outage: with the first check after it happened. One execution gets all that is new, one item for each event.',
		name: 'notice',
		type: 'notice',
		default: '',
	},
	triggerOnField,
	{
		...actionsField,
		hint: 'None chosen: any action',
		displayOptions: { show: { triggerOn: ['chosen'] } },
	},
	filtersCollection([userId, entityId, entityType, excludeUserIds]),
	{
		displayName: 'Start From',
		name: 'startFrom',
		type: 'options',
		options: [
			{
				name: 'Now',
				value: 'now',
				description: 'Only events that happen after the workflow is activated for the first time',
			},
			{
				name: 'Date',
				value: 'date',
				description: 'Also earlier events, from a date on, before the new ones',
			},
		],
		default: 'now',
		description:
			'Where to start when the workflow is activated for the first time. After that it continues where it left off.',
	},
	{
		displayName: 'Start Date',
		name: 'startDate',
		type: 'dateTime',
		displayOptions: { show: { startFrom: ['date'] } },
		default: '',
		required: true,
		description: 'In the time zone of the workflow',
	},
	optionsCollection([
		{
			displayName: 'Ignore Older Than (Hours)',
			name: 'ignoreOlderThanHours',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 87_600 },
			default: 0,
			description:
				'After an outage, leave out events that are older than this. 0 means that every event is delivered, however late.',
		},
		includeActorField,
		{
			displayName: 'Maximum Events per Check',
			name: 'maxEvents',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 10_000 },
			default: 1000,
			description:
				'The most events that one execution gets. More are not lost: the next check continues with the oldest of them.',
		},
		{
			displayName: 'Number of Test Events',
			name: 'testEvents',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 100 },
			default: 3,
			description: 'How many of the newest matching events to fetch when you test this step',
		},
		{
			displayName: 'Overlap (Minutes)',
			name: 'overlapMinutes',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 60 },
			default: 5,
			description:
				'How late an event may show up in the PeopleLens log and still be delivered. Each check looks back this far and skips what was delivered before.',
		},
	]),
];
