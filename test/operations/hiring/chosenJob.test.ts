import type { INodeParameters } from 'n8n-workflow';

import { outputOf } from '../../support/run';
import type { RunOptions } from '../../support/run';
import { fromList } from '../tenant';
import { chosen, openHiringTenant, type HiringTenant } from './tenant';

/** A job that was chosen 'From List' is read before; where that does not work, it keeps back no more than it must. */

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

const CONTINUE = { onError: 'continueRegularOutput' } as const;

const shownAs = (shown = 'Nurse, Care, open') => fromList(tenant.other.id, shown);

describe('Candidate: Create', () => {
	const PEOPLE = ['ida', 'joan', 'grete'].map((name) => ({ email: `${name}@new.example` }));
	const create = (jobId: INodeParameters): INodeParameters => ({
		...{ resource: 'candidate', operation: 'create', email: '={{ $json.email }}' },
		...{ firstName: 'Ida', lastName: 'Rhodes', additionalFields: { jobId } },
	});
	const run = async (jobId: INodeParameters, options: Partial<RunOptions>) =>
		await tenant.runInEngine(create(jobId), { input: PEOPLE, ...options });

	it.each(['continueRegularOutput', 'continueErrorOutput'] as const)(
		'says for each item that the job is another one, and why an item before could not be used: %s',
		async (onError) => {
			const parameters = create(shownAs('Analyst, Finance, open'));
			const input = [{ email: 'nobody' }, ...PEOPLE];
			const { items } = await tenant.run(parameters, { input, onError });
			expect(items.map(({ json, pairedItem }) => [json.error, pairedItem])).toEqual([
				[expect.stringContaining("'Email'"), { item: 0 }],
				...PEOPLE.map((_, n) => [
					expect.stringContaining("this ID is that of 'Nurse'"),
					{ item: n + 1 },
				]),
			]);
			expect(tenant.requests('POST')).toEqual([]);
		},
	);

	it('keeps in the output who was created before the job could not be read', async () => {
		tenant.sandbox.inject(
			{ type: 'status', status: 403 },
			{ match: ({ method, body }) => method === 'POST' && body.includes(PEOPLE[0].email) },
		);
		let isCreated = false;
		tenant.sandbox.inject(
			{ type: 'status', status: 403 },
			{
				match: ({ method }) => {
					isCreated ||= method === 'POST';
					return isCreated && method === 'GET';
				},
			},
		);
		const settings = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
		const execution = await run(shownAs(), { ...CONTINUE, settings });
		expect(outputOf(execution)).toMatchObject([
			{ error: expect.stringContaining('not allowed to read jobs') },
			...PEOPLE.slice(1),
		]);
		expect(tenant.requests('POST')).toHaveLength(3);
	});
});

it('Job: Add Candidate reads the job anew for later items where it could not be read', async () => {
	tenant.sandbox.inject(
		{ type: 'status', status: 403 },
		{ match: ({ method }) => method === 'GET' },
	);
	// More than are begun at once.
	for (let index = 0; index < 40; index++) tenant.hiring.addCandidate();
	const input = tenant.hiring.candidates.all().map(({ id }) => ({ candidate: String(id) }));
	const parameters = {
		...{ resource: 'job', operation: 'addCandidate', jobId: shownAs() },
		candidateId: chosen('={{ $json.candidate }}'),
	};
	const { items } = await tenant.run(parameters, { ...CONTINUE, input });
	expect([items[0].json, items.at(-1)?.json]).toMatchObject([
		{ error: expect.stringContaining('not allowed to read jobs') },
		{ candidate_id: input.at(-1)?.candidate },
	]);
	expect(tenant.requests('GET')).toHaveLength(2);
});
