import { createHash } from 'crypto';

/** About 3 MB. The oldest one is forgotten first. */
const MAX_REMEMBERED = 20_000;

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

	constructor(private readonly capacity = MAX_REMEMBERED) {}

	/**
	 * Waits while the same delivery is being answered.
	 * @returns true when it is the caller's to handle, who must then call `settle`; false when it was
	 * accepted before
	 */
	async claim(key: string): Promise<boolean> {
		for (;;) {
			if (this.#accepted.has(key)) return false;
			const pending = this.#pending.get(key);
			if (pending === undefined) break;
			await pending.answered;
		}
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
		this.#pending.get(key)?.resolve();
		this.#pending.delete(key);
	}

	#remember(key: string): void {
		this.#accepted.add(key);
		if (this.#accepted.size <= this.capacity) return;
		for (const oldest of this.#accepted) {
			this.#accepted.delete(oldest);
			return;
		}
	}
}

/**
 * A key that is the same for the same bytes sent to the same trigger.
 * @param owner what tells one trigger from another
 */
export function deliveryKey(owner: string, body: Buffer): string {
	return createHash('sha256').update(`${owner}\n`).update(body).digest('base64');
}
