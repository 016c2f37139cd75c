import type { ListPage, PagedList } from './list';
import type { PagePlan } from './pagePlan';
import type { ListRow } from './types';

/**
 * How many requests may be on their way at the same time. It is asked again before each request,
 * so it may change during the reading; less than 1 counts as 1.
 */
export type Width = () => number;

/** A page that was read ahead. */
export interface PooledPage<Row extends ListRow> {
	page: ListPage<Row>;
	/** Whether it was planned before it was known what the pages in front of it hold. */
	isGuess: boolean;
}

/**
 * Reads the planned pages ahead, and hands them out in their order. As soon as a request is
 * answered, the next one takes its place, so none waits for a slower neighbour.
 */
export class PagePool<Row extends ListRow> {
	/** Asked for, and not handed out yet. */
	private readonly pages: Array<Promise<PooledPage<Row>>> = [];

	private open = 0;

	private isStopped = false;

	/** Takes over the next place that is free. */
	private urgent?: () => void;

	constructor(
		private readonly list: PagedList<Row>,
		private readonly plan: PagePlan<Row>,
		private readonly width: Width,
	) {}

	/** @throws what the request for this page throws; then no further one is sent */
	async next(): Promise<PooledPage<Row>> {
		if (this.pages.length === 0) this.request(this.plan.restart(), 'page');
		this.fill();
		const next = await this.pages[0];
		this.pages.shift();
		return next;
	}

	/** Reads a page that was not planned, before all that are. */
	async readNow(offset: number): Promise<ListPage<Row>> {
		if (this.hasPlace) this.open++;
		else await new Promise<void>((resolve) => (this.urgent = resolve));
		return await this.send(async () => await this.list.page(offset));
	}

	/** Reads nothing ahead from this offset on, until it has to begin anew. */
	endAt(offset: number): void {
		this.plan.endAt(offset);
	}

	/** Sends no further requests. */
	stop(): void {
		this.isStopped = true;
	}

	private get hasPlace(): boolean {
		return this.open === 0 || this.open < this.width();
	}

	/** One page at a time, there is no need to guess: the next one is known when it is needed. */
	private get readsAhead(): boolean {
		return this.pages.length === 0 || this.width() > 1;
	}

	private fill(): void {
		while (!this.isStopped && this.hasPlace && this.readsAhead) {
			const offset = this.plan.next();
			if (offset === undefined) return;
			this.request(offset, 'probe');
		}
	}

	/** @param kind a probe may lie behind the end, where a server may refuse it */
	private request(offset: number, kind: 'page' | 'probe'): void {
		this.open++;
		const reading = this.send(async () => {
			const page = await this.list[kind](offset);
			if (page.end || page.entries.length === 0) this.plan.endAt(offset);
			return { page, isGuess: kind === 'probe' };
		});
		// Who asks for this page is told; until then it is no unhandled rejection.
		reading.catch(() => undefined);
		this.pages.push(reading);
	}

	/** In a place that is taken already, which the next request takes over. */
	private async send<Answer>(read: () => Promise<Answer>): Promise<Answer> {
		const reading = read();
		reading.catch(() => this.stop());
		try {
			return await reading;
		} finally {
			const { urgent } = this;
			this.urgent = undefined;
			if (urgent) urgent();
			else {
				this.open--;
				this.fill();
			}
		}
	}
}
