import type { IDataObject } from 'n8n-workflow';

import type { Api } from './client';
import { changeIn, isRefusalIn } from './confirmation';
import { isShallow } from './depth';
import { isRecord } from './http/record';
import { idInPath } from './idInPath';
import { messagesAbout, parseObject, rowsIn } from './records';
import type { Kind } from './records';
import { namesAnother } from './responses';

const PLAN: Kind = {
	one: 'interview plan',
	many: 'booking_links',
	field: 'Interview Plan ID',
	path: '/api/v1/interviews',
};

const planPath = (api: Api, id: string) => `${PLAN.path}/${idInPath(api, id, PLAN.field)}`;

/** No list of plans is known, so there is nothing to choose from. */
const missing = (id: string) =>
	`No interview plan with the ID '${id}' in this PeopleLens tenant. Check 'Interview Plan ID'.`;

/**
 * The active, unused links by which candidates book an interview.
 * @param candidateId undefined for those of all candidates
 * @throws NodeApiError
 */
export async function listBookingLinks(api: Api, candidateId?: string): Promise<IDataObject[]> {
	const { result } = await api.send({
		method: 'GET',
		path: `${PLAN.path}/booking-links`,
		query: { candidate_id: candidateId },
		parse: (body) => {
			const rows = rowsIn(body, PLAN.many);
			return rows?.every(isRecord) && isShallow(rows) ? rows : undefined;
		},
		messages: {
			permission: 'read booking links',
			rejected: () => "PeopleLens did not accept the candidate. Check 'Candidate'.",
		},
	});
	const isTheirs = ({ candidate_id }: IDataObject) =>
		candidateId === undefined || !namesAnother(candidate_id, candidateId);
	return result.filter(isTheirs);
}

/**
 * Makes a calendar event, so a request that may have arrived is never sent again.
 * @throws NodeApiError, `isOutcomeUnknown` when it may have been done all the same
 */
export async function scheduleInterview(
	api: Api,
	planId: string,
	appointment: IDataObject,
): Promise<IDataObject> {
	const { result } = await api.send({
		method: 'POST',
		path: `${planPath(api, planId)}/schedule`,
		body: appointment,
		parse: (body, status) =>
			isRecord(body) && isShallow(body) && status !== 202 ? body : undefined,
		subject: planId,
		messages: messagesAbout(PLAN, 'schedule interviews', {
			missing,
			rejected: (id) =>
				`PeopleLens did not schedule the interview of the plan '${id}'. Check 'Step ID', 'Interviewer', 'Start Time' and 'End Time'.`,
			conflict: (id) =>
				`PeopleLens can't schedule the interview of the plan '${id}' at that time. The interviewer may be busy, or the interview be scheduled already.`,
			uncertain: (id) =>
				`The interview of the plan '${id}' may have been scheduled: look at the calendar of the interviewer before you run this again, or it is there twice.`,
		}),
	});
	if (!isRefusalIn(result)) return result;
	throw api.operationError(
		`PeopleLens did not schedule the interview of the plan '${planId}'`,
		"Check 'Step ID', 'Interviewer', and whether the interviewer's calendar is connected to PeopleLens.",
	);
}

/**
 * Decides about an interview. May move the candidate to another stage, and causes two webhooks.
 * @throws NodeApiError, `isOutcomeUnknown` when it may have been done all the same
 */
export async function decideInterview(
	api: Api,
	planId: string,
	decision: { status: string; notes?: string },
): Promise<void> {
	const { result } = await api.send({
		method: 'POST',
		path: `${planPath(api, planId)}/decision`,
		body: decision,
		parse: changeIn,
		subject: planId,
		messages: messagesAbout(PLAN, 'decide about interviews', {
			missing,
			rejected: (id) =>
				`PeopleLens did not accept the decision about the interview plan '${id}'. Check 'Status': it must be one that your PeopleLens knows.`,
			conflict: (id) =>
				`PeopleLens can't take a decision about the interview plan '${id}' as things stand. There may be one already.`,
			uncertain: (id) =>
				`The decision about the interview plan '${id}' may have been taken: look at the candidate in PeopleLens before you run this again.`,
		}),
	});
	if (result === 'done') return;
	throw api.operationError(
		`PeopleLens did not take the decision about the interview plan '${planId}'`,
		'Open the candidate in PeopleLens to see what is in the way.',
	);
}

const isScorecard = (value: unknown): value is IDataObject =>
	isRecord(value) && Array.isArray(value.assessments);

/**
 * The scorecard of a plan, with one assessment for each step.
 * @throws NodeApiError, also while PeopleLens is still working on it
 */
export async function getScorecard(api: Api, planId: string): Promise<IDataObject> {
	const { result } = await api.send({
		method: 'GET',
		path: `${planPath(api, planId)}/scorecard`,
		parse: (body, status) => {
			if (status === 202) return 'later';
			const object = parseObject(body);
			return [object, object?.data].find(isScorecard);
		},
		subject: planId,
		messages: messagesAbout(PLAN, 'read scorecards', {
			missing: (id) =>
				`No scorecard for the interview plan '${id}'. Check 'Interview Plan ID'; if it is right, PeopleLens has no scorecard of it yet.`,
			rejected: (id) =>
				`PeopleLens does not accept '${id}' as the ID of an interview plan. Check 'Interview Plan ID'.`,
		}),
	});
	if (result !== 'later') return result;
	throw notReady(api, `the scorecard of the interview plan '${planId}'`);
}

/** PeopleLens is at work on something that it was asked for. */
export function notReady(api: Api, what: string) {
	return api.apiError({
		message: `PeopleLens is still working on ${what}`,
		description:
			"Wait a minute and run this again. In a workflow, put a Wait node of a minute before this one: 'Retry On Fail' waits for 20 seconds at most (Max. Tries 5, Wait Between Tries 5000 ms).",
		failure: { cause: 'temporarily-unavailable' },
	});
}
