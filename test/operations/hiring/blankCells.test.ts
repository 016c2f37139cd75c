import type { IDataObject } from 'n8n-workflow';

import { fromAI, TOOL_RUNS } from '../../support/tool';
import { byEmail } from '../tenant';
import { download, schedule, STILL_TO_COME } from './parameters';
import { asTool, chosen, openHiringTenant, type HiringTenant } from './tenant';

/** A locator as n8n's editor adds it to a collection: without the mark `__rl`, until something is chosen. */
const added = (value: string) => ({ mode: 'list', value });

/** A cell without a value comes from Google Sheets, and from a model that has none, as an empty text. */

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

const sent = (method: string) =>
	tenant.requests(method).map(({ body }) => JSON.parse(body) as IDataObject);

describe('creating a candidate', () => {
	const create = (additionalFields: object, more: IDataObject = {}) => ({
		...{ resource: 'candidate', operation: 'create', firstName: 'Ida', lastName: 'Rhodes' },
		...{ email: '={{ $json.email }}', additionalFields: { ...additionalFields }, ...more },
	});
	const candidates = () => sent('POST').flatMap((body) => body.candidates as IDataObject[]);
	const EXPRESSIONS = {
		phone: '={{ $json.phone }}',
		linkedinUrl: '={{ $json.linkedin }}',
		jobId: chosen('={{ $json.job }}'),
	};

	it.each([1, 10])('does without what is blank, %s in a request', async (batchSize) => {
		const rows = [
			{ phone: '+1', linkedin: 'https://li/ida', job: String(tenant.job.id) },
			{ phone: '', linkedin: ' ', job: '' },
		].map((row, index) => ({ ...row, email: `ida${index}@mail.example` }));
		const created = await tenant.json(create(EXPRESSIONS, { options: { batchSize } }), rows);
		expect(created.map(({ email }) => email)).toEqual(['ida0@mail.example', 'ida1@mail.example']);
		const [full, bare] = candidates().sort((a, b) => (String(a.email) < String(b.email) ? -1 : 1));
		expect(full).toMatchObject({ phone: '+1', linkedin_url: 'https://li/ida' });
		expect(full.job_id).toBe(tenant.job.id);
		const person = { first_name: 'Ida', last_name: 'Rhodes', email: 'ida1@mail.example' };
		expect(bare).toEqual(person);
	});

	it.each([
		['Phone', { phone: EXPRESSIONS.phone }],
		['LinkedIn URL', { linkedinUrl: EXPRESSIONS.linkedinUrl }],
		['Job', { jobId: EXPRESSIONS.jobId }],
	])(
		'refuses a field that the items do not have, and names the way out: %s',
		async (name, more) => {
			for (const row of [{}, { phone: null, linkedin: null, job: null }]) {
				const created = tenant.json(create(more), [{ ...row, email: 'ida@mail.example' }]);
				await expect(created).rejects.toMatchObject({
					message: `'${name}' is empty`,
					description: expect.stringContaining("{{ $json.phone ?? '' }}"),
				});
			}
			expect(tenant.sandbox.requests).toEqual([]);
		},
	);

	it('does without a job that was added and not chosen', async () => {
		await tenant.json(create({ jobId: added('') }), [{ email: 'ida@mail.example' }]);
		expect(candidates()).toEqual([
			{ first_name: 'Ida', last_name: 'Rhodes', email: 'ida@mail.example' },
		]);
	});

	it.each(Object.keys(TOOL_RUNS))(
		'needs no invented phone from an AI model, run %s',
		async (how) => {
			const parameters = create(
				{ phone: fromAI('phone'), linkedinUrl: fromAI('url'), jobId: chosen(fromAI('job')) },
				{ email: fromAI('email') },
			) as HiringParameters;
			const args = { email: 'ida@mail.example', phone: '', url: '', job: '' };
			const { credentials } = tenant;
			await TOOL_RUNS[how](asTool(), { credentials, parameters, args });
			expect(candidates()).toEqual([
				{ first_name: 'Ida', last_name: 'Rhodes', email: 'ida@mail.example' },
			]);
		},
	);
});

type HiringParameters = Parameters<HiringTenant['json']>[0];

it('an appointment does without what is blank', async () => {
	const appointment = schedule(tenant, {
		startTime: `${STILL_TO_COME}Z`,
		additionalFields: {
			title: '={{ $json.title }}',
			description: '={{ $json.about }}',
			endTime: '={{ $json.end }}',
		},
	});
	await tenant.json(appointment, [{ title: '', about: ' ', end: '' }]);
	expect(sent('POST')).toEqual([
		{ step_id: 'step-1', interviewer_id: 'usr-ada', start_time: `${STILL_TO_COME}.000Z` },
	]);
	await expect(tenant.json(appointment, [{ title: 'Meet', about: 'x' }])).rejects.toMatchObject({
		message: "'End Time' is empty",
		description: expect.stringContaining("?? ''"),
	});
	await expect(tenant.json(appointment, [{ title: null, about: 'x', end: '' }])).rejects.toThrow(
		"'Title' is empty",
	);
	expect(tenant.requests('POST')).toHaveLength(1);
});

it('a decision does without blank notes', async () => {
	const decide = {
		...{ resource: 'interview', operation: 'decide', planId: String(tenant.plan.id) },
		...{ status: 'active', options: { notes: '={{ $json.notes }}' } },
	};
	await tenant.json(decide, [{ notes: '' }]);
	expect(sent('POST')).toEqual([{ status: 'active' }]);
	await expect(tenant.json(decide, [{}])).rejects.toMatchObject({
		message: "'Notes' is empty",
		description: expect.stringContaining("?? ''"),
	});
	expect(tenant.requests('POST')).toHaveLength(1);
});

describe('a change', () => {
	const update = (updateFields: object, more: object = {}) =>
		({
			...{ resource: 'job', operation: 'update', jobId: chosen(tenant.job.id) },
			...{ updateFields: { ...updateFields }, ...more },
		}) as HiringParameters;
	const candidate = (updateFields: object) =>
		update(updateFields, { resource: 'candidate', candidateId: chosen(tenant.mary.id) });

	describe.each(Object.keys(TOOL_RUNS))('that an AI model makes, run %s,', (how) => {
		const runAsTool = async (parameters: HiringParameters, args: IDataObject) => {
			const { credentials } = tenant;
			const told = TOOL_RUNS[how](asTool(), { credentials, parameters, args });
			return JSON.stringify(await told.catch(String));
		};
		const FIELDS = ['status', 'title', 'description', 'department'];
		const job = (names: string[]) =>
			update(Object.fromEntries(names.map((name) => [name, fromAI(name)])));
		const nothing = { status: '', title: '', description: ' ', department: '' };

		it('leaves a job as it is where the model says nothing', async () => {
			const { title, description, department } = tenant.job;
			await runAsTool(job(FIELDS), { ...nothing, status: 'closed' });
			expect(sent('PUT')).toEqual([{ title, description, department, status: 'closed' }]);
		});

		it('leaves a candidate as they are where the model says nothing', async () => {
			const names = ['status', 'email', 'firstName', 'externalId', 'metadata'];
			const fields = Object.fromEntries(names.map((name) => [name, fromAI(name)]));
			const args = { email: '', firstName: '', externalId: '', metadata: '{}' };
			await runAsTool(candidate(fields), { ...args, status: 'hired' });
			expect(sent('PATCH')).toEqual([{ status: 'hired' }]);
		});

		it('is none where the model says nothing at all', async () => {
			expect(await runAsTool(job(FIELDS), nothing)).toContain("'Update Fields' is empty");
			expect(tenant.sandbox.requests).toEqual([]);
		});

		it('still clears what a person has left empty in the tool', async () => {
			await runAsTool(update({ department: '' }), {});
			expect(sent('PUT')).toMatchObject([{ department: '' }]);
		});

		it('is refused where the data give nothing', async () => {
			const fields = { department: "={{ $json.none ?? '' }}" };
			expect(await runAsTool(update(fields), {})).toContain("'Department' is empty");
			expect(tenant.sandbox.requests).toEqual([]);
		});
	});

	it.each([
		['Department', () => update({ status: 'closed', department: '={{ $json.cell }}' })],
		['Description', () => update({ status: 'closed', description: '={{ $json.cell }}' })],
		['Title', () => update({ status: 'closed', title: '={{ $json.cell }}' })],
		['External ID', () => candidate({ externalId: '={{ $json.cell }}' })],
		['External ID', () => candidate({ externalId: '= {{ $json.cell }}' })],
	])('clears no %s because a cell is blank', async (name, parameters) => {
		const input = [{ cell: '' }];
		await expect(tenant.json(parameters(), input)).rejects.toMatchObject({
			message: `'${name}' is empty`,
			description: expect.stringContaining(`To leave it as it is, remove '${name}'.`),
		});
		expect(tenant.sandbox.requests).toEqual([]);
	});

	it('clears what a person has left empty on purpose', async () => {
		await tenant.json(candidate({ externalId: '' }));
		expect(sent('PATCH')).toEqual([{ external_id: '' }]);
		await tenant.json(update({ department: '' }));
		expect(sent('PUT')).toMatchObject([{ department: '' }]);
	});
});

describe('what narrows down, and may be left empty,', () => {
	const read = (resource: string, operation: string, more: object) =>
		({ resource, operation, ...more }) as HiringParameters;
	const links = (candidateId: unknown) => read('interview', 'getBookingLinks', { candidateId });
	const many = (resource: string, filters: object) => read(resource, 'getAll', { filters });
	const CASES: Array<[string, (value: string) => HiringParameters]> = [
		['Candidate', (value) => links(chosen(value))],
		['Candidate', (value) => links(value)],
		['Document ID', (documentId) => download(tenant, { documentId })],
		['Job', (value) => many('candidate', { jobId: chosen(value) })],
		['Job', (value) => many('candidate', { jobId: added(value) })],
		['Status', (value) => many('candidate', { status: value })],
		['Email', (value) => many('user', { email: value })],
		['Role', (value) => many('user', { role: value })],
		['Search Name or Email', (value) => many('user', { search: value })],
		['Actor', (value) => many('auditLog', { userId: byEmail(value) })],
		['Actor', (value) => many('auditLog', { userId: added(value) })],
		['Entity ID', (value) => many('auditLog', { entityId: value })],
		['Entity Type', (value) => many('auditLog', { entityType: value })],
		['Since', (value) => many('auditLog', { since: value })],
		['Until', (value) => many('auditLog', { until: value })],
	];

	it.each(CASES)('means not everything because a cell is blank: %s', async (name, parameters) => {
		for (const id of ['', ' ']) {
			const reading = tenant.json(parameters('={{ $json.id }}'), [{ id }]);
			await expect(reading).rejects.toMatchObject({
				message: `'${name}' is empty`,
				description: expect.stringContaining(`check that the expression in '${name}' returns one`),
			});
		}
		expect(tenant.sandbox.requests).toEqual([]);
	});

	it.each(CASES)('means everything where a person has left it empty: %s', async (_, parameters) => {
		await tenant.json(parameters(''));
		expect(tenant.sandbox.requests).not.toEqual([]);
	});

	describe.each(Object.keys(TOOL_RUNS))('used by an AI model, run %s,', (how) => {
		const runAsTool = async (parameters: HiringParameters) => {
			const { credentials } = tenant;
			const told = TOOL_RUNS[how](asTool(), { credentials, parameters, args: { id: '' } });
			return JSON.stringify(await told.catch(String));
		};

		it.each(CASES)('means everything where the model says nothing: %s', async (_, parameters) => {
			expect(await runAsTool(parameters(fromAI('id')))).not.toContain('is empty');
			expect(tenant.sandbox.requests).not.toEqual([]);
		});

		it.each(CASES)(
			'means not everything because data give nothing: %s',
			async (name, parameters) => {
				const told = await runAsTool(parameters("={{ $json.none ?? '' }}"));
				expect(told).toContain(`'${name}' is empty`);
				expect(tenant.sandbox.requests).toEqual([]);
			},
		);
	});
});

it('a field that is empty in PeopleLens is not sent along with a change of the job', async () => {
	Object.assign(tenant.job, { department: null });
	const parameters = { resource: 'job', operation: 'update', jobId: chosen(tenant.job.id) };
	await tenant.json({ ...parameters, updateFields: { status: 'closed' } });
	const { title, description } = tenant.job;
	expect(sent('PUT')).toEqual([{ title, description, status: 'closed' }]);
});
