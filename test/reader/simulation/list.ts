import type { ListRow, Page, PageRequest } from '../../../nodes/PeopleLens/reader/types';

export interface SimulatedRow extends ListRow {
	action: string;
	details: { number: number; nested?: unknown };
}

/** An event as the server knows it: what it shows may lack an id or a usable date. */
export interface SimulatedEvent {
	number: number;
	/** When the server dates it, in ms. */
	at: number;
	/** Decides between equal times, and alone where the list is in no order. */
	rank: number;
	row: SimulatedRow;
}

/** What the server says of the list's length. */
export type Total =
	| 'right'
	| 'missing'
	| 'unfiltered'
	| 'random'
	| 'too large'
	| 'endless'
	| 'fraction'
	| 'text'
	| 'page';

export interface ListBehaviour {
	order: 'newest' | 'oldest' | 'arbitrary';
	sinceInclusive: boolean;
	pageCap: number;
	/** Larger offsets are refused, as are those behind the end where that is `end`. */
	maxOffset?: number | 'end';
	total: Total;
}

export const PLAIN: ListBehaviour = {
	order: 'newest',
	sinceInclusive: false,
	pageCap: 100,
	total: 'right',
};

/** The audit log as one list on a server: what is visible in it, and the pages it answers with. */
export class SimulatedList {
	/** Sorted as the API lists them. */
	private visible: SimulatedEvent[] = [];

	private since?: { from: string; events: SimulatedEvent[] };

	constructor(readonly behaviour: ListBehaviour) {}

	get events(): readonly SimulatedEvent[] {
		return this.visible;
	}

	add(event: SimulatedEvent): void {
		this.visible.splice(
			firstIndex(this.visible, (other) => this.compare(event, other) < 0),
			0,
			event,
		);
		this.since = undefined;
	}

	remove(gone: ReadonlySet<SimulatedEvent>): void {
		if (gone.size > 0) this.visible = this.visible.filter((event) => !gone.has(event));
		this.since = undefined;
	}

	/** A server that sorts by time alone answers equal times in any order. */
	shuffleTies(random: () => number): void {
		const { visible } = this;
		for (let index = 1; index < visible.length; index++) {
			if (visible[index].at !== visible[index - 1].at || random() < 0.5) continue;
			[visible[index - 1], visible[index]] = [visible[index], visible[index - 1]];
		}
		this.since = undefined;
	}

	/** `chance`: 0 to 1, for a total that is just any number. */
	answer({ since, limit, offset }: PageRequest, chance = 0.5): Page<SimulatedRow> {
		const events = this.createdAfter(since);
		const { maxOffset = Infinity } = this.behaviour;
		const most = maxOffset === 'end' ? events.length : maxOffset;
		if (offset > 0 && (offset > most || !Number.isInteger(offset))) {
			return { rows: [], refused: new Error(`The service refuses the offset ${offset}`) };
		}
		const rows = events
			.slice(offset, offset + Math.min(limit, this.behaviour.pageCap))
			.map(({ row }) => row);
		switch (this.behaviour.total) {
			case 'right':
				return { rows, total: events.length };
			case 'unfiltered':
				return { rows, total: this.visible.length + 1000 };
			case 'random':
				return { rows, total: Math.floor(chance * (2 * events.length + 5)) };
			case 'too large':
				return { rows, total: 2_147_483_647 };
			case 'endless':
				return { rows, total: 1e308 };
			case 'fraction':
				return { rows, total: events.length + 0.5 };
			case 'text':
				return { rows, total: String(events.length) };
			case 'page':
				return { rows, total: rows.length };
			default:
				return { rows };
		}
	}

	private createdAfter(since: string | undefined): SimulatedEvent[] {
		if (since === undefined) return this.visible;
		if (this.since?.from === since) return this.since.events;
		const from = Date.parse(since);
		const { order, sinceInclusive } = this.behaviour;
		const after = ({ at }: SimulatedEvent) => at > from || (sinceInclusive && at === from);
		let events: SimulatedEvent[];
		if (order === 'arbitrary') events = this.visible.filter(after);
		else if (order === 'oldest') events = this.visible.slice(firstIndex(this.visible, after));
		else
			events = this.visible.slice(
				0,
				firstIndex(this.visible, (event) => !after(event)),
			);
		this.since = { from: since, events };
		return events;
	}

	private compare(a: SimulatedEvent, b: SimulatedEvent): number {
		const { order } = this.behaviour;
		if (order === 'arbitrary' || a.at === b.at) return a.rank - b.rank || a.number - b.number;
		return order === 'oldest' ? a.at - b.at : b.at - a.at;
	}
}

/** The first index for which a condition holds that, once true, stays true. */
function firstIndex<T>(sorted: readonly T[], holds: (item: T) => boolean): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (holds(sorted[middle])) high = middle;
		else low = middle + 1;
	}
	return low;
}
