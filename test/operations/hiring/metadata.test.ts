import type { INodeParameters } from 'n8n-workflow';

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
