import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { schedule } from './parameters';
import { chosen, type HiringTenant } from './tenant';

/** Each operation once, as it works; what it gives is in `gives`. */
export function worksOf(tenant: HiringTenant): Record<string, Work> {
	const { job, mary, kay, plan, template, cv } = tenant;
	const [candidateId, jobId] = [chosen(mary.id), chosen(job.id)];
	const about = { id: String(mary.id), email: 'mary@mail.example' };
	return {
		'candidate:create': {
			parameters: {
				...{ firstName: 'Ida', lastName: 'Rhodes', email: 'ida@mail.example' },
				additionalFields: { jobId: chosen(job.id), phone: '+1', linkedinUrl: 'https://li/ida' },
			},
			gives: [{ email: 'ida@mail.example', first_name: 'Ida', status: 'active' }],
		},
		'candidate:get': { parameters: { candidateId }, gives: [{ ...about, first_name: 'Mary' }] },
		'candidate:getAll': { parameters: { returnAll: true }, gives: [{}, {}] },
		'candidate:getInterviewStatus': {
			parameters: { candidateId },
			gives: [{ candidateId: String(mary.id) }],
		},
		'candidate:update': {
			parameters: { candidateId, updateFields: { status: 'hired', metadata: '{"badge": 7}' } },
			gives: [{ ...about, status: 'hired' }],
		},
		'candidate:delete': {
			parameters: { candidateId: chosen(kay.id), deleteForGood: true },
			gives: [{ id: String(kay.id), deleted: true }],
		},
		'document:getAll': { parameters: { candidateId }, gives: [{ file_name: 'Mary.txt' }] },
		'document:download': {
			parameters: { candidateId, documentId: String(cv.id) },
			gives: [{ id: String(cv.id), file_name: 'Mary.txt' }],
		},
		'document:upload': {
			parameters: { candidateId },
			gives: [{ file_name: 'Photo "1".png', file_type: 'image/png', file_size: 5 }],
			binary: { data: { data: 'AAECAwQ=', mimeType: 'image/png', fileName: 'Photo "1".png' } },
		},
		'document:getParsed': {
			parameters: { candidateId },
			gives: [{ languages: ['English', 'Portuguese'] }],
		},
		'interview:decide': {
			parameters: { planId: String(plan.id), status: 'active', options: { notes: 'Good' } },
			gives: [{ planId: String(plan.id), status: 'active', decided: true }],
		},
		'interview:getBookingLinks': {
			parameters: { candidateId },
			gives: [{ step_id: 'step-1', url: expect.stringContaining('/book/') }],
		},
		'interview:getScorecard': {
			parameters: { planId: String(plan.id) },
			gives: [{ assessments: [{ step_id: 'step-1' }, {}] }],
		},
		'interview:schedule': {
			parameters: schedule(tenant, {
				interviewerId: chosen('usr-ada'),
				additionalFields: { title: 'Meet' },
			}),
			gives: [{ success: true, planId: String(plan.id) }],
		},
		'job:addCandidate': {
			parameters: { jobId: chosen(tenant.other.id), candidateId },
			gives: [{ success: true, candidate_id: String(mary.id), job_id: String(tenant.other.id) }],
		},
		'job:get': { parameters: { jobId }, gives: [{ title: 'Analyst' }] },
		'job:getAll': { parameters: {}, gives: [{}, {}] },
		'job:update': {
			parameters: { jobId, updateFields: { title: 'Lead Analyst' } },
			gives: [{ title: 'Lead Analyst', department: 'Finance', status: 'open' }],
		},
		'template:get': {
			parameters: { templateId: chosen(template.id) },
			gives: [{ structure_template: [{}, {}, {}] }],
		},
		'template:getAll': { parameters: {}, gives: [{ title: template.title }] },
		'template:generate': {
			parameters: { jobDescription: 'We look for a nurse.' },
			gives: [{ suggestions: { questions: [{}, {}, {}] } }],
		},
		'user:update': {
			parameters: {
				userId: chosen('usr-ada'),
				updateFields: { lastName: 'King', isEnabled: true },
			},
			gives: [{ id: 'usr-ada', last_name: 'King' }],
		},
	};
}

export interface Work {
	parameters: INodeParameters;
	gives: IDataObject[];
	binary?: Record<string, { data: string; mimeType: string; fileName: string }>;
}

export const OPERATIONS = [
	...['candidate:create', 'candidate:get', 'candidate:getAll', 'candidate:getInterviewStatus'],
	...['candidate:update', 'candidate:delete', 'document:getAll', 'document:download'],
	...['document:upload', 'document:getParsed', 'interview:decide', 'interview:getBookingLinks'],
	...['interview:getScorecard', 'interview:schedule', 'job:addCandidate', 'job:get', 'job:getAll'],
	...['job:update', 'template:get', 'template:getAll', 'template:generate', 'user:update'],
];

export function parametersOf(name: string, work: Work): INodeParameters {
	const [resource, operation] = name.split(':');
	return { resource, operation, ...work.parameters };
}
