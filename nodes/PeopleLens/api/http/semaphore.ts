/**
 * A counting semaphore: at most so many pieces of work at a time, the others in the order in which
 * they came. Written here because a package for it is not among what every version and image of
 * n8n brings along.
 */
export class Semaphore {
	private readonly queue: Array<() => void> = [];

	/** @param free how many pieces of work may be under way at the same time */
	constructor(private free: number) {}

	/**
	 * Does the work as soon as there is a place for it.
	 * @throws what the work throws
	 */
	async run<T>(work: () => Promise<T>): Promise<T> {
		if (this.free > 0) this.free--;
		else await new Promise<void>((resolve) => this.queue.push(resolve));
		try {
			return await work();
		} finally {
			const next = this.queue.shift();
			// Handed on, not given back, so that nobody who comes now gets in before.
			if (next) next();
			else this.free++;
		}
	}
}
