import type { Candidate } from '../hiring/types';
import { empty, json, type Answer } from './answer';
import { Body } from './body';
import { answerList, oneRecord, required } from './hiringLists';
import { readFields } from './hiringFields';
import type { Call } from './call';

const NAMES = { many: 'candidates', one: 'candidate' };

export function listCandidates(call: Call): Answer {
	const { tenant, behaviour } = call;
	return answerList(call, NAMES, ['status', 'job_id'], (parameters) => {
		const [status, job] = [parameters.text('status'), parameters.text('job_id')];
		return tenant.hiring.candidates
			.all()
			.filter((one) => status === undefined || one.status === status)
			.filter((one) => job === undefined || String(one.job_id) === job)
			.map(({ id, first_name, last_name, email, status: stage, job_id, created_at }) => ({
				...{ id, first_name, last_name, email, status: stage, job_id },
				...(behaviour.listedCreatedAt && { created_at }),
			}));
	});
}

export function getCandidate(call: Call): Answer {
	const { tenant, behaviour } = call;
	const candidate = candidateOf(call);
	const { id, first_name, last_name, email, status, job_id, external_id, metadata } = candidate;
	const job = job_id === null ? undefined : tenant.hiring.jobs.get(String(job_id));
	const record = {
		...{ id, first_name, last_name, email, status, job_id },
		job_searches: job ? { id: job.id, title: job.title, status: job.status } : null,
		...{ external_id, metadata },
	};
	return json(200, oneRecord(record, NAMES, behaviour));
}

export function updateCandidate(call: Call): Answer {
	const { body, tenant, behaviour } = call;
	const candidate = candidateOf(call);
	const kinds = {
		...({ first_name: 'text', last_name: 'text', email: 'text', status: 'text' } as const),
		...({ external_id: 'text', metadata: 'object' } as const),
	};
	const changes = readFields(Body.parse(body), kinds, behaviour);
	const before = candidate.status;
	Object.assign(candidate, changes);
	const about = { candidate_id: candidate.id, job_id: candidate.job_id };
	const { notify } = tenant.hiring;
	notify('candidate.updated', { ...about, updated_fields: Object.keys(changes) });
	if (candidate.status !== before) {
		const status = { from_status: before, to_status: candidate.status };
		notify('candidate.status_changed', { ...about, ...status });
	}
	const { id, first_name, last_name, email, status } = candidate;
	const record = oneRecord({ id, first_name, last_name, email, status }, NAMES, behaviour);
	return updated(record, call);
}

/** What a PATCH or PUT answers. */
export function updated(record: unknown, { behaviour }: Call): Answer {
	if (behaviour.updateAnswer === 204) return empty(204);
	return json(200, behaviour.updateAnswer === 'success' ? { success: true } : record);
}

export function deleteCandidate(call: Call): Answer {
	const { tenant, behaviour, id } = call;
	const candidate = tenant.hiring.candidates.get(id);
	if (candidate || behaviour.deletedAgain === 404) {
		const found = required(candidate, 'candidate', id);
		tenant.hiring.removeCandidate(found);
		tenant.addEvent({ action: 'CANDIDATE_DELETED', entity_id: String(found.id) });
		tenant.hiring.notify('candidate.deleted', { candidate_id: found.id, job_id: found.job_id });
	}
	if (behaviour.deleteAnswer === '200-body') return json(200, { success: true });
	return empty(behaviour.deleteAnswer);
}

/** The body of this answer isn't in the reference: only what it is about. */
export function getInterviewStatus(call: Call): Answer {
	const { tenant, behaviour } = call;
	const { id } = candidateOf(call);
	const latest = tenant.hiring.plans.all().filter(({ candidate_id }) => candidate_id === id);
	const status = latest.at(-1)?.status ?? 'none';
	switch (behaviour.statusAnswer) {
		case 'object':
			return json(200, { status });
		case 'data':
			return json(200, { data: { status } });
		case 'text':
			return json(200, status);
		case 'array':
			return json(200, [{ status }]);
	}
}

export function candidateOf({ tenant, id }: Call): Candidate {
	return required(tenant.hiring.candidates.get(id), 'candidate', id);
}
