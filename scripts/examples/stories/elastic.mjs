/** The audit log goes to Elasticsearch. */
import assert from 'node:assert/strict';
import { deliverAuditLog, reasonOfStop } from './auditLog.mjs';

export async function elastic(check, stage, workflow) {
	const { documents } = stage.elastic;
	const stored = () => [...documents.values()].map((document) => document.event);
	const events = await deliverAuditLog(check, stage, workflow, { name: 'Elastic', stored });

	await check('documents have the fields of the Elastic Common Schema', () => {
		const event = events.find(({ user_id: userId, entity_id: entityId }) => userId && entityId);
		const { user, peoplelens, ...document } = documents.get(event.id);
		assert.equal(document['@timestamp'], event.created_at);
		assert.equal(document.event.action, event.action);
		assert.equal(document.event.dataset, 'peoplelens.audit');
		assert.equal(user.id, event.user_id);
		assert.match(user.email, /@/);
		assert.deepEqual(peoplelens.entity, { type: event.entity_type, id: event.entity_id });
		const original = JSON.parse(document.event.original);
		assert.deepEqual(original.details, event.details);
	});
	await check(
		'an event that Elasticsearch refuses stops the execution with its reason',
		async () => {
			stage.elastic.refuse = (document) =>
				document.event.action === 'REFUSED_BY_MAPPING' ? 'failed to parse field' : undefined;
			await stage.sandbox.addEvents([{ action: 'REFUSED_BY_MAPPING' }]);
			const reason = await reasonOfStop(stage, workflow);
			assert.match(reason, /Elasticsearch refused 1 of \d+ audit events.*failed to parse field/);
		},
	);
}
