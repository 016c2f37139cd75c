/** So many at a time: a number, or a function that may change its mind meanwhile. */
export type Width = number | (() => number);

/**
 * A counting semaphore: at most so many pieces of work at a time, the others in the order in which
 * they came. Written here because a package for it is not among what every version and image of
 * n8n brings along.
 */
export class Semaphore {
	private readonly queue: Array<() => void> = [];

	private readonly width: () => number;

	private busy = 0;

	/**
	 * @param width how many pieces of work may be under way at the same time. It is asked again
	 *   whenever one is done, so it may change; less than 1 counts as 1.
	 */
	constructor(width: Width) {
		this.width = typeof width === 'number' ? () => width : width;
	}

	/**
	 * Does the work as soon as there is a place for it.
	 * @throws what the work throws
	 */
	async run<T>(work: () => Promise<T>): Promise<T> {
		if (this.queue.length === 0 && this.hasPlace) this.busy++;
		else await new Promise<void>((resolve) => this.queue.push(resolve));
		try {
			return await work();
		} finally {
			this.busy--;
			this.handOn();
		}
	}

	private get hasPlace(): boolean {
		return this.busy === 0 || this.busy < this.width();
	}

	/** Taken for them here, not given back, so that nobody who comes now gets in before. */
	private handOn(): void {
		while (this.queue.length > 0 && this.hasPlace) {
			this.busy++;
			this.queue.shift()?.();
		}
	}
}
