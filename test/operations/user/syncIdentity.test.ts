import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { lie, oneUser, userList } from '../lies';
import { openTenant } from '../tenant';
import type { OpenTenant } from '../tenant';

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
	for (let n = 0; n < 6; n++) {
		tenant.sandbox.tenant.addUser({ id: `usr-${n}`, email: `k${n}@acme.com`, role: 'Recruiter' });
	}
});
afterEach(async () => await tenant.stop());

const sync = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'user',
	operation: 'sync',
	mode: 'apply',
	email: '={{ $json.email }}',
	firstName: 'X',
	lastName: 'Y',
	role: '={{ $json.role }}',
	deactivateExtra: true,
	...more,
});
/** Everybody but Ada, and whoever else is named. */
const listOf = (...emails: string[]): IDataObject[] =>
	[0, 1, 2, 3, 4, 5]
		.map((n) => `k${n}@acme.com`)
		.concat('grace@acme.com', 'alan@acme.com', emails)
		.map((email) => ({ email, role: '' }));
const changes = () =>
	[...tenant.requests('POST'), ...tenant.requests('DELETE')].map(({ method, path, body }) =>
		[method, path, body].join(' '),
	);
const stateOf = (id: string) => tenant.sandbox.tenant.people.get(id)?.state;

describe('somebody on the list keeps their access, however the email is written', () => {
	it.each([
		['a zero width space', 'ada\u200b@acme.com'],
		['a soft hyphen', 'a\u00adda@acme.com'],
		['a left-to-right mark', '\u200eada@acme.com'],
		['NUL', 'ada\u0000@acme.com'],
		['an invisible letter', 'a\u3164da@acme.com'],
		["Excel's apostrophe", "'ada@acme.com"],
	])('with %s in it, which stops all deactivations', async (_, email) => {
		const items = await tenant.json(sync(), listOf(email));
		expect(items).toContainEqual(
			expect.objectContaining({ action: 'review', reason: expect.stringContaining("'Email'") }),
		);
		expect(changes()).toEqual([]);
	});

	it.each([
		['\u0430da@acme.com', 'in Cyrillic'],
		['\u0410DA@acme.com', 'in Cyrillic capitals'],
		['ad\u03b1@acme.com', 'in Greek'],
		['ada@\u0430cme.com', 'of the domain in Cyrillic'],
	])('with a letter (%s) %s that looks like the right one', async (email) => {
		const items = await tenant.json(sync(), listOf(email));
		expect(items).toContainEqual(
			expect.objectContaining({ action: 'review', reason: expect.stringContaining('Looks like') }),
		);
		expect(changes()).toEqual([]);
	});

	it.each([
		['jos\u00e9@acme.com', 'jose\u0301@acme.com'],
		['jose\u0301@acme.com', 'JOS\u00c9@acme.com'],
		['b@b\u00fccher.de', 'b@xn--bcher-kva.de'],
		['b@xn--bcher-kva.de', 'b@B\u00fccher.de'],
	])('%s for %s', async (listed, known) => {
		tenant.sandbox.tenant.addUser({ id: 'usr-x', email: known, role: 'Recruiter' });
		const items = await tenant.json(sync(), listOf('ada@acme.com', listed));
		expect(items).toContainEqual(expect.objectContaining({ id: 'usr-x', action: 'none' }));
		expect(changes()).toEqual([]);
	});

	it.each(['ad\u00e5@acme.com', '\u00e1da@acme.com', 'a-da@acme.com', 'A.D.A@acme.com'])(
		'%s, which looks like another one, or is somebody else',
		async (email) => {
			const items = await tenant.json(sync(), listOf(email));
			const isLookalike = !email.includes('.D.');
			const lines = items.filter(({ action }) => action === 'review');
			expect(lines.map((line) => line.email)).toEqual(isLookalike ? [email, 'ada@acme.com'] : []);
			expect(stateOf('usr-ada')).toBe(isLookalike ? 'active' : 'deactivated');
			expect(changes()).toHaveLength(isLookalike ? 0 : 2);
		},
	);

	it('where PeopleLens has the invisible character', async () => {
		lie(tenant.sandbox, userList, (list) => ({
			data: (list as { data: Array<{ email: string }> }).data.map((user) => ({
				...user,
				email: user.email.replace('ada@', 'ada\u200b@'),
			})),
		}));
		const items = await tenant.json(sync(), listOf());
		expect(items).toContainEqual(
			expect.objectContaining({
				id: 'usr-ada',
				status: 'skipped',
				reason: expect.stringContaining("can't be read"),
			}),
		);
		expect(changes()).toEqual([]);
	});
});

describe('two users whose emails differ in capitals', () => {
	beforeEach(() =>
		lie(tenant.sandbox, userList, (list) => ({
			data: [
				...(list as { data: object[] }).data,
				{ id: 'usr-double', email: 'ADA@acme.com', role: 'Recruiter' },
			],
		})),
	);

	it('are the one that is on the list exactly so, and one for review', async () => {
		const items = await tenant.json(sync(), listOf('ada@acme.com'));
		expect(items).toContainEqual(expect.objectContaining({ id: 'usr-ada', action: 'none' }));
		expect(items).toContainEqual(expect.objectContaining({ id: 'usr-double', action: 'review' }));
		expect(changes()).toEqual([]);
	});

	it('are all for review when the list has neither exactly so', async () => {
		const items = await tenant.json(sync(), listOf('Ada@acme.com'));
		expect(items.filter(({ action }) => action === 'review')).toHaveLength(3);
		expect(changes()).toEqual([]);
	});
});

describe('nothing at all is changed', () => {
	it('when PeopleLens lists nobody: a key that may not see users must not invite everybody', async () => {
		lie(tenant.sandbox, userList, () => ({ data: [] }));
		await expect(tenant.json(sync(), listOf('new@acme.com'))).rejects.toMatchObject({
			message: expect.stringContaining('listed no users at all'),
		});
		expect(changes()).toEqual([]);
	});

	it('when the list is empty', async () => {
		await expect(tenant.json(sync(), [])).rejects.toThrow();
		expect(changes()).toEqual([]);
	});

	it('when more people would be invited than Maximum Invitations allows', async () => {
		const list = listOf('ada@acme.com', ...Array.from({ length: 101 }, (_, n) => `n${n}@x.com`));
		await expect(tenant.json(sync(), list)).rejects.toMatchObject({
			message: expect.stringContaining("'Maximum Invitations' allows 100"),
		});
		expect(changes()).toEqual([]);
		const [first] = await tenant.json(sync({ options: { maxInvitations: 101 } }), list);
		expect(first).toMatchObject({ status: 'done' });
		expect(tenant.requests('POST')).toHaveLength(101);
	});

	it.each(['={{ null }}', '={{ $json.missing }}', "={{ '' }}", '={{ true }}', '={{ [5] }}', '1e3'])(
		'when Maximum Deactivations is an expression that gives %s',
		async (maxDeactivations) => {
			const run = tenant.json(sync({ options: { maxDeactivations } }), listOf('ada@acme.com'));
			await expect(run).rejects.toThrow("'Maximum Deactivations'");
			expect(tenant.sandbox.requests).toEqual([]);
		},
	);
});

describe('somebody who is to lose their access is looked at once more', () => {
	it('and keeps it when they have become an Administrator meanwhile', async () => {
		tenant.sandbox.onRequest = ({ method }) => {
			const ada = tenant.sandbox.tenant.people.get('usr-ada');
			if (method === 'POST' && ada) ada.role = 'Administrator';
		};
		const list = listOf(...Array.from({ length: 40 }, (_, n) => `n${n}@x.com`));
		const items = await tenant.json(sync(), list);
		expect(items).toContainEqual(
			expect.objectContaining({
				id: 'usr-ada',
				status: 'skipped',
				reason: 'The role Administrator is protected',
			}),
		);
		expect(stateOf('usr-ada')).toBe('active');
	});

	it.each([
		['another role', { role: 'Interviewer' }, 'Interviewer'],
		['another email', { email: 'k0@acme.com' }, 'k0@acme.com'],
	])('and keeps it when PeopleLens now says %s', async (_, now, reason) => {
		lie(tenant.sandbox, oneUser, (user) => ({ ...(user as object), ...now }));
		const items = await tenant.json(sync(), listOf());
		expect(items).toContainEqual(
			expect.objectContaining({
				id: 'usr-ada',
				status: 'skipped',
				reason: expect.stringContaining(reason),
			}),
		);
		expect(tenant.requests('DELETE')).toEqual([]);
	});

	it('and is failed, not done, when a gateway answers 503 and then 404', async () => {
		const match = ({ method }: { method: string }) => method === 'DELETE';
		tenant.sandbox.inject({ type: 'status', status: 503 }, { match });
		tenant.sandbox.inject({ type: 'status', status: 404, body: 'text' }, { match });
		const items = await tenant.json(sync(), listOf());
		expect(items).toContainEqual(
			expect.objectContaining({
				id: 'usr-ada',
				status: 'failed',
				error: expect.stringContaining('still has access'),
			}),
		);
	});
});

it('a user whom PeopleLens lists three times counts once', async () => {
	lie(tenant.sandbox, userList, (list) => {
		const users = (list as { data: Array<{ id: string }> }).data;
		const three = users.filter(({ id }) => ['usr-ada', 'usr-0', 'usr-1'].includes(id));
		const kept = three.filter(({ id }) => id === 'usr-ada');
		return { data: [...three, ...kept, ...kept] };
	});
	await expect(tenant.json(sync(), [{ email: 'ada@acme.com' }])).rejects.toMatchObject({
		message: expect.stringContaining('2 people of 3'),
	});
	expect(changes()).toEqual([]);
});

it.each(['status', 'active', 'is_active', 'is_enabled'] as const)(
	'people whom PeopleLens lists as deactivated by "%s" are not deactivated again, nor counted',
	async (deactivatedListed) => {
		tenant.sandbox.behaviour.deactivatedListed = deactivatedListed;
		const ada = tenant.sandbox.tenant.people.get('usr-ada');
		if (ada) tenant.sandbox.tenant.deactivate(ada);
		const items = await tenant.json(sync(), listOf());
		expect(items.map(({ id }) => id)).not.toContain('usr-ada');
		expect(changes()).toEqual([]);
		const [back] = await tenant.json(sync(), [{ email: 'ada@acme.com' }, ...listOf()]);
		expect(back).toMatchObject({ email: 'ada@acme.com', action: 'create', status: 'skipped' });
	},
);

it('an ID with a space before it is never taken for the one without', async () => {
	lie(tenant.sandbox, userList, (list) => ({
		data: (list as { data: Array<{ id: string }> }).data.map((user) =>
			user.id === 'usr-ada' ? { ...user, id: ' usr-0' } : user,
		),
	}));
	await tenant.json(sync(), listOf());
	expect(stateOf('usr-0')).toBe('active');
	expect(tenant.requests('DELETE')).toEqual([]);
});

it.each([{ name: 'Recruiter' }, ['Recruiter'], 7])(
	'a role that is no text (%j) is one that is not known',
	async (role) => {
		lie(tenant.sandbox, userList, (list) => ({
			data: (list as { data: object[] }).data.map((user) => ({ ...user, role })),
		}));
		const items = await tenant.json(sync(), listOf());
		expect(items).toContainEqual(
			expect.objectContaining({
				id: 'usr-ada',
				reason: 'The role is not known, so it may be a protected one',
			}),
		);
	},
);

it('somebody of whom it is not known whether they are there is not invited', async () => {
	for (let n = 6; n < 250; n++) tenant.sandbox.tenant.addUser({ email: `k${n}@acme.com` });
	Object.assign(tenant.sandbox.behaviour, { emailFilter: 'ignored', usersCap: 100 });
	const list = [{ email: 'k0@acme.com' }, { email: 'k200@acme.com' }];
	const items = await tenant.json(sync({ deactivateExtra: false }), list);
	expect(items[1]).toMatchObject({
		action: 'create',
		status: 'skipped',
		reason: expect.stringContaining('not known'),
	});
	expect(changes()).toEqual([]);
});
