import { type Blob, copyOf, Host } from './host';
import type { PollContext } from './trigger';

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
