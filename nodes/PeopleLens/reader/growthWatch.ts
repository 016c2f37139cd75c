/** A page with as many rows is worth its request, however many more there are. */
const SMALL_PAGE = 50;

/** So many small pages in a row are read before it is asked why they are small. */
const PATIENCE = 10;

/**
 * Notices that a list gets some rows more with each request, as an audit log in which every request is
 * noted: then each page has something new, and none would ever be the last.
 *
 * Such pages are as small as those of a server that returns only a few rows at once, or cuts them at a
 * number of bytes, behind which there may be a lot. A page that begins where the one before the last did
 * tells them apart: where it reaches as far, nothing was cut, so each of them was the end at its time.
 */
export class GrowthWatch {
	/** How many rows the next page has to read again for that; undefined where nothing is to be found out. */
	lookBack?: number;

	private smallPages = 0;

	private longest = 0;

	private previous = 0;

	private patience = PATIENCE;

	/**
	 * @param length how many rows the next page of a range has
	 * @param added how many of them are new
	 * @param hasTail whether it reaches the row with which the range ended before
	 * @returns whether the list has been read to its end
	 */
	observe(length: number, added: number, hasTail: boolean): boolean {
		const { lookBack } = this;
		this.lookBack = undefined;
		if (lookBack !== undefined) {
			if (hasTail && length >= lookBack && length > this.longest) return true;
			this.patience *= 2;
			this.smallPages = 0;
		} else if (added > 0 && length < SMALL_PAGE) {
			this.smallPages++;
			this.longest = this.smallPages === 1 ? length : Math.max(this.longest, length);
			if (this.smallPages >= this.patience) this.lookBack = this.previous + added;
			this.previous = length;
		} else this.smallPages = 0;
		return false;
	}
}
