import { openHiring, stop, type OpenHiring } from './open';

let tenant: OpenHiring;
const open = async (...args: Parameters<typeof openHiring>) => {
	tenant = await openHiring(...args);
};
afterEach(async () => await stop(tenant.sandbox));

it('the sandbox answers one job in the shape of the reference', async () => {
	await open();
	expect((await tenant.send('GET /api/v1/jobs/job-1')).json).toEqual(tenant.job);
	expect(Object.keys(tenant.job)).toEqual(
		expect.arrayContaining(['id', 'title', 'description', 'department', 'status', 'created_at']),
	);
});

it.each([
	['keep', 'Finance'],
	['clear', ''],
] as const)('a job that is sent in part: %s', async (putMissing, department) => {
	await open({ putMissing });
	await tenant.send('PUT /api/v1/jobs/job-1', { title: 'Lead Analyst' });
	expect(tenant.job).toMatchObject({ title: 'Lead Analyst', department });
});

it('the sandbox links a candidate to a second job by moving her', async () => {
	await open();
	tenant.hiring.addJob({ id: 'job-2' });
	const { json } = await tenant.send('POST /api/v1/jobs/job-2/applicants', {
		candidate_id: 'can-ada',
	});
	expect(json).toEqual({ success: true, candidate_id: 'can-ada', job_id: 'job-2' });
	expect(tenant.ada.job_id).toBe('job-2');
});

it.each([
	['job-9', { candidate_id: 'can-ada' }, 404],
	['job-1', { candidate_id: 'can-x' }, 422],
	['job-1', {}, 422],
])('the sandbox links nobody to %s by %j', async (job, body, status) => {
	await open();
	expect((await tenant.send(`POST /api/v1/jobs/${job}/applicants`, body)).status).toBe(status);
	expect(tenant.ada.job_id).toBe('job-1');
});

it('the sandbox lists templates, answers one, and suggests questions without saving them', async () => {
	await open({ listAnswer: 'own' });
	const { id } = tenant.hiring.addTemplate();
	expect((await tenant.send('GET /api/v1/templates')).json).toMatchObject({ templates: [{ id }] });
	expect((await tenant.send(`GET /api/v1/templates/${id}`)).json).toMatchObject({
		id,
		structure_template: [{ id: 'q-1', type: 'behavioral' }, {}, {}],
	});
	const body = { job_description: 'We look for a nurse.' };
	expect((await tenant.send('POST /api/v1/templates/generate', body)).json).toMatchObject({
		job_description_received: 'We look for a nurse.',
		suggestions: { questions: [{ text: expect.any(String) }, {}, {}] },
	});
	expect((await tenant.send('POST /api/v1/templates/generate', {})).status).toBe(422);
	expect(tenant.hiring.templates.size).toBe(1);
});
