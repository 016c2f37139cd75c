import { createHash } from 'crypto';

import { dropOldest } from './dropOldest';

/** About 3 MB. The oldest one is forgotten first. */
const MAX_REMEMBERED = 20_000;

/** Each of these keeps a response in memory. */
const MAX_ABANDONED = 200;

interface Pending {
	/** Resolves when the first delivery was answered, however. */
	answered: Promise<void>;
	resolve: () => void;
}

/**
 * Deliveries that were answered with 200 lately, known by a hash of what was sent, and those that
 * are being answered now. It lives in this process's memory: what n8n offers to nodes for keeping
 * state (workflow static data) loses most of what a webhook writes there, because n8n resets its
 * mark of a change when it prepares the execution, before it looks whether to save.
 */
export class RecentDeliveries {
	readonly #accepted = new Set<string>();

	readonly #pending = new Map<string, Pending>();

	/** Deliveries whose sender hung up: whether n8n has accepted them since then. */
	readonly #abandoned = new Map<string, () => boolean>();

	constructor(private readonly capacity = MAX_REMEMBERED) {}

	/**
	 * Waits while the same delivery is being answered.
	 * @returns true when it is the caller's to handle, who must then call `settle`; false when it was
	 * accepted before
	 */
	async claim(key: string): Promise<boolean> {
		for (;;) {
			if (this.#abandoned.get(key)?.() === true) this.#remember(key);
			if (this.#accepted.has(key)) return false;
			const pending = this.#pending.get(key);
			if (pending === undefined) break;
			await pending.answered;
		}
		this.#abandoned.delete(key);
		let resolve = () => {};
		const answered = new Promise<void>((done) => {
			resolve = done;
		});
		this.#pending.set(key, { answered, resolve });
		return true;
	}

	/** @param accepted whether the sender got a 2xx: otherwise the same delivery may come again */
	settle(key: string, accepted: boolean): void {
		if (accepted) this.#remember(key);
		this.#release(key);
	}

	/**
	 * Instead of `settle`, when the sender hung up before there was an answer.
	 * @param wasAccepted asked if the same delivery comes again
	 */
	abandon(key: string, wasAccepted: () => boolean): void {
		this.#abandoned.set(key, wasAccepted);
		dropOldest(this.#abandoned, MAX_ABANDONED);
		this.#release(key);
	}

	#release(key: string): void {
		this.#pending.get(key)?.resolve();
		this.#pending.delete(key);
	}

	#remember(key: string): void {
		this.#abandoned.delete(key);
		this.#accepted.add(key);
		dropOldest(this.#accepted, this.capacity);
	}
}

/**
 * A key that is the same for the same bytes sent to the same trigger.
 * @param owner what tells one trigger from another
 */
export function deliveryKey(owner: string, body: Buffer): string {
	return createHash('sha256').update(`${owner}\n`).update(body).digest('base64');
}
