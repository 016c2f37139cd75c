import type { INodePropertyOptions } from 'n8n-workflow';

/**
 * The events that PeopleLens documents, by name. n8n's node creator lists each of them under its
 * `action`, because the property that offers them is labelled "Events".
 */
export const HIRING_EVENTS: INodePropertyOptions[] = [
	{
		name: 'Candidate Created',
		value: 'candidate.created',
		action: 'On candidate created',
	},
	{
		name: 'Candidate Deleted',
		value: 'candidate.deleted',
		action: 'On candidate deleted',
	},
	{
		name: 'Candidate Stage Changed',
		value: 'candidate.stage_changed',
		action: 'On candidate stage changed',
		description: 'A candidate was moved to another stage of the hiring process',
	},
	{
		name: 'Candidate Status Changed',
		value: 'candidate.status_changed',
		action: 'On candidate status changed',
		description: 'A candidate was hired, rejected, or archived',
	},
	{
		name: 'Candidate Updated',
		value: 'candidate.updated',
		action: 'On candidate updated',
		description: "A field of a candidate's profile was changed",
	},
	{
		name: 'Interview Decision',
		value: 'interview.decision',
		action: 'On interview decision',
		description: 'A decision was made after an interview',
	},
	{
		name: 'Interview Invited',
		value: 'interview.invited',
		action: 'On interview invited',
		description: 'A link to an interview was generated',
	},
	{
		name: 'Interview Scheduled',
		value: 'interview.scheduled',
		action: 'On interview scheduled',
		description: 'An interview was booked, or moved to another time',
	},
	{
		name: 'Interview Scored by Human',
		value: 'interview.human_scored',
		action: 'On interview scored by human',
		description: 'An interviewer filled in the scorecard',
	},
	{
		name: 'Job Closed',
		value: 'job.closed',
		action: 'On job closed',
	},
	{
		name: 'Job Created',
		value: 'job.created',
		action: 'On job created',
	},
	{
		name: 'Job Updated',
		value: 'job.updated',
		action: 'On job updated',
	},
	{
		name: 'Scorecard Generated',
		value: 'scorecard.generated',
		action: 'On scorecard generated',
		description: 'The AI assessment of a candidate is complete',
	},
];
