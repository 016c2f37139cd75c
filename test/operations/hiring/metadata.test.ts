import type { INodeParameters } from 'n8n-workflow';

import { fromList } from '../tenant';
import { chosen, openHiringTenant, type HiringTenant } from './tenant';

/** Fields of one's own: what was entered arrives, and what is there comes out, to the last digit. */

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

const update = (metadata: unknown): INodeParameters => ({
	...{ resource: 'candidate', operation: 'update', candidateId: chosen(tenant.mary.id) },
	updateFields: { metadata } as INodeParameters,
});

it.each([
	['{"badge": 9007199254740993}', "'badge'"],
	['{"a": {"list": [1, -9007199254740993]}}', "'a.list.1'"],
	['={{ { badge: 9007199254740993 } }}', "'badge'"],
	['={{ { badge: 1e999 } }}', "'badge'"],
	['={{ { badge: NaN } }}', "'badge'"],
	['={"badge": {{ $json.badge }}}', "'badge'"],
])('a number that would become another one is not sent: %s', async (metadata, where) => {
	await expect(tenant.json(update(metadata), [{ badge: 2 ** 60 }])).rejects.toMatchObject({
		message: `'Metadata' has a number in ${where} that can't be sent to the last digit`,
		description: 'Put it between quotation marks, as in {"badge": "9007199254740993"}.',
	});
	expect(tenant.sandbox.requests).toEqual([]);
});

it.each([
	['{"badge": "9007199254740993", "n": 9007199254740991, "share": 0.1}'],
	['={{ { badge: "9007199254740993", n: 9007199254740991, share: 0.1 } }}'],
])('what can be sent arrives: %s', async (metadata) => {
	await tenant.json(update(metadata));
	const expected = { badge: '9007199254740993', n: 9007199254740991, share: 0.1 };
	expect(tenant.mary.metadata).toEqual(expected);
});

describe('keys that are not named', () => {
	const showMetadata = (metadata: unknown) => {
		const body = { id: tenant.mary.id, metadata };
		tenant.sandbox.inject(
			{ type: 'wrongShape', body },
			{ match: ({ method }) => method === 'GET' },
		);
	};
	const sent = () => tenant.requests('PATCH').map(({ body }) => JSON.parse(body) as object);

	it('are sent along, or they might be lost: PeopleLens may replace the whole', async () => {
		tenant.mary.metadata = { a: 1, list: [1], gone: 'x', c: 3 };
		const [updated] = await tenant.json(update('{"b": 2, "c": 4, "gone": null}'));
		expect(sent()).toEqual([{ metadata: { a: 1, list: [1], gone: null, c: 4, b: 2 } }]);
		expect(tenant.mary.metadata).toEqual({ a: 1, list: [1], gone: null, c: 4, b: 2 });
		expect(updated).toMatchObject({ id: tenant.mary.id });
	});

	it.each(['9007199254740993', { list: ['-9007199254740993'] }])(
		'are not sent where that would make a text of a number, or the other way round: %j',
		async (large) => {
			tenant.mary.metadata = { crm: large, a: 1 };
			await expect(tenant.json(update('{"b": 2}'))).rejects.toMatchObject({
				message: expect.stringContaining("was not changed: 'crm' in it holds a number too large"),
				description: expect.stringContaining("Name the key 'crm' in 'Metadata' as well"),
			});
			expect(sent()).toEqual([]);
			await tenant.json(update('{"b": 2, "crm": "9007199254740993"}'));
			expect(tenant.mary.metadata).toEqual({ crm: '9007199254740993', a: 1, b: 2 });
		},
	);

	it('are those as well of which an expression finds nothing', async () => {
		tenant.mary.metadata = { a: 1 };
		await tenant.json(update('={{ { a: $json.nothing, b: 2 } }}'));
		expect(tenant.mary.metadata).toEqual({ a: 1, b: 2 });
	});

	it('of two items that change one candidate, both stay', async () => {
		tenant.sandbox.behaviour.latencyMs = 20;
		await tenant.json(update('={{ $json }}'), [{ a: 1 }, { b: 2 }]);
		expect(tenant.mary.metadata).toEqual({ a: 1, b: 2 });
	});

	it.each([[undefined], [null], [''], [[]], [{}]])(
		'are none where PeopleLens shows %j: what was given is sent',
		async (metadata) => {
			showMetadata(metadata);
			await tenant.json(update('{"b": 2}'));
			expect(sent()).toEqual([{ metadata: { b: 2 } }]);
		},
	);

	it.each(['{"a":1}', 7, [{ a: 1 }], true])(
		'are not risked where PeopleLens shows them as %j',
		async (metadata) => {
			showMetadata(metadata);
			await expect(tenant.json(update('{"b": 2}'))).rejects.toMatchObject({
				message: `The metadata of the candidate '${String(tenant.mary.id)}' is no JSON object in PeopleLens, so nothing can be added to it`,
				description:
					"For this item, nothing was changed. Remove 'Metadata', or change it in PeopleLens.",
			});
			expect(sent()).toEqual([]);
		},
	);

	it('are read once where the candidate was chosen from the list as well', async () => {
		tenant.mary.metadata = { a: 1 };
		const candidateId = fromList(tenant.mary.id, `Mary, new (${String(tenant.mary.email)})`);
		await tenant.json({ ...update('{"b": 2}'), candidateId });
		expect(tenant.sandbox.requests.map(({ method }) => method)).toEqual(['GET', 'PATCH']);
		expect(tenant.mary.metadata).toEqual({ a: 1, b: 2 });
	});

	it('that another system changes meanwhile are no reason to doubt', async () => {
		tenant.mary.metadata = { seen: 1 };
		tenant.sandbox.rewriteAnswer = (answer, { method }) => {
			const body = { id: tenant.mary.id, metadata: { seen: 2, b: 2 } };
			return method === 'PATCH' ? { ...answer, body: JSON.stringify(body) } : answer;
		};
		expect(await tenant.json(update('{"b": 2}'))).toMatchObject([{ metadata: { seen: 2, b: 2 } }]);
	});
});

it.each(['{}', '={{ {} }}', ' { } ', '={{ { a: $json.nothing } }}'])(
	'an object with nothing in it is not sent: %s',
	async (metadata) => {
		await expect(tenant.json(update(metadata))).rejects.toMatchObject({
			message: "'Metadata' has nothing in it",
			description: expect.stringContaining("remove 'Metadata'"),
		});
		expect(tenant.sandbox.requests).toEqual([]);
	},
);

describe('what an expression does not find', () => {
	const before = { badge: 7, hr: { desk: 'A1', floor: 2 } };
	beforeEach(() => {
		tenant.mary.metadata = { ...before };
	});

	it.each([
		['={{ { badge: $json.cell } }}', 'badge'],
		['={"badge": "{{ $json.cell }}"}', 'badge'],
		['={{ { n: 1, badge: "  " } }}', 'badge'],
		['={{ { hr: { desk: $json.cell, floor: 3 } } }}', 'hr.desk'],
		['={{ { hr: { desk: $json.none, floor: 3 } } }}', 'hr.desk'],
		['={{ { list: [1, $json.none] } }}', 'list.1'],
		['={{ { list: [{ desk: $json.cell }] } }}', 'list.0.desk'],
	])('clears nothing that another system keeps there: %s', async (metadata, where) => {
		await expect(tenant.json(update(metadata), [{ cell: '' }])).rejects.toMatchObject({
			message: `'${where}' in 'Metadata' is empty`,
			description: expect.stringContaining("check that the expression in 'Metadata' returns one"),
		});
		expect(tenant.sandbox.requests).toEqual([]);
		expect(tenant.mary.metadata).toEqual(before);
	});

	it.each([
		['={{ { badge: $json.cell || undefined, n: 1 } }}', { ...before, n: 1 }],
		['={{ { badge: $json.cell || null } }}', { ...before, badge: null }],
		['={{ { hr: { desk: null } } }}', { ...before, hr: { desk: null } }],
		['={{ { tags: ["a", $json.cell] } }}', { ...before, tags: ['a', ''] }],
		['{"badge": "", "hr": {"desk": ""}}', { badge: '', hr: { desk: '' } }],
	])('is left as it is, or cleared, where somebody says so: %s', async (metadata, after) => {
		await tenant.json(update(metadata), [{ cell: '' }]);
		expect(tenant.mary.metadata).toEqual(after);
	});
});

it('what is there comes out to the last digit', async () => {
	const body = `{"id":"${String(tenant.mary.id)}","metadata":{"badge":9007199254740993}}`;
	tenant.sandbox.rewriteAnswer = (answer) => ({ ...answer, body });
	const get = { resource: 'candidate', operation: 'get', candidateId: chosen(tenant.mary.id) };
	expect(await tenant.json(get)).toMatchObject([{ metadata: { badge: '9007199254740993' } }]);
});

it.each([
	['a list', '[1]'],
	['half a document', '{"badge": 7'],
	['nothing', '={{ $json.nothing }}'],
	['a text', 'badge'],
	['null', 'null'],
	['a number', '={{ 7 }}'],
	['a function', '={{ { then: () => 1 } }}'],
	['no end of nesting', `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`],
])('%s is not sent', async (_, metadata) => {
	await expect(tenant.json(update(metadata))).rejects.toMatchObject({
		message: expect.stringMatching(/^'Metadata' (is|has) /),
	});
	expect(tenant.sandbox.requests).toEqual([]);
});

it('a description that is a number with lost digits is no text', async () => {
	const change = {
		...{ resource: 'job', operation: 'update', jobId: chosen(tenant.job.id) },
		updateFields: { description: '={{ 9007199254740993 }}' },
	};
	await expect(tenant.json(change)).rejects.toThrow("'Description' is not a text");
	expect(tenant.sandbox.requests).toEqual([]);
});
