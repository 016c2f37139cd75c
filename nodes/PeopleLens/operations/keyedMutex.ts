/**
 * A keyed mutex. Items are worked on several at a time; where two of them are about the same thing,
 * such as one person, the second waits until the first is done.
 */
export class KeyedMutex {
	private readonly last = new Map<string, Promise<unknown>>();

	/**
	 * Does the work as soon as all earlier work with the same key is done, well or not.
	 * @throws what the work throws
	 */
	async runExclusive<T>(key: string, work: () => Promise<T>): Promise<T> {
		const before = this.last.get(key) ?? Promise.resolve();
		const mine = before.then(work, work);
		this.last.set(key, mine);
		try {
			return await mine;
		} finally {
			if (this.last.get(key) === mine) this.last.delete(key);
		}
	}
}
