import type { INodeParameters } from 'n8n-workflow';

import { byEmail, byId } from '../operations/tenant';
import { openTenant } from './watch';
import type { OpenTenant } from './watch';

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
	tenant.sandbox.tenant.addUser({ id: 'usr-ada', email: 'ada@acme.com', first_name: 'Ada' });
});
afterEach(async () => await tenant.stop());

function happen() {
	const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
	tenant.sandbox.tenant.addEvents([
		{ id: 'deleted', action: 'CANDIDATE_DELETED', user_id: 'usr-ada', created_at: at(-5) },
		{ id: 'login', action: 'USER_LOGIN', user_id: 'usr-bot', created_at: at(-4) },
		{ id: 'closed', action: 'JOB_CLOSED', entity_id: 'job-1', user_id: null, created_at: at(-3) },
	]);
}

describe('filters', () => {
	it.each([
		[{}, ['deleted', 'login', 'closed']],
		[{ actions: ['CANDIDATE_DELETED'] }, ['deleted']],
		[{ actions: ['CANDIDATE_DELETED', 'JOB_CLOSED'] }, ['deleted', 'closed']],
		[{ actions: '={{ "USER_LOGIN" }}' }, ['login']],
		[{ filters: { entityType: 'candidate' } }, ['deleted']],
		[{ filters: { entityId: 'job-1' } }, ['closed']],
		[{ filters: { userId: byId('usr-ada') } }, ['deleted']],
		[{ filters: { userId: byEmail('ada@acme.com') } }, ['deleted']],
		[{ filters: { excludeUserIds: ['usr-bot'] } }, ['deleted', 'closed']],
		[{ actions: ['NEVER'] }, null],
		[{ triggerOn: 'chosen' }, ['deleted', 'login', 'closed']],
		[{ triggerOn: 'chosen', actions: ['JOB_CLOSED'] }, ['closed']],
		[{ triggerOn: 'any' }, ['deleted', 'login', 'closed']],
		// What was chosen before, and is hidden now, no longer counts.
		[{ triggerOn: 'any', actions: ['JOB_CLOSED'] }, ['deleted', 'login', 'closed']],
		[{ triggerOn: 'CANDIDATE_DELETED', actions: ['JOB_CLOSED'] }, ['deleted']],
		[{ triggerOn: 'USER_LOGIN' }, ['login']],
		[{ triggerOn: 'USER_LOGIN', filters: { userId: byId('usr-ada') } }, null],
	])('%j', async (parameters, expected) => {
		const trigger = tenant.activate(parameters);
		await trigger.check();
		happen();
		expect(await trigger.check()).toEqual(expected);
		expect(await trigger.check()).toBeNull();
	});

	it('let the API filter by a single action, and only by that', async () => {
		const choices: Array<[INodeParameters, string | undefined]> = [
			[{ actions: ['USER_LOGIN'] }, 'USER_LOGIN'],
			[{ triggerOn: 'USER_LOGIN' }, 'USER_LOGIN'],
			[{ actions: ['USER_LOGIN', 'JOB_CLOSED'] }, undefined],
			[{ triggerOn: 'any' }, undefined],
		];
		for (const [parameters, asked] of choices) {
			const trigger = tenant.activate(parameters);
			await trigger.check();
			tenant.sandbox.requests.length = 0;
			await trigger.check();
			expect(tenant.sandbox.requests.map(({ query }) => query.action)).toEqual([asked]);
		}
	});
});

describe('Include Actor', () => {
	const options = { includeActor: true };

	it('adds who did it', async () => {
		const trigger = tenant.activate({ options });
		await trigger.check();
		happen();
		const actors = (await trigger.items())?.map(({ actor }) => actor);
		expect(actors).toEqual([expect.objectContaining({ first_name: 'Ada' }), null, null]);
	});

	it.each([
		{ type: 'status', status: 403 },
		{ type: 'status', status: 500 },
		{ type: 'html' },
	] as const)('never holds an event back (%j)', async (fault) => {
		const trigger = tenant.activate({ options });
		await trigger.check();
		happen();
		tenant.sandbox.inject(fault, { times: 9, match: ({ path }) => path.includes('/users') });
		expect((await trigger.items())?.map(({ id, actor }) => [id, actor])).toEqual([
			['deleted', null],
			['login', null],
			['closed', null],
		]);
	});
});

it('Ignore Older Than leaves out what an outage has made too old', async () => {
	happen();
	const trigger = tenant.activate({ options: { ignoreOlderThanHours: 2 } });
	await trigger.check();
	const now = Date.now.bind(Date);
	const later = jest.spyOn(Date, 'now').mockImplementation(() => now() + 5 * 3_600_000);
	const at = (hoursAgo: number) =>
		new Date(tenant.sandbox.tenant.clock.now() - hoursAgo * 3_600_000).toISOString();
	tenant.sandbox.tenant.addEvents([
		{ id: 'too-old', created_at: at(3) },
		{ id: 'recent', created_at: at(1) },
	]);
	expect(await trigger.check()).toEqual(['recent']);
	expect(await trigger.check()).toBeNull();
	later.mockRestore();
});

describe('Fetch Test Event', () => {
	const test = (parameters = {}) => tenant.activate(parameters, { mode: 'manual' });

	it('returns several of the newest matching events and remembers nothing', async () => {
		happen();
		const trigger = test();
		expect(await trigger.check()).toEqual(['deleted', 'login', 'closed']);
		expect(await trigger.check()).toEqual(['deleted', 'login', 'closed']);
		expect(trigger.staticData()).not.toHaveProperty('global');
		expect(await test({ options: { testEvents: 1 } }).check()).toEqual(['closed']);
	});

	it('uses the filters', async () => {
		happen();
		expect(await test({ actions: ['CANDIDATE_DELETED'] }).check()).toEqual(['deleted']);
		expect(await test({ filters: { entityType: 'job' } }).check()).toEqual(['closed']);
	});

	it.each([
		[{}, 'There are no audit events in PeopleLens yet', 'Looked for any action.'],
		[
			{ actions: ['JOB_OPENED'] },
			'There are no audit events with the action JOB_OPENED in PeopleLens yet',
			'Looked for JOB_OPENED.',
		],
	])('says that there is nothing yet (%j)', async (parameters, message, description) => {
		await expect(test(parameters).check()).rejects.toMatchObject({
			message,
			description: expect.stringContaining(description),
		});
	});

	it('says what was searched when nothing matches', async () => {
		happen();
		const filters = { entityType: 'template', excludeUserIds: ['usr-bot'] };
		await expect(test({ filters }).check()).rejects.toMatchObject({
			message: 'None of the newest 3 audit events matches the filters',
			description:
				'Looked for any action, on a template, not by usr-bot. In PeopleLens, do what should start this workflow and test again, or choose other actions or filters. The active workflow will get such events with the next check after they happen.',
		});
	});

	it('says so when the only event there is does not match', async () => {
		tenant.sandbox.tenant.addEvents([{ id: 'one', action: 'JOB_CLOSED', entity_type: 'job' }]);
		const filters = { entityType: 'template' };
		await expect(test({ filters }).check()).rejects.toThrow(
			'The only audit event in PeopleLens does not match the filters',
		);
		await expect(test({ filters, actions: ['JOB_CLOSED'] }).check()).rejects.toThrow(
			'The only audit event with the action JOB_CLOSED in PeopleLens does not match the filters',
		);
	});
});
