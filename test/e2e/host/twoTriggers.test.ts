/**
 * Two triggers in one workflow, on n8n's classic scheduler. What was published at different times works
 * on static data of its own, and whoever starts an execution writes them over those of the other.
 */
import { eventually } from '../harness/eventually';
import { outputOf } from '../harness/n8n/execution';
import { publishOrFail } from '../harness/n8n/publication';
import { packedPackage } from '../harness/package';
import { CREDENTIAL_TYPE, NODE_TYPES } from '../harness/nodeTypes';
import { createNode, createWorkflow } from '../harness/workflow';
import type { CredentialReference, WorkflowContent } from '../harness/workflow';
import { openHostEnvironment, type HostEnvironment } from './environment';
import { everyTenSeconds } from './watchedWorkflow';

type Name = 'Logins' | 'Deleted' | 'Renamed';

let environment: HostEnvironment;
let credential: CredentialReference;
let id: string;
let workflow: Pick<WorkflowContent, 'nodes' | 'connections'>;

beforeAll(async () => {
	const tarball = await packedPackage('host');
	environment = await openHostEnvironment({ name: 'two-triggers', tarball });
	credential = await environment.addCredential('First key', environment.keys.first);
});
afterAll(() => environment?.stop());

/** The workflow with a trigger for each name, all of which lead to the same work. */
function workflowWith(...triggers: Array<{ name: Name; id?: string; offset: number }>) {
	const work = createNode({ name: 'Work', type: NODE_TYPES.noOp });
	const nodes = triggers.map(({ offset, ...node }) =>
		createNode({
			...{ ...node, type: NODE_TYPES.peopleLensTrigger },
			parameters: { pollTimes: { item: everyTenSeconds(offset) } },
			credentials: { [CREDENTIAL_TYPE]: credential },
		}),
	);
	const links = nodes.map(({ name }) => ({ from: name, to: work.name }));
	return createWorkflow({ name: 'Two triggers', nodes: [...nodes, work], links });
}

async function publish(changed: Pick<WorkflowContent, 'nodes' | 'connections'>): Promise<void> {
	workflow = changed;
	const { nodes, connections } = changed;
	await environment.rest.workflows.update(id, { nodes, connections });
	await publishOrFail(environment.rest, id);
}

/** The IDs of the events that a trigger has started executions with: several are of one moment. */
async function eventsOf(name: Name): Promise<string[]> {
	const { executions } = environment.rest;
	const summaries = (await executions.listAll({ workflowId: id })).reverse();
	const found: string[] = [];
	for (const summary of summaries) {
		const output = outputOf(await executions.get(summary.id), name);
		found.push(...output.map((event) => String(event.id)));
	}
	return found.sort();
}

/** Waits until the triggers have delivered what was made from a place in the list on. */
async function delivered(expected: Partial<Record<Name, number>>): Promise<void> {
	for (const [name, from] of Object.entries(expected) as Array<[Name, number]>) {
		const all = environment.made.slice(from).sort();
		const hasAll = async () => (await eventsOf(name)).length >= all.length;
		await eventually(`all events from '${name}'`, hasAll, { timeout: 120_000, interval: 1000 });
		expect(await eventsOf(name)).toEqual(all);
	}
}

test('a trigger is added to a published workflow, and both go on after n8n was started again', async () => {
	const first = workflowWith({ name: 'Logins', offset: 0 });
	({ id } = await environment.rest.workflows.create(first));
	await publishOrFail(environment.rest, id);
	await environment.makeEvents(3);
	await delivered({ Logins: 0 });

	const [logins] = first.nodes;
	await publish(
		workflowWith({ name: 'Logins', id: logins.id, offset: 0 }, { name: 'Deleted', offset: 5 }),
	);
	await environment.makeEvents(3);
	await delivered({ Logins: 0, Deleted: 3 });
	await environment.n8n.kill();
	await environment.makeEvents(3);
	await environment.start();
	await delivered({ Logins: 0, Deleted: 3 });
});

test('one is renamed while another is added under its old name', async () => {
	const [logins, deleted] = workflow.nodes;
	const before = environment.made.length;
	await publish(
		workflowWith(
			{ name: 'Renamed', id: logins.id, offset: 0 },
			{ name: 'Logins', offset: 3 },
			{ name: 'Deleted', id: deleted.id, offset: 5 },
		),
	);
	await environment.makeEvents(3);
	await delivered({ Renamed: before, Deleted: 3 });
	await environment.n8n.kill();
	await environment.makeEvents(3);
	await environment.start();
	await delivered({ Renamed: before, Deleted: 3 });
	// The new one begins when it is published, and goes on where the one before it has left its name.
	expect(await eventsOf('Logins')).toEqual([...environment.made].sort());
});
