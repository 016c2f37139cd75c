import { byId } from '../operations/tenant';
import { openTenant } from './watch';
import type { OpenTenant } from './watch';

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

const test = (parameters = {}) => tenant.activate(parameters, { mode: 'manual' });
const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute)).toISOString();

/** One event of a kind of its own, and ten newer ones. */
function happen() {
	const others = Array.from({ length: 10 }, (_, n) => ({
		id: `login-${n}`,
		action: 'USER_LOGIN',
		entity_type: 'user',
		entity_id: 'usr-bot',
		user_id: 'usr-bot',
		created_at: at(n + 1),
	}));
	const rare = {
		id: 'rare',
		action: 'JOB_CLOSED',
		entity_type: 'job',
		entity_id: 'job-7',
		user_id: 'usr-ada',
		created_at: at(0),
	};
	tenant.sandbox.tenant.addEvents([rare, ...others]);
}

const limits = () => tenant.sandbox.requests.map(({ query }) => query.limit);

describe('Fetch Test Event looks beyond the newest events', () => {
	it.each<[string, object]>([
		['several actions', { actions: ['JOB_CLOSED', 'JOB_OPENED'] }],
		['an entity type', { filters: { entityType: 'job' } }],
		['an entity ID', { filters: { entityId: 'job-7' } }],
		['an actor', { filters: { userId: byId('usr-ada') } }],
		['people who are left out', { filters: { excludeUserIds: ['usr-bot'] } }],
	])('with %s', async (_, parameters) => {
		happen();
		expect(await test(parameters).check()).toEqual(['rare']);
	});

	it('with an action, which PeopleLens looks for, and any other filter', async () => {
		happen();
		const parameters = { actions: ['USER_LOGIN'], filters: { userId: byId('usr-ada') } };
		await expect(test(parameters).check()).rejects.toThrow('None of the newest 10 audit events');
	});
});

describe('Fetch Test Event asks for no more than it shows', () => {
	it.each<[string, object]>([
		['without filters', {}],
		['with one action, which PeopleLens looks for', { actions: ['USER_LOGIN'] }],
	])('%s', async (_, parameters) => {
		happen();
		await test({ ...parameters, options: { testEvents: 30 } }).check();
		expect(limits()[0]).toBe('30');
	});

	it('and shows the newest of many that match', async () => {
		happen();
		const filters = { entityType: 'user' };
		const trigger = test({ filters, options: { testEvents: 2 } });
		expect(await trigger.check()).toEqual(['login-8', 'login-9']);
	});
});

it('what was looked for is said with every filter', async () => {
	happen();
	const filters = {
		entityType: 'document',
		entityId: 'doc-1',
		userId: byId('usr-eve'),
		excludeUserIds: ['usr-bot', 'usr-ada'],
	};
	const actions = ['JOB_CLOSED', 'JOB_OPENED'];
	await expect(test({ actions, filters }).check()).rejects.toMatchObject({
		description: expect.stringMatching(
			/^Looked for JOB_CLOSED or JOB_OPENED, on a document, on the record doc-1, by the user usr-eve, not by usr-bot or usr-ada\./,
		),
	});
});
