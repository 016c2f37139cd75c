/** The audit log goes to Splunk, which is busy at first. */
import assert from 'node:assert/strict';
import { deliverAuditLog } from './auditLog.mjs';

export async function splunk(check, stage, workflow) {
	const stored = () => stage.splunk.events.map(({ event }) => event);
	stage.splunk.busy = 1;
	const events = await deliverAuditLog(check, stage, workflow, { name: 'Splunk', stored });

	await check('each carries its own time and all its fields', () => {
		const [event] = events;
		const sent = stage.splunk.events.find(({ event: { id } }) => id === event.id);
		assert.equal(sent.time * 1000, Date.parse(event.created_at));
		assert.equal(sent.sourcetype, 'peoplelens:audit');
		assert.deepEqual(sent.event.details, event.details);
	});
	await check('it was busy at first, and nothing was lost', () => {
		assert.equal(stage.splunk.busy, 0);
	});
}
