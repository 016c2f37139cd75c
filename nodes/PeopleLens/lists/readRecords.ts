import type { Api } from '../api/client';
import { isRejected } from '../api/errors/nodeErrors';
import { listRecords, listUnpaged } from '../api/recordList';
import type { RecordAnswer, RecordList } from '../api/recordList';
import type { HiringRecord } from '../api/records';
import type { Width } from '../reader/pagePool';
import { readInListOrder } from '../reader/read';
import type { PageRequest } from '../reader/types';

/** What was read of a list, and whether PeopleLens may have kept back more. */
export interface ListReading {
	rows: HiringRecord[];
	/** The server can't be asked for what comes behind its first page. */
	mayBeIncomplete: boolean;
}

/** No list is that long: what comes at such an offset shows that the server ignores it. */
const FAR_BEYOND = 1_000_000;

/**
 * Reads a list whose paging the reference does not state, in its own order.
 * @param limit how many rows come out, counted after `accept`; Infinity for all
 * @param width how many requests may be on their way at the same time
 * @throws NodeApiError, UnsettledListError
 */
export async function readRecords(
	api: Api,
	list: RecordList,
	selection: { limit: number; accept?: (row: HiringRecord) => boolean },
	width: number | Width = 1,
): Promise<ListReading> {
	const pages = new GuardedPages(api, list);
	const most = typeof width === 'number' ? () => width : width;
	const rows = await readInListOrder(
		async (page) => await pages.fetch(page),
		selection,
		// Without times there is nothing by which pages that were read ahead could be joined.
		() => (pages.hasTimes ? most() : 1),
	);
	return { rows, mayBeIncomplete: pages.areStuck };
}

/** Pages of a server of which it isn't known whether it knows pages at all. */
class GuardedPages {
	/** The server gives its first page again and again, or takes no page parameters. */
	areStuck = false;

	hasTimes = false;

	private first?: RecordAnswer;

	private isIgnored?: Promise<boolean>;

	constructor(
		private readonly api: Api,
		private readonly list: RecordList,
	) {}

	async fetch(request: PageRequest): Promise<RecordAnswer> {
		const { limit, offset } = request;
		if (offset === 0) return await this.fetchFirst(limit);
		if (this.areStuck) return this.fromFirst(request);
		const page = await listRecords(this.api, this.list, { limit, offset });
		if (!this.repeatsFirst(page) || !(await this.ignoresOffset(request))) return page;
		this.areStuck = true;
		return this.fromFirst(request);
	}

	/** Many new rows at once could look like it: where there is nothing, the server must say so. */
	private async ignoresOffset({ limit, offset }: PageRequest): Promise<boolean> {
		const beyond = { limit, offset: FAR_BEYOND + offset };
		this.isIgnored ??= listRecords(this.api, this.list, beyond).then((page) =>
			this.repeatsFirst(page),
		);
		return await this.isIgnored;
	}

	private async fetchFirst(limit: number): Promise<RecordAnswer> {
		const paged = listRecords(this.api, this.list, { limit, offset: 0 });
		const page = await paged.catch(async (error: unknown) => {
			if (!isRejected(error)) throw error;
			const unpaged = await listUnpaged(this.api, this.list).catch(() => {
				throw error;
			});
			this.areStuck = true;
			return unpaged;
		});
		this.first = page;
		this.hasTimes =
			page.rows.length > 0 && page.rows.every(({ created_at }) => Boolean(created_at));
		return page;
	}

	private repeatsFirst({ rows }: RecordAnswer): boolean {
		const start = this.first?.rows[0]?.id;
		return start !== undefined && rows.some(({ id }) => id === start);
	}

	/** For the reader: the list is what the first page holds. */
	private fromFirst({ limit, offset }: PageRequest): RecordAnswer {
		return { rows: this.first?.rows.slice(offset, offset + limit) ?? [] };
	}
}
