/** Each operation of hiring once; what came of it is looked up in the sandbox. */
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { NODE_TYPES } from '../harness/nodeTypes';
import type { NodeToRun } from '../harness/n8n/runNode';
import type { HiringRecords } from '../harness/sandboxControl';
import type { NewNode } from '../harness/workflow';
import type { Opened } from './opened';
import { createRunner } from './runOperation';

const onId = (value: string) => ({ __rl: true as const, mode: 'id', value });

interface Step {
	resource: string;
	operation: string;
	parameters: INodeParameters;
	gives: IDataObject[];
	more?: Partial<NodeToRun>;
}

/** A file for an upload. */
const letter: NewNode = {
	name: 'Make a file',
	type: NODE_TYPES.convertToFile,
	typeVersion: 1.1,
	parameters: { operation: 'toText', sourceProperty: 'text', options: { fileName: 'letter.txt' } },
};

/** The steps by their name. */
function stepsFor(
	{ candidates, jobs, plans, templates }: HiringRecords,
	user: string,
): Record<string, Step> {
	const [{ id }, { id: other }] = candidates;
	const job = jobs[0].id;
	const planId = plans[0].id;
	const candidateId = onId(id);
	const step = (name: string, parameters: INodeParameters, ...gives: IDataObject[]): Step => {
		const [resource, operation] = name.split(':');
		return { resource, operation, parameters, gives };
	};
	const person = { firstName: 'Ida', lastName: 'Rhodes', email: 'ida@mail.example' };
	const appointment = {
		stepId: 'step-1',
		interviewerId: onId(user),
		startTime: '2099-03-01T09:00',
	};
	const change = { userId: onId(user), updateFields: { lastName: 'King' } };
	const title = { updateFields: { title: 'Lead' } };
	return {
		'Create Candidate': step('candidate:create', person, { email: person.email }),
		'Get Candidate': step('candidate:get', { candidateId }, { id }),
		'Get Interview Status': step('candidate:getInterviewStatus', { candidateId }, {}),
		'Update Candidate': step(
			'candidate:update',
			{ candidateId, updateFields: { status: 'hired' } },
			{ id, status: 'hired' },
		),
		'Get Booking Links': step('interview:getBookingLinks', { candidateId }, {}),
		'Get Scorecard': step('interview:getScorecard', { planId }, { id: planId }),
		'Schedule Interview': step('interview:schedule', { planId, ...appointment }, { success: true }),
		'Decide about Interview': step(
			'interview:decide',
			{ planId, status: 'active' },
			{ decided: true },
		),
		'Get Many Documents': step('document:getAll', { candidateId }, { file_name: 'cv.txt' }),
		'Download Document': step('document:download', { candidateId }, { file_name: 'cv.txt' }),
		'Upload Document': {
			...step('document:upload', { candidateId }, { file_name: 'letter.txt' }),
			more: { input: [{ text: 'Dear all' }], before: letter },
		},
		'Get Parsed Résumé': step('document:getParsed', { candidateId }, {}),
		'Get Job': step('job:get', { jobId: onId(job) }, { id: job }),
		'Update Job': step('job:update', { jobId: onId(job), ...title }, { id: job, title: 'Lead' }),
		'Add Candidate to Job': step(
			'job:addCandidate',
			{ jobId: onId(job), candidateId },
			{ candidate_id: id, job_id: job },
		),
		'Get Template': step(
			'template:get',
			{ templateId: onId(templates[0].id) },
			{ id: templates[0].id },
		),
		'Generate Template': step('template:generate', { jobDescription: 'A nurse' }, {}),
		'Update User': step('user:update', change, { id: user, last_name: 'King' }),
		'Delete Candidate': step(
			'candidate:delete',
			{ candidateId: onId(other), deleteForGood: true },
			{ id: other, deleted: true },
		),
	};
}

const STEPS = Object.keys(
	stepsFor(
		{
			...{ candidates: [{ id: '' }, { id: '' }] as HiringRecords['candidates'] },
			...{ jobs: [{ id: '', title: '', status: '' }] },
			...{ plans: [{ id: '', candidate_id: '' }], documents: [], templates: [{ id: '' }] },
		},
		'',
	),
);

export function describeHiringOperations(opened: Opened): void {
	const { runForItems } = createRunner(opened);
	let steps: Record<string, Step>;

	beforeAll(async () => {
		const { sandbox } = opened();
		const records = await sandbox.hiring();
		await sandbox.addDocument({ candidate_id: records.candidates[0].id, file_name: 'cv.txt' });
		const [user] = await sandbox.users();
		steps = stepsFor(records, user.id);
	});

	test.each(STEPS)('%s works', async (name) => {
		const { resource, operation, parameters, gives, more } = steps[name];
		expect(await runForItems(resource, operation, parameters, more)).toMatchObject(gives);
	});
	test.each(['candidate', 'job', 'template'])('Get Many of %s returns all', async (resource) => {
		const items = await runForItems(resource, 'getAll', { returnAll: true });
		expect(items.length).toBeGreaterThan(1);
	});
}
