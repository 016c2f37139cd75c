import type { Api } from '../../nodes/PeopleLens/api/client';
import { apiError } from '../../nodes/PeopleLens/api/errors/nodeErrors';
import {
	type AuditLogFilters,
	matchesFilters,
	readAuditLogFilters,
} from '../../nodes/PeopleLens/parameters/auditLogFilters';
import { isEmpty, panel } from './panel';

/** A tenant of which only the active users are asked for. */
function tenantOf(...users: Array<{ id: string; email: string }>): Api {
	const active = users.map((user) => ({ ...user, is_active: true }));
	return {
		send: async () => await Promise.resolve({ result: active }),
		apiError: (details: Parameters<typeof apiError>[1]) =>
			apiError(panel.context.getNode(), details),
	} as unknown as Api;
}

const nobody = tenantOf();
const NONE: AuditLogFilters = { actions: [], excludeUserIds: [] };

describe('the filters of audit logs', () => {
	it('that were not added filter nothing, and neither do those that were left empty', async () => {
		expect(await readAuditLogFilters(panel, nobody, [], {})).toEqual({ filters: NONE });
		const empty = { entityType: '', entityId: ' ', userId: '', excludeUserIds: [] };
		expect(await readAuditLogFilters(panel, nobody, [], empty)).toEqual({ filters: NONE });
	});

	it('are read as they were added', async () => {
		const added = {
			entityType: ' user ',
			entityId: 'can-1',
			userId: 'usr-1',
			excludeUserIds: ['usr-2', 'usr-3'],
		};
		expect(await readAuditLogFilters(panel, nobody, ['USER_LOGIN', 'JOB_CREATED'], added)).toEqual({
			filters: {
				actions: ['USER_LOGIN', 'JOB_CREATED'],
				entityType: 'user',
				entityId: 'can-1',
				userId: 'usr-1',
				excludeUserIds: ['usr-2', 'usr-3'],
			},
		});
	});

	it.each([
		['entityType', 'Entity Type'],
		['entityId', 'Entity ID'],
		['userId', 'Actor'],
		['excludeUserIds', 'Exclude User Names or IDs'],
	])(
		'let not everything through because an expression in %s found nothing',
		async (name, shown) => {
			for (const value of [null, undefined]) {
				const reading = readAuditLogFilters(panel, nobody, [], { [name]: value });
				await expect(reading).rejects.toMatchObject(isEmpty(shown));
			}
		},
	);

	it('find the person that an email means', async () => {
		const ada = tenantOf({ id: 'usr-1', email: 'ada@acme.com' });
		const { filters } = await readAuditLogFilters(panel, ada, [], { userId: 'ada@acme.com' });
		expect(filters.userId).toBe('usr-1');
	});

	it('do not find a person whom nobody knows', async () => {
		const reading = readAuditLogFilters(panel, nobody, [], { userId: 'ada@acme.com' });
		await expect(reading).rejects.toMatchObject({
			message: "No active user has the email 'ada@acme.com'",
			description:
				"Check the spelling in 'Actor'. PeopleLens finds people by email only while they are active: use By ID for someone who was deactivated.",
			httpCode: '404',
		});
		await expect(reading).rejects.toHaveProperty('failure.cause', 'configuration-invalid');
	});
});

describe('actions', () => {
	it.each<[unknown, string | undefined]>([
		[['USER_LOGIN'], 'USER_LOGIN'],
		['USER_LOGIN', 'USER_LOGIN'],
		[[], undefined],
		[['USER_LOGIN', 'JOB_CREATED'], undefined],
		[['user_login'], undefined],
	])(
		'%j: only one, as PeopleLens writes it, is filtered by PeopleLens',
		async (actions, action) => {
			expect((await readAuditLogFilters(panel, nobody, actions, {})).action).toBe(action);
		},
	);

	it.each(['A', 'USER.LOGIN', 'a:b', 'a/b-c_1', 'É'])('may be called %s', async (action) => {
		const { filters } = await readAuditLogFilters(panel, nobody, [action], {});
		expect(filters.actions).toEqual([action]);
	});

	it.each(['USER LOGIN', '(LOGIN', 'LOGIN)', 'a@b', 'A;B'])('are not called %s', async (action) => {
		await expect(readAuditLogFilters(panel, nobody, [action], {})).rejects.toMatchObject({
			message: `'${action}' in 'Action Names or IDs' is not an action`,
			description:
				'Choose actions from the list, or use their names, such as USER_LOGIN, separated by commas.',
		});
	});

	it('of an expression that found nothing are not all actions', async () => {
		await expect(readAuditLogFilters(panel, nobody, null, {})).rejects.toMatchObject(
			isEmpty('Action Names or IDs'),
		);
	});
});

describe('a log passes', () => {
	const log = { action: 'USER_LOGIN', entity_type: 'user', entity_id: 'Can-1', user_id: 'Usr-1' };

	it.each<[Partial<AuditLogFilters>, boolean]>([
		[{}, true],
		[{ actions: ['JOB_CREATED', 'user_login'] }, true],
		[{ actions: ['JOB_CREATED'] }, false],
		[{ entityType: 'USER' }, true],
		[{ entityType: 'job' }, false],
		[{ entityId: 'Can-1' }, true],
		[{ entityId: 'can-1' }, false],
		[{ userId: 'Usr-1' }, true],
		[{ userId: 'usr-1' }, false],
		[{ excludeUserIds: ['usr-1', 'Usr-2'] }, true],
		[{ excludeUserIds: ['Usr-2', 'Usr-1'] }, false],
	])('with %j: %s', (filters, passes) => {
		expect(matchesFilters(log, { ...NONE, ...filters })).toBe(passes);
	});

	it.each<[Partial<AuditLogFilters>, boolean]>([
		[{}, true],
		[{ actions: ['USER_LOGIN'] }, false],
		[{ entityType: 'user' }, false],
		[{ entityId: 'can-1' }, false],
		[{ userId: 'usr-1' }, false],
		[{ excludeUserIds: ['usr-1'] }, true],
	])('that says nothing, with %j: %s', (filters, passes) => {
		expect(matchesFilters({}, { ...NONE, ...filters })).toBe(passes);
	});
});
