import { NodeApiError } from 'n8n-workflow';

import type { Fault } from '../../../sandbox';
import { impatient } from '../../hostile/settings';
import { everyNth } from '../../support/node';
import { openHiringTenant, type HiringTenant } from './tenant';
import { OPERATIONS, parametersOf, worksOf } from './works';

/**
 * Faults × operations: what is said, and that nothing is done twice. In the inner loop, each operation
 * meets every third fault, the next one the faults beside them.
 */
const STATUSES = [400, 401, 402, 403, 404, 405, 408, 409, 413, 415, 422, 429, 500, 502, 503, 504];

const BROKEN: Record<string, Fault> = {
	'a page with 200': { type: 'html' },
	'a page with 404': { type: 'status', status: 404, body: 'html' },
	'half an answer': { type: 'truncated' },
	'a connection that ends': { type: 'drop' },
	'a connection that ends when all is done': { type: 'drop', acted: true },
	'a failure when all is done': { type: 'status', status: 500, acted: true },
	'no time left when all is done': { type: 'status', status: 503, acted: true },
	'a redirect': { type: 'redirect', to: 'http://127.0.0.1:9/elsewhere' },
	'a no': { type: 'wrongShape', body: { success: false, error: 'not now' } },
};

/** The request by which each operation does what it is for. */
const METHODS: Record<string, string> = {
	...{ 'candidate:create': 'POST', 'candidate:update': 'PATCH', 'candidate:delete': 'DELETE' },
	...{ 'document:upload': 'POST', 'interview:decide': 'POST', 'interview:schedule': 'POST' },
	...{ 'job:addCandidate': 'POST', 'job:update': 'PUT', 'template:generate': 'POST' },
	...{ 'user:update': 'PATCH' },
};
const methodOf = (name: string) => METHODS[name] ?? 'GET';

let tenant: HiringTenant;
// No fault here is waited out, and a busy machine is no reason to fail.
beforeAll(() => impatient({ timeoutMs: 10_000 }));
beforeEach(async () => {
	tenant = await openHiringTenant();
});
afterEach(async () => await tenant.stop());

async function failureOf(name: string, fault: Fault) {
	const match = ({ method }: { method: string }) => method === methodOf(name);
	tenant.sandbox.inject(fault, { times: Infinity, match });
	const { [name]: work } = worksOf(tenant);
	const run = tenant.run(parametersOf(name, work), { binary: work.binary });
	return await run.then(
		() => undefined,
		(error: Error) => error,
	);
}

describe.each(OPERATIONS)('%s', (name) => {
	const number = OPERATIONS.indexOf(name);

	it.each(everyNth(3, STATUSES, number))('says what happened after %s', async (status) => {
		const message = 'So dummy-api-key-example it is';
		const error = await failureOf(name, { type: 'status', status, message });
		if (name === 'candidate:delete' && status >= 500) {
			// She was looked for, and found.
			return expect(error?.message).toContain('who is still there');
		}
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			httpCode: String(status),
			message: expect.stringMatching(/^\S.{20,}[.)]$/s),
			description: 'PeopleLens says: So *** it is',
		});
		expect(error?.message).not.toMatch(/undefined|null|\[object|request failed|status code/i);
		const isRead = methodOf(name) === 'GET' || methodOf(name) === 'DELETE';
		const sent = tenant.requests(methodOf(name)).length;
		if (status === 429) expect(sent).toBeGreaterThan(1);
		else if (!isRead) expect(sent).toBe(1);
	});

	it.each(everyNth(3, Object.keys(BROKEN), number))('says what happened after %s', async (what) => {
		const error = await failureOf(name, BROKEN[what]);
		const isDone = 'acted' in BROKEN[what] || what === 'half an answer';
		// A deletion is made sure of by looking for the candidate.
		if (name === 'candidate:delete' && isDone) return expect(error).toBeUndefined();

		expect(error?.message).toMatch(/^\S.{20,}/);
		expect(error?.message).not.toMatch(/undefined|\[object|dummy-api-key/);
		if (!['GET', 'DELETE'].includes(methodOf(name))) {
			expect(tenant.requests(methodOf(name))).toHaveLength(1);
			// Nothing comes of suggestions that got lost.
			if (isDone && name !== 'template:generate') expect(error?.message).toContain('may have');
		}
	});

	it('goes on after an item that does not work, and says so', async () => {
		tenant.sandbox.inject({ type: 'status', status: 403 }, { times: Infinity });
		const { [name]: work } = worksOf(tenant);
		const { items } = await tenant.run(parametersOf(name, work), {
			...{ input: [{}, {}], binary: work.binary, onError: 'continueRegularOutput' },
		});
		expect(items).toMatchObject(
			[0, 1].map((item) => ({
				...{ json: { error: expect.stringContaining('not allowed'), httpCode: '403' } },
				pairedItem: { item },
			})),
		);
	});

	it('sends nothing once the user has pressed Stop', async () => {
		const stop = new AbortController();
		stop.abort();
		const { [name]: work } = worksOf(tenant);
		const run = tenant.run(parametersOf(name, work), { binary: work.binary, signal: stop.signal });
		await run.catch(() => undefined);
		expect(tenant.sandbox.requests).toEqual([]);
	});
});
