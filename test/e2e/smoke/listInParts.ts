/**
 * A sync takes what it gets as the whole list of people. Where n8n runs it several times, each time with
 * a part of the list, those of the other parts would lose their access.
 */
import { outputOf } from '../harness/n8n/execution';
import { runNode } from '../harness/n8n/runNode';
import { CREDENTIAL_TYPE, NODE_TYPES } from '../harness/nodeTypes';
import { chainOf, createWorkflow, pin, type Link, type NewNode } from '../harness/workflow';
import type { Opened } from './opened';

const START: NewNode = { name: 'Start', type: NODE_TYPES.manualTrigger };
const noOp = (name: string): NewNode => ({ name, type: NODE_TYPES.noOp });

const ifBelow = (count: number): NewNode => ({
	name: 'If',
	type: NODE_TYPES.if,
	parameters: {
		conditions: { number: [{ value1: '={{ $itemIndex }}', operation: 'smaller', value2: count }] },
	},
});
const LOOP: NewNode = {
	name: 'Loop',
	type: NODE_TYPES.loopOverItems,
	typeVersion: 3,
	parameters: { batchSize: 5 },
};
const MERGE: NewNode = {
	...{ name: 'Merge', type: NODE_TYPES.merge, typeVersion: 2 },
	parameters: { mode: 'append' },
};
const DONE = 0;
const ROUND = 1;

interface Wiring {
	nodes: NewNode[];
	links: Link[];
}
const chain = (...names: string[]) => chainOf(names.map((name) => ({ name })));

const IN_PARTS: Record<string, Wiring> = {
	'both outputs of an If': {
		nodes: [ifBelow(5)],
		links: [...chain('Start', 'If', 'Sync'), { from: 'If', output: 1, to: 'Sync' }],
	},
	'both outputs of an If, by another node': {
		nodes: [ifBelow(5), noOp('Meet')],
		links: [...chain('Start', 'If', 'Meet', 'Sync'), { from: 'If', output: 1, to: 'Meet' }],
	},
	'two nodes': {
		nodes: [noOp('One'), noOp('Other')],
		links: [...chain('Start', 'One', 'Sync'), ...chain('Start', 'Other', 'Sync')],
	},
	'a loop around it': {
		nodes: [LOOP],
		links: [
			...chain('Start', 'Loop'),
			{ from: 'Loop', output: ROUND, to: 'Sync' },
			...chain('Sync', 'Loop'),
		],
	},
	'a loop beside it': {
		nodes: [LOOP, noOp('Back')],
		links: [
			...chain('Start', 'Loop'),
			...[
				{ from: 'Loop', output: ROUND, to: 'Sync' },
				{ from: 'Loop', output: ROUND, to: 'Back' },
			],
			...chain('Back', 'Loop'),
		],
	},
};

const WHOLE: Record<string, Wiring> = {
	'one node': { nodes: [noOp('One')], links: chain('Start', 'One', 'Sync') },
	'an If that lets all through': {
		nodes: [ifBelow(1_000_000)],
		links: [...chain('Start', 'If', 'Sync'), { from: 'If', output: 1, to: 'Sync' }],
	},
	'a Merge of both outputs of an If': {
		nodes: [ifBelow(5), MERGE],
		links: [
			...chain('Start', 'If', 'Merge', 'Sync'),
			{ from: 'If', output: 1, to: 'Merge', input: 1 },
		],
	},
	'the end of a loop': {
		nodes: [LOOP, noOp('Back')],
		links: [
			...chain('Start', 'Loop'),
			...[
				{ from: 'Loop', output: ROUND, to: 'Back' },
				{ from: 'Loop', output: DONE, to: 'Sync' },
			],
			...chain('Back', 'Loop'),
		],
	},
};

export function describeListInParts(opened: Opened): void {
	/** Everybody, so that nobody has to go, handed on by other nodes to a sync that deactivates. */
	async function sync({ nodes, links }: Wiring) {
		const { rest, credential } = opened();
		const credentials = { [CREDENTIAL_TYPE]: credential };
		const list = { resource: 'user', operation: 'getAll', returnAll: true };
		const { items } = await runNode(rest, {
			...{ type: NODE_TYPES.peopleLens, parameters: list, credentials },
		});
		const syncNode: NewNode = {
			...{ name: 'Sync', type: NODE_TYPES.peopleLens, credentials },
			parameters: {
				...{ resource: 'user', operation: 'sync', mode: 'apply', people: 'input' },
				...{ createMissing: false, deactivateExtra: true, options: { maxDeactivations: 1000 } },
			},
		};
		const { id } = await rest.workflows.create(
			createWorkflow({
				...{ name: 'Sync', nodes: [START, ...nodes, syncNode], links },
				pinData: pin('Start', items),
			}),
		);
		const execution = await rest.executions.wait(await rest.workflows.run(id, 'Start'));
		return { items, execution };
	}

	test.each(Object.keys(IN_PARTS))('a list that comes in parts is refused: %s', async (name) => {
		const { execution } = await sync(IN_PARTS[name]);
		expect(execution.data.resultData.error?.message).toMatch(
			/: the people (may )?come in parts\. /,
		);
	});

	test.each(Object.keys(WHOLE))('a list that comes whole is taken: %s', async (name) => {
		const { items, execution } = await sync(WHOLE[name]);
		expect(execution.data.resultData.error).toBeUndefined();
		const rows = outputOf(execution, 'Sync');
		expect(rows.map(({ action }) => action)).toEqual(items.map(() => 'none'));
	});
}
