/** A page with as many rows is worth its request, however many more there are. */
const SMALL_PAGE = 20;

/** So many small pages in a row are read before it is asked why they are small. */
const PATIENCE = 10;

/** The next page of a range. */
interface NextPage {
	/** How many rows it has. */
	length: number;
	/** How many of them are new. */
	added: number;
	/** Whether it has as many rows as were asked for. */
	full: boolean;
	/** Whether it reaches the row with which the range ended before. */
	hasTail: boolean;
	/** How many rows before the range's end it begins; Infinity where the list does. */
	back: number;
}

/**
 * Notices that a list gets some rows more with each request, as an audit log in which every request is
 * noted: then each page has something new, and none would ever be the last.
 *
 * Such pages are as small as those of a server that returns only a few rows at once, or cuts them at a
 * number of bytes, behind which there may be a lot. Pages that begin further back tell them apart: where
 * two of them, the second twice as far, have twice as many rows and more, but hardly anything new,
 * nothing was cut, so each small page was the end at its time.
 */
export class GrowthWatch {
	/** How many rows the next page has to read again for that; undefined where nothing is to be found out. */
	lookBack?: number;

	private isSecondLook = false;

	private smallPages = 0;

	private longest = 0;

	private mostAdded = 0;

	private patience = PATIENCE;

	/** @returns whether the list has been read to its end */
	observe(page: NextPage): boolean {
		if (this.lookBack === undefined) return this.countSmall(page);
		// A page that was asked for before.
		if (page.back < this.lookBack) return false;
		return this.judgeLookBack(page, this.lookBack);
	}

	private countSmall({ length, added, full, hasTail }: NextPage): false {
		if (full || !hasTail || added === 0 || length >= SMALL_PAGE) this.forget();
		else {
			this.smallPages++;
			this.longest = Math.max(this.longest, length);
			this.mostAdded = Math.max(this.mostAdded, added);
			if (this.smallPages >= this.patience) this.lookBack = 2 * this.longest + 1;
		}
		return false;
	}

	private judgeLookBack({ length, added, full, hasTail }: NextPage, lookBack: number): boolean {
		const isUncut = !full && hasTail && length >= lookBack && added <= 2 * this.mostAdded;
		if (!isUncut) {
			this.patience *= 2;
			this.forget();
			return false;
		}
		// A server that returns more at once than a moment ago would look the same, but not twice.
		if (this.isSecondLook) return true;
		this.isSecondLook = true;
		this.lookBack = 2 * lookBack;
		return false;
	}

	private forget(): void {
		this.lookBack = undefined;
		this.isSecondLook = false;
		this.smallPages = 0;
		this.longest = 0;
		this.mostAdded = 0;
	}
}
