import type { StaticData } from '../../../nodes/PeopleLens/trigger/copies';
import type { SimulatedRow } from '../../reader/simulation/list';
import { type Blob, copyOf, Host } from './host';

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
		if (Object.keys(this.cursor ?? {}).length === 0) this.started = start ?? this.started;
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
