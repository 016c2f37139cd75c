import { ROLES } from '../../../nodes/PeopleLens/domain/roles';
import { createBehaviour } from '../../../sandbox/behaviourRules';
import { emailOf } from '../../../sandbox/tenant/people';
import { seed } from '../../../sandbox/tenant/seed';
import { Tenant } from '../../../sandbox/tenant/tenant';

const END = Date.UTC(2026, 2, 1, 10);

function make(users: number, auditLogs: number, number = 1): Tenant {
	const tenant = new Tenant(createBehaviour(), number);
	seed(tenant, { users, auditLogs, historyEnd: END });
	return tenant;
}

it('the same seed makes the same tenant, and another seed another one', () => {
	const [first, second, other] = [make(50, 500), make(50, 500), make(50, 500, 2)];
	expect(second.users).toEqual(first.users);
	expect(second.auditLogs).toEqual(first.auditLogs);
	expect(other.users).not.toEqual(first.users);
	expect(other.auditLogs).not.toEqual(first.auditLogs);
});

it('a made-up tenant gives 6,000 people an address each, an id each, and a role that exists', () => {
	const { users } = make(6000, 0);
	const active = users.filter(({ state }) => state === 'active');
	expect(active).toHaveLength(6000);
	expect(active[0].role).toBe('Administrator');
	expect(new Set(users.map(({ id }) => id)).size).toBe(users.length);
	expect(new Set(users.map(({ email }) => email)).size).toBe(users.length);
	for (const { email, role } of users) {
		expect(email).toMatch(/^[a-z]+\.[a-z]+\d*@northwind\.example$/);
		expect(ROLES).toContain(role);
	}
	expect(new Set(users.map(({ role }) => role)).size).toBe(ROLES.length);
	expect(emailOf({ first_name: 'Łukasz', last_name: "O'Brien" })).toBe(
		'lukasz.obrien@northwind.example',
	);
});

it('a made-up tenant tells a history that could have happened', () => {
	const tenant = make(30, 3000);
	const rows = tenant.auditLogs;
	expect(rows).toHaveLength(3000);
	expect(rows[2999].created_at).toBe(new Date(END).toISOString());
	expect(new Set(rows.map(({ id }) => id)).size).toBe(3000);

	const times = rows.map(({ created_at }) => Date.parse(created_at ?? ''));
	expect(times).toEqual([...times].sort((a, b) => a - b));
	expect(new Set(times).size).toBeLessThan(3000);
	const perHour = times.filter((at) => at > END - 36_000_000).length / 10;
	expect(perHour).toBeGreaterThan(15);
	expect(perHour).toBeLessThan(60);

	const actors = new Set(rows.map(({ user_id }) => user_id));
	expect(actors).toContain(null);
	for (const actor of actors) {
		if (actor) expect(tenant.people.get(actor)).toBeDefined();
	}
	const alive = new Set<string | null | undefined>();
	for (const { action, entity_id, entity_type } of rows) {
		expect(action?.toLowerCase().startsWith(entity_type ?? '-')).toBe(true);
		if (action === 'CANDIDATE_CREATED') alive.add(entity_id);
		else if (action?.startsWith('CANDIDATE_')) expect(alive).toContain(entity_id);
		if (action === 'CANDIDATE_DELETED') alive.delete(entity_id);
	}
	expect([...new Set(rows.map(({ action }) => action))].sort()).toEqual([
		'API_KEY_CREATED',
		'CANDIDATE_CREATED',
		'CANDIDATE_DELETED',
		'CANDIDATE_STAGE_CHANGED',
		'INTERVIEW_SCHEDULED',
		'JOB_CLOSED',
		'JOB_CREATED',
		'SCORECARD_GENERATED',
		'SETTINGS_UPDATED',
		'USER_DEACTIVATED',
		'USER_INVITED',
		'USER_LOGIN',
	]);
});

it('a made-up tenant keeps what was given of an event and makes up the rest', () => {
	const tenant = make(5, 5);
	const created_at = '2025-12-24T18:00:00.000Z';
	expect(tenant.addEvent({ action: 'API_KEY_CREATED', created_at, user_id: 'usr-1' })).toEqual({
		id: expect.any(String),
		action: 'API_KEY_CREATED',
		entity_type: 'api_key',
		entity_id: expect.any(String),
		user_id: 'usr-1',
		details: {},
		created_at,
	});
	expect(tenant.auditLogs[0].created_at).toBe(created_at);
});

it('a made-up tenant has something to tell where nobody works', () => {
	expect(make(0, 500).auditLogs).toHaveLength(500);
});

it('a made-up tenant takes an address or an id once', () => {
	const tenant = make(5, 0);
	const { id, email } = tenant.users[0];
	expect(() => tenant.addUser({ email: email.toUpperCase() })).toThrow(/already/);
	expect(() => tenant.addUser({ id })).toThrow(/already/);
});
