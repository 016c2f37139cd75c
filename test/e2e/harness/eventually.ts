import { delay } from './node';

interface Patience {
	/** How long to wait, in ms. Default: 30 s. */
	timeout?: number;
	/** From one look to the next, in ms. Default: 100. */
	interval?: number;
}

/**
 * Waits for something that happens elsewhere.
 * @param what it is, for the message
 * @param look returns something truthy when it is there
 * @returns what `look` returned
 * @throws {Error} when the time is over
 */
export async function eventually<T>(
	what: string,
	look: () => Promise<T | undefined | false> | T | undefined | false,
	{ timeout = 30_000, interval = 100 }: Patience = {},
): Promise<T> {
	for (const deadline = Date.now() + timeout; Date.now() < deadline; await delay(interval)) {
		const found = await look();
		if (found) return found;
	}
	throw new Error(`Waited ${timeout / 1000} s for ${what}.`);
}
