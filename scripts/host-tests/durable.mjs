/** The scheduler that n8n uses from version 2.45 on: each check is a task in the database. */
import assert from 'node:assert/strict';
import { query } from './database.mjs';
import { createFeed } from './feed.mjs';
import { closeBooks } from './report.mjs';
import { openStage } from './stage.mjs';
import * as steps from './steps.mjs';

/** All four are needed: without the first, n8n warns and stays with the other scheduler. */
export const DURABLE = {
	N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'true',
	N8N_SCHEDULER_ENABLED: 'true',
	N8N_SCHEDULER_POLL_TRIGGERS_ENABLED: 'true',
	N8N_POLLER_DURABLE_CURSORS_ENABLED: 'true',
};

/** @param {import('../test-host.mjs').Setting} setting */
export async function run({ host, tarball, check }) {
	const stage = await openStage({ name: 'durable', host, tarball, env: DURABLE });
	const first = await stage.addCredential('First key', stage.keys.first);
	const other = await stage.addCredential('Steady key', stage.keys.steady);
	const steady = await createFeed(stage, { name: 'undisturbed', credential: other });
	const busy = await createFeed(stage, { name: 'key changes', credential: first });
	const paused = await createFeed(stage, { name: 'deactivated', credential: other });
	const renamed = await createFeed(stage, { name: 'renamed', credential: other });
	const feeds = [steady, busy, paused, renamed];

	await check('workflows with the trigger are activated', async () => {
		for (const feed of feeds) await feed.begin();
	});
	await check('events between the activation and the first check arrive', async () => {
		await stage.makeEvents(40);
		await steps.expectArrival(feeds);
		const cursors = await query(stage, 'SELECT * FROM poller_state');
		assert.equal(cursors.length, feeds.length, 'the other scheduler is at work');
	});
	await check('n8n killed in a burst, in the middle and at the end of checks', async () => {
		await steps.killInBurst(stage, 400, [100, 450, 1500]);
		await steps.expectArrival(feeds);
	});
	await check('the key revoked; restored and the workflow activated again', async () => {
		await steps.revokeKey(stage, busy);
		// n8n waits half an hour after a key was refused; activating again ends that.
		await activateAgain(busy);
		await steps.expectArrival([busy]);
	});
	await check('another key put into the credential and the workflow activated again', async () => {
		await steps.rotateKey(stage, busy, first);
		await activateAgain(busy);
	});
	await check('deactivated and activated again, events in between', async () => {
		await paused.unpublish();
		await stage.makeEvents(15);
		await paused.publish();
		await stage.makeEvents(15);
	});
	await check('the node renamed while events come', async () => {
		const stop = steps.startBurst(stage);
		await renamed.rename('Audit events');
		await stop();
		await steps.expectArrival(feeds);
	});
	await check('n8n started while PeopleLens is down', async () => {
		await steps.startWhileDown(stage, feeds);
		await steps.expectArrival(feeds);
	});
	await check('activated for the first time while PeopleLens answers 503', async () => {
		const options = { name: 'begun at 503', credential: other };
		const late = await steps.publishWhileDown(stage, options);
		feeds.push(Object.assign(late, { mayBeginEarly: true }));
	});
	await check('a wrong key refuses the activation with words', () =>
		steps.publishWithWrongKey(stage),
	);
	await steps.expectArrival(feeds);
	const rows = await closeBooks(check, 'durable', feeds);
	await stage.close();
	return rows;
}

async function activateAgain(feed) {
	await feed.unpublish();
	const { status, refusal } = await feed.publish();
	assert.equal(status, 'published', refusal);
}
