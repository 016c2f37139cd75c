/** The oldest n8n that the package supports, and the newest that can be installed. */
import assert from 'node:assert/strict';
import { installHost } from '../host/install.mjs';
import { smoke } from '../smoke.mjs';
import { createFeed, everyTenSeconds } from './feed.mjs';
import { closeBooks } from './report.mjs';
import { openStage } from './stage.mjs';
import * as steps from './steps.mjs';

/** The first n8n-workflow with NodeConnectionTypes, which n8n's rules ask nodes to use, is 1.83. */
const OLDEST = '1.85.4';

/** @param {import('../test-host.mjs').Setting} setting */
export async function run({ host: newest, tarball, check }) {
	const oldest = await installHost(OLDEST);
	for (const host of [oldest, newest]) {
		const named = (what, verify) => check(`n8n ${host.version}: ${what}`, verify);
		await smoke({ host, tarball, check: named });
	}
	return await triggerOn(oldest, tarball, (what, verify) =>
		check(`n8n ${OLDEST}: ${what}`, verify),
	);
}

async function triggerOn(host, tarball, check) {
	const stage = await openStage({ name: 'compatibility', host, tarball });
	const credential = await stage.addCredential('First key', stage.keys.first);
	const often = { credential, pollTimes: everyTenSeconds() };
	const feed = await createFeed(stage, { name: 'every 10 s', ...often });
	await check('the trigger starts workflows', async () => {
		assert.equal((await feed.begin()).status, 'published');
		await stage.makeEvents(250);
		await steps.expectArrival([feed]);
	});
	await check('n8n killed in the middle of a burst', async () => {
		await steps.killInBurst(stage, 4000, [100]);
		await steps.expectArrival([feed]);
	});
	await check('the key revoked and restored', async () => {
		await steps.revokeKey(stage, feed);
		await steps.expectArrival([feed]);
	});
	await check('n8n started while PeopleLens is down', async () => {
		await steps.startWhileDown(stage, [feed]);
		await steps.expectArrival([feed]);
	});
	await check('a wrong key refuses the activation with words', () =>
		steps.publishWithWrongKey(stage),
	);
	const rows = await closeBooks(check, `n8n ${host.version}`, [feed]);
	await stage.close();
	return rows;
}
