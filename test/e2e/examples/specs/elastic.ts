/** The audit log goes to Elasticsearch. */
import type { Example } from '../example';
import { describeAuditLogDelivery, reasonOfStop } from './auditLog';

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
	test('an event that Elasticsearch refuses stops the execution with its reason', async () => {
		const { elastic, sandbox } = environment();
		elastic.refuse = ({ event }) =>
			event.action === 'REFUSED_BY_MAPPING' ? 'failed to parse field' : undefined;
		await sandbox.addEvents([{ action: 'REFUSED_BY_MAPPING' }]);
		expect(await reasonOfStop(example)).toMatch(
			/Elasticsearch refused 1 of \d+ audit events.*failed to parse field/,
		);
	});
}
