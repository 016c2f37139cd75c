import type { Candidate } from '../hiring/types';
import { json, Refusal, type Answer } from './answer';
import { Body } from './body';
import { readFields } from './hiringFields';
import type { Call } from './call';

const KINDS = {
	...({ first_name: '*text', last_name: '*text', email: '*text' } as const),
	...({ phone: 'text', linkedin_url: 'text', job_id: 'text' } as const),
};

const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** All of a request or nothing of it. */
export function createCandidates(call: Call): Answer {
	const { tenant, behaviour } = call;
	const { hiring } = tenant;
	const wanted = readCandidates(call);
	const left = (behaviour.candidateQuota ?? Infinity) - hiring.candidates.size;
	if (wanted.length > left) {
		throw new Refusal(behaviour.quotaStatus, `The plan allows ${left} candidates more`);
	}
	const isThere = (email: string | undefined) =>
		hiring.candidates.all().some((one) => one.email.toLowerCase() === email?.toLowerCase());
	const checks = behaviour.bulkDuplicates !== 'create';
	const known = checks ? wanted.filter(({ email }) => isThere(email)) : [];
	if (known.length > 0 && behaviour.bulkDuplicates === 'reject') {
		throw new Refusal(behaviour.conflictStatus, `${known[0].email} is a candidate already`);
	}
	const created = wanted
		.filter((one) => !known.includes(one))
		.map((one) => hiring.addCandidate({ job_id: null, ...one }));
	for (const { id, email, job_id } of created) {
		tenant.addEvent({ action: 'CANDIDATE_CREATED', entity_id: String(id), details: { email } });
		hiring.notify('candidate.created', { candidate_id: id, job_id });
	}
	return answer(created, call);
}

function readCandidates({ body, tenant, behaviour }: Call): Array<Partial<Candidate>> {
	const invalid = (message: string) => new Refusal(behaviour.invalidStatus, message);
	const list = Body.parse(body).objects('candidates');
	if (!list || list.length === 0) throw invalid('candidates is required');
	if (list.length > (behaviour.bulkMost ?? Infinity)) {
		throw invalid(`At most ${behaviour.bulkMost} candidates at once`);
	}
	return list.map((entry) => {
		const candidate: Partial<Candidate> = readFields(
			Body.from(entry, 'A candidate'),
			KINDS,
			behaviour,
		);
		const { email = '', job_id } = candidate;
		if (!EMAIL.test(email)) throw invalid('email must be an email address');
		if (job_id === undefined || job_id === null) return candidate;
		const job = tenant.hiring.jobs.get(String(job_id));
		if (!job) throw invalid(`There is no job ${job_id}`);
		return { ...candidate, job_id: job.id };
	});
}

function answer(created: Candidate[], { behaviour }: Call): Answer {
	const data = created.map(({ id, first_name, last_name, email, status }) => ({
		...{ id, first_name, last_name, email, status },
	}));
	if (behaviour.bulkOrder === 'reversed') data.reverse();
	const count = { created: created.length };
	if (behaviour.bulkAnswer === 'accepted') return json(202, { message: 'Import started' });
	if (behaviour.bulkAnswer === 'countOnly') return json(201, count);
	return json(behaviour.bulkAnswer, { ...count, data });
}
