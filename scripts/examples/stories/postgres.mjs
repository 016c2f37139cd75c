/** The audit log goes into a table. */
import assert from 'node:assert/strict';
import { deliverAuditLog } from './auditLog.mjs';

export async function postgres(check, stage, workflow) {
	const { rest } = stage;
	const stored = () => stage.postgres.query('SELECT * FROM peoplelens_audit_log');
	await check('one click makes the table, and a second one does no harm', async () => {
		for (const attempt of ['first', 'second']) {
			const clicked = await rest.workflows.run(workflow.id, 'Click once');
			assert.equal((await rest.executions.wait(clicked)).status, 'success', attempt);
		}
		assert.deepEqual(stored(), []);
	});
	const events = await deliverAuditLog(check, stage, workflow, { name: 'PostgreSQL', stored });

	await check('a row has all that the event has', () => {
		const event = events.find(({ user_id: userId, entity_id: entityId }) => userId && entityId);
		const row = stored().find(({ id }) => id === event.id);
		for (const field of ['action', 'entity_type', 'entity_id', 'user_id', 'details']) {
			assert.deepEqual(row[field], event[field], field);
		}
		assert.equal(Date.parse(row.created_at), Date.parse(event.created_at));
		assert.match(row.user_email, /@/);
	});
}
