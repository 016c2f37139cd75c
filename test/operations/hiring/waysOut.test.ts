import type { INodeParameters } from 'n8n-workflow';

import { fromList } from '../tenant';
import { download, schedule } from './parameters';
import { chosen, openHiringTenant, type HiringTenant } from './tenant';

/** What a message says to do must be possible in the panel. */

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

const links = (candidateId: unknown) =>
	({ resource: 'interview', operation: 'getBookingLinks', candidateId }) as INodeParameters;
const scorecard = (planId: string): INodeParameters => ({
	...{ resource: 'interview', operation: 'getScorecard', planId },
});
it.each([
	[
		'Candidate',
		() => links(chosen('={{ $json.none }}')),
		'For the links of everybody, leave it empty, without an expression.',
	],
	[
		'Candidate',
		() => links('={{ $json.none }}'),
		'For the links of everybody, leave it empty, without an expression.',
	],
	[
		'Document ID',
		() => download(tenant, { documentId: '={{ $json.none }}' }),
		'For all documents of the candidate, leave it empty, without an expression.',
	],
])('a field that can’t be removed is not to be removed: %s', async (name, parameters, wayOut) => {
	await expect(tenant.json(parameters())).rejects.toMatchObject({
		message: `'${name}' is empty`,
		description: `Enter a value, or check that the expression in '${name}' returns one. ${wayOut}`,
	});
	expect(tenant.sandbox.requests).toEqual([]);
});

it.each([
	['Interview Plan ID', () => scorecard('plan-1 ')],
	['Interview Plan ID', () => schedule(tenant, { planId: 'plan-1 ' })],
	['Step ID', () => schedule(tenant, { stepId: 'plan-1 ' })],
	['Document ID', () => download(tenant, { documentId: 'plan-1 ' })],
])('an ID without a list is not to be chosen from one: %s', async (name, parameters) => {
	await expect(tenant.json(parameters())).rejects.toMatchObject({
		message: `'plan-1' in '${name}' is not an ID`,
		description: `It starts or ends with a space. Copy the ID anew, or check the expression in '${name}'.`,
	});
	expect(tenant.sandbox.requests).toEqual([]);
});

it('an ID that would be another address is refused in the words of the panel', async () => {
	await expect(tenant.json(scorecard('..'))).rejects.toMatchObject({
		message: "'..' in 'Interview Plan ID' is not an interview plan ID",
		description: "Check 'Interview Plan ID', or the expression in it.",
	});
	await expect(
		tenant.json({ resource: 'candidate', operation: 'get', candidateId: chosen('..') }),
	).rejects.toMatchObject({
		message: "'..' in 'Candidate' is not a candidate ID",
		description: "Check 'Candidate', or the expression in it.",
	});
});

it('a web page in place of an interviewer leads to the field that the panel has', async () => {
	tenant.sandbox.rewriteAnswer = (answer) => ({
		...answer,
		...{ status: 404, body: '<html>Oops</html>', headers: { 'content-type': 'text/html' } },
	});
	const interviewerId = fromList('usr-ada', 'Ada (ada@acme.com)');
	await expect(tenant.json(schedule(tenant, { interviewerId }))).rejects.toThrow(
		"check 'Interviewer'.",
	);
});
