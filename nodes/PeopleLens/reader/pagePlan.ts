import clamp from 'lodash/clamp';

import type { PagedList } from './list';
import type { ContiguousRange } from './range';
import type { ListRow } from './types';

/** Rows that a page has in common with its neighbour, where no two are of the same time. */
const MIN_OVERLAP = 2;

/** The same with room for two rows of the same time, as long as that costs no page more. */
const OVERLAP = 3;

/** On shorter pages there is no room to overlap. */
const SHORTEST_PAGE = 10;

/** Which pages to read before it is known what the pages in front of them hold. */
export class PagePlan<Row extends ListRow> {
	private last?: number;

	/** Forward, nothing is planned from here on: the list has no rows there. */
	private limit = Infinity;

	/** @param expectedRows how many rows more the range is likely to need */
	constructor(
		private readonly list: PagedList<Row>,
		private readonly range: ContiguousRange<Row>,
		private readonly expectedRows: () => number,
	) {}

	/** @returns the offset of the page with which the range goes on: exact, and no guess */
	restart(): number {
		this.limit = Infinity;
		this.last = this.nextOfRange;
		return this.last;
	}

	/** @returns the offset of one page more, or undefined where none is likely to be needed */
	next(): number | undefined {
		const { last, nextOfRange } = this;
		if (last === undefined || this.list.pageLength < SHORTEST_PAGE) return undefined;
		const isForward = this.range.direction === 'forward';
		if (!isForward && last === 0) return undefined;
		const rows = this.expectedRows();
		const step = this.stepFor(rows - Math.abs(last - nextOfRange));
		const offset = isForward
			? Math.max(last + step, nextOfRange)
			: Math.max(0, Math.min(last - step, nextOfRange));
		if (Math.abs(offset - nextOfRange) >= rows || offset >= this.limit) return undefined;
		this.last = offset;
		return offset;
	}

	/** @param offset where a page has shown the list's end */
	endAt(offset: number): void {
		if (this.range.direction === 'forward') this.limit = Math.min(this.limit, offset);
	}

	/** @param rows how many are likely to be needed, from the last page that was planned */
	private stepFor(rows: number): number {
		const { pageLength } = this.list;
		const longest = pageLength - MIN_OVERLAP;
		// One more than there are: only a page that is not full proves the end.
		const beyond = Math.max(0, rows + 1 - pageLength);
		const pages = Math.max(1, Math.ceil(beyond / longest));
		const step = clamp(Math.ceil(beyond / pages), pageLength - OVERLAP, longest);
		const joining = Math.min(step, pageLength - this.range.overlapForGroups);
		return Math.max(joining - this.range.extraOverlap, Math.ceil(pageLength / 2));
	}

	private get nextOfRange(): number {
		return this.range.nextOffset(this.list.pageLength);
	}
}
