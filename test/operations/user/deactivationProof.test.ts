import { deactivation, lie, oneUser, userList } from '../lies';
import { byEmail, byId, openTenant } from '../tenant';
import type { OpenTenant } from '../tenant';

const deactivate = (userId: unknown, options = {}) => ({
	resource: 'user',
	operation: 'deactivate',
	userId: userId as string,
	options,
});
const PROTECTED = { protectedRoles: ['Administrator'] };

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

const stateOf = (id: string) => tenant.sandbox.tenant.people.get(id)?.state;
const deleted = () => tenant.requests('DELETE').map(({ path }) => path);

describe('a person who keeps their access is never reported as deactivated', () => {
	it.each([
		['a text', 'text'],
		['a web page', 'html'],
		['JSON', 'json'],
	] as const)('when a gateway answers 503 and then 404 with %s', async (_, body) => {
		tenant.sandbox.inject({ type: 'status', status: 503 }, { match: deactivation });
		tenant.sandbox.inject({ type: 'status', status: 404, body }, { match: deactivation });
		for (const who of [byId('usr-ada'), byEmail('ada@acme.com')]) {
			await expect(tenant.json(deactivate(who))).rejects.toThrow();
			expect(stateOf('usr-ada')).toBe('active');
			tenant.sandbox.inject({ type: 'status', status: 503 }, { match: deactivation });
			tenant.sandbox.inject({ type: 'status', status: 404, body }, { match: deactivation });
		}
	});

	it('when nobody has that ID and the first answer was 503', async () => {
		tenant.sandbox.inject({ type: 'status', status: 503 }, { match: deactivation });
		await expect(tenant.json(deactivate(byId('usr-typo')))).rejects.toMatchObject({
			message: expect.stringContaining("'usr-typo'"),
			httpCode: '404',
		});
	});

	it.each([
		[{ status: 'error', message: 'not allowed' }],
		[{ ok: false }],
		[{ errors: ['no'] }],
		['denied'],
		['Error: not allowed'],
		[{ success: 'false' }],
		[{ deactivated: false }],
		[{ data: { success: false } }],
		[{ is_active: true }],
		[{ user: { is_enabled: true } }],
		[[]],
		[{ success: true, errors: ['no'] }],
		[{ data: { user: { status: 'active' } } }],
		[{ result: 'failed' }],
		[{ result: 'noop' }],
		[{ status: 'no_change' }],
		[{ code: 403 }],
		[0],
		[false],
	])('when the answer is 200 with %j', async (said) => {
		tenant.sandbox.rewriteAnswer = (answer, request) =>
			deactivation(request)
				? {
						status: 200,
						headers: { 'content-type': 'application/json' },
						body: JSON.stringify(said),
					}
				: answer;
		// The server does nothing of what it is asked for.
		tenant.sandbox.onRequest = (request) => {
			if (deactivation(request)) {
				const ada = tenant.sandbox.tenant.people.get('usr-ada');
				if (ada) setActiveLater(ada);
			}
		};
		await expect(tenant.json(deactivate(byId('usr-ada')))).rejects.toThrow();
		await expect(tenant.json(deactivate(byEmail('ada@acme.com')))).rejects.toThrow();
	});

	function setActiveLater(user: { state: string }) {
		let state = 'active';
		Object.defineProperty(user, 'state', {
			configurable: true,
			get: () => state,
			set: () => (state = 'active'),
		});
	}
});

describe('a deactivation whose answer was lost', () => {
	beforeEach(() => tenant.sandbox.inject({ type: 'drop', acted: true }, { match: deactivation }));

	it.each([
		[200, byEmail('ada@acme.com')],
		[404, byEmail('ada@acme.com')],
	] as const)('is done when PeopleLens shows it (GET answers %s)', async (get, who) => {
		Object.assign(tenant.sandbox.behaviour, {
			deactivatedUserDelete: 404,
			deactivatedUserGet: get,
		});
		expect(await tenant.json(deactivate(who))).toEqual([
			{ id: 'usr-ada', email: 'ada@acme.com', deactivated: true },
		]);
	});

	it('is done when PeopleLens shows the person as inactive', async () => {
		tenant.sandbox.behaviour.deactivatedUserDelete = 404;
		lie(tenant.sandbox, oneUser, (user) => ({
			...(user as object),
			is_active: stateOf('usr-ada') === 'active',
		}));
		expect(await tenant.json(deactivate(byId('usr-ada')))).toEqual([
			{ id: 'usr-ada', deactivated: true },
		]);
	});

	it('is not called done where nothing shows it, and the message says what to do', async () => {
		tenant.sandbox.behaviour.deactivatedUserDelete = 404;
		await expect(tenant.json(deactivate(byId('usr-ada')))).rejects.toMatchObject({
			message: expect.stringContaining("'usr-ada' may have been deactivated"),
		});
	});
});

describe('nobody but the person asked for is deactivated', () => {
	it.each([
		['another user', { id: 'someone-else', email: 'x@acme.com', role: 'Recruiter' }],
		['another user, wrapped', { data: { id: 'someone-else', email: 'x@acme.com', role: 'x' } }],
		['the owner of the key', { id: 'svc-admin', email: 'svc@acme.com', role: 'Interviewer' }],
	])('when PeopleLens answers with %s', async (_, answer) => {
		lie(tenant.sandbox, oneUser, () => answer);
		await expect(tenant.json(deactivate(byId('usr-ada'), PROTECTED))).rejects.toMatchObject({
			message: expect.stringContaining("'usr-ada'"),
		});
		expect(deleted()).toEqual([]);
	});

	it('when the user carries another object in data or user', async () => {
		for (const key of ['data', 'user']) {
			tenant.sandbox.rewriteAnswer = undefined;
			lie(tenant.sandbox, oneUser, () => ({
				id: 'usr-grace',
				role: 'Administrator',
				email: 'grace@acme.com',
				[key]: { id: 'usr-grace', role: 'Recruiter', email: 'grace@acme.com' },
			}));
			expect(await tenant.json(deactivate(byId('usr-grace'), PROTECTED))).toMatchObject([
				{ deactivated: false, reason: 'The role Administrator is protected' },
			]);
		}
		expect(deleted()).toEqual([]);
	});

	it('when the ID belongs to another email by now', async () => {
		lie(tenant.sandbox, oneUser, () => ({
			id: 'usr-ada',
			email: 'eve@acme.com',
			role: 'Recruiter',
		}));
		expect(await tenant.json(deactivate(byEmail('ada@acme.com')))).toMatchObject([
			{ id: 'usr-ada', deactivated: false, reason: expect.stringContaining('eve@acme.com') },
		]);
		expect(deleted()).toEqual([]);
	});

	it('whatever capitals PeopleLens writes the ID in', async () => {
		lie(tenant.sandbox, oneUser, (user) => ({ ...(user as object), id: 'USR-ADA' }));
		expect(await tenant.json(deactivate(byId('usr-ada'), PROTECTED))).toMatchObject([
			{ deactivated: true },
		]);
		expect(deleted()).toEqual(['/api/v1/users/usr-ada']);
	});
});

describe('of two users whose emails differ in capitals', () => {
	const two = (...emails: string[]) =>
		lie(tenant.sandbox, userList, () => ({
			data: emails.map((email, n) => ({ id: `usr-${n}`, email, role: 'Recruiter' })),
		}));
	beforeEach(() => {
		tenant.sandbox.tenant.addUser({ id: 'usr-0', email: 'zero@acme.com', role: 'Recruiter' });
		tenant.sandbox.tenant.addUser({ id: 'usr-1', email: 'one@acme.com', role: 'Recruiter' });
		const emails = ['KAY@acme.com', 'kay@acme.com'];
		lie(tenant.sandbox, oneUser, (user, { path }) => ({
			...(user as object),
			email: emails[Number(path.slice(-1))],
		}));
	});

	it('the one that is written exactly so is meant', async () => {
		two('KAY@acme.com', 'kay@acme.com');
		await tenant.json(deactivate(byEmail('kay@acme.com')));
		expect(deleted()).toEqual(['/api/v1/users/usr-1']);
	});

	it('none is taken when neither is written exactly so', async () => {
		two('KAY@acme.com', 'kay@acme.com');
		await expect(tenant.json(deactivate(byEmail('Kay@acme.com')))).rejects.toMatchObject({
			message: expect.stringContaining('2 users'),
		});
		expect(deleted()).toEqual([]);
	});
});

describe('a server that ignores the filter by email', () => {
	beforeEach(() => {
		tenant.sandbox.behaviour.emailFilter = 'ignored';
		for (let n = 3; n < 250; n++) {
			tenant.sandbox.tenant.addUser({ id: `usr-${n}`, email: `user${n}@acme.com` });
		}
	});

	it('hides nobody who is further down the list', async () => {
		expect(await tenant.json(deactivate(byEmail('user200@acme.com')))).toMatchObject([
			{ id: 'usr-200', deactivated: true },
		]);
	});

	it('and cuts the list leads to a message, never to "no active user"', async () => {
		tenant.sandbox.behaviour.usersCap = 100;
		const asked = deactivate(byEmail('user200@acme.com'), { ifNotFound: 'continue' });
		await expect(tenant.json(asked)).rejects.toMatchObject({
			message: expect.stringContaining('not known'),
		});
	});
});

it('whose role is protected by now is left alone, whatever the list says', async () => {
	lie(tenant.sandbox, userList, (list) => ({
		data: (list as { data: object[] }).data.map((user) => ({ ...user, role: 'Recruiter' })),
	}));
	expect(await tenant.json(deactivate(byEmail('grace@acme.com'), PROTECTED))).toMatchObject([
		{ deactivated: false, reason: expect.stringContaining('Administrator') },
	]);
	expect(deleted()).toEqual([]);
});

it.each(['\u0410dministrator', 'Administrat\u03bfr'])(
	'whose role (%s) only looks like a protected one is left alone',
	async (role) => {
		lie(tenant.sandbox, oneUser, (user) => ({ ...(user as object), role }));
		expect(await tenant.json(deactivate(byId('usr-grace'), PROTECTED))).toMatchObject([
			{ deactivated: false, reason: expect.stringContaining('protected') },
		]);
		expect(deleted()).toEqual([]);
	},
);
