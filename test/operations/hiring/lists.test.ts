import { NodeApiError } from 'n8n-workflow';

import { PeopleLens } from '../../../nodes/PeopleLens/PeopleLens.node';
import type { Behaviour } from '../../../sandbox';
import { runListSearch } from '../../support/run';
import { IS_FULL } from '../../support/node';
import { chosen, openHiringTenant, type HiringTenant } from './tenant';

/** As many as CI reads; the inner loop reads a part of them. */
const MANY = IS_FULL ? 4_000 : 600;

const getAll = (more = {}) => ({ resource: 'candidate', operation: 'getAll', ...more });

let tenant: HiringTenant;
afterEach(async () => await tenant.stop());

const idsOf = (items: Array<{ json: { id?: unknown } }>) => items.map(({ json }) => json.id);

async function openLarge(...args: Parameters<typeof openHiringTenant>) {
	tenant = await openHiringTenant(...args);
	for (let index = tenant.hiring.candidates.size; index < MANY; index++) {
		tenant.hiring.addCandidate();
	}
}

it.each([
	[20, 'newest', true],
	[50, 'oldest', false],
	[100, 'newest', false],
	[100, 'arbitrary-stable', true],
] as const)(
	'lists all candidates in pages of %s, %s first, with times: %s, while more arrive',
	async (hiringPageCap, sortOrder, listedCreatedAt) => {
		// In no order, a new row may come up anywhere: those that are there all along must be listed.
		await openLarge({ hiringPageCap, sortOrder, listedCreatedAt, insertDuringList: 1 });
		const before = tenant.candidateIds();
		const { items, hints } = await tenant.run(getAll({ returnAll: true }));
		const ids = idsOf(items);
		expect(new Set(ids).size).toBe(ids.length);
		expect(before.filter((id) => !new Set(ids).has(id))).toEqual([]);
		expect(hints).toEqual([]);
	},
	300_000,
);

const CUT =
	"PeopleLens can't be asked for more than its first answer: it takes no page numbers. If there are more candidates in PeopleLens, this list is incomplete.";

it.each(['offsetIgnored', 'ignored', 'rejected'] as const)(
	'Get Many says that a list may be incomplete where the server has its page parameters %s',
	async (pageParameters) => {
		tenant = await openHiringTenant({ pageParameters, defaultLimit: 30 });
		for (let index = 0; index < 200; index++) tenant.hiring.addCandidate();
		const { items, hints } = await tenant.run(getAll({ returnAll: true }));
		const count = pageParameters === 'offsetIgnored' ? 100 : 30;
		expect(new Set(idsOf(items)).size).toBe(count);
		expect(hints).toEqual([CUT]);
		expect(tenant.sandbox.requests.length).toBeLessThan(8);
		// As many as were asked for are no reason to doubt.
		expect((await tenant.run(getAll({ limit: 10 }))).hints).toEqual([]);
	},
);

async function readWhole(count: number, behaviour: Partial<Behaviour>) {
	tenant = await openHiringTenant(behaviour);
	while (tenant.hiring.candidates.size < count) tenant.hiring.addCandidate();
	const before = tenant.candidateIds();
	const { items, hints } = await tenant.run(getAll({ returnAll: true }));
	const ids = idsOf(items);
	expect(new Set(ids).size).toBe(ids.length);
	expect(before.filter((id) => !new Set(ids).has(id))).toEqual([]);
	return hints;
}

describe('where the server rounds an offset down to whole pages', () => {
	const pageParameters = 'wholePages';

	it.each([2, 3, 5, 33, 99])('lists all of %s candidates, in a few requests', async (count) => {
		expect(await readWhole(count, { pageParameters })).toEqual([]);
		expect(tenant.sandbox.requests.length).toBeLessThanOrEqual(8);
	});

	it.each([
		[100, null],
		[101, null],
		[333, null],
		[60, 20],
		[61, 20],
		[45, 7],
	])('lists all of %s candidates in pages of at most %s', async (count, hiringPageCap) => {
		expect(await readWhole(count, { pageParameters, hiringPageCap })).toEqual([]);
	});

	it.each(['newest', 'oldest', 'arbitrary-stable'] as const)(
		'lists all that are there all along while more arrive, %s first, also without times',
		async (sortOrder) => {
			const changing = {
				pageParameters,
				sortOrder,
				insertDuringList: 1,
				hiringPageCap: 50,
			} as const;
			expect(await readWhole(230, changing)).toEqual([]);
			await tenant.stop();
			expect(await readWhole(230, { ...changing, listedCreatedAt: false })).toEqual([]);
		},
	);

	it('misses nobody while others are deleted', async () => {
		tenant = await openHiringTenant({ pageParameters, sortOrder: 'newest' });
		while (tenant.hiring.candidates.size < 400) tenant.hiring.addCandidate();
		let parts = 0;
		tenant.sandbox.onRequest = ({ query }) => {
			// All others are moved by one towards the start.
			const newest = tenant.hiring.candidates.all().at(-1);
			if (newest && query.limit !== '100' && ++parts > 2)
				tenant.hiring.candidates.remove(newest.id);
		};
		const listed = new Set(idsOf((await tenant.run(getAll({ returnAll: true }))).items));
		expect(tenant.candidateIds().filter((id) => !listed.has(id))).toEqual([]);
		expect(parts).toBeGreaterThan(5);
	});

	it('says that the list may be incomplete where its pages are too short to be joined', async () => {
		tenant = await openHiringTenant({ pageParameters, hiringPageCap: 4 });
		for (let index = 0; index < 20; index++) tenant.hiring.addCandidate();
		const { items, hints } = await tenant.run(getAll({ returnAll: true }));
		expect(items).toHaveLength(4);
		expect(hints).toEqual([expect.stringContaining('this list is incomplete')]);
	});

	it('finds a user by email among many', async () => {
		tenant = await openHiringTenant({ pageParameters, usersSearch: 'ignored' });
		for (let index = 0; index < 150; index++) tenant.sandbox.tenant.addUser({});
		const update = { resource: 'user', operation: 'update', updateFields: { lastName: 'King' } };
		const userId = chosen('ada@acme.com', 'email');
		expect(await tenant.json({ ...update, userId })).toMatchObject([{ last_name: 'King' }]);
	});
});

describe('where the server refuses a limit above its largest', () => {
	it.each([50, 20, 10])('lists all candidates with a limit of %s', async (hiringMaxLimit) => {
		expect(await readWhole(130, { hiringMaxLimit })).toEqual([]);
		const limits = tenant.sandbox.requests.map(({ query }) => query.limit);
		// What was refused is not asked for again.
		expect(limits.filter((limit) => limit === '100')).toHaveLength(1);
	});

	it('lists all of them in whole pages, too', async () => {
		const behaviour = { hiringMaxLimit: 20, pageParameters: 'wholePages' } as const;
		expect(await readWhole(130, behaviour)).toEqual([]);
	});

	it('offers all of them in the panel', async () => {
		tenant = await openHiringTenant({ hiringMaxLimit: 50 });
		for (let index = 0; index < 70; index++) tenant.hiring.addCandidate();
		const { credentials } = tenant;
		const { results } = await runListSearch(new PeopleLens(), 'searchCandidates', { credentials });
		expect(results).toHaveLength(72);
	});

	it('does not ask for less where the filter is what it refuses', async () => {
		tenant = await openHiringTenant();
		tenant.sandbox.inject({ type: 'status', status: 422 }, { times: Infinity });
		await expect(tenant.json(getAll({ filters: { status: 'odd' } }))).rejects.toThrow(
			'did not accept the filters',
		);
		expect(tenant.sandbox.requests).toHaveLength(2);
	});
});

it('Get Many sends one request for a short limit, whatever the list says of times', async () => {
	await openLarge({ listedCreatedAt: false });
	const { items } = await tenant.run(getAll({ limit: 5 }));
	expect(items).toHaveLength(5);
	expect(tenant.sandbox.requests).toHaveLength(1);
});

it.each([
	[{ status: 'hired' }, ['mary@mail.example']],
	[{ jobId: chosen('job-9') }, []],
	[{ status: '' }, ['kay@mail.example', 'mary@mail.example']],
])('Get Many filters by %j, also where PeopleLens does not', async (filters, emails) => {
	tenant = await openHiringTenant();
	tenant.mary.status = 'hired';
	const list = async () =>
		(await tenant.json(getAll({ filters }))).map(({ email }) => email).sort();
	expect(await list()).toEqual(emails);
	const all = tenant.hiring.candidates.all().map(({ id, email, status, job_id }) => ({
		...{ id, email, status, job_id },
	}));
	tenant.sandbox.rewriteAnswer = (answer) => ({ ...answer, body: JSON.stringify({ data: all }) });
	expect(await list()).toEqual(emails);
});

it.each(['jobId', 'status'])('an expression that finds no %s lists nobody', async (name) => {
	tenant = await openHiringTenant();
	const filters = { [name]: '={{ $json.nothing }}' };
	await expect(tenant.json(getAll({ filters }))).rejects.toThrow('is empty');
	expect(tenant.sandbox.requests).toEqual([]);
});

it.each([
	['searchCandidates', 'jack', ['Mary Jackson, active (mary@mail.example)']],
	['searchJobs', 'care', ['Nurse, Care, open']],
	['searchTemplates', 'nobody', []],
	['searchAllUsers', 'lovelace', ['Ada Lovelace, Recruiter, disabled (ada@acme.com)']],
])('the panel offers in %s what contains "%s"', async (method, filter, names) => {
	tenant = await openHiringTenant();
	const ada = tenant.sandbox.tenant.people.get('usr-ada');
	if (ada) ada.state = 'deactivated';
	const { credentials } = tenant;
	const { results } = await runListSearch(new PeopleLens(), method, { credentials, filter });
	expect(results.map(({ name }) => name)).toEqual(names);
});

it('the panel says why it has no list', async () => {
	tenant = await openHiringTenant();
	tenant.sandbox.inject({ type: 'status', status: 403 });
	const { credentials } = tenant;
	const search = runListSearch(new PeopleLens(), 'searchCandidates', { credentials });
	await expect(search).rejects.toBeInstanceOf(NodeApiError);
});
