import type { Clock } from '../../../nodes/PeopleLens/poller/clock';
import type { StaticData, Stores } from '../../../nodes/PeopleLens/trigger/copies';
import type { SimulatedRow } from '../../reader/simulation/list';
import type { Random } from '../../reader/simulation/random';
import type { SimulatedServer } from './server';
import type { PollContext, Trigger, TriggerSettings } from './trigger';
import type { VirtualTime } from './virtualTime';

export interface HostTraits {
	/** ms by which this machine's clock is ahead of the events' dates. */
	clockAhead: number;
	/** ms by which it is set back (or forth), once, while a request is on its way. */
	clockSetBack?: number;
	/** How likely n8n is killed at any step. */
	crashes: number;
	/** ms: how long it stays away at most. */
	downtime: number;
	/** How likely a person changes the workflow between two checks. */
	edits: number;
}

export interface PollRecord {
	at: number;
	requests: number;
	rows: SimulatedRow[];
	failed: boolean;
	/** When the trigger decided from when on events are new: from begin to end of that. */
	start?: { from: number; to: number };
}

/** The workflow's static data as n8n keeps it: one blob for all nodes and the workflow. */
export interface Blob {
	nodes: Record<string, StaticData>;
	global: StaticData;
}

/** In which check the clock is set back. */
const SET_BACK_AT = 6;

const INTERVAL = 60_000;
const NODE_ID = '5f3c7c1e-node';

export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** n8n with one active workflow. What differs between its schedulers is in the subclasses. */
export abstract class Host {
	/** The clocks of the machine. */
	readonly clock: Clock = {
		now: () => this.time.now + this.clockAhead,
		monotonic: () => this.time.now,
	};

	private clockAhead: number;

	/** No more crashes and edits. */
	calm = false;

	/** When n8n is back after the latest crash. */
	downUntil = 0;

	/** What was handed to executions that are stored. */
	readonly delivered: PollRecord[] = [];

	readonly polls: PollRecord[] = [];

	/** The latest start that n8n kept. */
	started?: PollRecord['start'];

	/** As soon as a start has reached the database there must be no other. */
	startsAfterSaving = 0;

	/** How often an activation threw, after which n8n polls no more. */
	ended = 0;

	/** The largest state that was kept, in bytes of JSON. */
	largestState = 0;

	protected readonly database: { blob: Blob } = { blob: { nodes: {}, global: {} } };

	protected nodeName = 'PeopleLens Trigger';

	/** Grows with every start and stop: what belongs to an earlier life goes on no more. */
	protected life = 0;

	constructor(
		protected readonly time: VirtualTime,
		protected readonly random: Random,
		private readonly server: SimulatedServer,
		private readonly trigger: Trigger,
		private readonly settings: TriggerSettings,
		private readonly traits: HostTraits,
	) {
		this.clockAhead = traits.clockAhead;
	}

	/** Activates the workflow, and checks every minute from then on. */
	start(mode: 'activate' | 'init' = 'activate'): void {
		const life = ++this.life;
		this.activate(mode).catch(() => this.ended++);
		const tick = () => {
			if (this.life !== life) return;
			this.time.at(this.time.now + INTERVAL, tick);
			if (!this.calm && this.random.chance(this.traits.edits)) this.edit();
			else void this.tick();
		};
		this.time.at(this.time.now + INTERVAL, tick);
	}

	protected abstract activate(mode: 'activate' | 'init'): Promise<void>;

	protected abstract tick(): Promise<void>;

	/** Another execution of the workflow writes back the static data that it has loaded earlier. */
	protected abstract restoreOlder(): void;

	protected abstract rename(): void;

	/** Whether the trigger's state has reached the database. */
	protected abstract get isSaved(): boolean;

	protected async poll(
		mode: PollContext['mode'],
		data: Pick<Stores, 'node' | 'workflow'>,
		budget: number,
	): Promise<PollRecord & { result: SimulatedRow[] | null }> {
		const record: PollRecord = { at: this.time.now, requests: 0, rows: [], failed: false };
		this.polls.push(record);
		const saved = this.isSaved;
		const fetchPage = this.server.connect(async (ms) => await this.step(ms));
		const context: PollContext = {
			stores: {
				...data,
				nodeId: NODE_ID,
				nodeName: this.nodeName,
				hasNode: (name) => name === this.nodeName,
			},
			mode,
			fetchPage: async (request) => {
				record.requests++;
				if (this.polls.length === SET_BACK_AT && record.requests === 1) this.setClockBack();
				return await fetchPage(request);
			},
			clock: this.clock,
			budget,
			started: (from, to) => {
				if (saved) this.startsAfterSaving++;
				record.start = { from, to };
			},
			now: () => this.time.now,
		};
		const [outcome] = await Promise.allSettled([this.trigger(context, this.settings)]);
		this.largestState = Math.max(this.largestState, JSON.stringify(data.node).length);
		if (outcome.status === 'rejected') {
			record.failed = true;
			throw outcome.reason;
		}
		record.rows = outcome.value ?? [];
		return { ...record, result: outcome.value };
	}

	protected deliver(rows: SimulatedRow[]): void {
		this.delivered.push({ at: this.time.now, requests: 0, rows, failed: false });
	}

	/** Goes on after this many ms, unless n8n was killed or the workflow changed meanwhile. */
	protected async step(ms = this.random.between(0, 50)): Promise<void> {
		const { life } = this;
		await new Promise<void>((resolve) => {
			this.time.at(this.time.now + ms, () => {
				if (this.life !== life) return;
				if (!this.calm && this.random.chance(this.traits.crashes)) this.crash();
				else resolve();
			});
		});
	}

	private setClockBack(): void {
		this.clockAhead -= this.traits.clockSetBack ?? 0;
	}

	private crash(): void {
		const life = ++this.life;
		if (this.random.chance(0.2)) this.restoreOlder();
		this.downUntil = this.time.now + this.random.between(1000, this.traits.downtime);
		this.time.at(this.downUntil, () => {
			if (this.life === life) this.start('init');
		});
	}

	/** The workflow is published again, maybe with another name for the node. */
	private edit(): void {
		if (this.random.chance(0.5)) this.rename();
		this.start('activate');
	}
}
