/** Works on so many requests at a time; the others wait in the order in which they came. */
export class Workers {
	private busy = 0;

	private readonly waiting: Array<() => void> = [];

	/** @param count null = as many as there are requests */
	async run<Result>(count: number | null, work: () => Promise<Result>): Promise<Result> {
		if (count === null) return await work();
		if (this.busy >= count) await new Promise<void>((resolve) => this.waiting.push(resolve));
		else this.busy++;
		try {
			return await work();
		} finally {
			const next = this.waiting.shift();
			if (next) next();
			else this.busy--;
		}
	}
}
