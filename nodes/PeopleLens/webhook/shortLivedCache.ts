import { dropOldest } from './dropOldest';

/** How long a change of the credential may go unnoticed, in ms. */
const TTL = 5_000;

const MAX_ENTRIES = 1_000;

interface Entry<T> {
	/** ms since the epoch */
	loadedAt: number;
	value: Promise<T>;
}

/**
 * Keeps what was read for 5 seconds, because n8n takes some 35 ms of CPU for every reading of a
 * credential: a burst of deliveries, or a flood of forged ones, would wait for that. Deliveries that
 * arrive together share one reading; one that does not succeed is not kept.
 */
export class ShortLivedCache<T> {
	readonly #entries = new Map<string, Entry<T>>();

	/** @param now ms since the epoch */
	async get(key: string, load: () => Promise<T>, now: number): Promise<T> {
		const known = this.#entries.get(key);
		if (known !== undefined && Math.abs(now - known.loadedAt) < TTL) return await known.value;
		const entry = { loadedAt: now, value: load() };
		this.#entries.delete(key);
		this.#entries.set(key, entry);
		dropOldest(this.#entries, MAX_ENTRIES);
		entry.value.catch(() => {
			if (this.#entries.get(key) === entry) this.#entries.delete(key);
		});
		return await entry.value;
	}
}
