import type { INodeType } from 'n8n-workflow';

import { PeopleLens } from '../../nodes/PeopleLens/PeopleLens.node';
import { PeopleLensTrigger } from '../../nodes/PeopleLens/PeopleLensTrigger.node';
import { openTenant } from '../operations/tenant';
import type { OpenTenant } from '../operations/tenant';
import { runListSearch, runLoadOptions } from '../support/run';

const GET_LOGS = { resource: 'auditLog', operation: 'getAll' };

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

describe('the list of users', () => {
	const search = async (filter?: string, paginationToken?: string) =>
		await runListSearch(new PeopleLens(), 'searchUsers', {
			credentials: tenant.credentials,
			filter,
			paginationToken,
		});

	it('shows name, email and role, by name', async () => {
		expect((await search()).results).toEqual([
			{ name: 'Ada Lovelace, Recruiter (ada@acme.com)', value: 'usr-ada' },
			{ name: 'Alan Turing, Hiring Manager (alan@acme.com)', value: 'usr-alan' },
			{ name: 'Grace Hopper, Administrator (grace@acme.com)', value: 'usr-grace' },
		]);
	});

	it.each([
		['LOVE', ['usr-ada']],
		[' alan@acme ', ['usr-alan']],
		['hiring manager', ['usr-alan']],
		['nobody', []],
	])('finds "%s"', async (filter, expected) => {
		expect((await search(filter)).results.map(({ value }) => value)).toEqual(expected);
	});

	it('finds a name with accents by the letters on the keyboard, and the other way round', async () => {
		tenant.sandbox.tenant.addUser({ id: 'usr-jose', first_name: 'José', last_name: 'Núñez' });
		for (const filter of ['jose nunez', 'JOSÉ', 'ádá']) {
			expect((await search(filter)).results).toHaveLength(1);
		}
	});

	it('shows the email of somebody without a name', async () => {
		tenant.sandbox.inject({
			type: 'wrongShape',
			body: { data: [{ id: 'usr-new', email: 'new@acme.com' }] },
		});
		expect((await search()).results).toEqual([{ name: 'new@acme.com', value: 'usr-new' }]);
	});

	it('gives a long list in portions, without a gap', async () => {
		for (let number = 0; number < 247; number++) tenant.sandbox.tenant.addUser({});
		const first = await search();
		const second = await search('', String(first.paginationToken));
		const third = await search('', String(second.paginationToken));
		const all = [first, second, third].flatMap(({ results }) => results.map(({ value }) => value));
		expect(new Set(all).size).toBe(250);
		expect(third.paginationToken).toBeUndefined();
	});

	it('says why it is not there, at once, instead of being empty', async () => {
		tenant.sandbox.keys.revoke(tenant.sandbox.apiKey);
		await expect(search()).rejects.toMatchObject({
			message: expect.stringContaining('did not accept the API key'),
		});
		expect(tenant.sandbox.requests).toHaveLength(1);
	});

	it('serves the multi-select as well', async () => {
		const options = await runLoadOptions(new PeopleLens(), 'getUsers', {
			credentials: tenant.credentials,
		});
		expect(options.map(({ value }) => value)).toEqual(['usr-ada', 'usr-alan', 'usr-grace']);
	});

	it('of the multi-select keeps who is chosen and no longer active, as n8n would call them "not supported"', async () => {
		const options = await runLoadOptions(new PeopleLens(), 'getUsers', {
			credentials: tenant.credentials,
			parameters: { ...GET_LOGS, filters: { excludeUserIds: ['usr-gone', 'usr-ada'] } },
		});
		expect(options.map(({ value }) => value).slice(2)).toEqual(['usr-grace', 'usr-gone']);
		expect(options[3].name).toBe('usr-gone (Not an Active User)');
	});

	it('calls nobody inactive where PeopleLens may have cut its list', async () => {
		for (let number = 0; number < 22; number++) tenant.sandbox.tenant.addUser({});
		const options = await runLoadOptions(new PeopleLens(), 'getUsers', {
			credentials: tenant.credentials,
			parameters: { ...GET_LOGS, filters: { excludeUserIds: ['usr-far'] } },
		});
		expect(options.at(-1)).toEqual({ name: 'usr-far (Not in the List)', value: 'usr-far' });
	});
});

describe('the list of actions', () => {
	const load = async (node: INodeType = new PeopleLens(), parameters = {}) =>
		await runLoadOptions(node, 'getActions', { credentials: tenant.credentials, parameters });

	it.each<[string, INodeType, object]>([
		['Get Many', new PeopleLens(), { ...GET_LOGS, filters: { actions: ['JOB_CLOSED'] } }],
		['the trigger', new PeopleLensTrigger(), { actions: ['JOB_CLOSED', 'USER_LOGIN'] }],
	])('keeps what %s has, as n8n would call it "not supported"', async (_, node, chosen) => {
		const names = (await load(node, chosen)).map(({ name }) => name);
		expect(names).toEqual(['Candidate Deleted', 'Job Closed', 'User Login']);
	});

	it('takes no expression for an action', async () => {
		const actions = '={{ $json.actions }}';
		expect(await load(new PeopleLensTrigger(), { actions })).toHaveLength(2);
	});

	it('has readable names, of what happened recently and of the known ones', async () => {
		tenant.sandbox.tenant.addEvents([
			{ action: 'INTERVIEW_SCHEDULED' },
			{ action: 'USER_LOGIN' },
			{ action: null },
		]);
		expect(await load()).toEqual([
			{
				name: 'Candidate Deleted',
				value: 'CANDIDATE_DELETED',
				description: 'CANDIDATE_DELETED',
			},
			{
				name: 'Interview Scheduled',
				value: 'INTERVIEW_SCHEDULED',
				description: 'INTERVIEW_SCHEDULED',
			},
			{ name: 'User Login', value: 'USER_LOGIN', description: 'USER_LOGIN' },
		]);
	});

	it('says why it is not there', async () => {
		tenant.sandbox.inject({ type: 'status', status: 403 });
		await expect(load()).rejects.toMatchObject({
			message: expect.stringContaining('not allowed to read audit logs'),
		});
	});
});
