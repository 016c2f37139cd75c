import { NodeApiError } from 'n8n-workflow';

import { PeopleLens } from '../../../nodes/PeopleLens/PeopleLens.node';
import { runListSearch } from '../../support/run';
import { IS_FULL } from '../../support/node';
import { chosen, openHiringTenant, type HiringTenant } from './tenant';

/** As many as CI reads; the inner loop reads a part of them. */
const MANY = IS_FULL ? 10_000 : 600;

const getAll = (more = {}) => ({ resource: 'candidate', operation: 'getAll', ...more });

let tenant: HiringTenant;
afterEach(async () => await tenant.stop());

const idsOf = (items: Array<{ json: { id?: unknown } }>) => items.map(({ json }) => json.id);
const known = () => tenant.hiring.candidates.all().map(({ id }) => id);

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
		const before = known();
		const { items, hints } = await tenant.run(getAll({ returnAll: true }));
		const ids = idsOf(items);
		expect(new Set(ids).size).toBe(ids.length);
		expect(before.filter((id) => !new Set(ids).has(id))).toEqual([]);
		expect(hints).toEqual([]);
	},
	300_000,
);

it.each(['offsetIgnored', 'ignored', 'rejected'] as const)(
	'Get Many says that a list may be incomplete where the server has its page parameters %s',
	async (pageParameters) => {
		tenant = await openHiringTenant({ pageParameters, defaultLimit: 30 });
		for (let index = 0; index < 200; index++) tenant.hiring.addCandidate();
		const { items, hints } = await tenant.run(getAll({ returnAll: true }));
		const count = pageParameters === 'offsetIgnored' ? 100 : 30;
		expect(new Set(idsOf(items)).size).toBe(count);
		expect(hints).toEqual([
			`PeopleLens returned ${count} candidates and can't be asked for more: it takes no page numbers. If there are more than these in PeopleLens, the list is incomplete.`,
		]);
		expect(tenant.sandbox.requests.length).toBeLessThan(8);
		// As many as were asked for are no reason to doubt.
		expect((await tenant.run(getAll({ limit: 10 }))).hints).toEqual([]);
	},
);

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
