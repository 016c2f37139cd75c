import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';

import { isSameInForm } from '../../../nodes/PeopleLens/domain/sameInForm';
import { chosen, openHiringTenant, type HiringTenant } from './tenant';

/** A good answer to a change, and a record that stays as it was. */

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

const updateCandidate = (updateFields: IDataObject) => ({
	...{ resource: 'candidate', operation: 'update', candidateId: chosen(tenant.mary.id) },
	updateFields: updateFields as Record<string, string>,
});
const updateJob = (updateFields: IDataObject) => ({
	...{ resource: 'job', operation: 'update', jobId: chosen(tenant.job.id) },
	updateFields: updateFields as Record<string, string>,
});

const whenChanging = ({ method }: { method: string }) => ['PATCH', 'PUT'].includes(method);

/** Says yes and does nothing. */
const ignore = (body: unknown) =>
	tenant.sandbox.inject({ type: 'wrongShape', body }, { match: whenChanging });

/** The whole record as it is, as GET answers it. */
const mary = () => ({ ...tenant.mary, job_searches: null });

it.each([
	[{ status: 'hired' }, 'the status active'],
	[{ firstName: 'Maria' }, 'the first name Mary'],
	[{ email: 'm@mail.example' }, 'the email mary@mail.example'],
	[{ externalId: 'HR-7' }, 'no external ID'],
	[{ metadata: '{"badge": 7}' }, 'no badge in the metadata'],
])('a candidate who stays as they are is not called changed: %j', async (fields, shown) => {
	for (const body of [{ success: true }, mary(), { data: mary() }]) {
		ignore(body);
		await expect(tenant.json(updateCandidate(fields))).rejects.toMatchObject({
			message: `PeopleLens took the changes to the candidate '${String(tenant.mary.id)}', but still shows ${shown}`,
			description: 'Open the candidate in PeopleLens to see what is in the way.',
			context: { outcomeUnknown: true },
		});
	}
});

it.each(['ma.ry@mail.example', 'mary+@mail.example', 'mary@ma-il.example'])(
	'an email that stays as it is is not called changed where dots or hyphens alone are new: %s',
	async (email) => {
		ignore(mary());
		await expect(tenant.json(updateCandidate({ email }))).rejects.toThrow(
			'but still shows the email mary@mail.example',
		);
	},
);

it.each([
	[{ status: 'closed' }, 'the status open'],
	[{ title: 'Chief', department: 'Finance' }, 'the title Analyst'],
	[{ department: '' }, 'the department Finance'],
	[{ description: 'All is new' }, 'the description We look for a Analyst.'],
])('a job that stays as it is is not called changed: %j', async (fields, shown) => {
	for (const body of [{ success: true }, { ...tenant.job }]) {
		ignore(body);
		await expect(tenant.json(updateJob(fields))).rejects.toMatchObject({
			message: `PeopleLens took the changes to the job '${String(tenant.job.id)}', but still shows ${shown}`,
		});
	}
});

it('what was there before needs no change', async () => {
	ignore(mary());
	expect(await tenant.json(updateCandidate({ status: 'active' }))).toMatchObject([
		{ status: 'active' },
	]);
	ignore({ ...tenant.job });
	expect(await tenant.json(updateJob({ title: 'Analyst' }))).toMatchObject([{ title: 'Analyst' }]);
});

it('a field that the answer does not tell is believed, without a further request', async () => {
	const [candidate] = await tenant.json(updateCandidate({ externalId: 'HR-7' }));
	expect(candidate).toMatchObject({ id: tenant.mary.id });
	expect(tenant.requests('GET')).toEqual([]);
	expect(tenant.mary.external_id).toBe('HR-7');
});

it('an answer with the record as it was before is looked at again', async () => {
	const before = mary();
	tenant.sandbox.rewriteAnswer = (answer, { method }) =>
		method === 'PATCH' ? { ...answer, body: JSON.stringify(before) } : answer;
	expect(await tenant.json(updateCandidate({ status: 'hired' }))).toMatchObject([
		{ status: 'hired' },
	]);
});

it('where a second look is not allowed, the answer counts', async () => {
	ignore(mary());
	tenant.sandbox.inject(
		{ type: 'status', status: 403 },
		{ match: ({ method }) => method === 'GET', times: Infinity },
	);
	await expect(tenant.json(updateCandidate({ status: 'hired' }))).rejects.toThrow(
		'still shows the status active',
	);
});

it.each<[IDataObject, IDataObject]>([
	[{ email: 'Mary.J@Mail.Example' }, { email: 'mary.j@mail.example' }],
	[{ firstName: ' Mary  Ann ' }, { first_name: 'MARY ANN' }],
	[{ firstName: 'Jose\u0301' }, { first_name: 'Jos\u00e9' }],
	[{ status: 'On hold' }, { status: 'on_hold' }],
	[{ externalId: '00012' }, { external_id: 12 }],
	[{ externalId: '' }, { external_id: null }],
	[
		{ metadata: '{"badge": 7, "since": "2026-03-01"}' },
		{ metadata: { badge: '7', since: '2026-03-01T00:00:00.000Z' } },
	],
	[{ metadata: '{"ok": true, "gone": null}' }, { metadata: { ok: 'true', other: 1 } }],
	[{ metadata: '{"list": [1, {"a": "B"}]}' }, { metadata: { list: ['1', { a: 'b', c: 2 }] } }],
	[{ metadata: '{"since": "1 March 2026"}' }, { metadata: { since: '2026-03-01' } }],
])('what PeopleLens writes in another form is changed: %j', async (fields, shown) => {
	ignore({ id: tenant.mary.id, ...shown });
	expect(await tenant.json(updateCandidate(fields))).toMatchObject([shown]);
});

it('what PeopleLens makes of a text of a job is no reason to doubt', async () => {
	ignore({ ...tenant.job, description: 'Bold', status: 'archived' });
	expect(
		await tenant.json(
			updateJob({ description: '<p><b>B</b>old &amp; more</p>', status: 'closed' }),
		),
	).toMatchObject([{ description: 'Bold' }]);
});

describe('whether two values differ in their form only', () => {
	const json = fc.jsonValue() as fc.Arbitrary<IDataObject['x']>;

	it('a value is the same as itself, and so is its JSON read again', () => {
		fc.assert(
			fc.property(json, (value) => {
				expect(isSameInForm(value, JSON.parse(JSON.stringify(value)))).toBe(true);
			}),
			{ seed: 20261125 },
		);
	});

	it('letters and digits that differ are no form', () => {
		const word = fc.stringMatching(/^[a-z]{1,8}$/);
		fc.assert(
			fc.property(word, word, (one, other) => {
				fc.pre(one !== other);
				const isFlag = (text: string) => ['yes', 'true', 'no', 'false'].includes(text);
				fc.pre(!(isFlag(one) && isFlag(other)));
				expect(isSameInForm(one, other)).toBe(false);
			}),
			{ seed: 20261125 },
		);
	});
});
