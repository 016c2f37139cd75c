import type { IDataObject } from 'n8n-workflow';

import { openTenant } from './watch';
import type { OpenTenant } from './watch';

/**
 * n8n 2.41 publishes only those triggers anew that were changed: each publication works on static data
 * of its own, and a trigger that starts an execution writes its own over those of all others.
 */
let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

const happen = (...ids: string[]) => tenant.sandbox.tenant.addEvents(ids.map((id) => ({ id })));

const NODES = { Logins: 'node-1', Deleted: 'node-2' };
type Name = keyof typeof NODES;

/** A trigger that n8n has begun to check, with the static data that it has read from its database. */
function published(name: Name, workflowId: string, saved: object = {}, activation = 'update') {
	const staticData = JSON.parse(JSON.stringify(saved)) as IDataObject;
	const trigger = tenant.activate({}, { activation: activation as 'update', staticData });
	const { workflow, node } = trigger;
	workflow.id = workflowId;
	Object.assign(node, { name, id: NODES[name] });
	const all = Object.entries(NODES).map(([other, id]) => [other, { ...node, name: other, id }]);
	workflow.nodes = { ...Object.fromEntries(all), [name]: node };
	return trigger;
}

let workflows = 0;

/** One trigger is published, and later the other one is added. */
async function publishedApart() {
	const id = `apart-${++workflows}`;
	const logins = published('Logins', id);
	await logins.check();
	const deleted = published('Deleted', id, logins.staticData());
	await deleted.check();
	return { id, logins, deleted };
}

describe.each<[string, Name]>([
	['the one that was published first', 'Logins'],
	['the one that was added', 'Deleted'],
])('when n8n is started again and what %s had kept was written last', (_, last) => {
	it.each<Name>(['Logins', 'Deleted'])('%s goes on from where it was', async (name) => {
		const { id, logins, deleted } = await publishedApart();
		happen('before');
		expect(await logins.check()).toEqual(['before']);
		expect(await deleted.check()).toEqual(['before']);
		const saved = (last === 'Logins' ? logins : deleted).staticData();
		happen('while n8n was down');
		const again = published(name, id, saved, 'init');
		expect(await again.check()).toEqual(['while n8n was down']);
		happen('after');
		expect(await again.check()).toEqual(['after']);
	});
});

it.each<Name>(['Logins', 'Deleted'])(
	'two that check at the same time keep what both have delivered, whichever is written last: %s',
	async (last) => {
		const { id, ...triggers } = await publishedApart();
		happen('before');
		tenant.sandbox.behaviour.latencyMs = 20;
		await Promise.all([triggers.logins.check(), triggers.deleted.check()]);
		const saved = (last === 'Logins' ? triggers.logins : triggers.deleted).staticData();
		for (const name of ['Logins', 'Deleted'] as const) {
			expect(await published(name, id, saved, 'init').check()).toBeNull();
		}
	},
);

it('a trigger that was activated in an outage still begins at that moment', async () => {
	const id = `apart-${++workflows}`;
	const logins = published('Logins', id);
	await logins.check();
	tenant.sandbox.inject({ type: 'status', status: 503, retryAfterSeconds: 3600 });
	const deleted = published('Deleted', id, logins.staticData());
	expect(await deleted.check()).toBeNull();
	happen('soon after');
	expect(await logins.check()).toEqual(['soon after']);
	const again = published('Deleted', id, logins.staticData(), 'init');
	await again.check();
	expect(await again.check()).toEqual(['soon after']);
});

it('what one trigger keeps is none of another workflow', async () => {
	const { logins } = await publishedApart();
	const stranger = published('Deleted', `apart-${++workflows}`);
	await stranger.check();
	const before = stranger.staticData();
	happen('a');
	await logins.check();
	expect(stranger.staticData()).toEqual(before);
});
