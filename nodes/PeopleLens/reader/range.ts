import type { Entry } from './entry';
import { UnsettledListError } from './errors';
import { GrowthWatch } from './growthWatch';
import type { ListPage } from './list';
import { type Tail, tailOf } from './tail';
import type { ListRow } from './types';

/** Pages in a row that bring nothing new, before the list is given up as unreadable. */
const MAX_PAGES_WITHOUT_PROGRESS = 30;

/** How often all that is known may vanish from the list, before it is given up. */
const MAX_RESTARTS = 100;

/**
 * A gapless part of the list, grown page by page towards the list's end or towards its
 * start while rows come and go.
 *
 * Each page starts inside the one before and must contain an anchor: a row already known
 * that is not in the last group of equal times (whose rows a server may return in another
 * order next time). Without an anchor rows have moved away from under the page, and it is
 * asked for again further back. Rows that moved the other way are merely read twice.
 *
 * It only judges pages; who fetches them, and how many at a time, is not its concern.
 *
 * See docs/architecture.md, "Why no event is lost or repeated".
 */
export class ContiguousRange<Row extends ListRow> {
	/** Each row once, in the order of growth. */
	readonly entries: Array<Entry<Row>> = [];

	/** Whether the list's end (or start) is reached. */
	done = false;

	/** key → place in the list without the shift. */
	private readonly places = new Map<string, number>();

	private tail?: Tail;

	/** By how much the tail has moved in the list since the range was begun. */
	private shift = 0;

	private movedAway = 0;

	private groupOverlap = 0;

	/** The next page begins at the tail: of a server that rounds offsets, that is another page. */
	private isEndDoubtful = false;

	private readonly growth = new GrowthWatch();

	private consecutiveGaps = 0;

	private pagesWithoutProgress = 0;

	private restarts = 0;

	/** The first page must be the list's start (or end), or lie across where the reader wants to begin. */
	constructor(readonly direction: 'backward' | 'forward') {}

	/** How many rows more to read again, because lately the tail has moved that far away. */
	get extraOverlap(): number {
		return this.movedAway;
	}

	/** How many rows pages had to have in common lately, because the last ones were of the same time. */
	get overlapForGroups(): number {
		return this.groupOverlap;
	}

	/**
	 * @param pageLength how many rows a full page has
	 * @returns the offset of the page to add next
	 */
	nextOffset(pageLength: number): number {
		if (this.tail === undefined) return 0;
		// Half a page back, then twice as far each time.
		const back = Math.floor(((2 ** this.consecutiveGaps - 1) * pageLength) / 2);
		const last = this.tail.place + this.shift;
		// At least one row is read again, and at least one beyond the last is asked for.
		const length = Math.max(2, pageLength);
		const overlap = this.isEndDoubtful ? 1 : this.tail.overlap + this.movedAway;
		const again = this.growth.lookBack ?? Math.min(overlap, length - 1);
		const offset =
			this.direction === 'forward' ? last + 1 - again - back : last + again - length + back;
		return Math.max(0, offset);
	}

	/** Whether a page holds rows that the range does not. */
	hasUnknownRows({ entries }: ListPage<Row>): boolean {
		return entries.some(({ key }) => !this.places.has(key));
	}

	/** Whether a page that was read apart from the range begins where this ends, or before. */
	overlaps({ entries }: ListPage<Row>): boolean {
		const groupTime = this.tail?.groupTime;
		if (groupTime === undefined) return false;
		return entries.some(
			({ key, time }) => this.places.has(key) && time !== undefined && time !== groupTime,
		);
	}

	/** Takes the page in, or notes that it does not join. Throws an UnsettledListError when that never ends. */
	add(page: ListPage<Row>): void {
		const known = this.entries.length;
		const anchored = this.tail === undefined || this.hasAnchor(page);
		if (anchored || this.isListBoundary(page)) {
			this.consecutiveGaps = 0;
			this.grow(page);
		} else if (page.entries.length === 0 && this.tail && this.direction === 'backward') {
			// Beyond an end that has come nearer: look from there.
			this.consecutiveGaps = 0;
			this.tail.place = page.offset - this.shift;
		} else {
			this.consecutiveGaps++;
		}
		if (!anchored && this.consecutiveGaps === 0) this.restarts++;
		this.pagesWithoutProgress = this.entries.length > known ? 0 : this.pagesWithoutProgress + 1;
		if (this.pagesWithoutProgress > MAX_PAGES_WITHOUT_PROGRESS || this.restarts > MAX_RESTARTS) {
			throw new UnsettledListError();
		}
	}

	private hasAnchor({ entries }: ListPage<Row>): boolean {
		const { tail, places } = this;
		if (tail === undefined) return true;
		const { groupTime } = tail;
		return entries.some(
			({ key, time }) =>
				places.has(key) && (groupTime === undefined || (time !== undefined && time !== groupTime)),
		);
	}

	/** The list's own start (or end) needs no anchor. */
	private isListBoundary({ offset, entries, end }: ListPage<Row>): boolean {
		return this.direction === 'forward' ? offset === 0 : end && entries.length > 0;
	}

	private grow({ offset, entries, full, short, end }: ListPage<Row>): void {
		const forward = this.direction === 'forward';
		const rows = forward ? entries : [...entries].reverse();
		const placeOf = (index: number) => offset + (forward ? index : rows.length - 1 - index);
		this.followShift(rows, placeOf);
		const last = rows.at(-1);
		const back = offset === 0 ? Infinity : (this.tail?.place ?? 0) + this.shift + 1 - offset;
		const hasTail = entries.some(({ key }) => key === this.tail?.key);
		const lastIsNew = last !== undefined && !this.places.has(last.key);
		const added = entries.filter(({ key }) => !this.places.has(key)).length;
		rows.forEach((entry, index) => {
			if (!this.places.has(entry.key)) this.entries.push(entry);
			this.places.set(entry.key, placeOf(index) - this.shift);
		});
		const tailOfPage = () => tailOf(rows, placeOf(rows.length - 1) - this.shift, offset);
		if (lastIsNew) {
			this.tail = tailOfPage();
			this.groupOverlap = Math.max(this.tail.overlap, Math.floor(this.groupOverlap / 2));
		}
		const stopsAtTail = last?.key === this.tail?.key;
		// The tail has vanished, or the page is cut in front of it: the next one begins where this ends.
		if (forward && short && last !== undefined && added === 0 && !stopsAtTail) {
			this.tail = tailOfPage();
		}
		if (!forward) this.done = offset === 0;
		else if (this.growth.observe({ length: rows.length, added, full, hasTail, back }))
			this.done = true;
		// Where the server showed nothing else behind the tail, the page need not be short any more.
		else if (end || ((short || this.isEndDoubtful) && stopsAtTail && !lastIsNew)) {
			this.isEndDoubtful = this.repeatsTail(rows, offset);
			this.done = !this.isEndDoubtful;
		} else this.isEndDoubtful = false;
	}

	/**
	 * Whether the page at the tail has come for another offset within it: as many rows may have arrived
	 * meanwhile; or the server rounds offsets, and more is behind it.
	 */
	private repeatsTail(rows: Array<Entry<Row>>, offset: number): boolean {
		const page = this.tail?.page;
		if (page === undefined || rows[0]?.key !== page.first) return false;
		const isLater = offset > page.offset || this.isEndDoubtful;
		return isLater && offset < page.offset + rows.length;
	}

	/** The known row nearest to the tail shows how far the list has moved under it. */
	private followShift(rows: Array<Entry<Row>>, placeOf: (index: number) => number): void {
		for (let index = rows.length - 1; index >= 0; index--) {
			const place = this.places.get(rows[index].key);
			if (place === undefined) continue;
			const moved = placeOf(index) - place - this.shift;
			this.shift += moved;
			const away = this.direction === 'forward' ? -moved : moved;
			this.movedAway = Math.max(away, Math.floor(this.movedAway / 2));
			return;
		}
	}
}
