import type { Random } from './random';
import type { SimulatedEvent } from './list';

/** What an event shows of itself. */
export type Shape = 'whole' | 'no id' | 'no date' | 'broken date' | 'neither';

const BROKEN_DATES = ['yesterday', '', '2026-13-41T99:00:00Z', '17'];

/** Makes numbered events; without id they still differ, by their number. */
export class EventSource {
	private count = 0;

	constructor(private readonly random: Random) {}

	/** @param at ms since the epoch */
	create(at: number, shape: Shape = 'whole'): SimulatedEvent {
		const number = ++this.count;
		const rank = this.random.next();
		const id = shape === 'no id' || shape === 'neither' ? null : this.uuid(number);
		let created: string | null = new Date(at).toISOString();
		if (shape === 'broken date') created = this.random.pick(BROKEN_DATES);
		if (shape === 'no date' || shape === 'neither') created = null;
		const action = this.random.pick(['USER_LOGIN', 'CANDIDATE_DELETED', 'JOB_CREATED']);
		return {
			number,
			at,
			rank,
			row: { id, created_at: created, action, details: { number } },
		};
	}

	private uuid(number: number): string {
		const noise = Math.floor(this.random.next() * 0xffffffff);
		const [head, tail] = [noise, number].map((part) => part.toString(16).padStart(8, '0'));
		return `${head}-0000-4000-8000-0000${tail}`;
	}
}
