import { PollContext } from 'n8n-core';
import { NodeConnectionTypes, Workflow } from 'n8n-workflow';
import type { IDataObject, INode } from 'n8n-workflow';

import { PeopleLensTrigger } from '../../nodes/PeopleLens/PeopleLensTrigger.node';
import { createHost } from '../support/n8n';
import { delay } from '../support/node';
import { openTenant } from './watch';
import type { OpenTenant } from './watch';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => {
	jest.restoreAllMocks();
	await tenant.stop();
});

const happen = (...ids: unknown[]) =>
	tenant.sandbox.tenant.addEvents(
		ids.map((id) => ({ id, created_at: new Date().toISOString() }) as object),
	);

type Active = ReturnType<OpenTenant['activate']>;

/** What n8n's log gets from now on. */
function logOf({ context }: Active): string[] {
	const lines: string[] = [];
	jest.spyOn(context.logger, 'warn').mockImplementation((text) => void lines.push(text));
	return lines;
}

async function started(options: Parameters<OpenTenant['activate']>[1] = {}, parameters = {}) {
	happen('old');
	const trigger = tenant.activate(parameters, options);
	await trigger.check();
	return trigger;
}

describe('a Date header that is wrong', () => {
	it.each([6 * MINUTE, HOUR, 26 * HOUR, 26_000 * DAY, -HOUR, -20_000 * DAY])(
		'in one answer, by %i ms, loses no event, and n8n’s log tells of it once',
		async (wrong) => {
			const trigger = await started();
			const log = logOf(trigger);
			tenant.sandbox.behaviour.dateHeaderOffsetMs = wrong;
			expect(await trigger.check()).toBeNull();
			expect(await trigger.check()).toBeNull();
			tenant.sandbox.behaviour.dateHeaderOffsetMs = 0;
			for (const id of ['a', 'b', 'c']) {
				happen(id);
				expect(await trigger.check()).toEqual([id]);
			}
			const place = wrong > 0 ? 'behind' : 'ahead of';
			expect(log).toEqual([expect.stringContaining(`${place} the time that PeopleLens states`)]);
		},
	);
});

describe('what the trigger remembers', () => {
	const breakState = (staticData: IDataObject, change: (state: IDataObject) => void) => {
		for (const data of Object.values(staticData)) {
			for (const copies of Object.values(data as IDataObject)) {
				for (const copy of copies as IDataObject[]) change(copy.state as IDataObject);
			}
		}
		return staticData;
	};

	it.each<[string, (state: IDataObject) => void, string]>([
		['a broken memory', (state) => (state.seen = { not: 'a memory' }), 'cannot be read, except'],
		['a memory of 3 MB', (state) => (state.seen = 'x'.repeat(3e6)), 'cannot be read, except'],
		['a later version', (state) => (state.version = 3), 'written by a later version'],
	])(
		'%s: nothing is lost, and n8n’s log says why some may come twice',
		async (_, change, words) => {
			const trigger = await started();
			happen('a');
			expect(await trigger.check()).toEqual(['a']);
			const staticData = breakState(trigger.staticData(), change);
			const next = tenant.activate({}, { staticData });
			const log = logOf(next);
			happen('b');
			expect(await next.check()).toContain('b');
			expect(log).toEqual([expect.stringContaining(words)]);
			happen('c');
			expect(await next.check()).toEqual(['c']);
			expect(log).toHaveLength(1);
		},
	);

	it.each([9e15, 'soon', null])(
		'without a usable watermark (%p) starts afresh, and n8n’s log says so',
		async (watermark) => {
			const trigger = await started();
			const staticData = breakState(trigger.staticData(), (state) => (state.watermark = watermark));
			const next = tenant.activate({}, { staticData });
			const log = logOf(next);
			expect(await next.check()).toBeNull();
			expect(log).toEqual([expect.stringContaining('so it starts afresh')]);
			happen('b');
			expect(await next.check()).toEqual(['b']);
		},
	);

	it('of another tenant is not used, and n8n’s log says so', async () => {
		const trigger = await started();
		const other = await openTenant();
		try {
			const moved = other.activate({}, { staticData: trigger.staticData() });
			const log = logOf(moved);
			expect(await moved.check()).toBeNull();
			expect(await moved.check()).toBeNull();
			expect(log).toEqual([
				`This trigger watched ${tenant.sandbox.url}, and now starts afresh at ${other.sandbox.url}, as when it was activated for the first time, even if it watched ${other.sandbox.url} before.`,
			]);
		} finally {
			await other.stop();
		}
	});

	it('is the same tenant’s when the address is only spelled in another way', async () => {
		const trigger = await started();
		happen('a');
		const baseUrl = tenant.sandbox.url.replace('127.0.0.1', 'localhost');
		const credentials = { baseUrl, apiKey: tenant.sandbox.apiKey };
		const next = tenant.activate({}, { staticData: trigger.staticData(), credentials });
		expect(await next.check()).toEqual(['a']);
	});

	it('is not written by checks that find nothing new', async () => {
		const trigger = await started();
		happen('a');
		await trigger.check();
		// `Date` knows whole seconds only: until the next one, the event seems to lie ahead of it.
		await delay(1100);
		for (let n = 0; n < 3; n++) await trigger.check();
		const before = JSON.stringify(trigger.staticData());
		const { staticData } = trigger.workflow;
		Object.defineProperty(staticData, '__dataChanged', { value: false, writable: true });
		for (let n = 0; n < 5; n++) expect(await trigger.check()).toBeNull();
		expect(Reflect.get(staticData, '__dataChanged')).toBe(false);
		expect(JSON.stringify(trigger.staticData())).toBe(before);
	});
});

it('a Start Date in the future is waited for', async () => {
	const startDate = new Date(Date.now() + HOUR).toISOString();
	const trigger = await started({}, { startFrom: 'date', startDate });
	happen('too-early');
	expect(await trigger.check()).toBeNull();
	const now = Date.now.bind(Date);
	jest.spyOn(Date, 'now').mockImplementation(() => now() + 2 * HOUR);
	tenant.sandbox.tenant.addEvents([
		{ id: 'in-time', created_at: new Date(Date.now()).toISOString() },
	]);
	expect(await trigger.check()).toEqual(['in-time']);
});

it.each(['newest', 'oldest'] as const)(
	'a total of 2147483647 and offsets refused behind the end stop nothing, listed %s first',
	async (sortOrder) => {
		const trigger = await started();
		tenant.sandbox.behaviour.sortOrder = sortOrder;
		tenant.sandbox.rewriteAnswer = (answer, { query }) => {
			const body = JSON.parse(answer.body) as { data: unknown[]; pagination: object };
			if (body.data.length === 0 && Number(query.offset) > 0) {
				return { ...answer, status: 416, body: '{"message":"Offset too large"}' };
			}
			const pagination = { ...body.pagination, total: 2_147_483_647 };
			return { ...answer, body: JSON.stringify({ ...body, pagination }) };
		};
		const ids = Array.from({ length: 700 }, (_, n) => `e${n}`);
		happen(...ids);
		expect(new Set(await trigger.check())).toEqual(new Set(ids));
		expect(await trigger.check()).toBeNull();
	},
);

it('rows of any shape come once, and stop nothing', async () => {
	const trigger = await started();
	const deep = JSON.parse('['.repeat(3000) + ']'.repeat(3000)) as unknown;
	const rows: unknown[] = [
		{ id: { toString: 1 }, created_at: new Date().toISOString(), entity_type: 5 },
		{ id: ['a'], created_at: Date.now(), action: 7 },
		{ id: null, created_at: 'yesterday', details: deep },
		{ created_at: new Date().toISOString().replace('T', ' ').replace('Z', '+00') },
		null,
		'x',
		[],
	];
	tenant.sandbox.rewriteAnswer = (answer) => {
		const body = JSON.parse(answer.body) as { data: unknown[] };
		return { ...answer, body: JSON.stringify({ ...body, data: [...rows, ...body.data] }) };
	};
	happen('whole');
	expect(await trigger.check()).toHaveLength(rows.length + 1);
	happen('next');
	expect(await trigger.check()).toEqual(['next']);
});

it('a page of more than 250,000 entries is read in parts', async () => {
	const trigger = await started();
	const ids = Array.from({ length: 100 }, (_, n) => `e${n}`);
	tenant.sandbox.tenant.addEvents(
		ids.map((id, n) => ({
			id,
			created_at: new Date(Date.now() - 100 + n).toISOString(),
			details: { list: new Array(3000).fill(0) },
		})),
	);
	tenant.sandbox.requests.length = 0;
	expect(await trigger.check()).toEqual(ids);
	expect(tenant.sandbox.requests.length).toBeLessThanOrEqual(5);
	expect(await trigger.check()).toBeNull();
}, 60_000);

it('two triggers with the same node ID, in a workflow made by hand, each get every event', async () => {
	const nodeType = new PeopleLensTrigger();
	const credentials = { baseUrl: tenant.sandbox.url, apiKey: tenant.sandbox.apiKey };
	const { node, additionalData, workflow: template } = createHost(nodeType, { credentials });
	const names = ['Audit', 'Alarm'];
	const nodes = names.map((name): INode => ({ ...node, name }));
	const end = { ...node, id: 'end', name: 'End' };
	const workflow = new Workflow({
		id: 'workflow-1',
		nodes: [...nodes, end],
		connections: Object.fromEntries(
			names.map((name) => [
				name,
				{ main: [[{ node: 'End', type: NodeConnectionTypes.Main, index: 0 }]] },
			]),
		),
		active: true,
		nodeTypes: template.nodeTypes,
	});
	const contexts = nodes.map(
		(each) => new PollContext(workflow, each, additionalData, 'trigger', 'activate'),
	);
	const checks = async () => {
		const got: unknown[] = [];
		for (const context of contexts) {
			const output = await nodeType.poll.call(context);
			got.push(output?.[0].map(({ json }) => json.id) ?? null);
		}
		return got;
	};
	happen('old');
	expect(await checks()).toEqual([null, null]);
	for (const id of ['a', 'b', 'c', 'd']) {
		happen(id);
		expect(await checks()).toEqual([[id], [id]]);
	}
});
