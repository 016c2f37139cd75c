import { shownDocument } from '../http/documentRoutes';
import type { Controls } from './controls';

export const hiringControls: Controls = {
	'GET /sandbox/hiring': {
		about: 'Candidates, jobs, templates, interview plans and documents, as the tenant keeps them',
		answer: ({ tenant: { hiring } }) => ({
			candidates: hiring.candidates.all(),
			jobs: hiring.jobs.all(),
			templates: hiring.templates.all(),
			plans: hiring.plans.all(),
			documents: hiring.documents
				.all()
				.map((one) => ({ ...shownDocument(one), candidate_id: one.candidate_id })),
		}),
	},
	'POST /sandbox/candidates': {
		about: 'Adds candidates: {"candidates": [{"email": "…"}]}; what is missing is made up',
		answer: ({ tenant: { hiring } }, body) => ({
			data: (body.objects('candidates') ?? [{}]).map((one) => hiring.addCandidate(one)),
		}),
	},
	'POST /sandbox/jobs': {
		about: 'Adds jobs: {"jobs": [{"title": "…"}]}; what is missing is made up',
		answer: ({ tenant: { hiring } }, body) => ({
			data: (body.objects('jobs') ?? [{}]).map((one) => hiring.addJob(one)),
		}),
	},
	'POST /sandbox/documents': {
		about: 'Adds a document: {"candidate_id": "…", "file_name": "cv.txt", "text": "…"}',
		answer({ tenant: { hiring } }, body) {
			const bytes = Buffer.from(body.text('text') ?? 'A résumé');
			const file_name = body.text('file_name') ?? 'cv.txt';
			const owner = hiring.candidates.get(String(body.get('candidate_id')));
			if (!owner) throw new RangeError('There is no such candidate');
			const file = { bytes, file_name, file_type: 'text/plain' };
			return shownDocument(hiring.addDocument(owner.id, file));
		},
	},
};
