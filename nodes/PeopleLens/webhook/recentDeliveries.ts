import { createHash } from 'crypto';

import { dropOldest } from './dropOldest';

/** About 3 MB. The oldest one is forgotten first. */
const MAX_REMEMBERED = 20_000;

/**
 * Behind n8n's limit on executions, thousands may wait after a burst, and one that is forgotten here is
 * repeated. Each keeps a response in memory, as n8n itself does until it has answered: hence no more.
 */
const MAX_ABANDONED = 5_000;

/**
 * So long n8n may take to answer a delivery whose sender hung up, in ms: it answers when the execution
 * starts, which waits where n8n limits how many run at a time. After that, the event is rather repeated
 * than lost.
 */
const LONGEST_WAIT = 600_000;

/** What is to be done with a delivery. */
export type Claim =
	/** Start an execution, and call `settle` or `abandon`. */
	| 'new'
	/** Nothing: it was accepted before. */
	| 'repeated'
	/** Nothing yet: the sender hung up before n8n answered the same delivery, and n8n still may. */
	| 'undecided';

interface Pending {
	/** Resolves when the first delivery was answered, however. */
	answered: Promise<void>;
	resolve: () => void;
}

interface Abandoned {
	/** Undefined as long as n8n has not answered. */
	wasAccepted: () => boolean | undefined;
	since: number;
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

	/** Deliveries whose sender hung up. */
	readonly #abandoned = new Map<string, Abandoned>();

	/** @param clock monotonic, in ms */
	constructor(
		private readonly capacity = MAX_REMEMBERED,
		private readonly clock: () => number = () => performance.now(),
	) {}

	/** Waits while the same delivery is being answered. */
	async claim(key: string): Promise<Claim> {
		for (;;) {
			if (this.#isUndecided(key)) return 'undecided';
			if (this.#abandoned.get(key)?.wasAccepted() === true) this.#remember(key);
			if (this.#accepted.has(key)) return 'repeated';
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
		return 'new';
	}

	/** @param accepted whether the sender got a 2xx: otherwise the same delivery may come again */
	settle(key: string, accepted: boolean): void {
		if (accepted) this.#remember(key);
		this.#release(key);
	}

	/**
	 * Instead of `settle`, when the sender hung up before there was an answer.
	 * @param wasAccepted asked if the same delivery comes again; undefined until n8n has answered
	 */
	abandon(key: string, wasAccepted: Abandoned['wasAccepted']): void {
		this.#abandoned.set(key, { wasAccepted, since: this.clock() });
		if (this.#abandoned.size > MAX_ABANDONED) this.#sweepAbandoned();
		dropOldest(this.#abandoned, MAX_ABANDONED);
		this.#release(key);
	}

	#isUndecided(key: string): boolean {
		const abandoned = this.#abandoned.get(key);
		if (abandoned === undefined || abandoned.wasAccepted() !== undefined) return false;
		return this.clock() - abandoned.since < LONGEST_WAIT;
	}

	/** Makes room by those that n8n has answered since. */
	#sweepAbandoned(): void {
		for (const [key, { wasAccepted }] of this.#abandoned) {
			const accepted = wasAccepted();
			if (accepted === true) this.#remember(key);
			if (accepted === false) this.#abandoned.delete(key);
		}
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
