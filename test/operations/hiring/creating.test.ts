import type { IDataObject } from 'n8n-workflow';

import { IS_FULL } from '../../support/node';
import { chosen, openHiringTenant, type HiringTenant } from './tenant';

const COUNT = IS_FULL ? 1_000 : 250;

let tenant: HiringTenant;
afterEach(async () => await tenant.stop());

const parameters = (batchSize?: number) => ({
	...{ resource: 'candidate', operation: 'create' },
	...{ firstName: '={{ $json.first }}', lastName: 'Rhodes', email: '={{ $json.email }}' },
	...(batchSize !== undefined && { options: { batchSize } }),
});

const people = (count: number) =>
	Array.from({ length: count }, (_, index) => ({
		...{ first: `Ida ${index}`, email: `ida${index}@mail.example` },
	}));

const create = async (batchSize: number | undefined, input: IDataObject[], onError?: string) =>
	await tenant.run(parameters(batchSize), {
		input,
		...(onError && { onError: 'continueRegularOutput' as const }),
	});

const created = () =>
	tenant.hiring.candidates.all().filter(({ last_name }) => last_name === 'Rhodes');

it.each([
	[1, 'asSent'],
	[100, 'reversed'],
] as const)(
	'creates everybody once, %s in a request, under 50 requests a second',
	async (batchSize, bulkOrder) => {
		tenant = await openHiringTenant({ rateLimit: 50, bulkOrder });
		const input = people(COUNT);
		const { items } = await create(batchSize, input);
		expect(created()).toHaveLength(COUNT);
		expect(new Set(created().map(({ email }) => email)).size).toBe(COUNT);
		expect(items.map(({ json }) => json.email)).toEqual(input.map(({ email }) => email));
		expect(items.map(({ pairedItem }) => pairedItem)).toEqual(input.map((_, item) => ({ item })));
	},
	120_000,
);

it('two items with one email in a batch each get a candidate of their own', async () => {
	tenant = await openHiringTenant({ bulkOrder: 'reversed' });
	const twins = [
		{ first: 'Ann', email: 'twins@mail.example' },
		{ first: 'Eve', email: 'twins@mail.example' },
	];
	const { items } = await create(10, twins);
	expect(items.map(({ json }) => json.first_name)).toEqual(['Ann', 'Eve']);
	expect(new Set(items.map(({ json }) => json.id)).size).toBe(2);
});

it('two items that the answer does not tell apart get nobody by guess', async () => {
	tenant = await openHiringTenant({ bulkOrder: 'reversed' });
	const job = { additionalFields: { jobId: chosen('={{ $json.job }}') } };
	const input = [tenant.job, tenant.other].map(({ id }) => ({
		...{ first: 'Ann', email: 'twins@mail.example', job: id },
	}));
	const { items } = await tenant.run(
		{ ...parameters(10), ...job },
		{ input, onError: 'continueRegularOutput' },
	);
	expect(created()).toHaveLength(2);
	for (const { json } of items) {
		expect(json.error).toBe(
			"PeopleLens created candidates with the email 'twins@mail.example' and does not show which of them is this one",
		);
	}
	const one = await tenant.run({ ...parameters(1), ...job }, { input });
	const jobs = one.items.map(({ json }) => tenant.hiring.candidates.get(String(json.id))?.job_id);
	expect(jobs).toEqual([tenant.job.id, tenant.other.id]);
});

it('a batch that is refused is refused whole, and each of its items says so', async () => {
	tenant = await openHiringTenant({ bulkDuplicates: 'reject' });
	const input = [
		...people(3),
		{ first: 'Mary', email: 'mary@mail.example' },
		...people(5).slice(3),
	];
	const { items } = await create(4, input, 'continue');
	expect(items.map(({ json }) => 'error' in json)).toEqual([true, true, true, true, false, false]);
	expect(items[0].json.error).toContain('4 candidates');
	expect(created().map(({ email }) => email)).toEqual(['ida3@mail.example', 'ida4@mail.example']);
});

it('Create says who was left out of a batch that was taken', async () => {
	tenant = await openHiringTenant({ bulkDuplicates: 'skip' });
	const input = [...people(1), { first: 'Mary', email: 'mary@mail.example' }];
	const { items } = await create(10, input, 'continue');
	expect(items[0].json).toMatchObject({ email: 'ida0@mail.example' });
	expect(items[1].json.error).toBe(
		"PeopleLens took the request but does not show a new candidate 'mary@mail.example'",
	);
});

it.each(['countOnly', 'accepted'] as const)(
	'Create says so where PeopleLens does not show whom it has created: %s',
	async (bulkAnswer) => {
		tenant = await openHiringTenant({ bulkAnswer });
		await expect(create(1, people(1))).rejects.toMatchObject({
			message: expect.stringContaining('does not show a new candidate'),
			description: expect.stringContaining('before you run this again'),
		});
	},
);

it('a quota that is used up creates nobody, and says what to do', async () => {
	tenant = await openHiringTenant({ candidateQuota: 2 });
	await expect(create(1, people(1))).rejects.toThrow('your plan has no room');
	expect(created()).toEqual([]);
});

it('Create refuses an answer about somebody else', async () => {
	tenant = await openHiringTenant();
	tenant.sandbox.inject({
		type: 'wrongShape',
		body: { created: 1, data: [{ id: 'can-x', email: 'other@mail.example' }] },
	});
	await expect(create(1, people(1))).rejects.toThrow("answered with 'other@mail.example'");
});

it('an item that can not be used stops before anybody is created, or only itself', async () => {
	tenant = await openHiringTenant();
	const input = [...people(1), { first: 'Ann', email: 'nobody' }];
	await expect(create(1, input)).rejects.toThrow("'nobody' in 'Email'");
	expect(created()).toEqual([]);
	const { items } = await create(1, input, 'continue');
	expect(items.map(({ json }) => Object.keys(json)[0])).toEqual(['id', 'error']);
});

it('nothing more is begun after a request that did not work', async () => {
	tenant = await openHiringTenant();
	tenant.sandbox.inject({ type: 'status', status: 422 });
	await expect(create(1, people(50))).rejects.toThrow("PeopleLens did not create 'ida0@");
	expect(created().length).toBeLessThan(10);
});
