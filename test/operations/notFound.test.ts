import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byEmail, byId } from './tenant';
import { chosen, openHiringTenant, type HiringTenant } from './hiring/tenant';

/**
 * "Not found" is believed where PeopleLens says it of the record, in JSON, or shows a list without
 * them. What anything else between n8n and PeopleLens says of an address never counts for that: a
 * workflow may create or remove something on the strength of it.
 */

let tenant: HiringTenant;
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

const options = { ifNotFound: 'continue' };

const ASKED: Record<string, INodeParameters> = {
	'candidate get': {
		resource: 'candidate',
		operation: 'get',
		candidateId: chosen('can-x'),
		options,
	},
	'candidate delete': {
		...{ resource: 'candidate', operation: 'delete', candidateId: chosen('can-x'), options },
		deleteForGood: true,
	},
	'user get': { resource: 'user', operation: 'get', userId: byId('usr-x'), options },
	'user deactivate': { resource: 'user', operation: 'deactivate', userId: byId('usr-x'), options },
};

/** Whatever is asked for is answered so. */
function answerAll(status: number, contentType: string, body: string) {
	tenant.sandbox.rewriteAnswer = (answer) => ({
		...answer,
		...{ status, body, headers: { ...answer.headers, 'content-type': contentType } },
	});
}

const JSON_TYPE = 'application/json';

const ELSEWHERE: Array<[string, string, string]> = [
	['a proxy', 'text/plain', 'default backend - 404'],
	['Go', 'text/plain', '404 page not found'],
	['nothing said', 'text/plain', ''],
	['a word in JSON', JSON_TYPE, '"Not Found"'],
	['a list', JSON_TYPE, '["Not Found"]'],
	['an empty object', JSON_TYPE, '{}'],
	['an object that says nothing', JSON_TYPE, '{"status":404}'],
	['Kong', JSON_TYPE, '{"message":"no Route matched with those values"}'],
	['Express', JSON_TYPE, '{"message":"Cannot GET /api/v1/candidates/can-x","error":"Not Found"}'],
	[
		'Fastify',
		JSON_TYPE,
		'{"message":"Route GET:/x not found","error":"Not Found","statusCode":404}',
	],
	['an unknown path', JSON_TYPE, '{"error":"Unknown endpoint"}'],
	['a service', JSON_TYPE, '{"error":{"message":"The requested URL was not found on the server"}}'],
	['Spring', JSON_TYPE, '{"status":404,"detail":"No static resource v1/candidates/can-x."}'],
	['an unknown tenant', JSON_TYPE, '{"message":"Tenant not found"}'],
];

describe.each(Object.keys(ASKED))('%s', (name) => {
	it.each(ELSEWHERE)('goes not on after a 404 of %s', async (_, contentType, body) => {
		answerAll(404, contentType, body);
		await expect(tenant.json(ASKED[name])).rejects.toMatchObject({
			httpCode: '404',
			message: expect.stringMatching(/'(can|usr)-x'.*'Base URL'/),
		});
	});

	it.each([
		'{"message":"Candidate not found"}',
		'{"error":"Not Found"}',
		'{"error":{"code":"E404","message":"There is no such record"}}',
		'{"errors":[{"message":"not found"}]}',
		'{"detail":"Not found."}',
		'{"message":"Resource not found"}',
		'{"message":"Account not found"}',
		'{"status":404,"title":"Not Found"}',
	])('goes on after 404 with %s', async (body) => {
		answerAll(404, JSON_TYPE, body);
		const [item] = await tenant.json(ASKED[name]);
		expect(item.found ?? item.deactivated).toBe(false);
	});

	it('goes not on where the list of the address is a page', async () => {
		answerAll(404, 'text/html', '<html><title>Not found</title></html>');
		await expect(tenant.json(ASKED[name])).rejects.toThrow('web page');
	});
});

it('goes on where the list of users has nobody with that email', async () => {
	const get = (more: IDataObject) => ({
		...{ resource: 'user', operation: 'get', userId: byEmail('nobody@acme.com') },
		options: more as INodeParameters,
	});
	expect(await tenant.json(get(options))).toEqual([{ found: false, email: 'nobody@acme.com' }]);
	answerAll(404, 'text/plain', 'default backend - 404');
	await expect(tenant.json(get(options))).rejects.toThrow('There is no PeopleLens API');
});
