import { createBaseline } from '../../../nodes/PeopleLens/poller/baseline';
import type { Clock } from '../../../nodes/PeopleLens/poller/clock';
import { poll, type PollOutcome } from '../../../nodes/PeopleLens/poller/poll';
import type { PollSettings } from '../../../nodes/PeopleLens/poller/settings';
import type { PollerState } from '../../../nodes/PeopleLens/poller/state';
import type { PollWarning } from '../../../nodes/PeopleLens/poller/warnings';
import type { FetchPage } from '../../../nodes/PeopleLens/reader/types';
import { EventSource, type Shape } from '../../reader/simulation/events';
import { PLAIN, type SimulatedRow } from '../../reader/simulation/list';
import { Random } from '../../reader/simulation/random';
import { type ScheduledEvent, type ServerTraits, SimulatedServer } from './server';
import { VirtualTime } from './virtualTime';

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const START = Date.parse('2026-03-01T10:00:00.000Z');

const TENANT = 'https://acme.peoplelensai.com';

export interface Check {
	/** The numbers of the delivered events. */
	events: number[];
	requests: number;
	complete: boolean;
	failure?: unknown;
	warnings: PollWarning[];
}

/** A poller on a simulated server, without a host: checked at chosen moments, one at a time. */
export class SimulatedPoller {
	readonly time = new VirtualTime(START);

	/** This machine's, which a test may set. */
	clockAhead = 0;

	readonly clock: Clock = {
		now: () => this.time.now + this.clockAhead,
		monotonic: () => this.time.now,
	};

	readonly server: SimulatedServer;

	readonly source: EventSource;

	settings: PollSettings<SimulatedRow> = { maxEvents: 1000, overlap: 5 * MINUTE };

	state?: PollerState;

	/** Stands between the poller and the server. */
	intercept = (fetchPage: FetchPage<SimulatedRow>): FetchPage<SimulatedRow> => fetchPage;

	private readonly events: ScheduledEvent[] = [];

	constructor(traits: Partial<ServerTraits> = {}) {
		const random = new Random(1);
		const quiet = { dateAhead: 0, replicaLag: 0, deletes: 0, faults: 0 };
		const all: ServerTraits = { ...PLAIN, ...quiet, latency: [100, 300], ...traits };
		this.source = new EventSource(random);
		this.server = new SimulatedServer(this.time, random, all, this.events);
	}

	/** To be called in the order of `visibleAt`; returns the event's number. */
	add(at: number, visibleAt = at, shape?: Shape): number {
		const event = this.source.create(at, shape);
		this.events.push({ event, visibleAt });
		return event.number;
	}

	/** `count` events that end before `START`, a minute apart. */
	addHistory(count = 150): void {
		for (let n = count; n > 0; n--) this.add(START - n * MINUTE);
	}

	async start(): Promise<Check> {
		const { overlap } = this.settings;
		return await this.check(async (fetchPage, clock) => {
			const state = await createBaseline(fetchPage, { tenant: TENANT, overlap }, clock);
			return { events: [], state, complete: true, warnings: [] };
		});
	}

	/** @param after ms from now */
	async poll(after = MINUTE): Promise<Check> {
		this.time.now += after;
		const { state } = this;
		if (state === undefined) throw new Error('start() first');
		return await this.check(
			async (fetchPage, clock) => await poll(fetchPage, state, this.settings, clock),
		);
	}

	private async check(
		act: (fetchPage: FetchPage<SimulatedRow>, clock: Clock) => Promise<PollOutcome<SimulatedRow>>,
	): Promise<Check> {
		let requests = 0;
		const connected = this.server.connect(async (ms) => {
			this.time.now += ms;
		});
		const fetchPage = this.intercept(async (request) => {
			requests++;
			return await connected(request);
		});
		const { events, state, complete, failure, warnings } = await act(fetchPage, this.clock);
		this.state = state;
		return {
			events: events.map(({ details }) => details.number),
			requests,
			complete,
			failure,
			warnings,
		};
	}
}
