import type { Job } from '../hiring/types';
import { json, Refusal, type Answer } from './answer';
import { Body } from './body';
import { updated } from './candidateRoutes';
import { answerList, oneRecord, required } from './hiringLists';
import { readFields } from './hiringFields';
import type { Call } from './call';

const NAMES = { many: 'jobs', one: 'job' };
const FIELDS = ['title', 'description', 'department', 'status'] as const;

export function listJobs(call: Call): Answer {
	const { tenant, behaviour } = call;
	return answerList(call, NAMES, [], () =>
		tenant.hiring.jobs.all().map(({ created_at, ...job }) => ({
			...job,
			...(behaviour.listedCreatedAt && { created_at }),
		})),
	);
}

export function getJob(call: Call): Answer {
	return json(200, oneRecord(jobOf(call), NAMES, call.behaviour));
}

export function replaceJob(call: Call): Answer {
	const { body, tenant, behaviour } = call;
	const job = jobOf(call);
	const kinds = { title: 'text', description: 'text', department: 'text', status: 'text' } as const;
	const sent: Partial<Job> = readFields(Body.parse(body), kinds, behaviour);
	const wasOpen = job.status !== 'closed';
	for (const field of FIELDS) {
		if (sent[field] !== undefined || behaviour.putMissing === 'clear')
			job[field] = sent[field] ?? '';
	}
	tenant.hiring.notify('job.updated', { job_id: job.id, updated_fields: Object.keys(sent) });
	if (wasOpen && job.status === 'closed') tenant.hiring.notify('job.closed', { job_id: job.id });
	return updated(oneRecord(job, NAMES, behaviour), call);
}

/** One job per candidate: whoever had another one leaves it. */
export function addApplicant(call: Call): Answer {
	const { body, tenant, behaviour } = call;
	const job = jobOf(call);
	const { candidate_id } = readFields(Body.parse(body), { candidate_id: '*text' }, behaviour);
	const candidate = tenant.hiring.candidates.get(String(candidate_id));
	if (!candidate)
		throw new Refusal(behaviour.invalidStatus, `There is no candidate ${candidate_id}`);
	candidate.job_id = job.id;
	tenant.hiring.notify('candidate.updated', { candidate_id: candidate.id, job_id: job.id });
	return json(200, { success: true, candidate_id: candidate.id, job_id: job.id });
}

function jobOf({ tenant, id }: Call): Job {
	return required(tenant.hiring.jobs.get(id), 'job', id);
}
