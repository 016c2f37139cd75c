import type { IDataObject } from 'n8n-workflow';

import { chosen, openHiringTenant, type HiringTenant } from './tenant';

/** An object with `data` in it: whether that is all of the answer, or a part of it. */

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

const candidateId = () => chosen(tenant.mary.id);

async function answered(body: object, ask: IDataObject): Promise<IDataObject[]> {
	tenant.sandbox.inject({ type: 'wrongShape', body });
	return await tenant.json(ask as Parameters<HiringTenant['json']>[0]);
}

const data = { recording: 'r1' };

it.each<[IDataObject, IDataObject]>([
	[{ status: 'completed', completed_at: '2026-03-01', data }, {}],
	[{ status: 'completed', data }, {}],
	[{ stage: 'onsite', data }, {}],
	[{ data: { ...data, status: 'completed' } }, { ...data, status: 'completed' }],
	[{ status: 'success', data: { status: 'completed' } }, { status: 'completed' }],
	[{ success: true, message: 'OK', code: 200, error: null, data }, data],
])('the status of an interview does not get lost beside data: %j', async (body, inside) => {
	const ask = { resource: 'candidate', operation: 'getInterviewStatus' };
	const [status] = await answered(body, { ...ask, candidateId: candidateId() });
	const whole = Object.keys(inside).length > 0 ? inside : body;
	expect(status).toEqual({ candidateId: String(tenant.mary.id), ...whole });
});

it.each<[IDataObject, IDataObject]>([
	[
		{ languages: ['English'], data: { pages: 2 } },
		{ languages: ['English'], data: { pages: 2 } },
	],
	[{ status: 'ok', data: { languages: ['English'] } }, { languages: ['English'] }],
	[{ data: { languages: ['English'] }, meta: { version: 2 } }, { languages: ['English'] }],
])('what was read out of a résumé does not get lost beside data: %j', async (body, resume) => {
	const ask = { resource: 'document', operation: 'getParsed', candidateId: candidateId() };
	expect(await answered(body, ask)).toMatchObject([resume]);
});

it.each<IDataObject>([
	{ assessments: [{ score: 4 }], data: { version: 2 } },
	{ plan_id: 'plan-1', data: { assessments: [{ score: 4 }] } },
	{ success: true, data: { assessments: [{ score: 4 }] } },
])('a scorecard is found beside data and in it: %j', async (body) => {
	const ask = { resource: 'interview', operation: 'getScorecard' };
	const scorecard = await answered(body, { ...ask, planId: String(tenant.plan.id) });
	expect(scorecard).toMatchObject([{ assessments: [{ score: 4 }] }]);
});

it('suggestions for a template do not get lost beside data', async () => {
	const body = { suggestions: { questions: [{}] }, data: { model: 'm' } };
	const ask = { resource: 'template', operation: 'generate', jobDescription: 'A nurse' };
	expect(await answered(body, ask)).toEqual([body]);
});
