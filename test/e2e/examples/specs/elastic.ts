/** The audit log goes to Elasticsearch. */
import { eventually } from '../../harness/eventually';
import { NODE_TYPES } from '../../harness/nodeTypes';
import { NEXT_POLL } from '../environment';
import type { Example } from '../example';
import { describeAuditLogDelivery, reasonOfStop } from './auditLog';

/** The workflow waits half a minute before it sends again. */
const AFTER_A_WAIT = { timeout: NEXT_POLL.timeout + 30_000 };

export function describeElastic(example: Example): void {
	const { environment } = example;
	const stored = () => [...environment().elastic.documents.values()].map(({ event }) => event);
	const events = describeAuditLogDelivery(example, { name: 'Elastic', stored });

	test('documents have the fields of the Elastic Common Schema', async () => {
		const event = (await events()).find((row) => row.user_id && row.entity_id);
		const document = environment().elastic.documents.get(event?.id ?? '');
		expect(document).toMatchObject({
			'@timestamp': event?.created_at,
			event: { action: event?.action, dataset: 'peoplelens.audit' },
			user: { id: event?.user_id, email: expect.stringMatching(/@/) },
		});
		const entity = { type: event?.entity_type, id: event?.entity_id };
		expect(document?.peoplelens.entity).toEqual(entity);
		const original = JSON.parse(document?.event.original ?? '{}');
		expect(original.details).toEqual(event?.details);
	});
	test('an event that Elasticsearch was too busy for is sent again', async () => {
		const { elastic, sandbox, rest } = environment();
		elastic.busy.set('REFUSED_ONCE', 1);
		const [, busy] = await sandbox.addEvents([{ action: 'TAKEN' }, { action: 'REFUSED_ONCE' }]);
		const isStored = () => elastic.documents.has(busy.id);
		await eventually('the event in Elastic', isStored, AFTER_A_WAIT);
		expect(elastic.busy.get('REFUSED_ONCE')).toBe(0);
		const { id: workflowId } = await example.workflow();
		expect(await rest.executions.list({ workflowId, status: ['error'] })).toEqual([]);
	});
	test('an event that Elasticsearch refuses stops the execution with its reason', async () => {
		const { elastic, sandbox } = environment();
		elastic.refuse = ({ event }) =>
			event.action === 'REFUSED_BY_MAPPING' ? 'failed to parse field' : undefined;
		await sandbox.addEvents([{ action: 'REFUSED_BY_MAPPING' }]);
		expect(await reasonOfStop(example)).toMatch(
			/Elasticsearch refused 1 of \d+ audit events.*failed to parse field/,
		);
	});
	test('an Elasticsearch that stays too busy stops the execution with its reason', async () => {
		const { elastic, sandbox, rest, place } = environment();
		elastic.busy.set('REFUSED_ALWAYS', Infinity);
		// As many as a trial of the first step brings.
		await sandbox.addEvents(Array.from({ length: 3 }, () => ({ action: 'REFUSED_ALWAYS' })));
		const { name, nodes, connections, settings } = await example.workflow();
		const impatient = nodes.map((node) =>
			node.type === NODE_TYPES.wait
				? { ...node, parameters: { amount: 1, unit: 'seconds' } }
				: node,
		);
		const { id } = await place({ name, nodes: impatient, connections, settings });
		const execution = await rest.executions.wait(await rest.workflows.run(id, 'New audit events'));
		expect(execution.data.resultData.error?.message).toMatch(/refused 3 of 3 .*queue is full/);
		const sent = execution.data.resultData.runData?.['Send to Elastic'];
		expect(sent).toHaveLength(6);
	});
}
