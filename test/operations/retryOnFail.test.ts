import fc from 'fast-check';
import type { INodeParameters, IRun } from 'n8n-workflow';

import { PeopleLens } from '../../nodes/PeopleLens/PeopleLens.node';
import type { Fault, FaultOptions } from '../../sandbox';
import { IS_FULL } from '../support/node';
import { outputOf, RETRY_ON_FAIL, retryInEngine } from '../support/run';
import type { RunOptions } from '../support/run';
import { chosen, openHiringTenant } from './hiring/tenant';
import type { HiringTenant } from './hiring/tenant';
import { worksOf } from './hiring/works';

/**
 * n8n's "Retry On Fail", and "Retry" of a failed execution, run a node again on all its items, also on
 * those that worked.
 */

const PEOPLE = ['ida', 'kay', 'joan'].map((name) => ({ email: `${name}@new.example`, name }));
const NAMES = { email: '={{ $json.email }}', firstName: '={{ $json.name }}', lastName: 'Rhodes' };
const LOST: Fault = { type: 'drop', acted: true };

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

const run = async (parameters: INodeParameters, options: Partial<RunOptions> = {}) =>
	await tenant.runInEngine(parameters, { input: PEOPLE, settings: RETRY_ON_FAIL, ...options });

/** The next POST about that person meets a fault. */
const failFor = (
	name: string,
	fault: Fault,
	{ method = 'POST', ...options }: FaultOptions & { method?: string } = {},
) =>
	tenant.sandbox.inject(fault, {
		match: (request) => request.method === method && request.body.includes(`${name}@`),
		...options,
	});

/** How often PeopleLens was asked to create each of them. */
const asked = () =>
	PEOPLE.map(
		({ email }) => tenant.requests('POST').filter(({ body }) => body.includes(email)).length,
	);

const CREATES: Array<[string, INodeParameters]> = [
	['User: Create', { resource: 'user', operation: 'create', ...NAMES, role: 'Recruiter' }],
	[
		'User: Find or Create',
		{ resource: 'user', operation: 'findOrCreate', ...NAMES, role: 'Recruiter' },
	],
	['Candidate: Create', { resource: 'candidate', operation: 'create', ...NAMES }],
];

describe.each(CREATES)('%s, tried again by n8n', (_name, parameters) => {
	it('asks for nobody again who was created before, and gives all of them', async () => {
		failFor('joan', { type: 'status', status: 422 });
		const execution = await run(parameters);
		expect(execution.data.resultData.error).toBeUndefined();
		expect(outputOf(execution)).toMatchObject(PEOPLE.map(({ email }) => ({ email })));
		expect(asked()).toEqual([1, 1, 2]);
	});

	it('asks for nobody again who may have been created, and says so', async () => {
		tenant.sandbox.behaviour.invitedListed = false;
		failFor('kay', LOST);
		const execution = await run(parameters);
		expect(asked()[1]).toBe(1);
		expect(execution.data.resultData.error?.message).toMatch(/kay@new.example/);
		expect(execution.data.resultData.error?.message).toMatch(/may have|was not invited again/);
	});

	it('does the same where the node goes on after a failure', async () => {
		failFor('ida', { type: 'status', status: 422 });
		tenant.sandbox.behaviour.invitedListed = false;
		failFor('kay', LOST);
		const execution = await run(parameters, { onError: 'continueRegularOutput' });
		expect(asked()).toEqual([2, 1, 1]);
		const [ida, kay, joan] = outputOf(execution) ?? [];
		expect([ida, joan]).toMatchObject([{ email: PEOPLE[0].email }, { email: PEOPLE[2].email }]);
		expect(kay.error).toMatch(/may have|was not invited again/);
	});

	it('goes on where a failed execution ended, when somebody retries it', async () => {
		failFor('joan', { type: 'status', status: 422 });
		const failed = await run(parameters, { settings: {} });
		expect(failed.data.resultData.error).toBeDefined();
		const again = await retryInEngine(new PeopleLens(), failed, {
			parameters,
			credentials: tenant.credentials,
		});
		expect(outputOf(again)).toMatchObject(PEOPLE.map(({ email }) => ({ email })));
		expect(asked()).toEqual([1, 1, 2]);
	});
});

it('who was created in an earlier try still counts as created', async () => {
	failFor('joan', { type: 'status', status: 422 });
	const [[, parameters]] = CREATES.slice(1);
	expect(outputOf(await run(parameters))).toMatchObject(PEOPLE.map(() => ({ created: true })));
});

it('who was deactivated in an earlier try is not missed in the next one', async () => {
	for (const { email, name } of PEOPLE) {
		tenant.sandbox.tenant.addUser({
			id: name,
			email,
			first_name: name,
			last_name: 'Rhodes',
			role: 'Recruiter',
		});
	}
	tenant.sandbox.inject(
		{ type: 'status', status: 400 },
		{ match: ({ path, method }) => method === 'DELETE' && path.endsWith('/joan') },
	);
	const execution = await run({
		resource: 'user',
		operation: 'deactivate',
		userId: { __rl: true, mode: 'email', value: '={{ $json.email }}' },
	});
	expect(outputOf(execution)).toMatchObject(
		PEOPLE.map(({ email }) => ({ email, deactivated: true })),
	);
	expect(tenant.requests('DELETE')).toHaveLength(4);
});

describe('Sync, tried again by n8n because its first person failed', () => {
	const sync = {
		...{ resource: 'user', operation: 'sync', mode: 'apply', people: 'fields' },
		...{ ...NAMES, role: 'Recruiter', deactivateExtra: true },
	};

	it('invites nobody twice and still says what the first try has done', async () => {
		failFor('ida', LOST);
		tenant.sandbox.behaviour.invitedListed = false;
		const alan = { email: 'alan@acme.com', name: 'Alan' };
		const rows = outputOf(await run(sync, { input: [...PEOPLE, alan] })) ?? [];
		expect(asked()).toEqual([1, 1, 1]);
		const done = rows.map(({ email, action, status }) => [email, action, status].join(' '));
		expect(done.sort()).toEqual([
			'ada@acme.com deactivate done',
			'alan@acme.com review skipped',
			'grace@acme.com deactivate skipped',
			'ida@new.example create failed',
			'joan@new.example create done',
			'kay@new.example create done',
		]);
	});

	it('says that somebody was invited after all, once they are listed', async () => {
		failFor('ida', LOST);
		const rows = outputOf(await run({ ...sync, deactivateExtra: false })) ?? [];
		expect(asked()).toEqual([1, 1, 1]);
		expect(rows.map(({ action, status }) => `${String(action)} ${String(status)}`)).toEqual(
			PEOPLE.map(() => 'create done'),
		);
		expect(rows[0].error).toBeUndefined();
	});

	it('tries an invitation again for which PeopleLens knew no such address', async () => {
		failFor('ida', { type: 'status', status: 404 });
		const rows = outputOf(await run({ ...sync, deactivateExtra: false })) ?? [];
		expect(asked()).toEqual([2, 1, 1]);
		expect(rows.map(({ status }) => status)).toEqual(['done', 'done', 'done']);
	});

	it('looks again at whom the list still has after they were deactivated', async () => {
		failFor('ida', { type: 'status', status: 422 });
		const alan = { email: 'alan@acme.com', name: 'Alan' };
		let isLetIn = false;
		tenant.sandbox.onRequest = ({ method, path }) => {
			const user = tenant.sandbox.tenant.people.get('usr-ada');
			if (method !== 'GET' || path !== '/api/v1/users' || user?.state !== 'deactivated') return;
			if (!isLetIn) user.state = 'active';
			isLetIn = true;
		};
		await run(sync, { input: [...PEOPLE, alan] });
		expect(tenant.requests('DELETE')).toHaveLength(2);
		expect(tenant.sandbox.tenant.people.get('usr-ada')?.state).toBe('deactivated');
	});
});

describe('an operation on one thing, whose answer got lost', () => {
	const CREATING = [
		'document:upload',
		'interview:schedule',
		'interview:decide',
		'job:addCandidate',
	];

	it.each(CREATING)('%s is not done again', async (name) => {
		const [resource, operation] = name.split(':');
		const { parameters, binary } = worksOf(tenant)[name];
		tenant.sandbox.inject(LOST, { match: ({ method }) => method === 'POST' });
		const execution = await run({ resource, operation, ...parameters }, { input: [{}], binary });
		expect(execution.data.resultData.error?.message).toMatch(/may have|may be/);
		expect(tenant.requests('POST')).toHaveLength(1);
	});

	it.each(CREATING)(
		'%s is tried again where PeopleLens says that something is not there',
		async (name) => {
			const [resource, operation] = name.split(':');
			const { parameters, binary } = worksOf(tenant)[name];
			tenant.sandbox.inject(
				{ type: 'status', status: 404, message: 'There is no such candidate' },
				{ match: ({ method }) => method === 'POST' },
			);
			const execution = await run({ resource, operation, ...parameters }, { input: [{}], binary });
			expect(execution.data.resultData.error).toBeUndefined();
		},
	);

	it('what only reads, changes or asks for a text is tried again', async () => {
		for (const name of ['template:generate', 'candidate:update', 'candidate:get']) {
			const [resource, operation] = name.split(':');
			tenant.sandbox.inject({ type: 'status', status: 500 });
			const { parameters } = worksOf(tenant)[name];
			const execution = await run({ resource, operation, ...parameters }, { input: [{}] });
			expect(execution.data.resultData.error).toBeUndefined();
			expect(outputOf(execution)).toHaveLength(1);
		}
	});
});

it('who was created in a run that worked is not taken for one of the next run', async () => {
	const [, , [, parameters]] = CREATES;
	const first = await run(parameters);
	const { resultData, executionData } = first.data;
	expect(executionData?.contextData['node:PeopleLens']).toEqual({});
	expect(JSON.stringify(resultData)).not.toContain('peopleLensTries');
});

it('who was created in a run that failed in part is a new wish in the next run, such as that of a loop', async () => {
	const [, , [, parameters]] = CREATES;
	failFor('ida', { type: 'status', status: 422 }, { times: 3 });
	await run(parameters, {
		onError: 'continueRegularOutput',
		wiring: { Input: ['If'], If: ['PeopleLens', 'PeopleLens'] },
	});
	// In the first run three tries of the first one, in the second run once more each.
	expect(asked()).toEqual([4, 2, 2]);
});

describe.each(CREATES)('%s, retried by hand after a change', (_name, parameters) => {
	const fail = async () => {
		failFor('joan', { type: 'status', status: 422 });
		return await run(parameters, { settings: {} });
	};
	const retry = async (failed: IRun, more: Partial<RunOptions> = {}) =>
		await retryInEngine(new PeopleLens(), failed, {
			...{ parameters, credentials: tenant.credentials },
			...more,
		});

	it('does not create people once more because a parameter was corrected', async () => {
		const again = await retry(await fail(), { parameters: { ...parameters, lastName: 'King' } });
		expect(outputOf(again)?.map(({ last_name }) => last_name)).toEqual([
			'Rhodes',
			'Rhodes',
			'King',
		]);
		expect(asked()).toEqual([1, 1, 2]);
	});

	it("nor because 'On Error' was set to Continue, which lets the others go on", async () => {
		tenant.sandbox.behaviour.invitedListed = false;
		failFor('kay', LOST);
		const failed = await run(parameters, { settings: {} });
		const again = await retry(failed, { onError: 'continueRegularOutput' });
		const [ida, kay, joan] = outputOf(again) ?? [];
		expect([ida, joan]).toMatchObject([{ email: PEOPLE[0].email }, { email: PEOPLE[2].email }]);
		expect(kay.error).toMatch(/kay@new.example/);
		expect(kay.description).toMatch(/was in an earlier try, and was not sent again/);
		// The other choice that n8n offers runs the workflow as it was, without the setting.
		expect(kay.description).toMatch(/save .*'Retry with currently saved workflow'\.$/);
		expect(asked()).toEqual([1, 1, 1]);
	});

	it('nor because another key of the same tenant was chosen', async () => {
		const key = 'another-key-of-the-same-tenant';
		tenant.sandbox.keys.grant(key);
		await retry(await fail(), { credentials: { ...tenant.credentials, apiKey: key } });
		expect(asked()).toEqual([1, 1, 2]);
	});

	it('but creates them in another tenant, where they are not', async () => {
		const failed = await fail();
		const other = await openHiringTenant();
		await retry(failed, { credentials: other.credentials });
		expect(other.requests('POST').length).toBeGreaterThanOrEqual(PEOPLE.length);
		await other.stop();
	});
});

it('whom a look-up finds after an invitation whose answer got lost, counts as created', async () => {
	failFor('kay', LOST);
	const [[, parameters]] = CREATES.slice(1);
	expect(outputOf(await run(parameters))).toMatchObject(PEOPLE.map(() => ({ created: true })));
	expect(asked()).toEqual([1, 1, 1]);
});

describe('an invitation that may have been sent, to an email that is corrected before the retry', () => {
	const adda = { ...CREATES[1][1], email: 'adda@acme.com', firstName: 'Ada' };
	const corrected = async (email: string, parameters: INodeParameters) => {
		tenant.sandbox.behaviour.invitedListed = false;
		tenant.sandbox.inject(LOST, { match: ({ method }) => method === 'POST' });
		const failed = await run(parameters, { input: [{}], settings: {} });
		const again = await retryInEngine(new PeopleLens(), failed, {
			parameters: { ...parameters, email },
			credentials: tenant.credentials,
		});
		return outputOf(again)?.[0];
	};

	it('says nothing of whoever has the right one, and was there before', async () => {
		expect(await corrected('ada@acme.com', adda)).toMatchObject({ id: 'usr-ada', created: false });
	});

	it.each(CREATES)('%s: is no invitation of the other one', async (_name, parameters) => {
		const item = await corrected('ida@new.example', {
			...parameters,
			email: 'wrong@acme.com',
			firstName: 'Ida',
		});
		expect(item).toMatchObject({ email: 'ida@new.example' });
	});
});

it('a candidate who may have been added to a job does not stop another who is chosen in their place', async () => {
	const add = (candidate: { id: unknown }) => ({
		...{ resource: 'job', operation: 'addCandidate', jobId: chosen(tenant.other.id) },
		candidateId: chosen(candidate.id),
	});
	tenant.sandbox.inject(LOST, { match: ({ method }) => method === 'POST' });
	const failed = await run(add(tenant.kay), { input: [{}], settings: {} });
	const retry = async (candidate: { id: unknown }) =>
		await retryInEngine(new PeopleLens(), failed, {
			...{ parameters: add(candidate), credentials: tenant.credentials },
		});
	expect((await retry(tenant.kay)).data.resultData.error?.message).toContain(String(tenant.kay.id));
	expect(outputOf(await retry(tenant.mary))).toMatchObject([{ candidate_id: tenant.mary.id }]);
	expect(tenant.requests('POST')).toHaveLength(2);
});

it('a look-up that fails after PeopleLens has turned an invitation down makes nobody new', async () => {
	let isPosted = false;
	const [, [, parameters]] = CREATES;
	tenant.sandbox.inject(
		{ type: 'status', status: 409 },
		{ match: ({ method }) => method === 'POST' && (isPosted = true) },
	);
	tenant.sandbox.inject(
		{ type: 'status', status: 500 },
		{ match: ({ method }) => method === 'GET' && isPosted },
	);
	const failed = await run(parameters, { input: PEOPLE.slice(0, 1), settings: {} });
	expect(failed.data.resultData.error).toBeDefined();
	tenant.sandbox.tenant.addUser({ ...PEOPLE[0], id: 'ida', role: 'Administrator' });
	const again = await retryInEngine(new PeopleLens(), failed, {
		...{ parameters, credentials: tenant.credentials },
	});
	expect(outputOf(again)).toMatchObject([{ id: 'ida', created: false }]);
});

it('whatever goes wrong in three tries, nobody is created twice', async () => {
	const FAULTS: Fault[] = [
		{ type: 'status', status: 422 },
		{ type: 'status', status: 500 },
		{ type: 'status', status: 503, acted: true },
		{ type: 'drop' },
		LOST,
		{ type: 'wrongShape', acted: true },
		{ type: 'truncated' },
	];
	let played = 0;
	const people = Array.from({ length: 5 }, (_, n) => ({
		email: `p${n}@new.example`,
		name: `P${n}`,
	}));
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.option(fc.constantFrom(...FAULTS)), { maxLength: 12 }),
			fc.constantFrom(1, 2, 3),
			fc.constantFrom('stopWorkflow' as const, 'continueRegularOutput' as const),
			async (faults, batchSize, onError) => {
				const { hiring, sandbox } = tenant;
				const tag = `run${played++}`;
				faults.forEach((fault, after) => {
					if (fault) sandbox.inject(fault, { after });
				});
				const input = people.map(({ email, name }) => ({ name, email: `${tag}.${email}` }));
				const parameters = { ...CREATES[2][1], options: { batchSize } };
				const failed = await run(parameters, { input, onError });
				sandbox.faults.clear();
				const items = outputOf(failed) ?? [];
				const created = hiring.candidates.all().map(({ email }) => String(email));
				const ours = created.filter((email) => email.startsWith(`${tag}.`));
				expect(new Set(ours).size).toBe(ours.length);
				// What is said to be created is there.
				for (const { email, error } of items) if (!error) expect(ours).toContain(email);
				if (items.length > 0) expect(items).toHaveLength(input.length);
			},
		),
		{ seed: 20261130, numRuns: IS_FULL ? 500 : 60 },
	);
}, 120_000);
