import type { INodeParameters } from 'n8n-workflow';

import { outputOf, RETRY_ON_FAIL } from '../support/run';
import type { RunOptions } from '../support/run';
import { chosen, openHiringTenant } from './hiring/tenant';
import type { HiringTenant } from './hiring/tenant';

/** Two items about one record, of which n8n's "Retry On Fail" sends the first one again: the later one stays the later one. */

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

const run = async (parameters: INodeParameters, options: Partial<RunOptions> = {}) =>
	await tenant.runInEngine(parameters, { settings: RETRY_ON_FAIL, ...options });

const failFirst = (method: string, status: number) =>
	tenant.sandbox.inject(
		{ type: 'status', status },
		{ match: (request) => request.method === method },
	);

const sent = (method: string, field: string) =>
	tenant.requests(method).map(({ body }) => (JSON.parse(body) as Record<string, unknown>)[field]);

interface Change {
	parameters: () => INodeParameters;
	method: 'PATCH' | 'PUT';
	/** The field that is changed. */
	field: string;
	values: [string, string];
	now: () => unknown;
}

const update = (value: string) => ({ updateFields: { [value]: '={{ $json.value }}' } });

const CHANGES: Record<string, Change> = {
	'Candidate: Update': {
		...{ method: 'PATCH', field: 'status', values: ['interview', 'hired'] },
		parameters: () => ({
			...{ resource: 'candidate', operation: 'update', ...update('status') },
			candidateId: chosen(tenant.mary.id),
		}),
		now: () => tenant.mary.status,
	},
	'Job: Update': {
		...{ method: 'PUT', field: 'status', values: ['paused', 'closed'] },
		parameters: () => ({
			...{ resource: 'job', operation: 'update', ...update('status') },
			jobId: chosen(tenant.job.id),
		}),
		now: () => tenant.job.status,
	},
	'User: Update': {
		...{ method: 'PATCH', field: 'last_name', values: ['Byron', 'King'] },
		parameters: () => ({
			...{ resource: 'user', operation: 'update', ...update('lastName') },
			userId: chosen('usr-ada'),
		}),
		now: () => tenant.sandbox.tenant.people.get('usr-ada')?.last_name,
	},
	'User: Update, by email': {
		...{ method: 'PATCH', field: 'last_name', values: ['Byron', 'King'] },
		parameters: () => ({
			...{ resource: 'user', operation: 'update', ...update('lastName') },
			userId: chosen('={{ $json.email ?? "usr-ada" }}'),
		}),
		now: () => tenant.sandbox.tenant.people.get('usr-ada')?.last_name,
	},
};

describe.each(Object.entries(CHANGES))('%s', (name, change) => {
	const { parameters, method, field, values, now } = change;
	const input = values.map((value, item) => ({
		value,
		// The second one is looked up while the first is on its way.
		...(name.endsWith('by email') && item === 1 && { email: 'ada@acme.com' }),
	}));

	it('is not begun with a later item while an earlier one of the same record waits for its retry', async () => {
		failFirst(method, 503);
		const execution = await run(parameters(), { input });
		expect(sent(method, field)).toEqual([values[0], ...values]);
		expect(now()).toBe(values[1]);
		expect(outputOf(execution)).toMatchObject(values.map((value) => ({ [field]: value })));
	});

	it('is done again with the later item where the node goes on after a failure', async () => {
		failFirst(method, 503);
		const execution = await run(parameters(), { input, onError: 'continueRegularOutput' });
		expect(sent(method, field)).toEqual([...values, ...values]);
		expect(now()).toBe(values[1]);
		expect(outputOf(execution)).toMatchObject(values.map((value) => ({ [field]: value })));
	});
});

it('what an item did before another of the same record failed is not done again', async () => {
	const [[, { parameters, values }]] = Object.entries(CHANGES);
	tenant.sandbox.inject(
		{ type: 'status', status: 503 },
		{ match: ({ method, body }) => method === 'PATCH' && body.includes('hired') },
	);
	await run(parameters(), { input: values.map((value) => ({ value })) });
	expect(sent('PATCH', 'status')).toEqual(['interview', 'hired', 'hired']);
});

it.each([422, 429])(
	'a candidate is not moved to the later job before the earlier one: HTTP %s',
	async (status) => {
		tenant.sandbox.inject(
			{ type: 'status', status, retryAfterSeconds: 3600 },
			{ match: ({ method }) => method === 'POST' },
		);
		const jobs = [tenant.job, tenant.other].map(({ id }) => String(id));
		const execution = await run(
			{
				...{ resource: 'job', operation: 'addCandidate' },
				...{ jobId: chosen('={{ $json.job }}'), candidateId: chosen(tenant.kay.id) },
			},
			{ input: jobs.map((job) => ({ job })) },
		);
		expect(outputOf(execution)).toMatchObject(jobs.map((job_id) => ({ job_id })));
		expect(tenant.kay.job_id).toBe(tenant.other.id);
	},
);

it('of two decisions about one interview, the later one stays', async () => {
	failFirst('POST', 422);
	await run(
		{
			...{ resource: 'interview', operation: 'decide' },
			...{ planId: String(tenant.plan.id), status: '={{ $json.status }}' },
		},
		{ input: [{ status: 'paused' }, { status: 'active' }] },
	);
	expect(sent('POST', 'status')).toEqual(['paused', 'paused', 'active']);
});

describe('where the node goes on after a failure, what may not be done twice', () => {
	const goesOn = { onError: 'continueRegularOutput' } as const;
	const addTo = (jobs: unknown[]): [INodeParameters, Partial<RunOptions>] => [
		{
			...{ resource: 'job', operation: 'addCandidate' },
			...{ jobId: chosen('={{ $json.job }}'), candidateId: chosen(tenant.kay.id) },
		},
		{ ...goesOn, input: jobs.map((job) => ({ job: String(job) })) },
	];
	const decide = (...statuses: string[]): [INodeParameters, Partial<RunOptions>] => [
		{
			...{ resource: 'interview', operation: 'decide' },
			...{ planId: String(tenant.plan.id), status: '={{ $json.status }}' },
		},
		{ ...goesOn, input: statuses.map((status) => ({ status })) },
	];
	const NOT_AGAIN =
		/A later item about the same (candidate|interview) was sent meanwhile, and this one would undo it, so it was not sent again\. .*run it alone\.$/;

	it('is not done again behind a later item: adding a candidate to a job', async () => {
		failFirst('POST', 422);
		const execution = await run(...addTo([tenant.job.id, tenant.other.id]));
		expect(tenant.kay.job_id).toBe(tenant.other.id);
		expect(tenant.requests('POST')).toHaveLength(2);
		expect(outputOf(execution)).toMatchObject([
			{
				error: expect.stringContaining('PeopleLens did not add the candidate'),
				description: expect.stringMatching(NOT_AGAIN),
				httpCode: '422',
			},
			{ job_id: tenant.other.id },
		]);
	});

	it('is not done again behind a later item: a decision', async () => {
		failFirst('POST', 422);
		const execution = await run(...decide('paused', 'active'));
		expect(sent('POST', 'status')).toEqual(['paused', 'active']);
		expect(outputOf(execution)).toMatchObject([
			{
				error: expect.stringContaining('did not accept the decision'),
				description: expect.stringMatching(NOT_AGAIN),
			},
			{ status: 'active' },
		]);
	});

	it('is not done again behind a later item that may have been done', async () => {
		failFirst('POST', 422);
		tenant.sandbox.inject(
			{ type: 'drop', acted: true },
			{ match: ({ method, body }) => method === 'POST' && body.includes('active') },
		);
		const execution = await run(...decide('paused', 'active'));
		expect(sent('POST', 'status')).toEqual(['paused', 'active']);
		expect(outputOf(execution)).toMatchObject([
			{ description: expect.stringMatching(NOT_AGAIN) },
			{ error: expect.stringContaining('may have been taken') },
		]);
	});

	it('is done again where no later item is about the same', async () => {
		failFirst('POST', 422);
		tenant.sandbox.inject(
			{ type: 'status', status: 422 },
			{ match: ({ method, body }) => method === 'POST' && body.includes('active') },
		);
		await run(...decide('paused', 'active'));
		expect(sent('POST', 'status')).toEqual(['paused', 'active', 'paused', 'active']);
	});
});
