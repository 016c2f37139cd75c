/** Candidates are deleted: some are reported by webhook, some in the audit log, some by both. */
import { randomUUID } from '../../harness/node';
import { eventually } from '../../harness/eventually';
import { NEXT_POLL, WEBHOOK_SECRET } from '../environment';
import type { Example } from '../example';
import type { WorkflowContent } from '../../harness/workflow';
import { connect, createNode } from '../../harness/workflow';
import { describeBulkDeletion } from './bulkDeletion';
import { HOSTILE_NAME, HOSTILE_NAME_IN_SLACK } from './hostileName';

/** Well below the time to the next poll, on a machine that does other things as well. */
const INSTANT = { timeout: 30_000 };

const deletion = (entityId: string) => ({
	action: 'CANDIDATE_DELETED',
	entity_type: 'candidate',
	entity_id: entityId,
});

export function describeInstantAndComplete(example: Example): void {
	const { environment, inAdvance } = example;
	const about = (id: string) =>
		environment().slack.messages.filter(
			({ channel, text }) => channel === '#hiring' && text.includes(id),
		);

	const sent = inAdvance(async ({ n8n, publish, instantTenant }, workflow) => {
		await publish(workflow);
		const { webhookId } = workflow.nodes.find(({ name }) => name === 'Sent by PeopleLens') ?? {};
		const url = `${n8n.url}/webhook/${webhookId}/webhook`;
		await instantTenant.setUpWebhooks({ url, secret: WEBHOOK_SECRET });
		const report = async (id: string) => {
			const data = { candidate_id: id };
			return await instantTenant.sendWebhook({ kind: 'candidate.deleted', data });
		};
		const deliveries = [...(await report('can-8001')), ...(await report('can-8002'))];
		deliveries.push(...(await report(HOSTILE_NAME)));
		await eventually('the reports by webhook', () => about('can-8002').length > 0, INSTANT);
		// The log tells of the first one as well, and of one whose webhook never came.
		await instantTenant.addEvents([deletion('can-8001'), deletion('can-8003')]);
		return deliveries;
	});

	test('a webhook is reported within moments, without waiting for a check', async () => {
		expect((await sent()).map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(about('can-8001')).toHaveLength(1);
	});
	test('an ID from outside calls nobody, is no link and makes no line of its own', async () => {
		await sent();
		await eventually('that report', () => about('evil.example').length > 0, INSTANT);
		expect(about('evil.example')[0].text).toMatch(`The candidate ${HOSTILE_NAME_IN_SLACK}`);
	});
	test('what no webhook has told comes from the audit log', async () => {
		await sent();
		await eventually('the report from the log', () => about('can-8003').length > 0, NEXT_POLL);
		expect(about('can-8003')).toHaveLength(1);
	});
	test('what both have told is reported once', () => {
		expect(about('can-8001')).toHaveLength(1);
		expect(about('can-8002')).toHaveLength(1);
	});
	describeFullHistory(example);
	describeBulkDeletion(example, {
		tenant: () => environment().instantTenant,
		channel: '#hiring',
		begun: sent,
	});
}

const HISTORY_SIZE = 5;

/** What remembers and what forgets, with room for few, and a candidate from elsewhere. */
function withSmallHistory({ name, nodes }: WorkflowContent): WorkflowContent {
	const [memory, clock, forget] = [
		'Leave out the second report',
		'Every Sunday',
		'Forget what was reported',
	].map((wanted) => {
		const node = nodes.find((one) => one.name === wanted);
		if (!node) throw new Error(`There is no "${wanted}"`);
		return structuredClone(node);
	});
	memory.parameters.options = { ...Object(memory.parameters.options), historySize: HISTORY_SIZE };
	const start = createNode({ name: 'Deleted', type: 'n8n-nodes-base.manualTrigger' });
	const candidate = createNode({
		name: 'A candidate',
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		parameters: {
			mode: 'raw',
			jsonOutput: '={{ { candidateId: "can-" + $execution.id } }}',
			options: {},
		},
	});
	return {
		name: `${name}, little room`,
		nodes: [start, candidate, memory, clock, forget].map((node) => ({ ...node, id: randomUUID() })),
		connections: connect([
			{ from: start.name, to: candidate.name },
			{ from: candidate.name, to: memory.name },
			{ from: clock.name, to: forget.name },
		]),
		settings: { executionOrder: 'v1' },
	};
}

/** n8n's *Remove Duplicates* drops nothing by itself: full, it fails, and would do so for good. */
function describeFullHistory({ environment, workflow, inAdvance }: Example): void {
	const placed = inAdvance(
		async ({ rest }) => await rest.workflows.create(withSmallHistory(await workflow())),
	);
	const run = async (trigger: string) => {
		const { rest } = environment();
		return await rest.executions.wait(await rest.workflows.run((await placed()).id, trigger));
	};
	const report = async () => (await run('Deleted')).status;
	const inTurn = async (times: number) => {
		const statuses: string[] = [];
		for (let time = 0; time < times; time++) statuses.push(await report());
		return statuses;
	};

	test('a full history fails until the clock empties it, and then takes as many again', async () => {
		const fitting = Array.from({ length: HISTORY_SIZE }, () => 'success');
		expect(await inTurn(HISTORY_SIZE + 1)).toEqual([...fitting, 'error']);
		expect((await run('Every Sunday')).status).toBe('success');
		expect(await inTurn(HISTORY_SIZE + 1)).toEqual([...fitting, 'error']);
	}, 180_000);
	test('reports at the same moment all pass, also when nothing is remembered yet', async () => {
		expect((await run('Every Sunday')).status).toBe('success');
		const statuses = await Promise.all(Array.from({ length: HISTORY_SIZE }, report));
		expect(new Set(statuses)).toEqual(new Set(['success']));
	}, 180_000);
}
