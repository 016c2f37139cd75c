import type { FetchPage, Page, PageRequest } from '../../../nodes/PeopleLens/reader/types';
import {
	type ListBehaviour,
	type SimulatedEvent,
	SimulatedList,
	type SimulatedRow,
} from '../../reader/simulation/list';
import type { Random } from '../../reader/simulation/random';
import type { VirtualTime } from './virtualTime';

export interface ScheduledEvent {
	event: SimulatedEvent;
	/** ms: from when on the API shows it. */
	visibleAt: number;
}

export interface ServerTraits extends ListBehaviour {
	/** ms by which the `Date` header is ahead of the events' dates; undefined for no header. */
	dateAhead?: number;
	/** Answers whose `Date` is ahead of the others' by so many ms, or behind. */
	wrongDates?: { ahead: number; which: 'one' | 'a third' | 'all' };
	/** Until so many ms after the start, the clock that dates events and answers was ahead by so many. */
	clockWasAhead?: { by: number; until: number };
	/** ms by which a second replica, which answers every other request, is behind. */
	replicaLag: number;
	/** How many rows may vanish between two requests. */
	deletes: number;
	/** Whether equal times come in another order each time. */
	shufflesTies?: boolean;
	/** ms: shortest and longest answer. */
	latency: readonly [number, number];
	/** How likely a request fails. */
	faults: number;
	/** Of each poll, the requests from this one on fail. */
	failsFrom?: number;
}

interface Replica {
	list: SimulatedList;
	lag: number;
	/** How many of the events it shows (or has shown). */
	shown: number;
}

/** Which answer the one with the wrong `Date` is. */
const LATE_ANSWER = 8;

/** The API with all that its reference leaves open, and all that can go wrong. */
export class SimulatedServer {
	/** No more faults, slowness or deletions: the time to catch up. */
	calm = false;

	readonly deleted = new Set<SimulatedEvent>();

	private readonly served = new Set<number>();

	private answers = 0;

	private readonly began: number;

	private readonly replicas: Replica[];

	/** @param events sorted by `visibleAt` */
	constructor(
		private readonly time: VirtualTime,
		private readonly random: Random,
		readonly traits: ServerTraits,
		readonly events: readonly ScheduledEvent[],
	) {
		this.began = time.now;
		const lags = traits.replicaLag > 0 ? [0, traits.replicaLag] : [0];
		this.replicas = lags.map((lag) => ({ list: new SimulatedList(traits), lag, shown: 0 }));
	}

	/** ms that the next request takes. */
	latency(): number {
		const [shortest, longest] = this.calm ? [20, 100] : this.traits.latency;
		return this.random.between(shortest, longest);
	}

	/** One poll's way to the API; `wait` ends never when its host is gone. */
	connect(wait: (ms: number) => Promise<void>): FetchPage<SimulatedRow> {
		let requests = 0;
		return async (request) => {
			const number = ++requests;
			const latency = 2 * Math.ceil(this.latency() / 2);
			await wait(latency / 2);
			const answer = this.answer(request);
			await wait(latency / 2);
			const { faults, failsFrom = Infinity } = this.traits;
			if (!this.calm && (number >= failsFrom || this.random.chance(faults))) {
				throw new Error('The service is unavailable');
			}
			return answer;
		};
	}

	private answer(request: PageRequest): Page<SimulatedRow> {
		const { list } = this.catchUp(this.random.pick(this.replicas));
		if (this.traits.shufflesTies) list.shuffleTies(() => this.random.next());
		const page = list.answer(request, this.random.next());
		for (const { details } of page.rows) this.served.add(details.number);
		if (!this.calm && this.traits.deletes > 0 && this.random.chance(0.3)) this.deleteSome();
		const { dateAhead } = this.traits;
		if (dateAhead === undefined) return page;
		const shown = this.time.now + dateAhead + this.dateError();
		return { ...page, serverTime: Math.floor(shown / 1000) * 1000 };
	}

	/** The one wrong answer comes when there has been time to learn what is right. */
	private dateError(): number {
		const { wrongDates, clockWasAhead } = this.traits;
		if (clockWasAhead !== undefined && this.time.now < this.began + clockWasAhead.until) {
			return clockWasAhead.by;
		}
		if (wrongDates === undefined) return 0;
		const { ahead, which } = wrongDates;
		if (which === 'one') return ++this.answers === LATE_ANSWER ? ahead : 0;
		return which === 'all' || this.random.chance(1 / 3) ? ahead : 0;
	}

	private catchUp(replica: Replica): Replica {
		for (; replica.shown < this.events.length; replica.shown++) {
			const { event, visibleAt } = this.events[replica.shown];
			if (visibleAt + replica.lag > this.time.now) break;
			if (!this.deleted.has(event)) replica.list.add(event);
		}
		return replica;
	}

	/** Takes away the oldest of what has been in an answer. What nobody has seen, nobody can miss. */
	private deleteSome(): void {
		const oldest = this.replicas[0].list.events
			.filter(({ number }) => this.served.has(number))
			.sort((a, b) => a.at - b.at);
		const gone = new Set(oldest.slice(0, this.random.between(0, this.traits.deletes)));
		for (const event of gone) this.deleted.add(event);
		for (const { list } of this.replicas) list.remove(gone);
	}
}
