import type { INodeProperties } from 'n8n-workflow';

import { HIRING_EVENTS } from './events';

const DOCUMENTATION =
	'https://github.com/peoplelens/n8n-nodes-peoplelens/blob/main/docs/how-the-webhook-trigger-works.md';

/** n8n lets a list and links through, and takes other HTML away. */
const STEPS = [
	'Open Webhook URLs above, and copy the Production URL into PeopleLens, Settings &gt; Webhooks.',
	'PeopleLens sends to one URL: a new one replaces that of another workflow. To do different things with different events, put them behind one trigger, with a Switch on event.',
	'Copy the Webhook Secret shown there into the credential.',
	"Publish (activate) this workflow. While it is inactive, n8n answers PeopleLens with 404, and those events don't come back.",
	`The Test URL is for trying out only: after you click Execute step, it works for two minutes and one event. <a href="${DOCUMENTATION}" target="_blank">More</a>`,
];

/** What the panel asks for. n8n shows both webhook URLs above it by itself. */
export const webhookFields: INodeProperties[] = [
	{
		displayName: `<ul>${STEPS.map((step) => `<li>${step} </li>`).join('')}</ul>`,
		name: 'notice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Events',
		name: 'events',
		type: 'multiOptions',
		options: HIRING_EVENTS,
		default: [],
		description:
			'Which events start the workflow. None chosen means all, also those that PeopleLens may add later.',
	},
	{
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		options: [
			{
				displayName: 'Candidate ID',
				name: 'candidateId',
				type: 'string',
				default: '',
				placeholder: 'e.g. can_7788',
				description:
					'Only events about this candidate. An event that does not say which candidate it is about starts nothing.',
			},
			{
				displayName: 'Job ID',
				name: 'jobId',
				type: 'string',
				default: '',
				placeholder: 'e.g. job_42',
				description:
					'Only events about this job. An event that does not say which job it is about starts nothing.',
			},
		],
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Ignore Repeated Deliveries',
				name: 'ignoreRepeated',
				type: 'boolean',
				default: true,
				description:
					'Whether to start no second execution for a delivery with exactly the same content as a recent one. A best effort: n8n remembers recent deliveries until it restarts, and each process remembers its own.',
			},
			{
				displayName: 'Maximum Age (Minutes)',
				name: 'maxAgeMinutes',
				type: 'number',
				typeOptions: { minValue: 0 },
				default: 0,
				description:
					'Refuse deliveries whose own timestamp is further away from now than this, or cannot be read. It keeps a recorded delivery from being sent again later, but PeopleLens may deliver late for good reasons. 0 means no limit.',
			},
		],
	},
];
