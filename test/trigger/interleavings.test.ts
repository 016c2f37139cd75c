/** Orders of things that test/model has found, with the real node and a real server. */
import type { IDataObject } from 'n8n-workflow';

import { delay } from '../support/node';
import { openTenant } from './watch';
import type { OpenTenant } from './watch';

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

const happen = (...ids: string[]) => tenant.sandbox.tenant.addEvents(ids.map((id) => ({ id })));

/** The workflow is activated while PeopleLens is down: what n8n has saved then. */
async function activateInOutage(): Promise<object> {
	tenant.sandbox.inject({ type: 'status', status: 503, retryAfterSeconds: 3600 });
	const trigger = tenant.activate();
	expect(await trigger.check()).toBeNull();
	return trigger.staticData();
}

type Watch = ReturnType<OpenTenant['activate']>;

/** The second check begins while PeopleLens has yet to answer the first. */
async function overlapping(first: Watch, second: Watch): Promise<void> {
	const checking = first.check();
	while (tenant.sandbox.requests.length === 0) await delay(5);
	const beside = second.check();
	await checking;
	await beside;
}

it.each(['init', 'leadershipChange', 'update'] as const)(
	'an event that happens after an activation in an outage is delivered, although n8n begins again (%s) before the first answer',
	async (activation) => {
		const staticData = JSON.parse(JSON.stringify(await activateInOutage()));
		happen('a');
		const trigger = tenant.activate({}, { activation, staticData });
		await trigger.check();
		expect(await trigger.check()).toEqual(['a']);
	},
);

it('a person who activates the workflow again after an outage gets what happens from then on', async () => {
	const staticData = JSON.parse(JSON.stringify(await activateInOutage()));
	happen('a');
	const trigger = tenant.activate({}, { activation: 'activate', staticData });
	await trigger.check();
	happen('b');
	expect(await trigger.check()).toEqual(['b']);
});

it('a check that began before the activation was over does not begin anew after it', async () => {
	// As on the durable scheduler: an activation and the first regular check, each on its own data.
	const activation = tenant.activate();
	const regular = tenant.activate({}, { budgetMs: 36_000 });
	tenant.sandbox.behaviour.latencyMs = 60;
	await overlapping(activation, regular);
	expect(regular.staticData()).toEqual({ 'node:PeopleLens Trigger': {}, global: {} });
});

it('a check that began before the activation had failed does not begin after it', async () => {
	const activation = tenant.activate();
	const regular = tenant.activate({}, { budgetMs: 36_000 });
	tenant.sandbox.inject({ type: 'status', status: 503, retryAfterSeconds: 3600 });
	tenant.sandbox.behaviour.latencyMs = 60;
	await overlapping(activation, regular);
	const { 'node:PeopleLens Trigger': node } = regular.staticData();
	expect(node).toEqual({});
});

it('an activation notes where to begin even if a regular check was faster, which n8n may still give up', async () => {
	const activation = tenant.activate();
	const regular = tenant.activate({}, { budgetMs: 36_000 });
	tenant.sandbox.behaviour.latencyMs = 300;
	const first = activation.check();
	while (tenant.sandbox.requests.length === 0) await delay(5);
	tenant.sandbox.behaviour.latencyMs = 0;
	await regular.check();
	await first;
	const saved = activation.staticData();
	happen('a');
	const trigger = tenant.activate({}, { budgetMs: 36_000, staticData: saved });
	expect(await trigger.check()).toEqual(['a']);
});

it('a check that runs while the node is renamed delivers nothing that the new one delivers', async () => {
	const trigger = tenant.activate();
	await trigger.check();
	const saved = JSON.stringify(trigger.staticData());
	happen('a');
	tenant.sandbox.behaviour.latencyMs = 60;
	const running = trigger.check();
	while (tenant.sandbox.requests.length < 2) await delay(5);
	const renamed = tenant.activate({}, { activation: 'update', staticData: JSON.parse(saved) });
	renamed.node.name = 'Renamed';
	const both = await Promise.all([running, renamed.check()]);
	const later = await renamed.check();
	expect([...both, later].filter((ids) => ids !== null)).toEqual([['a']]);
});

describe('a workflow that has been edited', () => {
	const NAME = 'PeopleLens Trigger';
	const published = (staticData: object) =>
		tenant.activate({}, { activation: 'update', staticData: staticData as IDataObject });

	async function watched(): Promise<object> {
		const trigger = tenant.activate();
		await trigger.check();
		return trigger.staticData();
	}

	/** The trigger has got another name, and a new one its old name. n8n hands both the same data. */
	function renamedAndAdded(staticData: object) {
		const [renamed, added] = [published(staticData), published(staticData)];
		const renamedNode = { ...renamed.node, name: 'Renamed' };
		const addedNode = { ...added.node, id: 'node-2' };
		for (const { workflow } of [renamed, added]) {
			Object.assign(workflow.nodes, { [NAME]: addedNode, Renamed: renamedNode });
		}
		Object.assign(renamed.node, renamedNode);
		Object.assign(added.node, addedNode);
		return { renamed, added };
	}

	it.each(['one after the other', 'the other way round', 'at the same time'])(
		'goes on with the renamed trigger, and begins with one that was added under the old name, checked %s',
		async (order) => {
			const staticData = await watched();
			happen('before');
			const { renamed, added } = renamedAndAdded(staticData);
			const check = {
				renamed: async () => expect(await renamed.check()).toEqual(['before']),
				added: async () => expect(await added.check()).toBeNull(),
			};
			if (order === 'one after the other') await check.renamed();
			if (order === 'at the same time') await Promise.all([check.added(), check.renamed()]);
			else await check.added();
			if (order === 'the other way round') await check.renamed();
			happen('after');
			expect(await added.check()).toEqual(['after']);
			expect(await renamed.check()).toEqual(['after']);
		},
	);

	it('begins anew as a duplicate, with whose memory n8n has copied it', async () => {
		const duplicate = published(await watched());
		duplicate.workflow.id = 'workflow-2';
		duplicate.node.id = 'node-2';
		happen('before');
		expect(await duplicate.check()).toBeNull();
		happen('after');
		expect(await duplicate.check()).toEqual(['after']);
	});
});
