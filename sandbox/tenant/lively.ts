import { delay } from '../node';
import type { Tenant } from './tenant';

/** Keeps plausible events happening in a tenant, now and then one. */
export class Lively {
	#running: AbortController | undefined;

	constructor(private readonly tenant: Tenant) {}

	/** @param everyMs the mean time between two events; null lets it rest */
	set(everyMs: number | null): void {
		this.#running?.abort();
		this.#running = undefined;
		if (everyMs === null) return;
		this.#running = new AbortController();
		void this.#live(everyMs, this.#running.signal);
	}

	async #live(everyMs: number, signal: AbortSignal): Promise<void> {
		for (;;) {
			try {
				await delay(everyMs * (0.5 + this.tenant.random.next()), undefined, { signal });
			} catch {
				// Told to rest.
				return;
			}
			this.tenant.addEvent();
		}
	}
}
