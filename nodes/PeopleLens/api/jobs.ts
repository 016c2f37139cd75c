import type { IDataObject } from 'n8n-workflow';

import { changeRecord, parseChange, requireChanged } from './changes';
import type { Api } from './client';
import { isRefusalIn } from './confirmation';
import { withUnknownOutcome } from './errors/nodeErrors';
import { isRecord } from './http/record';
import { idInPath } from './idInPath';
import type { RecordList } from './recordList';
import { messagesAbout, parseRecord, requireSame } from './records';
import type { HiringRecord, Kind } from './records';
import { namesAnother, toId } from './responses';

export const JOB: Kind = { one: 'job', many: 'jobs', field: 'Job', path: '/api/v1/jobs' };

/** What a PUT carries: all of them, because one that is left out might be emptied. */
const FIELDS = ['title', 'description', 'department', 'status'];

const jobPath = (api: Api, id: string) => `${JOB.path}/${idInPath(api, id, JOB.field)}`;

export const jobList: RecordList = {
	kind: JOB,
	permission: 'read jobs',
	rejected: "PeopleLens did not accept the request for the list of jobs. Check 'Limit'.",
};

/**
 * @returns the job with that ID, and never another one
 * @throws NodeApiError, `isNotFound` when there is none
 */
export async function getJob(api: Api, id: string): Promise<HiringRecord> {
	const { result } = await api.send({
		method: 'GET',
		path: jobPath(api, id),
		parse: (body) => parseRecord(JOB, body),
		subject: id,
		messages: messagesAbout(JOB, 'read jobs'),
	});
	requireSame(api, JOB, id, result.id);
	return result;
}

/**
 * Changes some fields of a job. PeopleLens replaces all four of them, so the others are read first.
 * @param check throws if this is not the job that was meant
 * @throws NodeApiError, `isOutcomeUnknown` when it may have been done all the same;
 * NodeOperationError when PeopleLens shows that it was not
 */
export async function updateJob(
	api: Api,
	id: string,
	changes: IDataObject,
	check: (job: HiringRecord) => void,
): Promise<HiringRecord> {
	const before = await getJob(api, id);
	check(before);
	const body: IDataObject = {};
	for (const field of FIELDS) {
		const value = changes[field] ?? before[field];
		// What is empty is so without it as well, and may be refused.
		if (value !== undefined && value !== null) body[field] = value;
	}
	const call = {
		method: 'PUT' as const,
		path: jobPath(api, id),
		body,
		parse: (answer: unknown, status: number) => parseChange(JOB, answer, status),
		subject: id,
		messages: messagesAbout(JOB, 'change jobs', {
			rejected: (subject: string) =>
				`PeopleLens did not accept the changes to the job '${subject}'. Check the fields under 'Update Fields'.`,
			conflict: (subject: string) =>
				`PeopleLens can't change the job '${subject}' as things stand. Open the job in PeopleLens to see what is in the way.`,
			uncertain: (subject: string) =>
				`The job '${subject}' may have been changed: look at the job in PeopleLens before you run this again.`,
		}),
	};
	const read = async () => await getJob(api, id);
	const changed = await changeRecord(api, JOB, id, call, read);
	return await requireChanged(api, JOB, changed, changes, { read, before });
}

/**
 * Links a candidate to a job, which takes the candidate out of any other.
 * @throws NodeApiError; NodeOperationError when PeopleLens says no, or speaks of others
 */
export async function addCandidateToJob(
	api: Api,
	jobId: string,
	candidateId: string,
): Promise<IDataObject> {
	const { result } = await api.send({
		method: 'POST',
		path: `${jobPath(api, jobId)}/applicants`,
		body: { candidate_id: candidateId },
		parse: (body, status) => (isRecord(body) && status !== 202 ? body : undefined),
		subject: jobId,
		creates: candidateId,
		messages: messagesAbout(JOB, 'add candidates to jobs', {
			rejected: (subject) =>
				`PeopleLens did not add the candidate '${candidateId}' to the job '${subject}'. Check 'Candidate' and 'Job'.`,
			missing: (subject) =>
				`PeopleLens knows no job '${subject}', or no candidate '${candidateId}'. Check 'Job' and 'Candidate'.`,
			conflict: (subject) =>
				`PeopleLens can't add the candidate '${candidateId}' to the job '${subject}' as things stand. The candidate may be there already.`,
			uncertain: (subject) =>
				`The candidate '${candidateId}' may have been moved to the job '${subject}': look at the candidate in PeopleLens before you run this again.`,
		}),
	});
	const link = isRecord(result.data) ? result.data : result;
	if (isRefusalIn(result)) {
		throw api.operationError(
			`PeopleLens did not add the candidate '${candidateId}' to the job '${jobId}'`,
			'Open both in PeopleLens to see what is in the way.',
		);
	}
	const quoted = (id: unknown) => api.quote(toId(id) ?? '(none)');
	if (namesAnother(link.candidate_id, candidateId) || namesAnother(link.job_id, jobId)) {
		throw withUnknownOutcome(
			api.operationError(
				`PeopleLens was asked to add the candidate '${candidateId}' to the job '${jobId}' and answered with '${quoted(link.candidate_id)}' and '${quoted(link.job_id)}'`,
				'Look at the candidate in PeopleLens before you run this again.',
			),
		);
	}
	return { success: true, candidate_id: candidateId, job_id: jobId };
}
