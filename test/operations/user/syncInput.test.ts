import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { openTenant } from '../tenant';
import type { OpenTenant } from '../tenant';

/** Everything about a person is in the item: no field of the panel is filled in. */
const sync = (more: INodeParameters = {}): INodeParameters => ({
	resource: 'user',
	operation: 'sync',
	mode: 'apply',
	people: 'input',
	...more,
});
const preview = (more: INodeParameters = {}) => sync({ mode: 'preview', ...more });

const KAY = {
	email: 'kay@acme.com',
	first_name: 'Kay',
	last_name: 'McNulty',
	role: 'Interviewer',
};
const ALAN = {
	email: 'alan@acme.com',
	first_name: 'Alan',
	last_name: 'Turing',
	role: 'Hiring Manager',
};
/** Kay, without some of her fields. */
const kayWithout = (...names: string[]): IDataObject =>
	Object.fromEntries(Object.entries(KAY).filter(([name]) => !names.includes(name)));

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

const changes = () => [...tenant.requests('POST'), ...tenant.requests('DELETE')];
const invited = () => tenant.requests('POST').map(({ body }): unknown => JSON.parse(body));
const stateOf = (id: string) => tenant.sandbox.tenant.people.get(id)?.state;

describe('a sync that takes the people from the input items', () => {
	it('gives access to exactly the people on the list', async () => {
		const items = await tenant.json(sync({ deactivateExtra: true }), [KAY, ALAN]);
		expect(items.map(({ email, action, status }) => [email, action, status])).toEqual([
			['kay@acme.com', 'create', 'done'],
			['alan@acme.com', 'none', 'done'],
			['ada@acme.com', 'deactivate', 'done'],
			['grace@acme.com', 'deactivate', 'skipped'],
		]);
		expect(invited()).toEqual([KAY]);
		expect(stateOf('usr-ada')).toBe('deactivated');
	});

	it('changes nothing the second time', async () => {
		await tenant.json(sync({ deactivateExtra: true }), [KAY, ALAN]);
		const before = changes().length;
		await tenant.json(sync({ deactivateExtra: true }), [KAY, ALAN]);
		expect(changes()).toHaveLength(before);
	});

	it('does exactly what it does with the same fields mapped by expressions', async () => {
		const mapped = preview({
			people: 'fields',
			email: '={{ $json.email }}',
			firstName: '={{ $json.first_name }}',
			lastName: '={{ $json.last_name }}',
			role: '={{ $json.role }}',
			deactivateExtra: true,
		});
		const list = [KAY, { ...ALAN, role: 'Recruiter' }, { ...KAY, last_name: 'Other' }];
		const [ours, theirs] = [
			await tenant.run(preview({ deactivateExtra: true }), { input: list }),
			await tenant.run(mapped, { input: list }),
		];
		expect(ours.items).toEqual(theirs.items);
	});

	it('never looks at the fields of the panel', async () => {
		const parameters = sync({ email: 'ada@acme.com', firstName: 'X', lastName: 'Y', role: '' });
		await tenant.json(parameters, [KAY]);
		expect(invited()).toEqual([KAY]);
	});

	it.each<[string, IDataObject]>([
		['first_name', KAY],
		[
			'firstName',
			{ email: 'kay@acme.com', firstName: 'Kay', lastName: 'McNulty', role: 'Interviewer' },
		],
		[
			'First Name',
			{ Email: 'kay@acme.com', 'First Name': 'Kay', 'Last Name': 'McNulty', Role: 'Interviewer' },
		],
		[
			'FIRST-NAME',
			{ 'E-MAIL': 'kay@acme.com', 'FIRST-NAME': 'Kay', LASTNAME: 'McNulty', ROLE: 'interviewer' },
		],
		['BOM', { '\ufeffemail': 'kay@acme.com', ...kayWithout('email') }],
		['spaces', { ...KAY, email: ' kay@acme.com ', first_name: 'Kay ' }],
		['others', { id: 7, name: 'Other', work_email: 'other@acme.com', ...KAY, tags: ['a'] }],
		['both', { ...KAY, firstName: 'Kay', Email: '' }],
	])('understands the person whose fields are written like "%s"', async (_, item) => {
		await tenant.json(sync(), [item]);
		expect(invited()).toEqual([KAY]);
	});

	it('gives the role that the tenant has set where an item has none', async () => {
		await tenant.json(sync(), [kayWithout('role'), { ...ALAN, role: null }]);
		expect(invited()).toEqual([kayWithout('role')]);
	});

	it('pairs every person with the items that name them, and the others with none', async () => {
		const { items } = await tenant.run(preview({ deactivateExtra: true }), {
			input: [KAY, ALAN, { ...KAY, email: 'KAY@acme.com' }],
		});
		expect(items.map(({ json, pairedItem }) => [json.email, pairedItem])).toEqual([
			['kay@acme.com', [{ item: 0 }, { item: 2 }]],
			['alan@acme.com', { item: 1 }],
			['ada@acme.com', []],
			['grace@acme.com', []],
		]);
	});
});

describe('above the items it says how they were understood', () => {
	const hintsFor = async (input: IDataObject[]) => (await tenant.run(preview(), { input })).hints;

	it('naming the field that each part came from', async () => {
		expect(await hintsFor([KAY, { ...ALAN, 'First Name': 'Alan' }])).toContain(
			"Read from the input items: email from 'email', first name from 'first_name' or 'First Name', last name from 'last_name', role from 'role'.",
		);
	});

	it('and what holds where no item has a role', async () => {
		expect(await hintsFor([kayWithout('role')])).toContainEqual(
			expect.stringContaining("No item has a role, so the tenant's default holds."),
		);
	});

	it('also when it is nothing at all', async () => {
		expect(await hintsFor([{ mail: 'kay@acme.com' }])).toContainEqual(
			expect.stringContaining('Read from the input items: nothing that is understood.'),
		);
	});

	it('but not where the panel says what is what', async () => {
		const { hints } = await tenant.run(
			{ ...preview(), people: 'fields', email: 'kay@acme.com', firstName: 'K', lastName: 'M' },
			{ input: [KAY] },
		);
		expect(hints.join()).not.toContain('Read from');
	});
});

describe('an item that is not understood', () => {
	const everybody = sync({ deactivateExtra: true, options: { protectedRoles: [] } });

	it.each<[IDataObject, string]>([
		[kayWithout('email'), "'email' is missing: the item has 'first_name', 'last_name', 'role'"],
		[{}, "'email' is missing: the item has no fields"],
		[{ ...KAY, email: '' }, "'email' is empty"],
		[{ ...KAY, email: null }, "'email' is empty"],
		[{ ...KAY, email: 'ada' }, "'ada' in 'email' is not an email address"],
		[{ ...KAY, email: 'a@x.com, b@x.com' }, "'a@x.com, b@x.com' in 'email'"],
		[{ ...KAY, email: 'kay\u200b@acme.com' }, "in 'email' is not an email address"],
		[{ ...KAY, email: "'kay@acme.com" }, "in 'email' is not an email address"],
		[{ ...KAY, email: ['kay@acme.com'] }, "'email' is not a text, but a list"],
		[{ ...KAY, email: { work: 'kay@acme.com' } }, "'email' is not a text, but an object"],
		[{ ...KAY, email: true }, "'email' is not a text, but true"],
		[{ ...KAY, Email: 'ada@acme.com' }, "'email' and 'Email' of the item say different things"],
	])('%j in its email takes away nobody’s access, and says so: %s', async (item, reason) => {
		const others = [{ ...KAY, email: 'jean@acme.com' }];
		const items = await tenant.json(everybody, [item, ...others]);
		expect(items[0]).toMatchObject({ email: '', action: 'review', status: 'skipped' });
		expect(items[0].reason).toContain(reason);
		expect(items[1]).toMatchObject({ email: 'jean@acme.com', action: 'create', status: 'done' });
		expect(items.slice(2).every(({ status }) => status === 'skipped')).toBe(true);
		expect(tenant.requests('DELETE')).toEqual([]);
	});

	it.each<[IDataObject, string]>([
		[
			kayWithout('first_name'),
			"'first_name' is missing: the item has 'email', 'last_name', 'role'",
		],
		[{ ...KAY, last_name: ' ' }, "'last_name' is empty"],
		[{ ...KAY, last_name: ['McNulty'] }, "'last_name' is not a text, but a list"],
		[{ ...KAY, first_name: 2 ** 60 }, "'first_name' is not a text, but a number that is too large"],
		[{ ...KAY, lastName: 'Mauchly' }, "'last_name' and 'lastName' of the item say different"],
		[{ ...KAY, role: 'Boss' }, "'Boss' in 'role' is not a PeopleLens role"],
		[{ ...KAY, role: { name: 'Recruiter' } }, "'role' is not a text, but an object"],
		[{ ...KAY, role: false }, "'role' is not a text, but false"],
	])('%j elsewhere is for review, and done for the others', async (item, reason) => {
		const jean = { ...KAY, email: 'jean@acme.com' };
		const items = await tenant.json(sync(), [item, jean]);
		expect(items[0]).toMatchObject({ email: 'kay@acme.com', action: 'review', status: 'skipped' });
		expect(items[0].reason).toContain(reason);
		expect(items[1]).toMatchObject({ action: 'create', status: 'done' });
	});

	it('with very many and very long fields is described in a few words', async () => {
		const names = Array.from({ length: 50 }, (_, n) => [`${n}${'x'.repeat(500)}`, n]);
		const [{ reason }] = await tenant.json(preview(), [Object.fromEntries(names)]);
		expect(reason).toContain('and 44 more');
		expect(String(reason).length).toBeLessThan(1_500);
	});

	it('in its role keeps being compared by it', async () => {
		const [ada] = await tenant.json(preview(), [{ ...KAY, email: 'ada@acme.com', role: 'Boss' }]);
		expect(ada).toMatchObject({
			action: 'review',
			reason: expect.stringContaining('the list says Boss'),
		});
	});
});

it.each([[[{ mail: 'ada@acme.com' }, { mail: 'alan@acme.com' }]], [[{}]]])(
	'a list whose items have none of the fields is refused: %j',
	async (list) => {
		await expect(tenant.json(sync({ deactivateExtra: true }), list)).rejects.toThrow(
			'Nobody on the list has a usable email',
		);
		expect(changes()).toEqual([]);
	},
);

it.each(['={{ "input" }}', '={{ $json.people }}', 'both', ''])(
	'no data chooses where the people come from: %j is refused before any request',
	async (people) => {
		await expect(tenant.json(sync({ people }), [KAY])).rejects.toMatchObject({
			message: expect.stringContaining("'People'"),
		});
		expect(tenant.sandbox.requests).toEqual([]);
	},
);

it('a workflow made before there was a choice maps the fields of the panel', async () => {
	const parameters = sync({ email: '={{ $json.mail }}', firstName: 'Kay', lastName: 'McNulty' });
	delete parameters.people;
	await tenant.json(parameters, [{ mail: 'kay@acme.com', email: 'other@acme.com' }]);
	expect(invited()).toMatchObject([{ email: 'kay@acme.com' }]);
});

describe('a sync that maps the fields of the panel', () => {
	it('resolves each expression once for each item', async () => {
		// An expression that gives something else each time shows how often it is asked.
		const count = (name: string) =>
			`={{ (() => { $json.asked.${name} = ($json.asked.${name} ?? 0) + 1; return $json.${name} })() }}`;
		const asked = { email: 0, first_name: 0, last_name: 0, role: 0 };
		await tenant.json(
			preview({
				people: 'fields',
				email: count('email'),
				firstName: count('first_name'),
				lastName: count('last_name'),
				role: count('role'),
			}),
			[{ ...KAY, asked }],
		);
		expect(asked).toEqual({ email: 1, first_name: 1, last_name: 1, role: 1 });
	});
});
