import type { Entry } from '../reader/entry';
import type { PagedList } from '../reader/list';
import type { ListRow } from '../reader/types';
import { type Ledger, MAX_SEEN } from './ledger';
import type { PollSettings } from './settings';

/** However few of them pass the filters, a poll takes in no more new rows than about this. */
const MAX_ROWS = 10_000;

/** Tells while a backlog is being read, oldest first, whether one poll can deliver more than that. */
export class BatchProgress<Row extends ListRow> {
	private examined = 0;

	private newRows = 0;

	private accepted = 0;

	/** The time of the last rows, and how many of them there are. */
	private instant?: number;

	private inInstant = 0;

	constructor(
		private readonly list: PagedList<Row>,
		private readonly ledger: Ledger,
		private readonly settings: Pick<PollSettings<Row>, 'accept' | 'maxEvents'>,
	) {}

	/** @param entries what has been read so far: the same array each time, only longer */
	isFull(entries: ReadonlyArray<Entry<Row>>): boolean {
		for (; this.examined < entries.length; this.examined++) this.count(entries[this.examined]);
		// An instant that can't be remembered in part has to be read whole.
		if (this.inInstant > MAX_SEEN) return false;
		if (this.newRows >= MAX_ROWS) return true;
		// Not one page more than can be delivered: it would have to be read again.
		const withNextPage = this.accepted + this.list.pageLength;
		return this.accepted > 0 && withNextPage > this.settings.maxEvents;
	}

	private count(entry: Entry<Row>): void {
		const { accept = () => true } = this.settings;
		if (entry.time !== undefined) {
			this.inInstant = entry.time === this.instant ? this.inInstant + 1 : 1;
			this.instant = entry.time;
		}
		if (!this.ledger.isNew(entry)) return;
		this.newRows++;
		if (accept(entry.row)) this.accepted++;
	}
}
