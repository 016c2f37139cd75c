import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { PeopleLens } from '../../../nodes/PeopleLens/PeopleLens.node';
import type { Behaviour } from '../../../sandbox';
import { openTenant } from '../tenant';

/** The tenant of the other tests, which also hires: one job, two candidates, a résumé, a template. */
export async function openHiringTenant(behaviour: Partial<Behaviour> = {}) {
	const tenant = await openTenant(behaviour, { candidates: 0, jobs: 0 });
	const { hiring } = tenant.sandbox.tenant;
	const job = hiring.addJob({ title: 'Analyst', department: 'Finance' });
	const other = hiring.addJob({ title: 'Nurse', department: 'Care' });
	const add = (first_name: string, last_name: string) =>
		hiring.addCandidate({
			...{ first_name, last_name, email: `${first_name.toLowerCase()}@mail.example` },
			job_id: job.id,
		});
	const mary = add('Mary', 'Jackson');
	const kay = add('Kay', 'McNulty');
	const [plan] = hiring.plans.all();
	const template = hiring.addTemplate();
	const cv = hiring.addDocument(mary.id, {
		...{ file_name: 'Mary.txt', file_type: 'text/plain', bytes: Buffer.from('A résumé') },
	});
	return { ...tenant, hiring, job, other, mary, kay, plan, template, cv };
}

export type HiringTenant = Awaited<ReturnType<typeof openHiringTenant>>;

export const chosen = (value: unknown, mode = 'id') => ({
	...{ __rl: true as const, mode },
	value: String(value),
});

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
			parameters: {
				...{ planId: String(plan.id), stepId: 'step-1', interviewerId: chosen('usr-ada') },
				...{ startTime: '2099-03-01T09:00:00', additionalFields: { title: 'Meet' } },
			},
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

/** As n8n makes it of a node that an agent uses. */
export function asTool() {
	const node = new PeopleLens();
	node.description = { ...node.description, name: 'peopleLensTool' };
	return node;
}
