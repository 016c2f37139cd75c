import type {
	INodeExecutionData,
	INodeParameters,
	IRun,
	IRunData,
	ISourceData,
} from 'n8n-workflow';

import { PeopleLens } from '../../../nodes/PeopleLens/PeopleLens.node';
import { findPartialList } from '../../../nodes/PeopleLens/operations/user/sync/partialList';
import { executeContext, executeStep, outputOf } from '../../support/run';
import type { RunOptions } from '../../support/run';
import { openTenant } from '../tenant';
import type { OpenTenant } from '../tenant';

/**
 * A sync takes what it gets as the whole list. Where n8n hands over the list in parts, the people of
 * the other parts would lose their access.
 */
const SYNC = {
	...{ resource: 'user', operation: 'sync', mode: 'apply', people: 'input' },
	deactivateExtra: true,
};
const LIST = ['grace', 'ada'].map((name) => ({ email: `${name}@acme.com`, firstName: name }));

let tenant: OpenTenant;
beforeEach(async () => {
	tenant = await openTenant();
});
afterEach(async () => await tenant.stop());

const run = async (options: Partial<RunOptions>, parameters: INodeParameters = SYNC) =>
	await tenant.runInEngine(parameters, { input: LIST, ...options });

const messageOf = ({ data }: IRun) => data.resultData.error?.message;
const alan = () => tenant.sandbox.tenant.people.get('usr-alan')?.state;

const PARTS: Array<[string, Partial<RunOptions>, string]> = [
	[
		'two branches lead to it',
		{ wiring: { Input: ['HR', 'Contractors'], HR: ['PeopleLens'], Contractors: ['PeopleLens'] } },
		"'Contractors' has yet to run, and leads to this node as well: the people may come in parts",
	],
	[
		'two branches meet before it',
		{
			wiring: {
				Input: ['HR', 'Contractors'],
				...{ HR: ['Meet'], Contractors: ['Meet'], Meet: ['PeopleLens'] },
			},
		},
		"'Contractors' has yet to run, and leads to this node as well: the people may come in parts",
	],
	[
		'one branch is short and another one long',
		{ wiring: { Input: ['PeopleLens', 'Contractors'], Contractors: ['PeopleLens'] } },
		"'Contractors' has yet to run, and leads to this node as well: the people may come in parts",
	],
	[
		'both outputs of one node lead to it',
		{ wiring: { Input: ['If'], If: ['PeopleLens', 'PeopleLens'] } },
		'n8n is to run this node once more, with other items: the people come in parts',
	],
	[
		'both outputs of one node lead to the node before it',
		{ wiring: { Input: ['If'], If: ['Meet', 'Meet'], Meet: ['PeopleLens'] } },
		"'Meet' has yet to run, and leads to this node as well: the people may come in parts",
	],
	[
		'it is in a loop',
		{ wiring: { Input: ['Batches'], Batches: ['PeopleLens'], PeopleLens: ['Batches'] } },
		'This node is in a loop: the people may come in parts',
	],
	[
		'each round of a loop leads to it',
		{ wiring: { Input: ['Batches'], Batches: ['PeopleLens', 'Back'], Back: ['Batches'] } },
		"'Back' has yet to run, and leads to this node as well: the people may come in parts",
	],
	[
		'it runs once for the first item',
		{ settings: { executeOnce: true } },
		"'Execute Once' is on in the settings of this node: it sees the first item only",
	],
];

describe.each(PARTS)('a sync that deactivates, when %s', (_name, options, reason) => {
	it('is refused before any request', async () => {
		expect(messageOf(await run(options))).toBe(
			`${reason}. With 'Deactivate Extra', everybody else would lose their access. So this run has changed nothing.`,
		);
		expect(tenant.sandbox.requests).toEqual([]);
	});

	it('still shows in a preview who is meant, and that Apply would change nothing', async () => {
		const preview = await run(options, { ...SYNC, mode: 'preview' });
		const [{ hints }] = preview.data.resultData.runData.PeopleLens;
		const told = hints?.map(({ message }) => message);
		expect(told).toContain(`${reason}, so Apply would change nothing.`);
		const lines = outputOf(preview) ?? [];
		const taken = lines.filter(({ action }) => action === 'deactivate');
		expect(taken.map(({ status }) => status)).toContain('skipped');
		expect(taken.map(({ status }) => status)).not.toContain('planned');
	});

	it('goes on where it deactivates nobody', async () => {
		const { data } = await run(options, { ...SYNC, deactivateExtra: false });
		expect(data.resultData.runData.PeopleLens[0].error).toBeUndefined();
		expect(alan()).toBe('active');
	});
});

describe('a step that is executed by itself in the editor, after a preview of all', () => {
	const step = async (wiring: Record<string, string[]>, changed: string[] = []) => {
		const options = { credentials: tenant.credentials, input: LIST, wiring };
		const preview = await run(options, { ...SYNC, mode: 'preview' });
		const applied = { ...options, parameters: SYNC, changed };
		return await executeStep(new PeopleLens(), preview, applied);
	};

	it.each<[string, Record<string, string[]>, string[]]>([
		['right before it', { Meet: ['PeopleLens'] }, []],
		['further up', { Meet: ['Filter'], Filter: ['PeopleLens'] }, ['Filter']],
	])(
		'is refused where a node %s has run twice: n8n hands over one of the runs',
		async (_name, rest, changed) => {
			const branches = { Input: ['HR', 'Contractors'], HR: ['Meet'], Contractors: ['Meet'] };
			expect(messageOf(await step({ ...branches, ...rest }, changed))).toMatch(
				/^'Meet' has run 2 times, and n8n hands over one of them: the people come in parts\. With/,
			);
			expect(alan()).toBe('active');
		},
	);

	it('goes on where each node before it has run once', async () => {
		await step({ Input: ['HR'], HR: ['PeopleLens'] });
		expect(alan()).toBe('deactivated');
	});
});

describe('by what the nodes on the way have given, the list is', () => {
	const items = [{ json: {} }];
	const ran = (data: INodeExecutionData[][], ...source: ISourceData[]) => ({
		...{ startTime: 0, executionTime: 0, executionIndex: 0, source, data: { main: data } },
	});

	function found(runData: IRunData, previousNode: string, previousNodeOutput = 0) {
		const context = executeContext(new PeopleLens(), {});
		Object.assign(context.runExecutionData.resultData.runData, runData);
		const source = { main: [{ previousNode, previousNodeOutput }] };
		Object.assign(context.getExecuteData(), { source });
		return findPartialList(context);
	}

	const round = { previousNode: 'Body' };
	const LOOP = {
		Loop: [
			ran([[], items], { previousNode: 'Input' }),
			ran([[], items], round),
			ran([items, []], round),
		],
		Body: [1, 2].map(() => ran([items], { previousNode: 'Loop', previousNodeOutput: 1 })),
	};

	it('whole behind a loop that has come to its end', () => {
		expect(found(LOOP, 'Loop')).toBeUndefined();
	});

	it('a part in each round of the loop', () => {
		expect(found(LOOP, 'Loop', 1)?.reason).toMatch(/^'Loop' has run 2 times/);
	});

	const failed = [{ json: { error: 'Department 7 did not answer' } }];

	it.each<[string, IRunData]>([
		['the node before it', { HR: [ran([items, failed])] }],
		[
			'one further up',
			{ Departments: [ran([items, failed])], HR: [ran([items], { previousNode: 'Departments' })] },
		],
	])('not whole where %s has failed for some items, which went another way', (_, runData) => {
		expect(found(runData, 'HR')).toEqual({
			reason: expect.stringMatching(/^'(HR|Departments)' has failed for 1 of its items/),
			fix: expect.stringContaining("'Stop Workflow'"),
		});
	});

	it('whole where others went another way without having failed', () => {
		const elsewhere = [{ json: { email: 'guest@acme.com' } }];
		expect(found({ HR: [ran([items, elsewhere])] }, 'HR')).toBeUndefined();
	});
});

it('a run after another one in the same execution is refused', async () => {
	const context = executeContext(new PeopleLens(), {});
	Object.assign(context, { runIndex: 1 });
	expect(findPartialList(context)?.reason).toMatch(/^This is run 2 of this node in one execution/);
});

describe('a sync that deactivates goes on', () => {
	const WHOLE: Array<[string, Partial<RunOptions>]> = [
		['with one node before it', {}],
		[
			'with a second branch that another trigger starts',
			{
				wiring: {
					...{ Input: ['HR'], HR: ['PeopleLens'] },
					...{ 'Test Trigger': ['Test People'], 'Test People': ['PeopleLens'] },
				},
			},
		],
		['with a Merge', { wiring: { Input: ['HR'], HR: ['Merge'], Merge: ['PeopleLens'] } }],
	];
	it.each(WHOLE)('%s', async (_name, options) => {
		await run(options);
		expect(alan()).toBe('deactivated');
	});
});

it('an n8n that does not tell what it will run is asked which nodes lead here', () => {
	const found = (wiring: Record<string, string[]>) => {
		const context = executeContext(new PeopleLens(), { wiring });
		Object.assign(context, { runExecutionData: {} });
		return findPartialList(context)?.reason;
	};
	expect(found({ Input: ['HR'], HR: ['Filter'], Filter: ['PeopleLens'] })).toBeUndefined();
	expect(
		found({ Input: ['HR', 'Contractors'], HR: ['PeopleLens'], Contractors: ['PeopleLens'] }),
	).toBe("'Contractors' and 'HR' lead to this node: the people may come in parts");
});
