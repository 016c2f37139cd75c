/** What happens to a trigger in production, step by step. Each step ends when all has arrived. */
import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { createFeed } from './feed.mjs';
import { assertWords } from './words.mjs';

const LOGS = '/api/v1/audit-logs';

export async function expectArrival(feeds, timeout) {
	const outcomes = await Promise.all(feeds.map((feed) => feed.caughtUp(timeout)));
	const late = feeds.filter((_feed, index) => !outcomes[index]).map(({ name }) => name);
	assert.deepEqual(late, [], 'events have not arrived in these workflows');
}

/** Events without end, some every moment. @returns {() => Promise<void>} ends it */
export function startBurst(stage, { count = 3, every = 250 } = {}) {
	let going = true;
	const burst = (async () => {
		for (; going; await sleep(every)) await stage.makeEvents(count);
	})();
	return async () => {
		going = false;
		await burst;
	};
}

/** Waits until the sandbox receives a request for audit logs. */
export async function nextCheck({ sandbox }, timeout = 120_000) {
	let { next } = await sandbox.requests();
	for (const deadline = Date.now() + timeout; Date.now() < deadline; await sleep(10)) {
		const { data, next: end } = await sandbox.requests(next);
		if (data.some(({ path }) => path === LOGS)) return;
		next = end;
	}
	throw new Error(`n8n has not checked PeopleLens within ${timeout / 1000} s.`);
}

/**
 * @param {number} latencyMs for each request of a check
 * @param {number[]} delays ms after the beginning of a check, one for each kill
 */
export async function killInBurst(stage, latencyMs, delays) {
	const stop = startBurst(stage);
	await stage.sandbox.behave({ latencyMs });
	for (const delay of delays) {
		await nextCheck(stage);
		await sleep(delay);
		await stage.n8n.kill();
		await stage.start();
	}
	await stage.sandbox.behave({ latencyMs: 0 });
	await stop();
}

/** n8n's older scheduler begins a check although the one before it is still under way. */
export async function overlapChecks(stage, feeds) {
	const failures = async () =>
		(await Promise.all(feeds.map((feed) => feed.tally()))).flatMap((tally) => tally.failures);
	const before = (await failures()).length;
	await stage.sandbox.behave({ latencyMs: 7000 });
	for (let i = 0; i < 40; i++) {
		await stage.makeEvents(10);
		await sleep(1000);
	}
	await stage.sandbox.behave({ latencyMs: 0 });
	await expectArrival(feeds);
	assert.deepEqual((await failures()).slice(before), [], 'checks failed');
}

/** The key stops being valid. */
export async function revokeKey(stage, feed) {
	await stage.sandbox.revokeKey();
	await stage.makeEvents(20);
	const error = await feed.failed();
	assert.match(error?.message ?? '', /did not accept the API key/);
	assertWords(error);
	await stage.sandbox.restoreKey();
	await stage.makeEvents(10);
}

/** A new key takes the place of the old one: in PeopleLens first, and later in the credential. */
export async function rotateKey(stage, feed, credential) {
	stage.keys.second = await stage.sandbox.rotateKey();
	await stage.makeEvents(20);
	assert.match((await feed.failed())?.message ?? '', /did not accept the API key/);
	await stage.changeKey(credential, stage.keys.second);
	await stage.makeEvents(10);
}

/** n8n starts while nothing answers at PeopleLens's address, for longer than n8n tries. */
export async function startWhileDown(stage, feeds) {
	await stage.n8n.kill();
	await stage.gateway.shut();
	await stage.makeEvents(20);
	await stage.start();
	await sleep(20_000);
	for (const feed of feeds) assert.equal((await feed.status()).status, 'published', feed.name);
	await stage.gateway.open();
	await stage.makeEvents(10);
}

/** A workflow is published for the first time while PeopleLens answers 503. */
export async function publishWhileDown(stage, options) {
	const feed = await createFeed(stage, options);
	await stage.sandbox.inject({ type: 'status', status: 503 }, { times: null });
	const { status, refusal } = await feed.begin();
	await stage.makeEvents(10);
	await stage.sandbox.forgetFaults();
	assert.equal(status, 'published', refusal);
	return feed;
}

/** @returns {Promise<string>} what the user reads who publishes with a key that isn't valid */
export async function publishWithWrongKey(stage) {
	const credential = await stage.addCredential('Wrong key', 'dummy-wrong-key-example');
	const feed = await createFeed(stage, { name: 'refused', credential });
	const { status, refusal } = await feed.begin().catch((error) => {
		if (error.status !== 400) throw error;
		return { status: 'failed', refusal: error.body.message };
	});
	assert.equal(status, 'failed');
	assert.match(refusal, /did not accept the API key/);
	assertWords({ message: refusal });
	return refusal;
}
