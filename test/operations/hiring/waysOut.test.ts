import type { INodeParameters } from 'n8n-workflow';

import { byEmail, byId } from '../tenant';
import { chosen, openHiringTenant, type HiringTenant } from './tenant';

/** What a message says to do must be possible in the panel. */

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

const links = (candidateId: unknown) =>
	({ resource: 'interview', operation: 'getBookingLinks', candidateId }) as INodeParameters;
const download = (documentId: string): INodeParameters => ({
	...{ resource: 'document', operation: 'download', candidateId: chosen('can-1'), documentId },
});
const scorecard = (planId: string): INodeParameters => ({
	...{ resource: 'interview', operation: 'getScorecard', planId },
});
const schedule = (more: INodeParameters): INodeParameters => ({
	...{ resource: 'interview', operation: 'schedule', planId: 'plan-1', stepId: 'step-1' },
	...{ interviewerId: byEmail('ada@acme.com'), startTime: '2126-07-01T09:00:00Z', ...more },
});

it.each([
	[
		'Candidate',
		links(chosen('={{ $json.none }}')),
		'For the links of everybody, leave it empty, without an expression.',
	],
	[
		'Candidate',
		links('={{ $json.none }}'),
		'For the links of everybody, leave it empty, without an expression.',
	],
	[
		'Document ID',
		download('={{ $json.none }}'),
		'For all documents of the candidate, leave it empty, without an expression.',
	],
])('a field that can’t be removed is not to be removed: %s', async (name, parameters, wayOut) => {
	await expect(tenant.json(parameters)).rejects.toMatchObject({
		message: `'${name}' is empty`,
		description: `Enter a value, or check that the expression in '${name}' returns one. ${wayOut}`,
	});
	expect(tenant.sandbox.requests).toEqual([]);
});

it.each([
	['Interview Plan ID', scorecard('plan-1 ')],
	['Interview Plan ID', schedule({ planId: 'plan-1 ' })],
	['Step ID', schedule({ stepId: 'plan-1 ' })],
	['Document ID', download('plan-1 ')],
])('an ID without a list is not to be chosen from one: %s', async (name, parameters) => {
	await expect(tenant.json(parameters)).rejects.toMatchObject({
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
	const interviewerId = {
		...byId('usr-ada'),
		mode: 'list',
		cachedResultName: 'Ada (ada@acme.com)',
	};
	await expect(tenant.json(schedule({ interviewerId }))).rejects.toThrow("check 'Interviewer'.");
});
