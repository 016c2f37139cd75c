/** A bad day at PeopleLens, in n8n, and on the way between them, in a few minutes. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { filesHolding } from '../lib/leaks.mjs';
import { say } from '../lib/output.mjs';
import { DAY } from './day.mjs';
import { createFeed, everyTenSeconds } from './feed.mjs';
import { closeBooks } from './report.mjs';
import { openStage, stageFolder } from './stage.mjs';
import { expectArrival, startBurst } from './steps.mjs';
import { assertWords } from './words.mjs';

const NAME = 'fault-day';

/** @param {import('../test-host.mjs').Setting} setting */
export async function run({ host, tarball, check }) {
	const dnsGone = join(stageFolder(NAME), 'dns-gone');
	const preload = fileURLToPath(new URL('dnsGone.cjs', import.meta.url));
	const env = {
		NODE_OPTIONS: `--require "${preload}"`,
		PEOPLELENS_DNS_GONE: dnsGone,
		// The more n8n writes down, the better for finding a key in it.
		N8N_LOG_LEVEL: 'debug',
	};
	const stage = await openStage({ name: NAME, host, tarball, env, hostname: 'localhost' });
	const credential = await stage.addCredential('Rotated key', stage.keys.first);
	Object.assign(stage, { dnsGone, credential });
	const minute = await createFeed(stage, { name: 'once a minute', credential });
	const often = await createFeed(stage, {
		name: 'every 10 s',
		credential,
		pollTimes: everyTenSeconds(),
	});
	const feeds = [minute, often];
	for (const feed of feeds) await feed.begin();

	// Some events also become visible only a while after they happened.
	await stage.sandbox.behave({ visibilityDelay: { share: 0.1, maxMs: 25_000 } });
	const stop = startBurst(stage, { count: 2, every: 1000 });
	for (const { what, seconds, begin, end } of DAY) {
		await check(`${what}, and the workflows are still published`, async () => {
			await begin(stage);
			await sleep(seconds * 1000);
			for (const feed of feeds) assert.equal((await feed.status()).status, 'published');
			await end?.(stage);
		});
	}
	await stop();
	await check('in the evening everything has arrived', () => expectArrival(feeds));
	say(`        ${await hits(stage)}`);

	const failures = (await Promise.all(feeds.map((feed) => feed.tally()))).flatMap(
		(tally) => tally.failures,
	);
	await check(`each of ${failures.length} failed checks says what happened and what to do`, () => {
		for (const failure of failures) assertWords(failure);
		const messages = [...new Set(failures.map(({ message }) => message))];
		say(...messages.map((message) => `        "${message}"`));
	});
	const rows = await closeBooks(check, 'fault day', feeds);
	await stage.close();
	await check("no API key is anywhere in n8n's database and logs", () =>
		assert.deepEqual(filesHolding(stage.folder, Object.values(stage.keys)), []),
	);
	return rows;
}

/** What n8n was answered on this day. */
async function hits({ sandbox }) {
	const counts = new Map();
	for (const { status, fault } of (await sandbox.requests()).data) {
		const outcome = fault && fault !== 'status' ? fault : (status ?? 'none');
		counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
	}
	const parts = [...counts].map(([outcome, count]) => `${outcome} × ${count}`);
	return `Requests by outcome: ${parts.join(', ')}`;
}
