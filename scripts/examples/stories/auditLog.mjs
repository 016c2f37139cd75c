/** What the workflows that keep the audit log somewhere have in common. */
import assert from 'node:assert/strict';
import { eventually } from '../../lib/eventually.mjs';
import { NEXT_CHECK_MS } from '../stage.mjs';

const EVENTS = 230;

/**
 * Lets events happen while the workflow is active, then tests its first step by hand, as people do:
 * that brings events which were delivered before.
 * @param {object} place
 * @param {string} place.name such as Splunk
 * @param {() => { id: string }[]} place.stored what is kept there now
 */
export async function deliverAuditLog(check, stage, workflow, { name, stored }) {
	const { rest, sandbox } = stage;
	await stage.activate(workflow);
	const events = await sandbox.addEvents(EVENTS, { spreadMs: 5_000 });

	const copies = () => {
		const ids = stored().map(({ id }) => id);
		return events.map(({ id }) => ids.filter((stored) => stored === id).length);
	};
	await check(`every event is in ${name} once`, async () => {
		const arrived = () => copies().every((count) => count > 0);
		await eventually(`${EVENTS} events in ${name}`, arrived, NEXT_CHECK_MS);
		assert.deepEqual(new Set(copies()), new Set([1]));
	});
	await check(`an event that comes again is not in ${name} twice`, async () => {
		const fetched = await rest.executions.wait(
			await rest.workflows.run(workflow.id, 'New audit events'),
		);
		assert.equal(fetched.status, 'success');
		const ids = stored().map(({ id }) => id);
		assert.equal(new Set(ids).size, ids.length);
	});
	return events;
}

/** Waits for an execution of an active workflow that stopped. @returns {Promise<string>} why */
export async function reasonOfStop({ rest }, { id: workflowId }) {
	const [{ id }] = await eventually(
		'an execution that stopped',
		async () => {
			const stopped = await rest.executions.list({ workflowId, status: ['error'] });
			return stopped.length > 0 && stopped;
		},
		NEXT_CHECK_MS,
	);
	return (await rest.executions.get(id)).data.resultData.error.message;
}
