import type { StaticData, Stores } from '../../../nodes/PeopleLens/feed/store';
import type { SimulatedRow } from './list';
import type { Random } from './random';
import type { SimulatedServer } from './server';
import type { PollContext, Trigger, TriggerSettings } from './trigger';
import type { VirtualTime } from './virtualTime';

export interface HostTraits {
	/** ms by which this machine's clock is ahead of the events' dates. */
	clockAhead: number;
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

const INTERVAL = 60_000;
const NODE_ID = '5f3c7c1e-node';

export const copyOf = <T>(value: T): T => JSON.parse(JSON.stringify(value));

/** n8n with one active workflow. What differs between its schedulers is in the subclasses. */
export abstract class Host {
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
	) {}

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
			stores: { ...data, nodeId: NODE_ID, nodeName: this.nodeName },
			mode,
			fetchPage: async (request) => {
				record.requests++;
				return await fetchPage(request);
			},
			clock: () => this.time.now + this.traits.clockAhead,
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

/** Static data in memory; saved with an emit and around activations; polls may overlap. */
export class LegacyHost extends Host {
	private memory: Blob = { nodes: {}, global: {} };

	/** What was saved since the last emit, itself included. */
	private sinceEmit: Blob[] = [];

	protected get isSaved(): boolean {
		return Object.keys(this.database.blob.global).length > 0;
	}

	protected async activate(mode: 'activate' | 'init'): Promise<void> {
		this.memory = copyOf(this.database.blob);
		await this.run(mode);
		const saved = copyOf(this.memory);
		await this.step();
		this.database.blob = saved;
		this.sinceEmit.push(saved);
	}

	protected async tick(): Promise<void> {
		await this.run('tick').catch(() => undefined);
	}

	protected restoreOlder(): void {
		if (this.sinceEmit.length > 0) this.database.blob = this.random.pick(this.sinceEmit);
	}

	/** Also back to a name that it has had before. */
	protected rename(): void {
		this.nodeName = this.random.pick(['Audit', 'Alarm', 'PeopleLens Trigger']);
	}

	private async run(mode: PollContext['mode']): Promise<void> {
		const { memory } = this;
		const node = (memory.nodes[this.nodeName] ??= {});
		const { result: rows, start } = await this.poll(
			mode,
			{ node, workflow: memory.global },
			270_000,
		);
		this.started = start ?? this.started;
		if (rows === null) return;
		// In truth two writes: see the test about a kill between them.
		const saved = copyOf(memory);
		await this.step(5);
		this.database.blob = saved;
		this.sinceEmit = [saved];
		this.deliver(rows);
	}
}

/** A cursor of its own for the node, saved in one transaction with the execution; no overlaps. */
export class DurableHost extends Host {
	private cursor?: StaticData;

	private running = false;

	private blobs: Blob[] = [];

	protected get isSaved(): boolean {
		return [this.cursor ?? {}, this.database.blob.global].some(
			(data) => Object.keys(data).length > 0,
		);
	}

	protected async activate(mode: 'activate' | 'init'): Promise<void> {
		this.running = false;
		const workflow = copyOf(this.database.blob.global);
		const node = copyOf(this.cursor ?? {});
		const { result: rows, start } = await this.poll(mode, { node, workflow }, 270_000);
		// Without events, what the activation has set for the node is dropped.
		if (rows !== null) await this.emit(rows, node, workflow);
		await this.step();
		this.saveWorkflow(workflow);
		if (this.cursor?.feed === undefined) this.started = start ?? this.started;
	}

	protected async tick(): Promise<void> {
		if (this.running) return;
		this.running = true;
		const { life, time } = this;
		const started = time.now;
		const workflow = copyOf(this.database.blob.global);
		const node = copyOf(this.cursor ?? {});
		try {
			const { result: rows, start } = await this.poll('tick', { node, workflow }, 36_000);
			if (time.now - started > 45_000) return;
			if (rows !== null) {
				await this.emit(rows, node, workflow);
			} else {
				await this.step();
				this.cursor = copyOf(node);
				this.started = start ?? this.started;
			}
		} catch {
			// Rolled back: nothing was kept.
		} finally {
			if (this.life === life) this.running = false;
		}
	}

	protected restoreOlder(): void {
		if (this.blobs.length > 0) this.database.blob = this.random.pick(this.blobs);
	}

	/** The state is kept by the node's id, so an old name means nothing. */
	protected rename(): void {
		this.nodeName += '1';
	}

	private async emit(rows: SimulatedRow[], node: StaticData, workflow: StaticData) {
		// The workflow's data are saved on their own, before or after the transaction.
		const early = this.random.chance(0.5);
		if (early) this.saveWorkflow(workflow);
		await this.step();
		this.cursor = copyOf(node);
		this.deliver(rows);
		await this.step();
		if (!early) this.saveWorkflow(workflow);
	}

	private saveWorkflow(workflow: StaticData): void {
		this.database.blob = { nodes: {}, global: copyOf(workflow) };
		this.blobs.push(this.database.blob);
	}
}
