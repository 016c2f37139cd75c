/** The scheduler that n8n uses up to version 2.44, through everything that happens to it. */
import { createFeed, everyTenSeconds } from './feed.mjs';
import { closeBooks } from './report.mjs';
import { openStage } from './stage.mjs';
import * as steps from './steps.mjs';

/** @param {import('../test-host.mjs').Setting} setting */
export async function run({ host, tarball, check }) {
	const stage = await openStage({ name: 'legacy', host, tarball });
	const first = await stage.addCredential('First key', stage.keys.first);
	const other = await stage.addCredential('Steady key', stage.keys.steady);
	const often = { pollTimes: everyTenSeconds() };
	const minute = await createFeed(stage, { name: 'once a minute', credential: other });
	const busy = await createFeed(stage, { name: 'key changes', credential: first, ...often });
	const paused = await createFeed(stage, { name: 'deactivated', credential: other, ...often });
	const renamed = await createFeed(stage, { name: 'renamed', credential: other, ...often });
	const feeds = [minute, busy, paused, renamed];
	const quick = [busy, paused, renamed];

	await check('workflows with the trigger are activated', async () => {
		for (const feed of feeds) await feed.begin();
	});
	await check('events that happen arrive', async () => {
		await stage.makeEvents(40);
		await steps.expectArrival(quick);
	});
	await check('n8n killed in the middle of a burst, twice', async () => {
		// In the middle of a check. At its end, n8n writes cursor and execution one after the other:
		// what is killed in between is lost with this scheduler.
		await steps.killInBurst(stage, 4000, [100, 100]);
		await steps.expectArrival(quick);
	});
	await check('checks that take longer than the time between two of them', () =>
		steps.overlapChecks(stage, quick),
	);
	await check('the key revoked and restored', async () => {
		await steps.revokeKey(stage, busy);
		await steps.expectArrival(quick);
	});
	await check('another key put into the credential', async () => {
		await steps.rotateKey(stage, busy, first);
		await steps.expectArrival(quick);
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
		await steps.expectArrival(quick);
	});
	await check('n8n started while PeopleLens is down', async () => {
		await steps.startWhileDown(stage, feeds);
		await steps.expectArrival(quick);
	});
	await check('activated for the first time while PeopleLens answers 503', async () => {
		const options = { name: 'begun at 503', credential: other, ...often };
		const late = await steps.publishWhileDown(stage, options);
		feeds.push(Object.assign(late, { mayBeginEarly: true }));
		await steps.expectArrival([late]);
	});
	await check('a wrong key refuses the activation with words', () =>
		steps.publishWithWrongKey(stage),
	);
	await check("by n8n's older way of activating, too", async () => {
		await stage.n8n.kill();
		await stage.makeEvents(10);
		await stage.start({ N8N_USE_WORKFLOW_PUBLICATION_SERVICE: 'false' });
		await steps.publishWithWrongKey(stage);
		const options = { name: 'begun at 503, older way', credential: other, ...often };
		const late = await steps.publishWhileDown(stage, options);
		feeds.push(Object.assign(late, { mayBeginEarly: true }));
		await steps.expectArrival(feeds);
	});
	const rows = await closeBooks(check, 'legacy', feeds);
	await stage.close();
	return rows;
}
