/**
 * So many rows are asked for where an answer is too large to be read. Fewer make no page: it has to
 * hold two that are known, and one beyond.
 */
const SMALLER_LIMITS = [50, 10, 3];

/** After so many answers that could be read, twice as many rows are asked for: the large ones may be few. */
const ANSWERS_UNTIL_MORE = 5;

/** How many rows to ask for at once, where answers may be too large to be read. */
export class AdaptiveLimit {
	private readable = 0;

	private current: number;

	/** @param most rows, as long as all answers can be read */
	constructor(private readonly most: number) {
		this.current = most;
	}

	get value(): number {
		return this.current;
	}

	onRead(): void {
		if (++this.readable % ANSWERS_UNTIL_MORE !== 0) return;
		this.current = Math.min(this.most, 2 * this.current);
	}

	/**
	 * @param asked how many rows were too large
	 * @returns whether fewer can be asked for
	 */
	onTooLarge(asked: number): boolean {
		const smaller = SMALLER_LIMITS.find((rows) => rows < asked);
		if (smaller === undefined) return false;
		// Its neighbours are likely to be as large.
		this.current = Math.min(this.current, smaller);
		this.readable = 0;
		return true;
	}
}
