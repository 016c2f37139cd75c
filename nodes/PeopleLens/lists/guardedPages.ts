import range from 'lodash/range';

import type { Api } from '../api/client';
import { isRejected } from '../api/errors/nodeErrors';
import { listRecords, listUnpaged } from '../api/recordList';
import type { RecordAnswer, RecordList } from '../api/recordList';
import type { HiringRecord } from '../api/records';
import { UnsettledListError } from '../reader/errors';
import type { PageRequest } from '../reader/types';

/** No list is that long: what comes at such an offset shows that the server ignores it. */
const FAR_BEYOND = 1_000_000;

/** What is tried where the server refuses to give so many rows at once. */
const SMALLER_LIMITS = [50, 20, 10];

/** How a list is read whose server gives whole pages only. */
interface WholePages {
	/** The longest page that it gives. */
	length: number;
	/** How many rows of a page are used, so that they can begin anywhere in the list. */
	partLength: number;
}

/**
 * So many times a part fits into a whole page. With fewer, no page holds the part that begins at some
 * offsets; with three, of pages of 19 rows and more, there is one up to the 20,000th row.
 */
const PARTS = 3;

/** Parts overlap by a row at least, so they need two. */
const SHORTEST_PART = 2;

/** The shortest page that holds the whole part from this offset on; undefined where there is none. */
export const pageAround = (offset: number, { length, partLength }: WholePages) =>
	range(partLength, length + 1).find((page) => offset % page <= page - partLength);

/** Pages of a server of which it isn't known how it knows pages, or whether it does. */
export class GuardedPages {
	/** The server can't be asked for what is behind its first page, and there may be something. */
	mayBeIncomplete = false;

	/** Whether the rows say when they were created. */
	hasTimes = false;

	private first?: RecordAnswer;

	/** The list is what the first page holds, as far as the server can be asked. */
	private isFirstAll = false;

	private largestLimit = Infinity;

	/** Set where the server rounds an offset down to whole pages. */
	private wholePages?: WholePages;

	private learning?: Promise<void>;

	constructor(
		private readonly api: Api,
		private readonly list: RecordList,
	) {}

	/** @throws NodeApiError; UnsettledListError where what was read so far does not count */
	async fetch(request: PageRequest): Promise<RecordAnswer> {
		if (this.wholePages) return await this.fetchPart(request, this.wholePages);
		if (request.offset === 0) return await this.fetchFirst(request.limit);
		if (this.isFirstAll) return this.fromFirst(request);
		const page = await this.ask(request);
		if (!holds(page, this.first?.rows[0])) return page;
		this.learning ??= this.learn(request);
		await this.learning;
		return this.isFirstAll ? this.fromFirst(request) : page;
	}

	private async ask({ limit, offset }: PageRequest): Promise<RecordAnswer> {
		const page = { limit: Math.min(limit, this.largestLimit), offset };
		return await listRecords(this.api, this.list, page);
	}

	private async fetchFirst(limit: number): Promise<RecordAnswer> {
		const request = { limit, offset: 0 };
		this.first = await this.ask(request).catch(async (error: unknown) => {
			if (!isRejected(error)) throw error;
			return await this.fetchFewer(request, error);
		});
		const { rows } = this.first;
		this.hasTimes = rows.length > 0 && rows.every(({ created_at }) => Boolean(created_at));
		return this.first;
	}

	/** @throws the refusal, where something else than the page was refused */
	private async fetchFewer(request: PageRequest, refusal: unknown): Promise<RecordAnswer> {
		const unpaged = await listUnpaged(this.api, this.list).catch(() => {
			throw refusal;
		});
		for (const limit of SMALLER_LIMITS.filter((fewer) => fewer < request.limit)) {
			const page = await this.ask({ ...request, limit }).catch((error: unknown) => {
				if (!isRejected(error)) throw error;
			});
			if (!page) continue;
			this.largestLimit = limit;
			return page;
		}
		this.stopAtFirst();
		return unpaged;
	}

	/**
	 * Finds out why a page repeats the first one. Many new rows at once could look like it, so the server
	 * is asked for what must be something else.
	 */
	private async learn({ limit, offset }: PageRequest): Promise<void> {
		const { rows } = this.first ?? { rows: [] };
		const beyond = await this.ask({ limit, offset: FAR_BEYOND + offset });
		if (holds(beyond, rows[0])) {
			this.stopAtFirst();
			return;
		}
		const { length } = rows;
		if (offset >= length) return;
		const second = await this.ask({ limit: length, offset: length });
		// It begins as the first one does: whole pages again, and longer than what is given of them.
		if (second.rows[0]?.id === rows[0]?.id) {
			this.stopAtFirst();
			return;
		}
		// So many new rows as it would take have moved this one there: the server does know offsets.
		if (holds(second, rows[length - offset])) return;
		// Or else it gives whole pages only, whatever the offset in them.
		const partLength = Math.floor(length / PARTS);
		if (second.refused !== undefined) this.stopAtFirst();
		else if (second.rows.length === 0) this.isFirstAll = true;
		else if (partLength < SHORTEST_PART) this.stopAtFirst();
		else {
			this.wholePages = { length, partLength };
			// The reader begins anew, with parts.
			throw new UnsettledListError();
		}
	}

	/** From a whole page in which it lies: so parts may begin anywhere and overlap, as the reader needs it. */
	private async fetchPart(request: PageRequest, pages: WholePages): Promise<RecordAnswer> {
		const { offset } = request;
		const limit = pageAround(offset, pages);
		if (limit === undefined) {
			// To the reader, an empty page is the end.
			this.mayBeIncomplete = true;
			return { rows: [] };
		}
		const before = offset % limit;
		const page = await this.ask({ limit, offset: offset - before });
		if (page.rows.length > limit) {
			// Its pages have a length of their own, so that none can begin within another.
			this.wholePages = undefined;
			this.stopAtFirst();
			return this.fromFirst(request);
		}
		return { ...page, rows: page.rows.slice(before, before + pages.partLength) };
	}

	private stopAtFirst(): void {
		this.isFirstAll = true;
		this.mayBeIncomplete = true;
	}

	/** For the reader: the list is what the first page holds. */
	private fromFirst({ limit, offset }: PageRequest): RecordAnswer {
		return { rows: this.first?.rows.slice(offset, offset + limit) ?? [] };
	}
}

const holds = ({ rows }: RecordAnswer, row?: HiringRecord) =>
	row !== undefined && rows.some(({ id }) => id === row.id);
