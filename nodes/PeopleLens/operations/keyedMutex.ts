/**
 * A keyed mutex. Items are worked on several at a time; where two of them are about the same thing,
 * such as one person, the second waits until the first is done.
 */
export class KeyedMutex {
	private readonly last = new Map<string, Promise<unknown>>();

	/** The keys of work that has thrown. */
	private readonly failed = new Set<string>();

	/** @param continueOnFail whether work is also done behind work with the same key that has thrown */
	constructor(private readonly continueOnFail: boolean) {}

	/**
	 * Does the work as soon as all earlier work with the same key is done.
	 * @throws what the work throws; what earlier work has thrown, where that ends all behind it
	 */
	async runExclusive<T>(key: string, work: () => Promise<T>): Promise<T> {
		const before = this.last.get(key) ?? Promise.resolve();
		const mine = before.then(work, this.continueOnFail ? work : undefined);
		this.last.set(key, mine);
		// First of all that waits for it, so that the next work knows.
		mine.then(
			() => this.last.get(key) === mine && this.last.delete(key),
			() => this.failed.add(key),
		);
		return await mine;
	}

	/** The same for the work on one item, with a note of whether it was done behind work that has thrown. */
	forItem(): ItemMutex {
		const mutex: ItemMutex = {
			isBehindFailure: false,
			runExclusive: async (key, work) =>
				await this.runExclusive(key, async () => {
					mutex.isBehindFailure ||= this.failed.has(key);
					return await work();
				}),
		};
		return mutex;
	}
}

/** The mutex as the work on one item has it. */
export interface ItemMutex extends Pick<KeyedMutex, 'runExclusive'> {
	isBehindFailure: boolean;
}
