import type { AuditLog } from '../../nodes/PeopleLens/api/types';
import type { Behaviour } from '../behaviour';
import { Timeline, type Entry } from './timeline';

export interface NewEntry extends Entry {
	/** When it can be seen, on `Clock.elapsed()`. */
	visibleAt: number;
}

export interface Query {
	action?: string;
	/** ms since the epoch. */
	since?: number;
	limit: number;
	offset: number;
}

/** All audit logs of a tenant, sorted, also by action; late ones wait here until they show. */
export class AuditTrail {
	#all = new Timeline();
	#byAction = new Map<string, Timeline>();
	#waiting: NewEntry[] = [];

	constructor(private readonly elapsed: () => number) {}

	/** Oldest first, the invisible ones included. */
	rows(): AuditLog[] {
		const entries = [...this.#all.entries, ...this.#waiting];
		if (this.#waiting.length > 0) entries.sort((a, b) => a.at - b.at || a.sequence - b.sequence);
		return entries.map(({ row }) => row);
	}

	add(entries: NewEntry[]): void {
		const now = this.elapsed();
		this.#show(entries.filter(({ visibleAt }) => visibleAt <= now));
		for (const entry of entries) if (entry.visibleAt > now) this.#waiting.push(entry);
	}

	/** Removes the oldest `count` rows of those that can be seen. Returns how many there were. */
	removeOldest(count: number): number {
		this.#release();
		const removed = this.#all.removeOldest(count);
		// What is oldest of all is also oldest of its action.
		for (const [action, group] of groupByAction(removed)) {
			this.#byAction.get(action)?.removeOldest(group.length);
		}
		return removed.length;
	}

	/** How many rows can be seen, whatever the query. */
	count(): number {
		this.#release();
		return this.#all.entries.length;
	}

	/** One page and how many rows all pages have together. */
	page(query: Query, behaviour: Behaviour): { rows: AuditLog[]; total: number } {
		this.#release();
		const timeline = query.action === undefined ? this.#all : this.#byAction.get(query.action);
		if (!timeline) return { rows: [], total: 0 };
		const { limit, offset } = query;
		const order = behaviour.sortOrder;
		return timeline.page({ from: firstInstant(query.since, behaviour), order, limit, offset });
	}

	#release(): void {
		if (this.#waiting.length === 0) return;
		const now = this.elapsed();
		const ready = this.#waiting.filter(({ visibleAt }) => visibleAt <= now);
		if (ready.length === 0) return;
		this.#waiting = this.#waiting.filter(({ visibleAt }) => visibleAt > now);
		this.#show(ready);
	}

	#show(entries: Entry[]): void {
		this.#all.add(entries);
		for (const [action, group] of groupByAction(entries)) {
			const timeline = this.#byAction.get(action) ?? new Timeline();
			this.#byAction.set(action, timeline);
			timeline.add(group);
		}
	}
}

function groupByAction(entries: Entry[]): Map<string, Entry[]> {
	const groups = new Map<string, Entry[]>();
	for (const entry of entries) {
		const action = entry.row.action ?? '';
		const group = groups.get(action);
		if (group) group.push(entry);
		else groups.set(action, [entry]);
	}
	return groups;
}

function firstInstant(since: number | undefined, behaviour: Behaviour): number {
	if (since === undefined) return -Infinity;
	const compared = behaviour.sincePrecision === 'second' ? Math.round(since / 1000) * 1000 : since;
	return behaviour.sinceInclusive ? compared : compared + 1;
}
