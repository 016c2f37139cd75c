import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits for something that happens elsewhere.
 * @template T
 * @param {string} what it is, for the message
 * @param {() => T | undefined | Promise<T | undefined>} look returns something truthy when it is there
 * @param {number} [timeout] ms
 * @returns {Promise<T>} what `look` returned
 * @throws {Error} when the time is over
 */
export async function eventually(what, look, timeout = 30_000) {
	for (const deadline = Date.now() + timeout; Date.now() < deadline; await sleep(100)) {
		const found = await look();
		if (found) return found;
	}
	throw new Error(`Waited ${timeout / 1000} s for ${what}.`);
}
