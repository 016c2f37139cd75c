import { NodeApiError, NodeOperationError } from 'n8n-workflow';

import { PeopleLens } from '../../nodes/PeopleLens/PeopleLens.node';
import { runInEngine } from '../support/run';
import { byEmail, byId, openTenant } from './tenant';
import type { OpenTenant } from './tenant';

const get = (userId: string) => ({ resource: 'user', operation: 'get', userId: byId(userId) });

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

/** 100 items, of which every 15th names a user who isn't there: 7 of them. */
const hundred = Array.from({ length: 100 }, (_, index) => ({
	who: index % 15 === 1 ? 'usr-nobody' : 'usr-ada',
}));
const failing = hundred.flatMap(({ who }, index) => (who === 'usr-nobody' ? [index] : []));

it('the node gives 100 items, rightly paired, when 7 of 100 fail and the node is set to continue', async () => {
	const run = await runInEngine(new PeopleLens(), {
		parameters: get('={{ $json.who }}'),
		credentials: tenant.credentials,
		input: hundred,
		onError: 'continueRegularOutput',
	});
	const items = run.data.resultData.runData.PeopleLens[0].data?.main[0] ?? [];
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual(hundred.map((_, item) => ({ item })));
	expect(items.flatMap(({ json }, index) => (json.error ? [index] : []))).toEqual(failing);
	expect(items[1].json).toEqual({
		error: expect.stringContaining("'usr-nobody'"),
		description: expect.stringContaining('PeopleLens says'),
		httpCode: '404',
	});
	expect(items[0].json).toMatchObject({ id: 'usr-ada' });
});

it('the node sends the failed items to the error output, where the workflow has one', async () => {
	const run = await runInEngine(new PeopleLens(), {
		parameters: get('={{ $json.who }}'),
		credentials: tenant.credentials,
		input: hundred,
		onError: 'continueErrorOutput',
	});
	const [done, failed] = run.data.resultData.runData.PeopleLens[0].data?.main ?? [];
	expect([done?.length, failed?.length]).toEqual([93, 7]);
	// n8n merges what the item carried when it came in.
	expect(failed?.[0].json).toEqual({
		who: 'usr-nobody',
		error: expect.stringContaining("'usr-nobody'"),
		description: expect.stringContaining('PeopleLens says'),
		httpCode: '404',
	});
});

it('the node stops at no item whose expression under Options does not resolve, when it is set to continue', async () => {
	const options = { ifNotFound: "={{ $json.who ? 'continue' : $('Nowhere').item.json.id }}" };
	const { items } = await tenant.run(
		{ ...get('={{ $json.who ?? "usr-ada" }}'), options },
		{ input: [{}, { who: 'usr-alan' }], onError: 'continueRegularOutput' },
	);
	expect(items.map(({ json }) => json)).toMatchObject([
		{ error: "Referenced node doesn't exist" },
		{ id: 'usr-alan' },
	]);
});

it('the node stops at the first item that fails, and names it, unless it is set to continue', async () => {
	const run = tenant.run(get('={{ $json.who }}'), { input: hundred });
	await expect(run).rejects.toBeInstanceOf(NodeApiError);
	await expect(run).rejects.toMatchObject({ context: { itemIndex: 1 } });
});

it('the node pairs every audit log of an item with that item', async () => {
	tenant.sandbox.tenant.addEvents([{ action: 'A' }, { action: 'B' }]);
	const { items } = await tenant.run(
		{ resource: 'auditLog', operation: 'getAll', returnAll: true },
		{ input: [{}, {}] },
	);
	expect(items.map(({ pairedItem }) => pairedItem)).toEqual([0, 0, 1, 1].map((item) => ({ item })));
});

it('the node uses each item to fill in its own parameters', async () => {
	const input = [{ who: 'usr-ada' }, { who: 'usr-alan' }];
	const people = await tenant.json(get('={{ $json.who }}'), input);
	expect(people.map(({ first_name }) => first_name)).toEqual(['Ada', 'Alan']);
});

it('the node gives n8n an error with its own words for an expression that does not resolve', async () => {
	const run = tenant.run(get("={{ $('Nowhere').item.json.id }}"));
	await expect(run).rejects.toBeInstanceOf(NodeOperationError);
	await expect(run).rejects.toMatchObject({ message: "Referenced node doesn't exist" });
});

it('the node says so when the workflow asks for an operation that this version does not have', async () => {
	const run = tenant.json({ resource: 'user', operation: 'promote' });
	await expect(run).rejects.toMatchObject({
		message: "This version of the PeopleLens node has no operation 'promote' for 'user'",
	});
});

it('the node stops at once, in the middle of an answer and of many items, when the user presses Stop', async () => {
	const stop = new AbortController();
	tenant.sandbox.behaviour.latencyMs = 2000;
	tenant.sandbox.onRequest = () => stop.abort();
	const started = Date.now();
	await tenant.run(get('usr-ada'), {
		input: hundred,
		signal: stop.signal,
		onError: 'continueRegularOutput',
	});
	// As many as were on their way together.
	expect(tenant.sandbox.requests.length).toBeLessThanOrEqual(5);
	// The whole takes 40 seconds.
	expect(Date.now() - started).toBeLessThan(10_000);
});

it('the node never shows the key: not in items, errors, hints or the stored execution', async () => {
	tenant.sandbox.keys.revoke(tenant.sandbox.apiKey);
	const run = await runInEngine(new PeopleLens(), {
		parameters: get('usr-ada'),
		credentials: tenant.credentials,
	});
	expect(run.data.resultData.error?.message).toContain('did not accept the API key');
	expect(JSON.stringify(run)).not.toContain(tenant.sandbox.apiKey);
});

it.each(['gatekeeperman', 'preexisting'])(
	'the node shows its own words about a user named %s, in which n8n sees the code of a file error',
	async (name) => {
		const run = await runInEngine(new PeopleLens(), {
			parameters: { resource: 'user', operation: 'get', userId: byEmail(`${name}@acme.com`) },
			credentials: tenant.credentials,
		});
		expect(run.data.resultData.error?.message).toBe(
			`No active user has the email '${name}@acme.com'`,
		);
	},
);
